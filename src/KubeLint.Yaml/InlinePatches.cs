using KubeLint.Syntax;

namespace KubeLint.Yaml;

/// <summary>Kustomizations hold patches as text; the model sees what the text says.</summary>
internal static class InlinePatches
{
    private static readonly Dictionary<string, string?> Places = new() { ["patches"] = "patch", ["patchesJson6902"] = "patch", ["patchesStrategicMerge"] = null };

    /// <summary>The root of a kustomization with its inline patches read. Text that is no patch stays text.</summary>
    public static MappingNode Read(MappingNode root, StringPool strings)
    {
        if (!root.Entries.Any(e => Places.ContainsKey(e.Key))) return root;
        return new MappingNode(root.Span, [.. root.Entries.Select(e => Places.TryGetValue(e.Key, out var key) && e.Value is SequenceNode list
            ? e with { Value = new SequenceNode(list.Span, [.. list.Items.Select(item => ReadItem(item, key, strings))], list.IsComplete) }
            : e)], root.IsComplete);
    }

    private static Node ReadItem(Node item, string? key, StringPool strings)
    {
        if (key is null) return ReadText(item, strings);
        return item is MappingNode mapping
            ? new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e.Key == key ? e with { Value = ReadText(e.Value, strings) } : e)], mapping.IsComplete)
            : item;
    }

    private static Node ReadText(Node node, StringPool strings)
    {
        var text = node switch { ScalarNode { Type: ScalarType.String } scalar => scalar.Text, UnknownNode unknown => unknown.Text, _ => null };
        if (text is null || text.IndexOfAny(['\n', '{']) < 0) return node;

        // Several patches in one text are more than one node can hold; as text they may change anything.
        if (DocumentScanner.Scan(text).Count(d => d.Shape != RootShape.Empty) != 1) return node;
        try
        {
            // Its spans point into the patch's own text; nothing is ever reported there.
            var file = new SourceFile(node.Span.File.Path, text);
            return new YamlReader(file, text, 0, text.Length, strings, readsContainers: false).ReadRoot() ?? node;
        }
        catch (Exception e) when (e is UnreadableException or TemplateException)
        {
            return node;
        }
    }
}
