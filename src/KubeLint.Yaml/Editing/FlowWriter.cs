using KubeLint.Edits;
using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>How mappings and lists in brackets are written.</summary>
/// <param name="IsJson">Whether keys and texts are quoted as in JSON.</param>
/// <param name="Separator">What stands between two on one line.</param>
/// <param name="Colon">What stands between a key and its value.</param>
/// <param name="Padding">What stands between a brace and what is in it, on one line.</param>
/// <param name="Indent">The blanks before an entry; null where all stands on one line.</param>
/// <param name="Step">The blanks by which each level is indented further.</param>
/// <param name="Break">How lines break.</param>
/// <param name="Quote">How to quote what needs it.</param>
internal sealed record FlowStyle(bool IsJson, string Separator, string Colon, string Padding, string? Indent, string Step, string Break, ScalarStyle Quote);

/// <summary>Writes values in brackets.</summary>
internal static class FlowWriter
{
    /// <summary>Writes an entry of a mapping.</summary>
    public static string Entry(string key, Node value, FlowStyle style) => Key(key, ScalarStyle.Plain, style) + style.Colon + Write(value, style);

    /// <summary>Writes a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="scalarStyle">How its place was quoted.</param>
    /// <param name="style">The style.</param>
    public static string Key(string key, ScalarStyle scalarStyle, FlowStyle style) =>
        ScalarWriter.WriteText(key, style.IsJson ? ScalarStyle.DoubleQuoted : scalarStyle, style.Quote, isFlow: true);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style; its indent is that of the entry that holds the value.</param>
    /// <param name="scalarStyle">How the scalar was quoted that stood there.</param>
    public static string Write(Node value, FlowStyle style, ScalarStyle scalarStyle = ScalarStyle.Plain)
    {
        var inner = style.Indent is null ? style : style with { Indent = style.Indent + style.Step };
        return value switch
        {
            MappingNode mapping => Enclose("{", [.. mapping.Entries.Select(e => Entry(e.Key, e.Value, inner))], "}", style, style.Padding),
            SequenceNode sequence => Enclose("[", [.. sequence.Items.Select(i => Write(i, inner))], "]", style, ""),
            ScalarNode scalar => style.IsJson ? ScalarWriter.WriteJson(scalar) : ScalarWriter.Write(scalar, scalarStyle, style.Quote, isFlow: true),
            UnknownNode { Text: { } placeholder } => Write(ScalarNode.OfString(value.Span, placeholder), style, scalarStyle),
            _ => throw new RefusedEditException("what is to be written is not known"),
        };
    }

    private static string Enclose(string open, IReadOnlyList<string> parts, string close, FlowStyle style, string padding)
    {
        if (parts.Count == 0) return open + close;
        if (style.Indent is null) return open + padding + string.Join(style.Separator, parts) + padding + close;
        var line = style.Break + style.Indent;
        return open + line + style.Step + string.Join("," + line + style.Step, parts) + line + close;
    }
}
