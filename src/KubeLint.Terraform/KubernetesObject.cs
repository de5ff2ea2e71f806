using System.Globalization;
using KubeLint.Configuration;
using KubeLint.Syntax;
using KubeLint.Yaml;

namespace KubeLint.Terraform;

/// <summary>
/// The objects that resources of the Kubernetes providers declare, in Kubernetes' own shape: blocks become mappings or
/// lists, names lose their underscores. Source: hashicorp/terraform-provider-kubernetes, kubernetes/schema_*.go and structure_*.go.
/// </summary>
internal static class KubernetesObject
{
    // Blocks that are lists in Kubernetes, by what those are called there.
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["container"] = "containers",
        ["init_container"] = "initContainers",
        ["env"] = "env",
        ["env_from"] = "envFrom",
        ["port"] = "ports",
        ["volume"] = "volumes",
        ["volume_mount"] = "volumeMounts",
        ["toleration"] = "tolerations",
        ["topology_spread_constraint"] = "topologySpreadConstraints",
        ["match_expressions"] = "matchExpressions",
        ["match_fields"] = "matchFields",
        ["match_label_expressions"] = "matchLabelExpressions",
        ["node_selector_term"] = "nodeSelectorTerms",
        ["volume_claim_template"] = "volumeClaimTemplates",
        ["allowed_topologies"] = "allowedTopologies",
        ["preferred_during_scheduling_ignored_during_execution"] = "preferredDuringSchedulingIgnoredDuringExecution",
        ["metric"] = "metrics",
    };

    // What Kubernetes calls otherwise.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["storage_provisioner"] = "provisioner",
        ["load_balancer_source_ranges"] = "loadBalancerSourceRanges",
        ["external_ips"] = "externalIPs",
        ["cluster_ip"] = "clusterIP",
        ["pod_affinity_term"] = "podAffinityTerm",
    };

    // Arguments that hold a user's own keys.
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "labels", "annotations", "match_labels", "node_selector", "parameters", "limits", "requests", "capacity", "volume_attributes",
    };

    // Texts in Terraform that are numbers in Kubernetes where they look like one.
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "replicas", "max_unavailable", "min_available", "max_surge", "target_port", "port",
    };

    /// <summary>The objects that a resource declares; null where it is none of a Kubernetes provider.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="file">The file it stands in.</param>
    /// <param name="options">What the user configured for the file.</param>
    public static IReadOnlyList<Node>? From(TerraformResource resource, SourceFile file, LintOptions options)
    {
        var root = Field.Root(resource.Values);
        switch (resource.Type)
        {
            case "kubernetes_manifest":
                return root["manifest"].Node is MappingNode manifest ? [manifest] : [];
            case "kubectl_manifest":
                return root["yaml_body"] is { Text: { } text, Node: { } body } ? [.. new ManifestReader().Read(file.Path, text, options).Documents.Select(d => Placed(d.Root, body.Span))] : [];
        }

        if (KubernetesTypes.Find(resource.Type) is not { } kind) return null;
        var place = resource.Place;
        var entries = new List<MappingEntry>
        {
            new("apiVersion", place, ScalarNode.OfString(place, kind.ApiVersion)),
            new("kind", place, ScalarNode.OfString(place, kind.Kind)),
        };
        entries.AddRange(Convert(resource.Values, "").Entries.Where(e => e.Key is not ("apiVersion" or "kind" or "id")));
        return [new MappingNode(place, entries.ToArray(), resource.Values.IsComplete)];
    }

    private static MappingNode Convert(MappingNode block, string holder)
    {
        var entries = new List<MappingEntry>();
        foreach (var entry in block.Entries)
        {
            // A volume's source stands beside its other fields.
            if (entry.Key == "persistent_volume_source" && Block(entry.Value) is MappingNode source) entries.AddRange(Convert(source, entry.Key).Entries);
            else if (Value(entry.Key, entry.Value, holder) is { } value) entries.Add(new MappingEntry(NameOf(entry.Key, value), entry.KeySpan, value));
        }

        return new MappingNode(block.Span, entries.ToArray(), block.IsComplete);
    }

    private static Node? Value(string key, Node value, string holder)
    {
        // Terraform has no way to leave a block out but an empty list, and none to leave an attribute of a state out but its zero.
        switch (value)
        {
            case SequenceNode { Items.Count: 0, IsComplete: true } or ScalarNode { Type: ScalarType.Null } or ScalarNode { Type: ScalarType.String, Text: "" }:
                return null;
            case ScalarNode { Integer: 0 } when key == "min_domains":
                return null;
            case ScalarNode { Type: ScalarType.String } text when Numbers.Contains(key) && long.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                return ScalarNode.OfInteger(text.Span, number, text.Text);
            case ScalarNode or UnknownNode:
                return value;
            case MappingNode when Maps.Contains(key):
                return value is MappingNode { Entries.Count: 0, IsComplete: true } ? null : value;
        }

        if (IsList(key, holder))
        {
            var items = value is SequenceNode list ? list.Items : [value];
            return new SequenceNode(value.Span, [.. items.Select(item => item is MappingNode block ? Convert(block, key) : item)], value is not SequenceNode { IsComplete: false });
        }

        // A selector of a Service is a map, and any other is a block.
        return Block(value) is not MappingNode single ? value : key == "selector" && value is MappingNode && !IsSelectorBlock(single) ? single : Convert(single, key);
    }

    private static bool IsSelectorBlock(MappingNode block) => block.Entries.Count > 0 && block.Entries.All(e => e.Key is "match_labels" or "match_expressions");

    // Affinity to nodes requires terms of one selector, affinity to pods a list of terms.
    private static bool IsList(string key, string holder) =>
        Lists.ContainsKey(key) || (key == "required_during_scheduling_ignored_during_execution" && holder is "pod_affinity" or "pod_anti_affinity");

    private static Node Block(Node value) => value is SequenceNode { Items: [MappingNode only] } ? only : value;

    private static string NameOf(string key, Node value)
    {
        // A port may be a block, or the number in it.
        if ((value is not ScalarNode && Lists.TryGetValue(key, out var name)) || Names.TryGetValue(key, out name)) return name;
        var parts = key.Split('_');
        return string.Concat(parts.Select((part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part.Substring(1)));
    }

    // What stands in a text of Terraform's has no place of its own.
    private static Node Placed(Node node, SourceSpan place) => node switch
    {
        MappingNode mapping => new MappingNode(place, [.. mapping.Entries.Select(e => new MappingEntry(e.Key, place, Placed(e.Value, place)))], mapping.IsComplete),
        SequenceNode list => new SequenceNode(place, [.. list.Items.Select(item => Placed(item, place))], list.IsComplete),
        UnknownNode unknown => new UnknownNode(place, unknown.Text, unknown.Scope),
        ScalarNode { Type: ScalarType.Boolean } scalar => ScalarNode.OfBoolean(place, scalar.Boolean == true, scalar.Text),
        ScalarNode { Type: ScalarType.Integer } scalar => ScalarNode.OfInteger(place, scalar.Integer!.Value, scalar.Text),
        ScalarNode { Type: ScalarType.Float } scalar => ScalarNode.OfFloat(place, scalar.Text),
        ScalarNode { Type: ScalarType.Null } scalar => ScalarNode.OfNull(place, scalar.Text),
        ScalarNode scalar => ScalarNode.OfString(place, scalar.Text),
        _ => node,
    };
}
