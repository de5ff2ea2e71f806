using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Resources;
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
    private IReadOnlyList<Resource>? resources;

    /// <summary>Its node, as its own code makes it.</summary>
    /// <param name="files">The files that places stand in.</param>
    public MappingNode NodeIn(SourceFiles files) => own ??= new NodeBuilder(files, Fate, null).Root(Value);

    /// <summary>What it declares, as its own code makes it.</summary>
    /// <param name="files">The files that places stand in.</param>
    public IReadOnlyList<Resource> ResourcesIn(SourceFiles files) => resources ??= Read(files, NodeIn(files));

    /// <summary>What it declares, where what code at other places may write is unknown; the same list as its own where none does.</summary>
    /// <param name="files">The files that places stand in.</param>
    /// <param name="elsewhere">What that code writes, which matters where it has got the object.</param>
    public IReadOnlyList<Resource> ResourcesIn(SourceFiles files, WrittenElsewhere elsewhere)
    {
        var known = ResourcesIn(files);
        if (!Fate.HasEscaped(Value) || (Fate.WrittenBlindly.Count == 0 && !elsewhere.MayChange(Fate.KnownIn(Value)))) return known;
        changed ??= new NodeBuilder(files, Fate, elsewhere).Root(Value);
        return EditedTree.AreEqual(changed, NodeIn(files)) ? known : Read(files, changed);
    }

    /// <summary>Whether a node is this object's own.</summary>
    public bool Is(Node? node) => node is not null && (ReferenceEquals(node, own) || ReferenceEquals(node, changed));

    private IReadOnlyList<Resource> Read(SourceFiles files, MappingNode root) => [.. Resource.ReadAll(new Document(files.Of(Tree), root, Options))];
}
