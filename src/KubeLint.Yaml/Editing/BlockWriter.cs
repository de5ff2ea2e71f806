using KubeLint.Edits;
using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>How blocks are indented and texts are quoted.</summary>
/// <param name="Step">Columns by which a mapping stands further right than the key above it.</param>
/// <param name="ListStep">Columns by which a list's dashes stand further right than the key above them.</param>
/// <param name="DashGap">Columns from a dash to its item.</param>
/// <param name="Quote">How to quote what needs it.</param>
/// <param name="TakesBlocks">Whether a text of several lines may stand there with its lines as they are.</param>
internal sealed record BlockStyle(int Step, int ListStep, int DashGap, ScalarStyle Quote, bool TakesBlocks);

/// <summary>A value in block style: what stands on the line of its key or dash, and the lines below, indented from there.</summary>
/// <param name="First">What stands behind the key or the dash; empty where it starts below.</param>
/// <param name="Below">The lines below.</param>
internal sealed record BlockText(string First, IReadOnlyList<string> Below);

/// <summary>Writes values in block style.</summary>
internal static class BlockWriter
{
    /// <summary>Writes the value of a key.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style.</param>
    /// <param name="scalarStyle">How the scalar was quoted that stood there.</param>
    public static BlockText ValueOfKey(Node value, BlockStyle style, ScalarStyle scalarStyle = ScalarStyle.Plain) => value switch
    {
        MappingNode { Entries.Count: > 0 } => new BlockText("", Indent(Lines(value, style), style.Step)),
        SequenceNode { Items.Count: > 0 } => new BlockText("", Indent(Lines(value, style), style.ListStep)),
        _ => Scalar(value, style, scalarStyle, style.Step),
    };

    /// <summary>Writes the item of a list.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style.</param>
    /// <param name="scalarStyle">How the scalar was quoted that stood there.</param>
    public static BlockText Item(Node value, BlockStyle style, ScalarStyle scalarStyle = ScalarStyle.Plain)
    {
        if (value is not (MappingNode { Entries.Count: > 0 } or SequenceNode { Items.Count: > 0 })) return Scalar(value, style, scalarStyle, style.DashGap);
        var lines = Lines(value, style);
        return new BlockText(lines[0], Indent([.. lines.Skip(1)], style.DashGap));
    }

    /// <summary>Writes an entry of a mapping, from its key on.</summary>
    public static IReadOnlyList<string> Entry(string key, Node value, BlockStyle style)
    {
        var written = ValueOfKey(value, style);
        return [ScalarWriter.WriteText(key, ScalarStyle.Plain, style.Quote, isFlow: false) + (written.First.Length > 0 ? ": " : ":") + written.First, .. written.Below];
    }

    /// <summary>Writes an item of a list, from its dash on.</summary>
    public static IReadOnlyList<string> DashedItem(Node value, BlockStyle style)
    {
        var written = Item(value, style);
        return ["-" + new string(' ', style.DashGap - 1) + written.First, .. written.Below];
    }

    /// <summary>Writes a mapping or a list that is not empty.</summary>
    public static IReadOnlyList<string> Lines(Node value, BlockStyle style) => value switch
    {
        MappingNode mapping => [.. mapping.Entries.SelectMany(e => Entry(e.Key, e.Value, style))],
        SequenceNode sequence => [.. sequence.Items.SelectMany(i => DashedItem(i, style))],
        _ => throw new ArgumentException("only mappings and lists have lines", nameof(value)),
    };

    /// <summary>Indents lines.</summary>
    public static IReadOnlyList<string> Indent(IReadOnlyList<string> lines, int columns) => [.. lines.Select(l => l.Length == 0 ? l : new string(' ', columns) + l)];

    private static BlockText Scalar(Node value, BlockStyle style, ScalarStyle scalarStyle, int step)
    {
        switch (value)
        {
            case MappingNode:
                return new BlockText("{}", []);
            case SequenceNode:
                return new BlockText("[]", []);
            case ScalarNode { Type: ScalarType.String } text when ScalarWriter.Literal(text.Text) is var (indicator, lines) && style.TakesBlocks:
                return new BlockText(indicator, Indent(lines, step));
            case ScalarNode scalar:
                return new BlockText(ScalarWriter.Write(scalar, scalarStyle, style.Quote, isFlow: false), []);
            case UnknownNode { Text: { } placeholder }:
                return Scalar(ScalarNode.OfString(value.Span, placeholder), style, scalarStyle, step);
            default:
                throw new RefusedEditException("what is to be written is not known");
        }
    }
}
