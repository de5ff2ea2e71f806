using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>What an expression gives when it is run, as far as that can be known without running it.</summary>
/// <param name="place">Where it is written.</param>
internal abstract class Value(SyntaxNode place)
{
    /// <summary>Where it is written.</summary>
    public SyntaxNode Place { get; } = place;
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

    /// <summary>The conditional stretch of code that makes it.</summary>
    public int Region { get; } = region;

    /// <summary>Whether it surely has no other parts than those seen.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Whether code that is not seen may have changed anything about it.</summary>
    public bool IsLost { get; set; }

    /// <summary>Names by which all code can change it, or what it is a copy of.</summary>
    public IReadOnlyCollection<string> SharedNames => shared ?? (IReadOnlyCollection<string>)[];

    /// <summary>Values that may be in it, too.</summary>
    public List<Value> Perhaps { get; } = [];

    /// <summary>Adds names to <see cref="SharedNames"/>.</summary>
    public void ShareAs(IEnumerable<string> names) => (shared ??= new(StringComparer.Ordinal)).UnionWith(names);

    /// <summary>Gives the values directly in it.</summary>
    public virtual void AddPartsTo(Stack<Value> parts)
    {
        foreach (var part in Perhaps) parts.Push(part);
    }
}

/// <summary>A value under its key.</summary>
/// <param name="KeyPlace">Where the key, or the property's name, is written.</param>
/// <param name="Value">The value.</param>
internal sealed record Slot(SyntaxNode KeyPlace, Value Value);

/// <summary>An object with properties, or a dictionary.</summary>
/// <param name="place">Where it is made.</param>
/// <param name="region">The conditional stretch of code that makes it.</param>
/// <param name="type">The model that it is of; null for a dictionary.</param>
internal sealed class MapValue(SyntaxNode place, int region, ModelType? type) : MutableValue(place, region)
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>The model that it is of; null for a dictionary.</summary>
    public ModelType? Type { get; } = type;

    /// <summary>How many keys there are.</summary>
    public int Count => order.Count;

    /// <summary>Keys in the order they were written first, with their values.</summary>
    public IEnumerable<KeyValuePair<string, Slot>> Slots => order.Select(key => new KeyValuePair<string, Slot>(key, slots[key]));

    /// <inheritdoc/>
    public override void AddPartsTo(Stack<Value> parts)
    {
        foreach (var slot in slots.Values) parts.Push(slot.Value);
        base.AddPartsTo(parts);
    }

    /// <summary>The value of a key; null where none was written.</summary>
    public Slot? Find(string key) => slots.TryGetValue(key, out var slot) ? slot : null;

    /// <summary>Writes a key.</summary>
    public void Set(string key, Slot slot)
    {
        if (!slots.ContainsKey(key)) order.Add(key);
        slots[key] = slot;
    }

    /// <summary>Removes a key.</summary>
    public void Remove(string key)
    {
        if (slots.Remove(key)) order.Remove(key);
    }
}

/// <summary>A list or an array.</summary>
/// <param name="place">Where it is made.</param>
/// <param name="region">The conditional stretch of code that makes it.</param>
internal sealed class ListValue(SyntaxNode place, int region) : MutableValue(place, region)
{
    /// <summary>The items that are seen, in order.</summary>
    public List<Value> Items { get; } = [];

    /// <inheritdoc/>
    public override void AddPartsTo(Stack<Value> parts)
    {
        foreach (var item in Items) parts.Push(item);
        base.AddPartsTo(parts);
    }
}
