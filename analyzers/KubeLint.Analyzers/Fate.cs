using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>A property that code writes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaring">The type that declares it; null where it may be any.</param>
/// <param name="Holder">The type of the outermost object that it is surely written in, which is the declaring one or has that as a part; null where it may be any.</param>
internal sealed record WrittenProperty(string Name, INamedTypeSymbol? Declaring, INamedTypeSymbol? Holder = null);

/// <summary>What becomes of the values of one stretch of code: which other code gets them, and may change them.</summary>
internal sealed class Fate
{
    private readonly List<MutableValue> handedOn = [];
    private readonly Stack<Value> left = new();
    private readonly List<MutableValue> found = [];
    private int searches;
    private HashSet<MutableValue>? inSeveral;

    /// <summary>Properties that were written through something unknown, which may be any of the objects.</summary>
    public List<WrittenProperty> WrittenBlindly { get; } = [];

    /// <summary>Whether code at another place has got an object or a part of it, and may change it.</summary>
    public bool HasEscaped(MutableValue made) => Reachable(made).Exists(p => p.HasEscaped);

    /// <summary>Whether other code may reach a part by another way than through the one object that it is a part of.</summary>
    public bool IsShared(MutableValue part) => part.SharedNames.Count > 0 || part.IsGiven || (inSeveral ??= FindInSeveral()).Contains(part);

    /// <summary>A property of something unknown is written.</summary>
    public void WriteBlindly(Value holder, string property, INamedTypeSymbol? declaring)
    {
        Lose(holder);
        if (holder is not UnknownValue { IsOfCluster: true }) WrittenBlindly.Add(new WrittenProperty(property, declaring));
    }

    /// <summary>Somebody gets a value to read it.</summary>
    public void HandOn(Value value) => HandOn(value, Reachable(value));

    /// <summary>Code of the compilation has it from here on.</summary>
    public void Escape(Value value)
    {
        var parts = Reachable(value);
        HandOn(value, parts);
        foreach (var part in parts) part.HasEscaped = true;
    }

    /// <summary>Anything about it may change, now or later.</summary>
    public void Lose(Value value)
    {
        foreach (var part in Reachable(value)) part.IsLost = true;
    }

    /// <summary>Code that is not seen gets a value, and may change anything about it.</summary>
    public void GiveAway(Value value)
    {
        Lose(value);

        // It may be, or hold, what others have got before.
        if (value is not UnknownValue { IsOfCluster: false }) return;
        foreach (var part in handedOn)
            if (part.HasEscaped) part.IsLost = true;
    }

    /// <summary>What is put into something shares its fate.</summary>
    public void Share(MutableValue? holder, Value value)
    {
        if (holder is null) return;
        if (holder.IsLost) Lose(value);
        else if (holder.HasEscaped) Escape(value);
    }

    /// <summary>A value that all code can change by a name.</summary>
    public void ShareAs(string name, Value value)
    {
        foreach (var part in Reachable(value)) part.ShareAs([name]);
        Escape(value);
    }

    private void HandOn(Value value, List<MutableValue> parts)
    {
        foreach (var part in parts)
        {
            // Of what is unknown any part may be what somebody gets.
            part.IsGiven |= part == value || value is not MutableValue;
            if (part.IsHandedOn) continue;
            part.IsHandedOn = true;
            handedOn.Add(part);
        }
    }

    private HashSet<MutableValue> FindInSeveral()
    {
        var once = new HashSet<MutableValue>();
        var several = new HashSet<MutableValue>();
        var parts = new Stack<Value>();
        foreach (var holder in handedOn) holder.AddPartsTo(parts);
        foreach (var part in parts.SelectMany(part => part is UnknownValue unknown ? unknown.Candidates : [part]).OfType<MutableValue>())
            if (!once.Add(part)) several.Add(part);
        return several;
    }

    /// <summary>An object and what is in it, however deep, as far as anything is known of it; true until something else is asked.</summary>
    public List<MutableValue> KnownIn(MutableValue made) => Search(made, isKnown: true);

    // What can be changed of a value: itself, and what is in it, however deep. It is true until the next search.
    private List<MutableValue> Reachable(Value value) => Search(value, isKnown: false);

    private List<MutableValue> Search(Value value, bool isKnown)
    {
        found.Clear();
        searches++;
        left.Push(value);
        while (left.Count > 0)
        {
            var part = left.Pop();
            if (part.Search == searches) continue;
            part.Search = searches;
            if (part is MutableValue mutable)
            {
                if (isKnown && mutable.IsLost) continue;
                found.Add(mutable);
                if (isKnown) mutable.AddSeenTo(left);
                else mutable.AddPartsTo(left);
            }
            else if (part is UnknownValue { Candidates: { Count: > 0 } candidates } && !isKnown)
            {
                foreach (var candidate in candidates) left.Push(candidate);
            }
        }

        return found;
    }
}
