using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>What an edit makes of a text.</summary>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Holder">The mapping or list that gains or loses a member; null where none does.</param>
internal sealed record PlannedChange(IReadOnlyList<TextChange> Changes, SyntaxCollection? Holder);

/// <summary>Finds the place of an edit in a document as it is written, and changes it there.</summary>
internal sealed class DocumentEditor(SyntaxTree tree, int end, WritingStyle style)
{
    private readonly BlockEditor block = new(tree.Text, end, style);
    private readonly FlowEditor flow = new(tree.Text, style);

    /// <summary>The changes that one edit makes; none where the text says already what it asks for.</summary>
    /// <exception cref="RefusedEditException">It can't be made.</exception>
    public PlannedChange Plan(Edit edit) => edit switch
    {
        SetValue set => Set(Locate(set.Place), set.Place.Steps, set.Value),
        AppendItem append => Append(Locate(append.List), append),
        Remove remove => Remove(Locate(remove.Place)),
        RenameKey rename => Rename(Locate(rename.Entry), rename.Key),
        _ => throw new ArgumentException($"{edit.GetType().Name} changes no document", nameof(edit)),
    };

    /// <summary>Whether a value may be changed part by part: it is all its own, and no alias or merge key brings it there.</summary>
    public bool IsOwn(Field place)
    {
        var spot = Locate(place);
        return spot is { Missing: 0, IsMerged: false, Value: SyntaxCollection { HasMerge: false } };
    }

    private PlannedChange Set(Spot spot, IReadOnlyList<FieldStep> path, Node value)
    {
        if (spot.Missing == 0) return Replace(spot, value);

        // What a merge key brings is overridden by a key of its own.
        var first = path.Count - spot.Missing;
        for (var i = path.Count - 1; i > first; i--) value = Literal.Map((path[i].Key ?? throw Lost(), value));
        var key = path[first].Key ?? throw Lost();
        return spot.Value is SyntaxCollection { Members.Count: > 0 } holder ? Add(holder, key, value) : Replace(spot, Literal.Map((key, value)));
    }

    private PlannedChange Append(Spot spot, AppendItem append)
    {
        if (spot.Missing > 0) return Set(spot, append.List.Steps, Literal.List(append.Item));
        var value = spot.Value is SyntaxAlias { Target: { } target } ? target : spot.Value;
        return value is SyntaxCollection { IsMapping: false, Members.Count: > 0 } list ? Add(list, null, append.Item) : Replace(spot, Literal.List(append.Item));
    }

    private PlannedChange Add(SyntaxCollection holder, string? key, Node value) =>
        new([.. holder.IsFlow ? flow.Add(holder, key, value) : block.Add(holder, key, value)], holder);

    private PlannedChange Replace(Spot spot, Node value)
    {
        // The root of a document stands behind no key, and no rule replaces it.
        if (spot.Member is not { } member) throw Lost();
        return new PlannedChange([.. member.Holder.IsFlow ? flow.Replace(member, value) : block.Replace(member, value)], null);
    }

    private PlannedChange Remove(Spot spot)
    {
        if (spot.IsMerged) throw new RefusedEditException(YamlEditor.Shared);
        if (spot.Missing > 0) return new PlannedChange([], null);
        if (spot.Member is not { } member) throw Lost();
        var holder = member.Holder;
        if (holder.Members.Count > 1) return new PlannedChange([.. holder.IsFlow ? flow.Remove(member) : block.Remove(member)], holder);
        if (holder.Owner is not { } owner || holder.IsImplied) throw Lost();
        return Replace(new Spot(owner, holder, 0, false), holder.IsMapping ? Literal.Map() : Literal.List()) with { Holder = holder };
    }

    private PlannedChange Rename(Spot spot, string key)
    {
        if (spot.IsMerged) throw new RefusedEditException(YamlEditor.Shared);
        if (spot.Missing > 0) return new PlannedChange([], null);
        if (spot.Member is not { Key: SyntaxScalar old } member) throw Lost();
        var written = member.Holder.IsFlow
            ? FlowWriter.Key(key, old.Style, style.FlowIn(member.Holder))
            : ScalarWriter.WriteText(key, old.Style, style.BlockIn(member.Holder, old.End).Quote, isFlow: false);
        return new PlannedChange([new TextChange(old.Start, old.End - old.Start, written)], null);
    }

    // Goes as far as the text does. Aliases are followed: what they stand for is what would change.
    private Spot Locate(Field place)
    {
        var path = place.Steps;
        var spot = new Spot(null, tree.Root, 0, false);
        for (var i = 0; i < path.Count; i++)
        {
            var node = spot.Value is SyntaxAlias { Target: { } target } ? target : spot.Value;
            var missing = spot with { Missing = path.Count - i };
            switch (node)
            {
                case SyntaxCollection { IsMapping: true } mapping when path[i].Key is { } key:
                    var isLast = i == path.Count - 1;
                    if (mapping.Find(key) is { } own) spot = new Spot(own, own.Value, 0, false);
                    else if (!isLast && FindMerged(mapping, key) is { } merged) spot = new Spot(merged, merged.Value, 0, false);
                    else return missing with { Value = mapping, IsMerged = isLast && FindMerged(mapping, key) is not null };
                    break;
                case SyntaxCollection { IsMapping: false } list when path[i].Key is null && path[i].Index < list.Members.Count:
                    spot = new Spot(list.Members[path[i].Index], list.Members[path[i].Index].Value, 0, false);
                    break;
                case SyntaxScalar { IsNull: true } when path[i].Key is not null:
                    return missing with { Value = node };
                default:
                    throw Lost();
            }
        }

        return spot;
    }

    private static SyntaxMember? FindMerged(SyntaxCollection mapping, string key)
    {
        foreach (var member in mapping.Members.Where(m => m.IsMerge))
        {
            foreach (var source in member.Value is SyntaxCollection { IsMapping: false } list ? list.Members.Select(m => m.Value) : [member.Value])
            {
                var node = source is SyntaxAlias { Target: { } target } ? target : source;
                if (node is SyntaxCollection { IsMapping: true } merged && (merged.Find(key) ?? FindMerged(merged, key)) is { } found) return found;
            }
        }

        return null;
    }

    private static RefusedEditException Lost() => new(YamlEditor.Unsafe);

    /// <summary>Where the steps of an edit lead.</summary>
    /// <param name="Member">The entry or item whose value is reached; null at the root.</param>
    /// <param name="Value">The value that is reached: the edit's own or, where steps are missing, the one that lacks them.</param>
    /// <param name="Missing">How many steps lead nowhere yet.</param>
    /// <param name="IsMerged">Whether a merge key brings what the last step leads to.</param>
    private sealed record Spot(SyntaxMember? Member, SyntaxNode Value, int Missing, bool IsMerged);
}
