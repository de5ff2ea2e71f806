using KubeLint.Syntax;

namespace KubeLint.Edits;

/// <summary>Makes the values that edits write. They stand in no file, so their spans are empty.</summary>
public static class Literal
{
    /// <summary>A null.</summary>
    public static ScalarNode Null { get; } = ScalarNode.OfNull(default, "null");

    /// <summary>A mapping.</summary>
    public static MappingNode Map(params (string Key, Node Value)[] entries) => new(default, [.. entries.Select(e => new MappingEntry(e.Key, default, e.Value))]);

    /// <summary>A list.</summary>
    public static SequenceNode List(params Node[] items) => new(default, [.. items]);

    /// <summary>A text.</summary>
    public static ScalarNode Text(string text) => ScalarNode.OfString(default, text);

    /// <summary>A whole number.</summary>
    public static ScalarNode Integer(long value) => ScalarNode.OfInteger(default, value);

    /// <summary>A truth value.</summary>
    public static ScalarNode Boolean(bool value) => ScalarNode.OfBoolean(default, value);
}
