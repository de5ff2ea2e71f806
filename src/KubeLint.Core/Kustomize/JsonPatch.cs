using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Makes the changes of a JSON patch (RFC 6902).</summary>
internal static class JsonPatch
{
    /// <summary>The tree with the operations of a patch made in it.</summary>
    /// <exception cref="KustomizeException">An operation can't be made.</exception>
    public static Node Apply(Node root, SequenceNode patch)
    {
        if (!patch.IsComplete) throw new KustomizeException(patch.Span, "not all operations of this patch are known");
        foreach (var operation in patch.Items) root = Apply(root, Field.Root(operation));
        return root;
    }

    private static Node Apply(Node root, Field operation)
    {
        var place = operation["path"];
        var path = Pointer(place);
        Node Value() => operation["value"] is { IsUnknown: true, Node: null } ? new UnknownNode(operation.Node!.Span) : operation["value"].Node ?? ScalarNode.OfNull(operation.Node!.Span);
        switch (operation["op"].Text)
        {
            case "add":
                return Add(root, path, Value(), place);
            case "remove":
                return At(root, path, place, (holder, key) => Removed(holder, key, place));
            case "replace" when path.Length == 0:
                return Value();
            case "replace":
                return At(root, path, place, (holder, key) => Replaced(holder, key, Value(), place));
            case "move":
                var from = Pointer(operation["from"]);
                var moved = Find(root, from, operation["from"]);
                return Add(At(root, from, operation["from"], (holder, key) => Removed(holder, key, operation["from"])), path, moved, place);
            case "copy":
                return Add(root, path, Find(root, Pointer(operation["from"]), operation["from"]), place);
            case "test":
                Test(root, path, Value(), place);
                return root;
            default:
                throw new KustomizeException(operation.Node!.Span, $"'{operation["op"].Written}' is no operation of a JSON patch");
        }
    }

    /// <summary>The keys of a pointer (RFC 6901).</summary>
    public static string[] Keys(string pointer) => [.. pointer.Split('/').Skip(pointer[0] == '/' ? 1 : 0).Select(s => s.Replace("~1", "/").Replace("~0", "~"))];

    // RFC 6901.
    private static string[] Pointer(Field pointer)
    {
        if (pointer.Text is not { } text) throw new KustomizeException(pointer.Span, "this operation names no place that is known");
        if (text.Length == 0) return [];
        return Keys(text);
    }

    private static Node Add(Node root, string[] path, Node value, Field place) => path.Length == 0 ? value : At(root, path, place, (holder, key) => holder switch
    {
        MappingNode mapping => mapping.With(key, place.Span, value),
        SequenceNode list => Inserted(list, key, value, place),
        _ => throw Missing(place),
    });

    private static SequenceNode Inserted(SequenceNode list, string key, Node value, Field place)
    {
        var index = key == "-" ? list.Items.Count : Index(list, key, list.Items.Count + 1, place);
        if (!list.IsComplete) return new SequenceNode(list.Span, [.. list.Items.Select(i => new UnknownNode(i.Span))], false);
        return list.With([.. list.Items.Take(index), value, .. list.Items.Skip(index)]);
    }

    private static Node Removed(Node holder, string key, Field place)
    {
        switch (holder)
        {
            case MappingNode mapping:
                if (mapping.Find(key) is null && mapping.IsComplete) throw Missing(place);
                return mapping.Without(key);
            case SequenceNode list:
                var index = Index(list, key, list.Items.Count, place);
                return list.With(list.Items.Where((_, i) => i != index));
            default:
                throw Missing(place);
        }
    }

    private static Node Replaced(Node holder, string key, Node value, Field place)
    {
        switch (holder)
        {
            case MappingNode mapping:
                // The RFC wants the key to be there; the library that kustomize uses adds it.
                return mapping.With(key, place.Span, value);
            case SequenceNode list:
                var index = Index(list, key, list.Items.Count, place);
                return list.With(list.Items.Select((item, i) => i == index ? value : item));
            default:
                throw Missing(place);
        }
    }

    private static void Test(Node root, string[] path, Node expected, Field place)
    {
        // The library that kustomize uses takes a key that is not there for a null.
        var found = Find(root, path, place, isOptional: true);
        if (!EditedTree.AreEqual(found, expected, inAnyOrder: true) && !Rewriting.HasUnknown(found) && !Rewriting.HasUnknown(expected))
            throw new KustomizeException(place.Span, $"the test of '{place.Text}' fails");
    }

    private static Node Find(Node root, string[] path, Field place, bool isOptional = false)
    {
        foreach (var key in path)
        {
            switch (root)
            {
                case MappingNode mapping when mapping.Find(key) is { } entry:
                    root = entry.Value;
                    break;
                case MappingNode { IsComplete: false } or UnknownNode:
                    return new UnknownNode(root.Span);
                case SequenceNode list:
                    root = list.Items[Index(list, key, list.Items.Count, place)];
                    break;
                case MappingNode when isOptional:
                    return ScalarNode.OfNull(place.Span);
                default:
                    throw Missing(place);
            }
        }

        return root;
    }

    private static Node At(Node node, string[] path, Field place, Func<Node, string, Node> change, int depth = 0)
    {
        if (path.Length == 0) throw Missing(place);
        if (node is UnknownNode) return node;
        if (depth == path.Length - 1) return change(node, path[depth]);
        switch (node)
        {
            case MappingNode mapping when mapping.Find(path[depth]) is { } entry:
                return mapping.With(entry.Key, entry.KeySpan, At(entry.Value, path, place, change, depth + 1));
            case MappingNode { IsComplete: false } mapping:
                return mapping.With(path[depth], place.Span, new UnknownNode(place.Span));
            case SequenceNode list:
                var index = Index(list, path[depth], list.Items.Count, place);
                return list.With(list.Items.Select((item, i) => i == index ? At(item, path, place, change, depth + 1) : item));
            default:
                throw Missing(place);
        }
    }

    private static int Index(SequenceNode list, string key, int count, Field place)
    {
        if (!int.TryParse(key, out var index)) throw Missing(place);
        if (index < 0) index += list.Items.Count;
        return index >= 0 && index < count ? index : throw Missing(place);
    }

    private static KustomizeException Missing(Field place) => new(place.Span, $"there is no place '{place.Text}' to change");
}
