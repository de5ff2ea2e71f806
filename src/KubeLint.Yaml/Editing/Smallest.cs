using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>Takes the setting of a mapping or a list apart, so that only those parts of the text change that say something else.</summary>
internal static class Smallest
{
    /// <summary>The edits that do the same and change less; the edit itself where there are none.</summary>
    /// <param name="edit">An edit of a tree as it was read.</param>
    /// <param name="isOwn">Whether a value that stands there may be changed part by part.</param>
    public static IEnumerable<Edit> Of(Edit edit, Func<Field, bool> isOwn)
    {
        if (edit is not SetValue { Place: { Node: { } old } place, Value: var value } || place.IsUnknown) return [edit];
        if (EditedTree.AreEqual(old, value)) return [];
        return (old, value) switch
        {
            (MappingNode before, MappingNode after) when KeepsOrder(before, after) && isOwn(place) => Parts(place, before, after).SelectMany(e => Of(e, isOwn)),
            (SequenceNode { Items.Count: > 0 } before, SequenceNode { Items.Count: > 0 } after) when isOwn(place) => Parts(place, before, after).SelectMany(e => Of(e, isOwn)),
            _ => [edit],
        };
    }

    // Keys that stay must stay in their order, and new ones come behind them.
    private static bool KeepsOrder(MappingNode before, MappingNode after)
    {
        if (!before.IsComplete) return false;
        var stay = before.Entries.Select(e => e.Key).Where(k => after.Find(k) is not null).ToList();
        return stay.Count > 0 && stay.SequenceEqual(after.Entries.Take(stay.Count).Select(e => e.Key));
    }

    private static IEnumerable<Edit> Parts(Field place, MappingNode before, MappingNode after) =>
        after.Entries.Select(e => (Edit)new SetValue(place[e.Key], e.Value))
            .Concat(before.Entries.Where(e => after.Find(e.Key) is null).Select(e => new Remove(place[e.Key])));

    private static IEnumerable<Edit> Parts(Field place, SequenceNode before, SequenceNode after)
    {
        var (old, wanted) = (before.Items, after.Items);
        var tail = 0;
        if (wanted.Count < old.Count)
        {
            // What goes may go from anywhere; what stays at the end is left as it is.
            while (tail < wanted.Count && EditedTree.AreEqual(old[old.Count - 1 - tail], wanted[wanted.Count - 1 - tail])) tail++;
        }

        var kept = wanted.Count - tail;
        for (var i = 0; i < Math.Min(kept, old.Count); i++) yield return new SetValue(place[i], wanted[i]);
        for (var i = kept; i < old.Count - tail; i++) yield return new Remove(place[i]);
        for (var i = old.Count; i < wanted.Count; i++) yield return new AppendItem(place, wanted[i]);
    }
}
