using System.Text.RegularExpressions;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Makes changed copies of trees. What is not changed is the same node, with the span of whoever wrote it.</summary>
internal static class Rewriting
{
    private static readonly Regex PathPart = new(@"\[[^\]]*\]|(?:\\.|[^.\[])+", RegexOptions.CultureInvariant);

    /// <summary>The keys of a path as replacements write it: a dot within a key is escaped, or stands in brackets.</summary>
    public static IReadOnlyList<string> Keys(string path) => [.. PathPart.Matches(path).Cast<Match>().Select(m => m.Value.Trim('[', ']').Replace("\\.", "."))];

    /// <summary>The mapping with a value at a key, which is added where it is missing.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="keySpan">Where the key was written that holds the value now.</param>
    /// <param name="value">The value.</param>
    public static MappingNode With(this MappingNode mapping, string key, SourceSpan keySpan, Node value)
    {
        var entries = mapping.Entries.ToList();
        var index = entries.FindIndex(e => e.Key == key);
        var entry = new MappingEntry(key, keySpan, value);
        if (index < 0) entries.Add(entry);
        else entries[index] = entry;
        return new MappingNode(mapping.Span, entries.ToArray(), mapping.IsComplete);
    }

    /// <summary>The mapping without a key.</summary>
    public static MappingNode Without(this MappingNode mapping, string key) =>
        new(mapping.Span, mapping.Entries.Where(e => e.Key != key).ToArray(), mapping.IsComplete);

    /// <summary>The list with other items.</summary>
    public static SequenceNode With(this SequenceNode list, IEnumerable<Node> items) => new(list.Span, items.ToArray(), list.IsComplete);

    /// <summary>
    /// Changes what stands at a path, in every item of the lists on the way. What is unknown stays so.
    /// </summary>
    /// <param name="node">Where the path starts.</param>
    /// <param name="path">The keys; one that ends in <c>[]</c> is that of a list, and never made.</param>
    /// <param name="made">Who writes the mappings and keys that are missing on the way; null where then nothing is to be done.</param>
    /// <param name="change">What is to stand there; is given null where nothing does.</param>
    public static Node ChangeAt(Node node, IReadOnlyList<string> path, SourceSpan? made, Func<Node?, Node> change) => ChangeAt(node, path, 0, made, change);

    /// <summary>The tree with what stands at a path made unknown.</summary>
    /// <param name="node">Where the path starts.</param>
    /// <param name="path">The keys. Containers stay, though nothing is known of them: a change never takes the last one away.</param>
    public static Node Hide(Node node, IReadOnlyList<string> path) => Hide(node, path, 0);

    /// <summary>Whether there is a value, other than null.</summary>
    public static bool IsThere(Node? node) => node is not (null or ScalarNode { Type: ScalarType.Null });

    /// <summary>Whether anything in a tree is not known.</summary>
    public static bool HasUnknown(Node node) => node switch
    {
        UnknownNode => true,
        MappingNode mapping => !mapping.IsComplete || mapping.Entries.Any(e => HasUnknown(e.Value)),
        SequenceNode list => !list.IsComplete || list.Items.Any(HasUnknown),
        _ => false,
    };

    private static Node ChangeAt(Node node, IReadOnlyList<string> path, int depth, SourceSpan? made, Func<Node?, Node> change)
    {
        if (depth == path.Count) return change(node);
        switch (node)
        {
            case SequenceNode list:
                var items = list.Items.Select(item => ChangeAt(item, path, depth, made, change)).ToList();
                return items.SequenceEqual(list.Items) ? list : list.With(items);
            case MappingNode mapping:
                var isList = path[depth].EndsWith("[]", StringComparison.Ordinal);
                var key = isList ? path[depth].Substring(0, path[depth].Length - 2) : path[depth];
                if (mapping.Find(key) is { } entry && IsThere(entry.Value))
                {
                    var changed = ChangeAt(entry.Value, path, depth + 1, made, change);
                    return changed == entry.Value ? mapping : mapping.With(key, entry.KeySpan, changed);
                }

                if (made is not { } span || isList) return mapping;
                return mapping.With(key, span, depth + 1 == path.Count ? change(null) : ChangeAt(new MappingNode(span, []), path, depth + 1, made, change));
            default:
                return node;
        }
    }

    private static Node Hide(Node node, IReadOnlyList<string> path, int depth)
    {
        if (depth == path.Count || node is not MappingNode mapping) return new UnknownNode(node.Span);
        if (path[depth] is "containers" or "initContainers" && mapping.Find(path[depth]) is { Value: SequenceNode list } held)
            return mapping.With(held.Key, held.KeySpan, new SequenceNode(list.Span, [.. list.Items.Select(i => new UnknownNode(i.Span))], false));
        return mapping.Find(path[depth]) is { } entry
            ? mapping.With(entry.Key, entry.KeySpan, Hide(entry.Value, path, depth + 1))
            : mapping.With(path[depth], mapping.Span, new UnknownNode(mapping.Span));
    }
}
