using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>A value as it is written, with the places of its marks. The reader's nodes tell what is meant, these how.</summary>
internal abstract class SyntaxNode
{
    /// <summary>Offset of the value, behind its anchor and tag.</summary>
    public int Start { get; set; }

    /// <summary>Offset behind the last character; for what is empty behind the mark before it.</summary>
    public int End { get; set; }

    /// <summary>The anchor, or null.</summary>
    public string? Anchor { get; set; }

    /// <summary>Offset of the anchor or the tag; where there is none, of the value.</summary>
    public int PropertiesStart { get; set; }

    /// <summary>The key or item whose value this is; null at the root.</summary>
    public SyntaxMember? Owner { get; set; }
}

/// <summary>A number, a truth value, a text, or nothing.</summary>
internal sealed class SyntaxScalar : SyntaxNode
{
    /// <summary>Its content.</summary>
    public string Value { get; set; } = "";

    /// <summary>How it is quoted.</summary>
    public ScalarStyle Style { get; set; }

    /// <summary>Whether nothing is written at all.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether it stands for no value: a key may be put below it.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether it is written with <c>|</c> or <c>&gt;</c>.</summary>
    public bool IsBlock => Style is ScalarStyle.Literal or ScalarStyle.Folded;
}

/// <summary>An alias.</summary>
internal sealed class SyntaxAlias : SyntaxNode
{
    /// <summary>The value that it stands for.</summary>
    public SyntaxNode? Target { get; set; }
}

/// <summary>A mapping or a list.</summary>
internal sealed class SyntaxCollection : SyntaxNode
{
    /// <summary>Whether it has keys.</summary>
    public bool IsMapping { get; set; }

    /// <summary>Whether it is written in brackets, or in such.</summary>
    public bool IsFlow { get; set; }

    /// <summary>Whether it is a single pair in a flow list, without brackets of its own.</summary>
    public bool IsImplied { get; set; }

    /// <summary>Its entries or items in order.</summary>
    public List<SyntaxMember> Members { get; } = [];

    /// <summary>Whether it takes entries of other mappings.</summary>
    public bool HasMerge => Members.Any(m => m.IsMerge);

    /// <summary>The entry of a key that is its own. Of equal keys the last one counts.</summary>
    public SyntaxMember? Find(string key) => Members.FindLast(m => !m.IsMerge && m.Key is SyntaxScalar scalar && scalar.Value == key);
}

/// <summary>An entry of a mapping or an item of a list.</summary>
internal sealed class SyntaxMember(SyntaxCollection holder, SyntaxNode? key)
{
    /// <summary>The collection.</summary>
    public SyntaxCollection Holder { get; } = holder;

    /// <summary>The key; null for an item.</summary>
    public SyntaxNode? Key { get; } = key;

    /// <summary>Offset of the first character: a dash, a question mark, or the key; in brackets that of the item.</summary>
    public int Start { get; set; }

    /// <summary>Offset behind the colon or the dash: here the value may start. Where there is no colon, behind the key.</summary>
    public int Head { get; set; }

    /// <summary>Whether there is a colon.</summary>
    public bool HasColon { get; set; }

    /// <summary>Whether it is a merge key.</summary>
    public bool IsMerge { get; set; }

    /// <summary>The value.</summary>
    public SyntaxNode Value { get; set; } = null!;

    /// <summary>Offset behind the last character.</summary>
    public int End => Math.Max(Head, Value.End);
}
