namespace KubeLint.Syntax;

/// <summary>What was written at one place. Front ends build nodes; nothing changes them afterwards.</summary>
public abstract class Node(SourceSpan span)
{
    /// <summary>Where it was written: for an alias, where the anchored value stands, for that is the text to change.</summary>
    public SourceSpan Span { get; } = span;
}

/// <summary>
/// A value that is there, or may be there, and cannot be known here: a placeholder, a C# parameter, a Terraform
/// reference, a Helm action, or a part that a front end passed over.
/// </summary>
/// <param name="span">Where it was written.</param>
/// <param name="text">How it was written, where that helps to name it; two unknown values of one text and scope are the same value.</param>
/// <param name="scope">Where the text means that, as a method for the names of its parameters; empty for everywhere.</param>
public sealed class UnknownNode(SourceSpan span, string? text = null, string scope = "") : Node(span)
{
    /// <summary>Where the text means what it means here.</summary>
    public string Scope { get; } = scope;

    /// <summary>How it was written, or null.</summary>
    public string? Text { get; } = text;
}

/// <summary>What Kubernetes takes a scalar for.</summary>
public enum ScalarType
{
    /// <summary>Nothing: <c>null</c>, <c>~</c> or an empty plain scalar.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A whole number, also one written as <c>3.0</c> or <c>0x10</c>.</summary>
    Integer,

    /// <summary>A number that is not whole.</summary>
    Float,

    /// <summary>Text.</summary>
    String,
}

/// <summary>A number, a truth value, a text, or null.</summary>
public sealed class ScalarNode : Node
{
    private readonly long integer;

    private ScalarNode(SourceSpan span, ScalarType type, string text, long integer)
        : base(span)
    {
        Type = type;
        Text = text;
        this.integer = integer;
    }

    /// <summary>What Kubernetes takes it for.</summary>
    public ScalarType Type { get; }

    /// <summary>Its content, without quotes.</summary>
    public string Text { get; }

    /// <summary>The number, where <see cref="Type"/> is <see cref="ScalarType.Integer"/>; else null.</summary>
    public long? Integer => Type == ScalarType.Integer ? integer : null;

    /// <summary>The truth value, where <see cref="Type"/> is <see cref="ScalarType.Boolean"/>; else null.</summary>
    public bool? Boolean => Type == ScalarType.Boolean ? integer != 0 : null;

    /// <summary>The same value at another place.</summary>
    public ScalarNode At(SourceSpan span) => new(span, Type, Text, integer);

    /// <summary>Creates a text.</summary>
    public static ScalarNode OfString(SourceSpan span, string text) => new(span, ScalarType.String, text, 0);

    /// <summary>Creates a whole number.</summary>
    public static ScalarNode OfInteger(SourceSpan span, long value, string? text = null) =>
        new(span, ScalarType.Integer, text ?? value.ToString(System.Globalization.CultureInfo.InvariantCulture), value);

    /// <summary>Creates a number that is not whole.</summary>
    public static ScalarNode OfFloat(SourceSpan span, string text) => new(span, ScalarType.Float, text, 0);

    /// <summary>Creates a truth value.</summary>
    public static ScalarNode OfBoolean(SourceSpan span, bool value, string? text = null) =>
        new(span, ScalarType.Boolean, text ?? (value ? "true" : "false"), value ? 1 : 0);

    /// <summary>Creates a null.</summary>
    public static ScalarNode OfNull(SourceSpan span, string text = "") => new(span, ScalarType.Null, text, 0);
}

/// <summary>A list.</summary>
/// <param name="span">Where it was written.</param>
/// <param name="items">Its items in order.</param>
/// <param name="isComplete">Whether there are surely no others.</param>
public sealed class SequenceNode(SourceSpan span, IReadOnlyList<Node> items, bool isComplete = true) : Node(span)
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<Node> Items { get; } = items;

    /// <summary>Whether there are surely no other items.</summary>
    public bool IsComplete { get; } = isComplete;
}

/// <summary>One key of a mapping and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeySpan">Where the key was written.</param>
/// <param name="Value">The value.</param>
public readonly record struct MappingEntry(string Key, SourceSpan KeySpan, Node Value);

/// <summary>Keys and values. Keys are unique.</summary>
/// <param name="span">Where it was written.</param>
/// <param name="entries">Its entries, own ones first.</param>
/// <param name="isComplete">Whether there are surely no other keys.</param>
public sealed class MappingNode(SourceSpan span, IReadOnlyList<MappingEntry> entries, bool isComplete = true) : Node(span)
{
    // Rules look keys up all the time, and an array is searched without an interface between.
    private readonly MappingEntry[] array = entries as MappingEntry[] ?? [.. entries];

    /// <summary>The entries, own ones before merged ones.</summary>
    public IReadOnlyList<MappingEntry> Entries => array;

    /// <summary>Whether there are surely no other keys.</summary>
    public bool IsComplete { get; } = isComplete;

    /// <summary>The entry of a key, or null where none was written.</summary>
    public MappingEntry? Find(string key) => IndexOf(key) is >= 0 and var index ? array[index] : null;

    /// <summary>The value of a key, or null where none was written.</summary>
    public Node? Value(string key) => IndexOf(key) is >= 0 and var index ? array[index].Value : null;

    private int IndexOf(string key)
    {
        for (var i = 0; i < array.Length; i++)
        {
            if (array[i].Key == key) return i;
        }

        return -1;
    }
}
