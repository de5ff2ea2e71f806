using System.Globalization;
using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>Reads configuration that is written in JSON. Source: Terraform, "JSON Configuration Syntax".</summary>
internal sealed class ConfigurationReader
{
    private const string Comment = "//";

    // What Terraform itself reads in a resource.
    private static readonly HashSet<string> MetaArguments = new(StringComparer.Ordinal) { Comment, "count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner" };

    private readonly List<TerraformResource> resources = [];
    private readonly Dictionary<string, Node> locals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instance> instances = new(StringComparer.Ordinal);

    /// <summary>Reads one file. Instances are told apart where <c>count</c> and <c>for_each</c> are literal.</summary>
    public static TerraformContent Read(MappingNode root)
    {
        var reader = new ConfigurationReader();
        foreach (var block in Blocks(root, "locals"))
        {
            foreach (var entry in block.Entries) reader.locals[entry.Key] = entry.Value;
        }

        foreach (var type in Blocks(root, "resource").SelectMany(Labels))
        {
            foreach (var named in Objects(type.Value).SelectMany(Labels))
            {
                foreach (var body in Objects(named.Value)) reader.ReadResource($"{type.Key}.{named.Key}", named.KeySpan, body);
            }
        }

        return new TerraformContent(References.Resolve(reader.resources, reader.AddressesIn));
    }

    private void ReadResource(string name, SourceSpan place, MappingNode body)
    {
        var type = name.Substring(0, name.IndexOf('.'));
        foreach (var instance in InstancesOf(body))
        {
            var address = instance.Index is { } index ? $"{name}[{index}]" : name;
            instances[address] = instance;
            var values = (MappingNode)new Evaluation(locals, instance).Of(new MappingNode(place, [.. body.Entries.Where(e => !MetaArguments.Contains(e.Key))], body.IsComplete));
            resources.Add(new TerraformResource(type, address, place, WithDynamicBlocks(values)));
        }
    }

    // What a dynamic block makes of its content is not known.
    private static MappingNode WithDynamicBlocks(MappingNode values)
    {
        var entries = new List<MappingEntry>();
        foreach (var entry in values.Entries)
        {
            if (entry.Key == "dynamic") entries.AddRange(Objects(entry.Value).SelectMany(o => o.Entries).Select(e => e with { Value = new UnknownNode(e.Value.Span) }));
            else entries.Add(entry with { Value = Inner(entry.Value) });
        }

        return new MappingNode(values.Span, entries.ToArray(), values.IsComplete);

        static Node Inner(Node node) => node switch
        {
            MappingNode mapping => WithDynamicBlocks(mapping),
            SequenceNode list => new SequenceNode(list.Span, [.. list.Items.Select(Inner)], list.IsComplete),
            _ => node,
        };
    }

    private IEnumerable<Instance> InstancesOf(MappingNode body)
    {
        var evaluation = new Evaluation(locals, Instance.Single);
        if (body.Find("for_each") is { } each)
        {
            return evaluation.Of(each.Value) switch
            {
                MappingNode { IsComplete: true } map when map.Entries.All(e => Evaluation.IsPlain(e.Key)) => map.Entries.Select(e => new Instance($"\"{e.Key}\"", ScalarNode.OfString(e.KeySpan, e.Key), e.Value)),
                SequenceNode { IsComplete: true } set when set.Items.All(i => i is ScalarNode) => set.Items.Cast<ScalarNode>().Select(i => i.Text).Distinct().Select(key => new Instance($"\"{key}\"", ScalarNode.OfString(each.KeySpan, key), ScalarNode.OfString(each.KeySpan, key))),
                _ => [Instance.Some],
            };
        }

        if (body.Find("count") is not { } count) return [Instance.Single];
        return evaluation.Of(count.Value) is ScalarNode { Integer: { } number and >= 0 and <= 1_000 }
            ? Enumerable.Range(0, (int)number).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(i => new Instance(i, ScalarNode.OfInteger(count.KeySpan, long.Parse(i, CultureInfo.InvariantCulture)), null))
            : [Instance.Some];
    }

    private IReadOnlyList<string>? AddressesIn(TerraformResource resource, string text)
    {
        if (Expression.Inside(text) is not { } expression) return null;
        var from = instances[resource.Address];
        if (new Evaluation(locals, from).AddressOf(expression) is not { } reference) return null;
        if (instances.ContainsKey(reference.Address)) return [reference.Address];

        // All instances are meant by a splat; without it, one of several that is not known.
        var all = reference.Address.EndsWith("]", StringComparison.Ordinal) ? [] : resources.Where(r => r.Address.StartsWith(reference.Address + "[", StringComparison.Ordinal)).Select(r => r.Address).ToList();
        if (reference.IsSplat) return all.Count > 0 ? all : null;

        // Another file of the folder may declare it.
        return all.Count == 0 ? [reference.Address] : null;
    }

    private static IEnumerable<MappingNode> Blocks(MappingNode root, string key) => root.Find(key) is { } found ? Objects(found.Value) : [];

    // Each level may be an object, or a list of objects.
    private static IEnumerable<MappingNode> Objects(Node node) => node switch
    {
        MappingNode mapping => [mapping],
        SequenceNode list => list.Items.OfType<MappingNode>(),
        _ => [],
    };

    private static IEnumerable<MappingEntry> Labels(MappingNode mapping) => mapping.Entries.Where(e => e.Key != Comment);
}

/// <summary>One instance of a resource.</summary>
/// <param name="Index">Its index in the address, as written there; null for none.</param>
/// <param name="Key">What <c>each.key</c> or <c>count.index</c> is in it; null where that is not known.</param>
/// <param name="Value">What <c>each.value</c> is in it; null where that is not known.</param>
internal sealed record Instance(string? Index, ScalarNode? Key, Node? Value)
{
    /// <summary>The only one.</summary>
    public static Instance Single { get; } = new(null, null, null);

    /// <summary>One that stands for any number of them.</summary>
    public static Instance Some { get; } = new("*", null, null);
}
