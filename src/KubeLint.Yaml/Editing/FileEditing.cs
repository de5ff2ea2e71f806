using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>Edits one file.</summary>
internal sealed class FileEditing(string path, string original)
{
    private readonly SourceFile file = new(path, original);
    private readonly List<DocumentText> documents = [.. DocumentScanner.Scan(original)];
    private readonly List<StyleVotes?> votes = [];

    private bool IsJsonFile => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    // The documents of the file as it was; each is read when what comes before it leaves a question of style open.
    private IEnumerable<StyleVotes> Votes
    {
        get
        {
            for (var i = 0; i < documents.Count; i++)
            {
                if (i == votes.Count) votes.Add(TryVote(documents[i]));
                if (votes[i] is { } found) yield return found;
            }
        }
    }

    /// <summary>Makes edits.</summary>
    /// <exception cref="RefusedEditException">They can't be made.</exception>
    public EditedText Make(IReadOnlyList<Edit> edits)
    {
        var edited = new EditedText(original);

        // From the end, so that the places of what is still to be changed stay where they are.
        var expected = edits.GroupBy(DocumentOf).OrderByDescending(g => g.Key).Select(g => EditDocument(edited, g.Key, [.. g])).ToList();
        if (edited.Changes.Count > 0 && !EditCheck.Passes(path, original, edited.Text, documents, expected)) throw new RefusedEditException(YamlEditor.Unsafe);
        return edited;
    }

    private int DocumentOf(Edit edit)
    {
        var span = RootOf(edit).Span;
        var index = documents.FindLastIndex(d => d.Start <= span.Start);
        return index >= 0 && span.File?.Path == path && span.End <= documents[index].End ? index : throw NotRead();
    }

    private ExpectedDocument EditDocument(EditedText edited, int index, IReadOnlyList<Edit> edits)
    {
        var document = documents[index];
        var units = TextUnit.Read(file, original, document.Start, document.End);
        var placed = edits.Select(e => (Unit: UnitOf(e, units), Edit: e)).Select(p => (p.Unit, Edit: Rebase(p.Edit, units[p.Unit].Root!))).ToList();
        var added = placed.Select(p => p.Edit).OfType<AddDocument>().Select(a => a.Root).ToList();
        var end = document.End;
        if (added.Count > 0)
        {
            if (IsJsonFile || units.Count > 1) throw new RefusedEditException("a file of JSON takes no other document; put the new object into a file of its own");
            var tree = SyntaxReader.Read(original, document.Start, document.End);
            var change = NewDocument.Behind(tree, new WritingStyle(tree, Votes, IsJsonFile), document.Start, document.End, index == documents.Count - 1, added);
            edited.Apply([change]);
            end = change.Start;
        }

        var roots = units.Select(u => u.Root).ToArray();
        foreach (var group in placed.Where(p => p.Edit is not AddDocument).GroupBy(p => p.Unit).OrderByDescending(g => g.Key))
        {
            var unit = units[group.Key];
            var editing = new UnitEditing(edited, unit.Start, Math.Min(unit.End, end), unit.Root!, tree => new WritingStyle(tree, Votes, IsJsonFile));
            roots[group.Key] = editing.Make([.. group.Select(p => p.Edit)]);
        }

        return new ExpectedDocument(index, units, roots, added);
    }

    private static int UnitOf(Edit edit, IReadOnlyList<TextUnit> units)
    {
        var start = RootOf(edit).Span.Start;
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Root is not null && units[i].Start <= start && start < units[i].End) return i;
        }

        throw NotRead();
    }

    // The same edit in the tree of the whole document, of which the object may be a part, and nothing is passed over.
    private static Edit Rebase(Edit edit, Node root)
    {
        var holder = Find(Field.Root(root), RootOf(edit).Span) ?? throw NotRead();
        if (edit is not AddDocument add) return EditPlan.At(edit, holder.At(EditPlan.PlaceOf(edit).Steps));
        if (holder.Parent is not { } list) return edit;
        var kind = list.Parent?["kind"].Text ?? "";
        return kind is "List" or "Template" ? new AppendItem(list, add.Root) : throw new RefusedEditException($"a {kind} holds objects of one kind; declare the new object elsewhere");
    }

    private static Field? Find(Field field, SourceSpan span)
    {
        if (field.Node is not { } node || node.Span.Start > span.Start || node.Span.End < span.End) return null;
        if (node is MappingNode or SequenceNode && node.Span.Start == span.Start && node.Span.Length == span.Length) return field;
        return field.Items.Concat(field.Entries).Select(f => Find(f, span)).FirstOrDefault(f => f is not null);
    }

    private static Node RootOf(Edit edit)
    {
        var field = EditPlan.PlaceOf(edit);
        while (field.Parent is { } parent) field = parent;
        return field.Node ?? throw NotRead();
    }

    private StyleVotes? TryVote(DocumentText document)
    {
        try
        {
            return document.Shape == RootShape.Empty ? null : new StyleVotes(SyntaxReader.Read(original, document.Start, document.End));
        }
        catch (RefusedEditException)
        {
            return null;
        }
    }

    private static RefusedEditException NotRead() => new("this object was not read from this text");
}
