using KubeLint.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.CodeFixes;

/// <summary>Changes of the texts of several files that are made together. The same change asked for twice is made once.</summary>
internal sealed class TextEdits
{
    private readonly Dictionary<SyntaxTree, List<TextChange>> byTree = [];

    /// <summary>The files that change.</summary>
    public IReadOnlyCollection<SyntaxTree> Trees => byTree.Keys;

    /// <summary>Replaces a stretch of text.</summary>
    public void Replace(SyntaxTree tree, TextSpan span, string text) => Add(tree, new TextChange(span, text));

    /// <summary>Puts text at a place.</summary>
    public void Insert(SyntaxTree tree, int position, string text) => Add(tree, new TextChange(new TextSpan(position, 0), text));

    /// <summary>Adds a change.</summary>
    public void Add(SyntaxTree tree, TextChange change)
    {
        if (!byTree.TryGetValue(tree, out var changes)) byTree.Add(tree, changes = []);
        if (!changes.Contains(change)) changes.Add(change);
    }

    /// <summary>The changed text of a file.</summary>
    /// <exception cref="RefusedEditException">Two changes want the same place.</exception>
    public SourceText Apply(SyntaxTree tree, CancellationToken cancellation)
    {
        var changes = byTree[tree].OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End).ToList();
        for (var i = 1; i < changes.Count; i++)
            if (changes[i].Span.Start < changes[i - 1].Span.End || changes[i].Span == changes[i - 1].Span) throw new RefusedEditException("two changes want the same place");
        return tree.GetText(cancellation).WithChanges(changes);
    }
}
