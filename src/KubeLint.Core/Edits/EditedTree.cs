using KubeLint.Syntax;

namespace KubeLint.Edits;

/// <summary>What a tree is to be once edits are made: what every front end is measured by.</summary>
public static class EditedTree
{
    /// <summary>The tree with edits made in it. Nodes that no edit touches are the same nodes.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="edits">Edits of places in it, or in a tree of the same shape.</param>
    /// <exception cref="RefusedEditException">A place is not known, or no such edit can be made there.</exception>
    public static Node Apply(Node root, IEnumerable<Edit> edits)
    {
        foreach (var edit in EditPlan.Order(edits)) root = Apply(root, edit);
        return root;
    }

    /// <summary>Whether two trees say the same: types and texts, completeness, and the order of keys. Spans don't count.</summary>
    /// <param name="a">One tree.</param>
    /// <param name="b">The other.</param>
    /// <param name="inAnyOrder">Whether the order of keys counts for nothing.</param>
    public static bool AreEqual(Node a, Node b, bool inAnyOrder = false)
    {
        switch (a, b)
        {
            case (ScalarNode { Type: ScalarType.Null }, ScalarNode { Type: ScalarType.Null }):
                return true;
            case (ScalarNode one, ScalarNode other):
                return one.Type == other.Type && one.Text == other.Text;
            case (UnknownNode one, UnknownNode other):
                return one.Text == other.Text && one.Scope == other.Scope;
            case (SequenceNode one, SequenceNode other):
                if (one.IsComplete != other.IsComplete || one.Items.Count != other.Items.Count) return false;
                for (var i = 0; i < one.Items.Count; i++)
                {
                    if (!AreEqual(one.Items[i], other.Items[i], inAnyOrder)) return false;
                }

                return true;
            case (MappingNode one, MappingNode other):
                if (one.IsComplete != other.IsComplete || one.Entries.Count != other.Entries.Count) return false;
                for (var i = 0; i < one.Entries.Count; i++)
                {
                    var (mine, theirs) = (one.Entries[i], inAnyOrder ? other.Find(one.Entries[i].Key) : other.Entries[i]);
                    if (mine.Key != theirs?.Key || !AreEqual(mine.Value, theirs.Value.Value, inAnyOrder)) return false;
                }

                return true;
            default:
                return false;
        }
    }

    private static Node Apply(Node root, Edit edit)
    {
        var place = EditPlan.PlaceOf(edit);
        var path = place.Steps;
        return edit switch
        {
            SetValue set => At(root, path, path.Count, place, old => old is UnknownNode ? throw Unknown(place) : set.Value),
            AppendItem append => At(root, path, path.Count, place, old => Append(old, append)),
            Remove => At(root, path, path.Count - 1, place, holder => Without(holder, path[path.Count - 1], place)),
            RenameKey rename => At(root, path, path.Count - 1, place, holder => Renamed(holder, path[path.Count - 1].Key, rename)),
            _ => root,
        };
    }

    // Follows as many steps of the path as are asked for, and puts what the change makes of the node there in its place.
    private static Node At(Node? node, IReadOnlyList<FieldStep> path, int count, Field place, Func<Node?, Node> change, int depth = 0)
    {
        if (count < 0) throw new RefusedEditException("an object itself can't be removed or renamed");
        if (depth == count) return change(node);
        var step = path[depth];
        Node Deeper(Node? child) => At(child, path, count, place, change, depth + 1);
        switch (node)
        {
            case MappingNode mapping when step.Key is { } key:
                var index = IndexOf(mapping, key);
                if (index < 0 && !mapping.IsComplete) throw Unknown(place);
                var entries = mapping.Entries.ToList();
                if (index < 0) entries.Add(new MappingEntry(key, default, Deeper(null)));
                else entries[index] = entries[index] with { Value = Deeper(entries[index].Value) };
                return new MappingNode(mapping.Span, entries, mapping.IsComplete);
            case SequenceNode sequence when step.Key is null && step.Index < sequence.Items.Count:
                var items = sequence.Items.ToList();
                items[step.Index] = Deeper(items[step.Index]);
                return new SequenceNode(sequence.Span, items, sequence.IsComplete);
            case null or ScalarNode { Type: ScalarType.Null } when step.Key is { } key:
                return Literal.Map((key, Deeper(null)));
            case UnknownNode:
                throw Unknown(place);
            default:
                throw Missing(place);
        }
    }

    private static Node Append(Node? old, AppendItem append) => old switch
    {
        null or ScalarNode { Type: ScalarType.Null } => Literal.List(append.Item),
        SequenceNode list => new SequenceNode(list.Span, [.. list.Items, append.Item], list.IsComplete),
        UnknownNode => throw Unknown(append.List),
        _ => throw new RefusedEditException($"'{append.List.Path}' is no list"),
    };

    private static Node Without(Node? holder, FieldStep step, Field place)
    {
        switch (holder)
        {
            case MappingNode mapping when step.Key is { } key && IndexOf(mapping, key) >= 0:
                return new MappingNode(mapping.Span, [.. mapping.Entries.Where(e => e.Key != key)], mapping.IsComplete);
            case SequenceNode sequence when step.Key is null && step.Index < sequence.Items.Count:
                return new SequenceNode(sequence.Span, [.. sequence.Items.Where((_, i) => i != step.Index)], sequence.IsComplete);
            default:
                throw Missing(place);
        }
    }

    private static Node Renamed(Node? holder, string? key, RenameKey rename)
    {
        if (holder is not MappingNode mapping || key is null || IndexOf(mapping, key) is not (>= 0 and var index)) throw Missing(rename.Entry);
        if (key != rename.Key && (IndexOf(mapping, rename.Key) >= 0 || !mapping.IsComplete))
            throw new RefusedEditException($"the key '{rename.Key}' stands beside '{rename.Entry.Path}' already, or may stand there");
        var entries = mapping.Entries.ToList();
        entries[index] = entries[index] with { Key = rename.Key };
        return new MappingNode(mapping.Span, entries, mapping.IsComplete);
    }

    private static int IndexOf(MappingNode mapping, string key)
    {
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (mapping.Entries[i].Key == key) return i;
        }

        return -1;
    }

    private static RefusedEditException Unknown(Field place) => new($"what stands at '{place.Path}' is not known here");

    private static RefusedEditException Missing(Field place) => new($"there is no place '{place.Path}' to change");
}
