using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>
/// Arguments that name other resources: by an id that is known only when those are made, by a name, or by an address
/// on the network. They become the addresses of those resources, so that rules can follow them.
/// </summary>
internal static class References
{
    private static readonly string[] Keys = ["id", "name", "self_link", "arn", "ip_address", "address"];
    private static readonly string[] LoadBalancers = ["scaleway_lb", "scaleway_lb_ip", "kubernetes_service", "kubernetes_service_v1"];

    private static readonly ILookup<string, Argument> Arguments = new Argument[]
    {
        new("scaleway_k8s_pool", ["cluster_id"], ["scaleway_k8s_cluster"]),
        new("scaleway_k8s_cluster", ["private_network_id"], ["scaleway_vpc_private_network"]),
        new("scaleway_vpc_gateway_network", ["gateway_id"], ["scaleway_vpc_public_gateway"]),
        new("scaleway_vpc_gateway_network", ["private_network_id"], ["scaleway_vpc_private_network"]),
        new("scaleway_domain_record", ["data"], LoadBalancers),
        new("scaleway_domain_record", ["http_service", "ips"], LoadBalancers, IsList: true),
        new("scaleway_lb", ["ip_ids"], ["scaleway_lb_ip"], IsList: true),
        new("scaleway_lb", ["ip_id"], ["scaleway_lb_ip"]),
        new("aws_eks_node_group", ["cluster_name"], ["aws_eks_cluster"]),
        new("aws_eks_node_group", ["subnet_ids"], ["aws_subnet"], IsList: true),
        new("google_container_node_pool", ["cluster"], ["google_container_cluster"]),
        new("azurerm_kubernetes_cluster_node_pool", ["kubernetes_cluster_id"], ["azurerm_kubernetes_cluster"]),
        new("ovh_cloud_project_kube_nodepool", ["kube_id"], ["ovh_cloud_project_kube"]),
    }.ToLookup(a => a.Type, StringComparer.Ordinal);

    /// <summary>The resources with addresses in place of what names others. What can't be followed stays as it is.</summary>
    /// <param name="resources">The resources of a plan or a state.</param>
    /// <param name="configuration">What the plan says they are made of; null for none.</param>
    public static IReadOnlyList<TerraformResource> Resolve(IReadOnlyList<TerraformResource> resources, PlanConfiguration? configuration)
    {
        var followed = new PlanReferences(resources, configuration);
        var byKey = resources.SelectMany(r => Keys, (r, key) => (Resource: r, Value: (r.Values.Find(key)?.Value as ScalarNode)?.Text))
            .Where(k => k.Value is { Length: > 0 }).ToLookup(k => (k.Resource.Type, k.Value), k => k.Resource.Address);
        return Replace(resources, (resource, argument, written) => followed.Of(resource, argument.Path, argument.Targets), (argument, text) =>
            argument.Targets.SelectMany(type => byKey[(type, text)]).Distinct().Take(2).ToList() is [var only] ? only : null);
    }

    /// <summary>The same by what is written itself.</summary>
    /// <param name="resources">The resources of a configuration.</param>
    /// <param name="addressesIn">The addresses that an expression of a resource names, and nothing else; null where it says more, or others.</param>
    public static IReadOnlyList<TerraformResource> Resolve(IReadOnlyList<TerraformResource> resources, Func<TerraformResource, string, IReadOnlyList<string>?> addressesIn) =>
        Replace(resources, (resource, argument, written) => AddressesIn(written, text => addressesIn(resource, text), argument.Targets), (_, _) => null);

    private static IReadOnlyList<TerraformResource> Replace(
        IReadOnlyList<TerraformResource> resources, Func<TerraformResource, Argument, Node, IReadOnlyList<string>?> addressesOf, Func<Argument, string, string?> addressOf) =>
    [
        .. resources.Select(resource => Arguments[resource.Type].Aggregate(resource, (current, argument) =>
            current with { Values = (MappingNode)At(current.Values, argument.Path, 0, node => Named(node, argument.IsList, addressesOf(current, argument, node), text => addressOf(argument, text))) })),
    ];

    private static IReadOnlyList<string>? AddressesIn(Node written, Func<string, IReadOnlyList<string>?> addressesIn, IReadOnlyList<string> targets)
    {
        var texts = written is SequenceNode list ? list.Items.Select(TextOf).ToList() : [TextOf(written)];
        var addresses = texts.Select(text => text is null ? null : addressesIn(text)).ToList();
        if (addresses.Exists(a => a is null || a.Any(address => ResourceAddress.Parse(address) is not { } parsed || !targets.Contains(parsed.Name.Split('.')[0])))) return null;
        return [.. addresses.SelectMany(a => a!)];
    }

    private static string? TextOf(Node node) => node switch { UnknownNode unknown => unknown.Text, ScalarNode scalar => scalar.Text, _ => null };

    // The value with its addresses, those that are followed before those that are looked up.
    private static Node Named(Node value, bool isList, IReadOnlyList<string>? addresses, Func<string, string?> addressOf)
    {
        if (isList && addresses is { Count: > 0 }) return new SequenceNode(value.Span, [.. addresses.Select(a => ScalarNode.OfString(value.Span, a))]);
        if (addresses is [var only]) return ScalarNode.OfString(value.Span, only);

        return value switch
        {
            SequenceNode list => new SequenceNode(list.Span, [.. list.Items.Select(item => Named(item, false, null, addressOf))], list.IsComplete),
            ScalarNode { Text: var text } when addressOf(text) is { } address => ScalarNode.OfString(value.Span, address),
            _ => value,
        };
    }

    // Changes what stands at a path; a block on the way may be a list of blocks.
    private static Node At(Node node, IReadOnlyList<string> path, int depth, Func<Node, Node> change)
    {
        if (depth == path.Count) return change(node);
        return node switch
        {
            SequenceNode list when depth > 0 => new SequenceNode(list.Span, [.. list.Items.Select(item => At(item, path, depth, change))], list.IsComplete),
            MappingNode mapping => new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e.Key == path[depth] ? e with { Value = At(e.Value, path, depth + 1, change) } : e)], mapping.IsComplete),
            _ => node,
        };
    }

    /// <summary>An argument that names resources.</summary>
    /// <param name="Type">The resource type that takes it.</param>
    /// <param name="Path">Where it stands.</param>
    /// <param name="Targets">The types it may name.</param>
    /// <param name="IsList">Whether it names several.</param>
    private sealed record Argument(string Type, string[] Path, string[] Targets, bool IsList = false);
}
