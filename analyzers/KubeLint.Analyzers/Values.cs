using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>What an expression gives when it is run, as far as that can be known without running it.</summary>
/// <param name="place">Where it is written.</param>
internal abstract class Value(SyntaxNode place)
{
    /// <summary>Where it is written.</summary>
    public SyntaxNode Place { get; } = place;

    /// <summary>The last search of its <see cref="Fate"/> that came by.</summary>
    public int Search { get; set; }
}

/// <summary>Something that can't be known.</summary>
/// <param name="place">Where it is written.</param>
/// <param name="text">What names it: two of one text and scope are the same value. Null where nothing does.</param>
/// <param name="scope">Where the text means that.</param>
internal sealed class UnknownValue(SyntaxNode place, string? text = null, string scope = "") : Value(place)
{
    /// <summary>Where the text means that.</summary>
    public string Scope { get; } = scope;

    /// <summary>What names it, or null.</summary>
    public string? Text { get; } = text;

    /// <summary>Values that it may be, or may be a part of.</summary>
    public IReadOnlyList<Value> Candidates { get; init; } = [];

    /// <summary>Whether it comes from a place where it can't be anything that is made here: the cluster.</summary>
    public bool IsOfCluster { get; init; }
}

/// <summary>A number, a truth value, a text, or null.</summary>
/// <param name="place">Where it is written.</param>
/// <param name="content">As the compiler folds it.</param>
internal sealed class ConstantValue(SyntaxNode place, object? content) : Value(place)
{
    /// <summary>As the compiler folds it.</summary>
    public object? Content { get; } = content;
}

/// <summary>An object that code makes and goes on to change; two variables may hold the same one.</summary>
/// <param name="place">Where it is made: its type's name, or the bracket or keyword that stands for it.</param>
/// <param name="region">The conditional stretch of code that makes it; see <see cref="BlockReader"/>.</param>
internal abstract class MutableValue(SyntaxNode place, int region) : Value(place)
{
    // Hardly any has such.
    private HashSet<string>? shared;
    private List<Value>? perhaps;

    /// <summary>The conditional stretch of code that makes it.</summary>
    public int Region { get; } = region;

    /// <summary>Whether it surely has no other parts than those seen.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Whether code that is not seen may have changed anything about it.</summary>
    public bool IsLost { get; set; }

    /// <summary>Names by which all code can change it, or what it is a copy of.</summary>
    public IReadOnlyCollection<string> SharedNames => shared ?? (IReadOnlyCollection<string>)[];

    /// <summary>Values that may be in it, too.</summary>
    public IReadOnlyList<Value> Perhaps => perhaps ?? (IReadOnlyList<Value>)[];

    /// <summary>Whether code at another place has got it, and may change it; up to its <see cref="Fate"/>.</summary>
    public bool HasEscaped { get; set; }

    /// <summary>Whether anyone gets it, by itself or as a part of something; up to its <see cref="Fate"/>.</summary>
    public bool IsHandedOn { get; set; }

    /// <summary>Whether somebody gets it by itself, not only as a part of something; up to its <see cref="Fate"/>.</summary>
    public bool IsGiven { get; set; }

    /// <summary>Adds names to <see cref="SharedNames"/>.</summary>
    public void ShareAs(IEnumerable<string> names) => (shared ??= new(StringComparer.Ordinal)).UnionWith(names);

    /// <summary>Adds values to <see cref="Perhaps"/>.</summary>
    public void MayHold(Value value) => (perhaps ??= []).Add(value);

    /// <summary>Adds values to <see cref="Perhaps"/>.</summary>
    public void MayHold(IEnumerable<Value> values)
    {
        foreach (var value in values) MayHold(value);
    }

    /// <summary>Gives the values directly in it.</summary>
    public void AddPartsTo(Stack<Value> parts)
    {
        AddSeenTo(parts);
        if (perhaps is null) return;
        foreach (var part in perhaps) parts.Push(part);
    }

    /// <summary>Gives the values that it surely has.</summary>
    public abstract void AddSeenTo(Stack<Value> parts);
}

/// <summary>A value under its key.</summary>
/// <param name="KeyPlace">Where the key, or the property's name, is written.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Slot(SyntaxNode KeyPlace, Value Value);

/// <summary>An object with properties, or a dictionary.</summary>
/// <param name="place">Where it is made.</param>
/// <param name="region">The conditional stretch of code that makes it.</param>
/// <param name="type">The model that it is of; null for a dictionary.</param>
/// <param name="room">How many keys it will have, as far as that is known.</param>
internal sealed class MapValue(SyntaxNode place, int region, ModelType? type, int room = 0) : MutableValue(place, region)
{
    // Most have a few keys, which are found as fast one after the other.
    private const int Few = 16;

    // These are most of what is kept of an object: no list of its own for the keys, none for the slots.
    private (string Key, Slot Slot)[] entries = room == 0 ? [] : new (string, Slot)[room];
    private Dictionary<string, int>? places;

    /// <summary>The model that it is of; null for a dictionary.</summary>
    public ModelType? Type { get; } = type;

    /// <summary>How many keys it has.</summary>
    public int Count { get; private set; }

    /// <summary>A key and its value, in the order in which keys were written first.</summary>
    public (string Key, Slot Slot) this[int index] => entries[index];

    /// <summary>The values of all keys, in that order.</summary>
    public IEnumerable<Slot> Slots => entries.Take(Count).Select(e => e.Slot);

    /// <inheritdoc/>
    public override void AddSeenTo(Stack<Value> parts)
    {
        for (var i = 0; i < Count; i++) parts.Push(entries[i].Slot.Value);
    }

    /// <summary>The value of a key; null where none was written.</summary>
    public Slot? Find(string key) => IndexOf(key) is >= 0 and var index ? entries[index].Slot : null;

    /// <summary>Writes a key.</summary>
    public void Set(string key, Slot slot)
    {
        if (IndexOf(key) is >= 0 and var index)
        {
            entries[index].Slot = slot;
            return;
        }

        if (Count == entries.Length) Array.Resize(ref entries, Math.Max(2, 2 * Count));
        places?.Add(key, Count);
        entries[Count++] = (key, slot);
    }

    /// <summary>Removes a key.</summary>
    public void Remove(string key)
    {
        if (IndexOf(key) is not (>= 0 and var index)) return;
        Count--;
        Array.Copy(entries, index + 1, entries, index, Count - index);
        places = null;
    }

    private int IndexOf(string key)
    {
        if (Count > Few) return Places().TryGetValue(key, out var index) ? index : -1;
        for (var i = 0; i < Count; i++)
            if (entries[i].Key == key) return i;
        return -1;
    }

    // Apart, so that nothing is allocated for what has few.
    private Dictionary<string, int> Places() => places ??= Enumerable.Range(0, Count).ToDictionary(i => entries[i].Key, StringComparer.Ordinal);
}

/// <summary>A list or an array.</summary>
/// <param name="place">Where it is made.</param>
/// <param name="region">The conditional stretch of code that makes it.</param>
internal sealed class ListValue(SyntaxNode place, int region) : MutableValue(place, region)
{
    /// <summary>The items that are seen, in order.</summary>
    public List<Value> Items { get; } = [];

    /// <inheritdoc/>
    public override void AddSeenTo(Stack<Value> parts)
    {
        foreach (var item in Items) parts.Push(item);
    }
}
