using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>An object that code makes.</summary>
/// <param name="Value">The object as it is at the code's end.</param>
/// <param name="Tree">The file that it is made in.</param>
/// <param name="Options">What the user configured for the file.</param>
/// <param name="Fate">What becomes of the values of the code that makes it.</param>
internal sealed record MadeObject(MapValue Value, SyntaxTree Tree, LintOptions Options, Fate Fate)
{
    // It is looked at alone, and again together with all others.
    private MappingNode? own;
    private MappingNode? changed;

    /// <summary>Whether other code has it, and may change it.</summary>
    public bool HasEscaped { get; } = Fate.HasEscaped(Value);

    /// <summary>Its node, as its own code makes it.</summary>
    /// <param name="files">The files that places stand in.</param>
    public MappingNode NodeIn(SourceFiles files) => own ??= new NodeBuilder(files, Fate, null).Root(Value);

    /// <summary>Its node, where what code at other places may write is unknown; the same as its own where none does.</summary>
    /// <param name="files">The files that places stand in.</param>
    /// <param name="elsewhere">What that code writes, which matters where it has got the object.</param>
    public MappingNode NodeIn(SourceFiles files, WrittenElsewhere elsewhere)
    {
        var known = NodeIn(files);
        if (!HasEscaped || (Fate.WrittenBlindly.Count == 0 && !elsewhere.MayChange(Fate.Reachable(Value)))) return known;
        return changed ??= new NodeBuilder(files, Fate, elsewhere).Root(Value) is var node && EditedTree.AreEqual(node, known) ? known : node;
    }

    /// <summary>Whether a node is this object's own.</summary>
    public bool Is(Node? node) => node is not null && (ReferenceEquals(node, own) || ReferenceEquals(node, changed));
}
