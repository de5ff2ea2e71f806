namespace KubeLint.CodeFixes;

/// <summary>A piece of new code, before it is known whether it fits on a line.</summary>
internal abstract record Piece
{
    /// <summary>Lines longer than this are folded where they can be.</summary>
    public const int Width = 120;

    // More than this on one line is hard to read.
    private const int MostOnLine = 3;

    /// <summary>How many single values it holds.</summary>
    public abstract int Count { get; }

    /// <summary>Its text on one line.</summary>
    public abstract string Flat { get; }

    /// <summary>Its text: on the line where it is short, else with a line for each item.</summary>
    /// <param name="style">How the file does it.</param>
    /// <param name="indent">The white space that the line begins with.</param>
    /// <param name="before">How long the line is before it.</param>
    /// <param name="staysFlat">Whether it stays on one line anyway.</param>
    public abstract string Write(FileStyle style, string indent, int before, bool staysFlat = false);

    /// <summary>Whether it goes on one line.</summary>
    protected bool IsFlat(FileStyle style, int before) => Count <= (style.HasOneLiners ? MostOnLine : 0) && before + Flat.Length <= Width;
}

/// <summary>A text that is one piece.</summary>
/// <param name="Text">The text.</param>
internal sealed record Atom(string Text) : Piece
{
    /// <inheritdoc/>
    public override int Count => 1;

    /// <inheritdoc/>
    public override string Flat => Text;

    /// <inheritdoc/>
    public override string Write(FileStyle style, string indent, int before, bool staysFlat = false) => Text;
}

/// <summary>What stands between braces.</summary>
/// <param name="Head">What stands before them.</param>
/// <param name="IsList">Whether they are brackets.</param>
/// <param name="Items">What stands between them.</param>
internal sealed record Group(string Head, bool IsList, IReadOnlyList<Item> Items) : Piece
{
    /// <inheritdoc/>
    public override int Count => Items.Sum(i => i.Value.Count);

    /// <inheritdoc/>
    public override string Flat => IsList ? $"[{Inner}]" : $"{Head} {{ {Inner} }}";

    private string Inner => string.Join(", ", Items.Select(i => i.Flat));

    /// <inheritdoc/>
    public override string Write(FileStyle style, string indent, int before, bool staysFlat = false)
    {
        if (staysFlat || IsFlat(style, before)) return Flat;
        var inner = indent + style.Unit;
        var (open, close) = IsList ? ("[", "]") : ("{", "}");
        var first = style.OpensOnOwnLine ? Head + style.NewLine + indent + open : Head.Length == 0 ? open : Head + " " + open;
        var items = Items.Select((item, i) => style.NewLine + inner + item.Write(style, inner) + (i < Items.Count - 1 || style.EndsWithComma ? "," : ""));
        return $"{first}{string.Concat(items)}{style.NewLine}{indent}{close}";
    }
}

/// <summary>A member, an entry or an item.</summary>
/// <param name="Prefix">What stands before its value.</param>
/// <param name="Value">Its value.</param>
/// <param name="Suffix">What stands behind it.</param>
internal sealed record Item(string Prefix, Piece Value, string Suffix = "")
{
    /// <summary>Its text on one line.</summary>
    public string Flat => Prefix + Value.Flat + Suffix;

    /// <summary>Its text on a line of its own.</summary>
    public string Write(FileStyle style, string indent)
    {
        var value = Value.Write(style, indent, indent.Length + Prefix.Length + Suffix.Length + 1);

        // A bracket or brace on its own line leaves no blank behind the equals sign.
        return (value.Length > 0 && value[0] is '\r' or '\n' ? Prefix.TrimEnd() : Prefix) + value + Suffix;
    }
}
