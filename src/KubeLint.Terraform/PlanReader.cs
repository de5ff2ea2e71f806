using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>Reads <c>terraform show -json</c> of a plan or a state.</summary>
internal sealed class PlanReader
{
    private static readonly string[] Majors = ["0", "1"];

    private readonly List<TerraformResource> resources = [];
    private readonly Dictionary<string, Node> unknown = new(StringComparer.Ordinal);
    private readonly PlanConfiguration? configuration;

    private PlanReader(Field root)
    {
        foreach (var change in root["resource_changes"].Items)
        {
            if (change["address"].Text is { } address && change["change"]["after_unknown"].Node is { } parts) unknown[address] = parts;
        }

        configuration = PlanConfiguration.Read(root["configuration"]["root_module"]);
    }

    /// <summary>Reads one.</summary>
    public static TerraformContent Read(MappingNode node)
    {
        var root = Field.Root(node);
        var version = root["format_version"];
        if (version.Text is not { } text || !Majors.Contains(text.Split('.')[0]))
            return new TerraformContent([], $"this output of Terraform has the format {version.Written ?? "of an unknown version"}, and KubeLint reads version 1; update KubeLint, or write the plan with an older Terraform", version.Span);
        var reader = new PlanReader(root);
        reader.ReadModule((root["planned_values"].IsPresent ? root["planned_values"] : root["values"])["root_module"], reader.configuration);
        return new TerraformContent(References.Resolve(reader.resources, reader.configuration));
    }

    private void ReadModule(Field module, PlanConfiguration? declared)
    {
        foreach (var resource in module["resources"].Items)
        {
            if (resource["mode"].Text != "managed" || resource["type"].Text is not { } type || resource["address"].Text is not { } address) continue;
            if (resource["values"].Node is not MappingNode values) continue;
            var expressions = declared?.ExpressionsOf($"{type}.{resource["name"].Text}");
            var merged = Merge(values, unknown.TryGetValue(address, out var parts) ? parts : null, expressions);
            resources.Add(new TerraformResource(type, address, resource["address"].Span, (MappingNode)merged));
        }

        foreach (var child in module["child_modules"].Items)
            ReadModule(child, child["address"].Text is { } address ? declared?.Child(ResourceAddress.LastModule(address)) : null);
    }

    // Puts what is known only after the plan was applied into what is known now. What the configuration does not name is
    // the provider's own to fill in: nobody declared it. Without a configuration that is not known.
    private static Node Merge(Node value, Node? unknown, Node? expressions)
    {
        switch (value)
        {
            case MappingNode mapping:
                var entries = new List<MappingEntry>();
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Value is ScalarNode { Type: ScalarType.Null }) continue;
                    entries.Add(entry with { Value = Merge(entry.Value, Part(unknown, entry.Key), Part(expressions, entry.Key)) });
                }

                foreach (var part in (unknown as MappingNode)?.Entries ?? [])
                {
                    if (entries.Exists(e => e.Key == part.Key) || !IsAnyUnknown(part.Value)) continue;
                    if (expressions is MappingNode written && written.Find(part.Key) is null) continue;
                    entries.Add(new MappingEntry(part.Key, mapping.Span, new UnknownNode(mapping.Span)));
                }

                return new MappingNode(mapping.Span, entries.ToArray(), mapping.IsComplete);
            case SequenceNode sequence:
                var others = (unknown as SequenceNode)?.Items;
                return new SequenceNode(sequence.Span, [.. sequence.Items.Select((item, i) => Merge(item, others is not null && i < others.Count ? others[i] : null, Item(expressions, i, sequence.Items.Count)))], sequence.IsComplete);
            default:
                return unknown is ScalarNode { Boolean: true } ? new UnknownNode(value.Span) : value;
        }
    }

    private static Node? Part(Node? node, string key) => (node as MappingNode)?.Find(key)?.Value;

    // Blocks that a dynamic block makes stand in no list of the configuration.
    private static Node? Item(Node? expressions, int index, int count) => expressions switch
    {
        SequenceNode list when list.Items.Count == count => list.Items[index],
        MappingNode only when count == 1 => only,
        _ => null,
    };

    private static bool IsAnyUnknown(Node node) => node switch
    {
        ScalarNode scalar => scalar.Boolean == true,
        SequenceNode list => list.Items.Any(IsAnyUnknown),
        MappingNode mapping => mapping.Entries.Any(e => IsAnyUnknown(e.Value)),
        _ => false,
    };
}
