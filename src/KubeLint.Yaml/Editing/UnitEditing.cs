using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>
/// Edits what holds one root, in turns: what stands apart is changed in one turn, and the rest is planned anew in the
/// text that came of it.
/// </summary>
internal sealed class UnitEditing(EditedText edited, int start, int end, Node root, Func<SyntaxTree, WritingStyle> styleOf)
{
    private int end = end;

    /// <summary>Makes edits of places in the root.</summary>
    /// <returns>What the root is to be then.</returns>
    /// <exception cref="RefusedEditException">They can't be made.</exception>
    public Node Make(IReadOnlyList<Edit> edits)
    {
        var expected = EditedTree.Apply(root, edits);
        var tree = SyntaxReader.Read(edited.Text, start, end);
        var editor = new DocumentEditor(tree, end, styleOf(tree));
        var pending = EditPlan.Order(edits.SelectMany(e => Smallest.Of(e, editor.IsOwn)));
        while (pending.Count > 0)
        {
            var turn = new Turn(editor, pending);
            edited.Apply(turn.Changes);
            end += turn.Changes.Sum(c => c.NewText.Length - c.Length);
            pending = turn.Left;

            // An edit of a shared value has made those of its other places too.
            if (pending.Count == 0 || (tree.HasAliases && Says(expected))) break;
            tree = SyntaxReader.Read(edited.Text, start, end);
            editor = new DocumentEditor(tree, end, styleOf(tree));
        }

        return tree.HasAliases && !Says(expected)
            ? throw new RefusedEditException(YamlEditor.Shared)
            : expected;
    }

    private bool Says(Node expected) =>
        TextUnit.Read(new SourceFile(root.Span.File.Path, ""), edited.Text, start, end) is [{ Root: { } found }] && EditCheck.IsSame(expected, found);

    private sealed class Turn
    {
        public Turn(DocumentEditor editor, IReadOnlyList<Edit> pending)
        {
            var taken = new List<TextChange>();
            var holders = new List<SyntaxCollection>();
            var left = new List<Edit>();
            foreach (var edit in pending)
            {
                // Removals and new keys change what places are called, so each waits for all before it.
                if (edit is Remove or RenameKey && (left.Count > 0 || pending[0] is SetValue or AppendItem))
                {
                    left.Add(edit);
                    continue;
                }

                var plan = editor.Plan(edit);
                if (plan.Changes.Any(c => taken.Any(t => c.Start <= t.End && t.Start <= c.End)) || (plan.Holder is not null && holders.Contains(plan.Holder)))
                {
                    left.Add(edit);
                    continue;
                }

                taken.AddRange(plan.Changes);
                if (plan.Holder is not null) holders.Add(plan.Holder);
            }

            Changes = [.. taken.OrderBy(c => c.Start)];
            Left = left;
        }

        public IReadOnlyList<TextChange> Changes { get; }

        public IReadOnlyList<Edit> Left { get; }
    }
}
