using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml;

/// <summary>Kustomizations hold patches as text; the model sees what the text says, where it stands in the file.</summary>
/// <param name="text">The text of the kustomization.</param>
/// <param name="strings">Where equal strings are kept once.</param>
/// <param name="readsContainers">Whether to read into all containers.</param>
internal sealed class InlinePatches(string text, StringPool strings, bool readsContainers)
{
    private static readonly Dictionary<string, string?> Places = new() { ["patches"] = "patch", ["patchesJson6902"] = "patch", ["patchesStrategicMerge"] = null };

    /// <summary>The root of a kustomization with its inline patches read. Text that is no patch stays text.</summary>
    public MappingNode Read(MappingNode root)
    {
        if (!root.Entries.Any(e => Places.ContainsKey(e.Key))) return root;
        return new MappingNode(root.Span, [.. root.Entries.Select(e => Places.TryGetValue(e.Key, out var key) && e.Value is SequenceNode list
            ? e with { Value = new SequenceNode(list.Span, [.. list.Items.Select(item => ReadItem(item, key))], list.IsComplete) }
            : e)], root.IsComplete);
    }

    private Node ReadItem(Node item, string? key)
    {
        if (key is null) return ReadText(item);
        return item is MappingNode mapping
            ? new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e.Key == key ? e with { Value = ReadText(e.Value) } : e)], mapping.IsComplete)
            : item;
    }

    private Node ReadText(Node node)
    {
        var patch = node switch { ScalarNode { Type: ScalarType.String } scalar => scalar.Text, UnknownNode unknown => unknown.Text, _ => null };
        if (patch is null || patch.IndexOfAny(['\n', '{']) < 0) return node;

        // Several patches in one text are more than one node can hold; as text they may change anything.
        if (DocumentScanner.Scan(patch).Count(d => d.Shape != RootShape.Empty) != 1) return node;
        if (Parse(new SourceFile(node.Span.File.Path, patch), patch, 0, patch.Length) is not { } root) return node;
        return InPlace(node, root) ?? At(root, node.Span);
    }

    // What stands in a literal block is YAML of the file itself, at a deeper indent.
    private Node? InPlace(Node node, Node root)
    {
        var (start, end) = (node.Span.Start, Math.Min(node.Span.End, text.Length));
        var line = start < end && text[start] == '|' ? text.IndexOf('\n', start, end - start) : -1;
        return line >= 0 && Parse(node.Span.File, text, line + 1, end) is { } found && EditedTree.AreEqual(found, root) ? found : null;
    }

    private Node? Parse(SourceFile file, string source, int start, int end)
    {
        try
        {
            return new YamlReader(file, source, start, end, strings, readsContainers).ReadRoot();
        }
        catch (Exception e) when (e is UnreadableException or TemplateException)
        {
            return null;
        }
    }

    private static Node At(Node node, SourceSpan span) => node switch
    {
        MappingNode mapping => new MappingNode(span, [.. mapping.Entries.Select(e => new MappingEntry(e.Key, span, At(e.Value, span)))], mapping.IsComplete),
        SequenceNode list => new SequenceNode(span, [.. list.Items.Select(item => At(item, span))], list.IsComplete),
        ScalarNode scalar => scalar.At(span),
        _ => new UnknownNode(span, (node as UnknownNode)?.Text),
    };
}
