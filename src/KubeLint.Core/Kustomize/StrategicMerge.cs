using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>
/// Merges a patch into an object as kustomize does: mappings key by key, lists by their merge keys or not at all, null
/// takes away. What the patch says comes first in a merged list.
/// </summary>
/// <param name="id">The object, whose kind says how its lists are merged.</param>
/// <param name="hasOwnSchema">Whether the kustomization describes other kinds itself, so that their lists may be merged too.</param>
internal sealed class StrategicMerge(ObjectId id, bool hasOwnSchema)
{
    private const string Directive = "$patch";

    /// <summary>The object with a patch merged into it; null where the patch takes it away.</summary>
    /// <exception cref="KustomizeException">The patch does not fit.</exception>
    public Node? Apply(Node target, Node patch) => Merge(target, patch, "");

    private Node? Merge(Node? old, Node patch, string path)
    {
        switch (patch)
        {
            case ScalarNode { Type: ScalarType.Null }:
                return null;
            case MappingNode mapping:
                return MergeMapping(old, mapping, path);
            case SequenceNode list:
                return MergeList(old, list, path);
            default:
                return patch;
        }
    }

    private Node? MergeMapping(Node? old, MappingNode patch, string path)
    {
        var directive = patch.Find(Directive)?.Value;
        if (directive is UnknownNode || old is UnknownNode) return new UnknownNode((old ?? patch).Span);
        switch ((directive as ScalarNode)?.Text)
        {
            case "delete":
                return null;
            case "replace":
                return patch.Without(Directive);
            case not (null or "merge"):
                throw new KustomizeException(directive!.Span, $"'{((ScalarNode)directive).Text}' is no directive of a patch");
        }

        if (Rewriting.IsThere(old) && old is not MappingNode) throw new KustomizeException(patch.Span, $"the patch has a mapping at '{path}', and the object has none");
        var result = old as MappingNode ?? new MappingNode(patch.Span, []);
        foreach (var change in patch.Entries)
        {
            if (change.Key == Directive) continue;
            if (change.Key.StartsWith("$", StringComparison.Ordinal))
            {
                // kustomize does not know the other directives, so what becomes of the list is not known.
                var list = change.Key.Substring(change.Key.IndexOf('/') + 1);
                result = result.With(list, change.KeySpan, new UnknownNode(change.KeySpan));
                continue;
            }

            var before = result.Find(change.Key);
            var merged = Merge(before?.Value, change.Value, path.Length == 0 ? change.Key : path + "/" + change.Key);
            if (merged is null) result = before is null ? result : result.Without(change.Key);
            else result = result.With(change.Key, IsMerged(before?.Value, merged) ? before!.Value.KeySpan : change.KeySpan, merged);
        }

        return patch.IsComplete ? result : new MappingNode(result.Span, result.Entries, false);
    }

    // What was merged is still that of the object, whatever was added to it.
    private static bool IsMerged(Node? old, Node merged) => old is not null && merged is not ScalarNode && merged.Span == old.Span;

    private Node? MergeList(Node? old, SequenceNode patch, string path)
    {
        var keys = MergeKeys.Of(id, path);
        if (keys is null) return hasOwnSchema && !MergeKeys.IsOfKubernetes(id) ? new UnknownNode(patch.Span) : patch;
        if (old is UnknownNode) return old;
        var directive = patch.Items.OfType<MappingNode>().Where(i => i.Entries.Count == 1).Select(i => i.Find(Directive)?.Value).OfType<ScalarNode>().FirstOrDefault();
        var items = patch.Items.Where(i => i is not MappingNode { Entries.Count: 1 } single || single.Find(Directive) is null).ToList();
        if (directive?.Text == "delete") return null;
        if (directive?.Text == "replace" || (Rewriting.IsThere(old) && old is not SequenceNode)) return patch.With(items);
        return MergeItems(old as SequenceNode ?? new SequenceNode(patch.Span, []), items, keys, path);
    }

    private SequenceNode MergeItems(SequenceNode old, List<Node> items, string[] keys, string path)
    {
        // Which item is which can't be told where one is unknown. Containers stay: a merge rarely takes the last one away.
        if (!old.IsComplete || old.Items.Concat(items).Any(i => !HasKeys(i, keys)))
        {
            var rest = path.EndsWith("ontainers", StringComparison.Ordinal) && old.Items.Count > 0 ? old.Items : [.. old.Items, .. items];
            return new SequenceNode(old.Span, [.. rest.Select(i => new UnknownNode(i.Span))], false);
        }

        var left = old.Items.ToList();
        var result = new List<Node>();
        foreach (var item in items)
        {
            var index = left.FindIndex(o => AreSame(o, item, keys));
            if (keys.Length == 0) result.Add(item);
            else if (Merge(index < 0 ? null : left[index], item, path) is { } merged) result.Add(merged);
            if (index >= 0) left.RemoveAt(index);
        }

        return old.With(result.Concat(left));
    }

    private static bool HasKeys(Node item, string[] keys) => keys.Length == 0
        ? item is ScalarNode
        : item is MappingNode { IsComplete: true } mapping && mapping.Find(keys[0])?.Value is ScalarNode && keys.All(k => mapping.Find(k)?.Value is null or ScalarNode);

    // A key that one of them leaves out parts them as little as one that is the same.
    private static bool AreSame(Node a, Node b, string[] keys)
    {
        if (keys.Length == 0) return EditedTree.AreEqual(a, b);
        var (one, other) = ((MappingNode)a, (MappingNode)b);
        return keys.All(key => one.Find(key)?.Value is not ScalarNode mine || other.Find(key)?.Value is not ScalarNode theirs || mine.Text == theirs.Text);
    }
}
