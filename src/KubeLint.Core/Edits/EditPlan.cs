using KubeLint.Syntax;

namespace KubeLint.Edits;

/// <summary>
/// The order in which edits of one tree can be made one after the other, although each names its place in the tree as it
/// was read: first what moves nothing, then removals and new keys, the deepest first and lists from their end.
/// </summary>
public static class EditPlan
{
    /// <summary>Orders edits. What is said twice is done once. Documents that edits add are trees of their own and left out.</summary>
    /// <param name="edits">Edits of one tree.</param>
    /// <exception cref="RefusedEditException">Two of them contradict each other.</exception>
    public static IReadOnlyList<Edit> Order(IEnumerable<Edit> edits)
    {
        var steps = new List<Step>();
        foreach (var edit in edits)
        {
            if (edit is AddDocument) continue;
            var step = new Step(edit, PlaceOf(edit).Steps);
            var clash = steps.FirstOrDefault(other => Clash(step, other));
            if (clash is null) steps.Add(step);
            else if (!AreSame(step, clash)) throw new RefusedEditException($"two changes are asked for at '{PlaceOf(edit).Path}'");
        }

        return [.. steps.Where(s => s.Edit is SetValue or AppendItem)
            .Concat(steps.Where(s => s.Edit is Remove or RenameKey).OrderByDescending(s => s.Path.Count).ThenBy(s => s.Edit is RenameKey).ThenByDescending(s => s.Path.LastOrDefault().Index))
            .Select(s => s.Edit)];
    }

    /// <summary>The place that an edit changes; for an added document the root of the object beside it.</summary>
    public static Field PlaceOf(Edit edit) => edit switch
    {
        SetValue set => set.Place,
        AppendItem append => append.List,
        RenameKey rename => rename.Entry,
        Remove remove => remove.Place,
        AddDocument add => add.Beside.Root,
        _ => throw new ArgumentException($"{edit.GetType().Name} is no edit that is known here", nameof(edit)),
    };

    /// <summary>The same edit at another place.</summary>
    public static Edit At(Edit edit, Field place) => edit switch
    {
        SetValue set => set with { Place = place },
        AppendItem append => append with { List = place },
        RenameKey rename => rename with { Entry = place },
        Remove remove => remove with { Place = place },
        _ => edit,
    };

    private static bool Clash(Step a, Step b) => (a.Edit, b.Edit) switch
    {
        (RenameKey, RenameKey) => a.Path.Count == b.Path.Count && IsWithin(a, b),
        (SetValue or Remove, SetValue or Remove) => IsWithin(a, b) || IsWithin(b, a),
        (SetValue, AppendItem) => IsWithin(b, a),
        (AppendItem, SetValue) => IsWithin(a, b),
        (Remove, _) => IsWithin(b, a),
        (_, Remove) => IsWithin(a, b),

        // A value may be set and its key renamed; a key in a value that is replaced has none to rename.
        (SetValue, RenameKey) => IsWithin(b, a) && a.Path.Count < b.Path.Count,
        (RenameKey, SetValue) => IsWithin(a, b) && b.Path.Count < a.Path.Count,
        _ => false,
    };

    private static bool IsWithin(Step inner, Step outer)
    {
        if (outer.Path.Count > inner.Path.Count) return false;
        for (var i = 0; i < outer.Path.Count; i++)
        {
            if (outer.Path[i] != inner.Path[i]) return false;
        }

        return true;
    }

    private static bool AreSame(Step a, Step b) => a.Path.Count == b.Path.Count && IsWithin(a, b) && (a.Edit, b.Edit) switch
    {
        (SetValue one, SetValue other) => EditedTree.AreEqual(one.Value, other.Value),
        (RenameKey one, RenameKey other) => one.Key == other.Key,
        (Remove, Remove) => true,
        _ => false,
    };

    private sealed record Step(Edit Edit, IReadOnlyList<FieldStep> Path);
}
