using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>Where it is stated whether an autoscaler balances similar pools over zones.</summary>
/// <param name="Resource">The object that states it: a cluster's settings, or the autoscaler itself.</param>
/// <param name="Field">Where it is stated, or would be.</param>
/// <param name="IsBalanced">Whether it does; null where that is not known.</param>
public sealed record PoolBalancing(Resource Resource, Field Field, bool? IsBalanced)
{
    /// <summary>
    /// Where balancing is turned on, and by what: a field that takes it as its value, or a list that takes it as one more
    /// item. Null where the set does not show that.
    /// </summary>
    public (Field Place, ScalarNode On)? Switch { get; init; }
}

/// <summary>A gateway through which nodes without public addresses leave.</summary>
/// <param name="Resource">The object that declares it.</param>
/// <param name="Field">The gateway: the object's root, or an item in it.</param>
/// <param name="Zone">Its zone; null where it states none.</param>
public sealed record PublicGateway(Resource Resource, Field Field, string? Zone);

/// <summary>
/// Joins clusters with what the set says of them elsewhere: their settings, an autoscaler that runs as a Deployment
/// (kubernetes/autoscaler cluster-autoscaler/FAQ.md: balance-similar-node-groups is off where it is not given), gateways.
/// </summary>
internal sealed class ClusterSettings(ResourceSet set, IReadOnlyList<Cluster> clusters)
{
    /// <summary>What the image of an autoscaler is called.</summary>
    public const string Autoscaler = "cluster-autoscaler";

    private const string Flag = "--balance-similar-node-groups";

    // Clusters of Cluster API by what they point to: its part in the cluster, kind and name.
    private readonly ILookup<(string Part, string? Kind, string? Name), Resource> owners = set.OfKind("cluster.x-k8s.io", "Cluster")
        .SelectMany(_ => new[] { ControlPlane, Infrastructure }, (cluster, part) => (Cluster: cluster, Part: part, To: cluster.Spec[part]))
        .ToLookup(c => (c.Part, c.To["kind"].Text, c.To["name"].Written), c => c.Cluster);

    private const string ControlPlane = "controlPlaneRef";
    private const string Infrastructure = "infrastructureRef";

    /// <summary>The kinds of objects that are read for it.</summary>
    public static IEnumerable<(string Group, string Kind)> Kinds { get; } =
    [
        .. ClusterDialect.All.Select(d => (d.Group, d.Kind)),
        ("cluster.x-k8s.io", "Cluster"),
        ("autoscaling.openshift.io", "ClusterAutoscaler"),
        ("infrastructure.cluster.x-k8s.io", "ScalewayManagedCluster"),
        ("vpc.scaleway.upbound.io", "PublicGateway"),
        ("vpc.scaleway.m.upbound.io", "PublicGateway"),
        (Declaration.Group, "scaleway_vpc_public_gateway"),
    ];

    /// <summary>The clusters with their settings.</summary>
    public IReadOnlyList<Cluster> Complete()
    {
        var settings = ClusterDialect.All.SelectMany(d => set.OfKind(d.Group, d.Kind)).Select(ManagedCluster.From).OfType<ManagedCluster>()
            .ToLookup(m => m.IsControlPlane ? NameOfOwner(m.Resource, ControlPlane) : m.Resource.Name, StringComparer.Ordinal);
        var gateways = Gateways().ToLookup(g => g.Cluster, g => g.Gateway, StringComparer.Ordinal);
        return [.. clusters.Select(c => c with { Balancing = Own(c, settings) ?? Shared(), Gateways = [.. gateways[c.Name]] })];
    }

    // What Cluster API's Cluster points to may be called otherwise than the cluster.
    private string? NameOfOwner(Resource resource, string part) =>
        resource.Name is null ? null : owners[(part, resource.Kind, resource.Name)].FirstOrDefault(c => c.SharesNamespaceWith(resource) != false)?.Name;

    // Gateways that Cluster API makes stand in the cluster's infrastructure; Crossplane's are objects of their own, for the set's one cluster.
    private IEnumerable<(string? Cluster, PublicGateway Gateway)> Gateways()
    {
        foreach (var owner in set.OfKind("infrastructure.cluster.x-k8s.io", "ScalewayManagedCluster"))
        {
            var name = NameOfOwner(owner, Infrastructure);
            var gateways = owner.Spec.At("network", "publicGateways");
            if (!gateways.IsComplete) continue;
            foreach (var gateway in gateways.Items) yield return (name, new PublicGateway(owner, gateway, gateway["zone"].Text));
        }

        if (clusters.Count != 1) yield break;
        foreach (var gateway in set.OfKind("vpc.scaleway.upbound.io", "PublicGateway").Concat(set.OfKind("vpc.scaleway.m.upbound.io", "PublicGateway")))
            yield return (clusters[0].Name, new PublicGateway(gateway, gateway.Root, gateway.Spec.At("forProvider", "zone").Text));
        foreach (var gateway in set.OfKind(Declaration.Group, "scaleway_vpc_public_gateway"))
            yield return (clusters[0].Name, new PublicGateway(gateway, gateway.Root, gateway.Spec["zone"].Text));
    }

    private static PoolBalancing? Own(Cluster cluster, ILookup<string?, ManagedCluster> settings)
    {
        if (cluster.Name is null) return null;
        var pool = cluster.Pools[0].Resource;
        var own = settings[cluster.Name].Where(m => m.Serves(pool.Group) && m.Resource.SharesNamespaceWith(pool) != false).Take(2).ToList();
        return own is [var only] && only.IsBalanced is { } isBalanced ? new PoolBalancing(only.Resource, only.Balancing, isBalanced) { Switch = only.BalancingSwitch } : null;
    }

    // An autoscaler in the set is that of its one cluster.
    private PoolBalancing? Shared()
    {
        if (clusters.Count != 1) return null;
        var found = Autoscalers().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    private IEnumerable<PoolBalancing> Autoscalers()
    {
        foreach (var autoscaler in set.OfKind("autoscaling.openshift.io", "ClusterAutoscaler"))
        {
            var balancing = autoscaler.Spec["balanceSimilarNodeGroups"];
            yield return new PoolBalancing(autoscaler, balancing, balancing.IsUnknown ? null : balancing.Boolean == true) { Switch = (balancing, ScalarNode.OfBoolean(default, true)) };
        }

        foreach (var deployment in set.OfKind("apps", "Deployment"))
        {
            foreach (var container in deployment.Spec.At("template", "spec", "containers").Items)
            {
                if (container["image"].Written?.Contains(Autoscaler) != true) continue;
                List<Field> words = [.. container["command"].Items, .. container["args"].Items];
                bool? isBalanced = words.Any(w => w.Text is Flag or Flag + "=true") ? true : words.Any(w => w.IsUnknown || w.Text?.StartsWith(Flag, StringComparison.Ordinal) == true && w.Text != Flag + "=false") ? null : false;

                // What a kustomization may change is not known, nor is it masked in containers.
                if (set.ChangedFiles.Contains(deployment.Document.File)) isBalanced = null;

                // What starts it by its image alone, or by a script, states no flags here.
                if (!container.IsComplete || !container["command"].IsComplete || !container["args"].IsComplete || !words.Any(w => w.Text?.StartsWith("--", StringComparison.Ordinal) == true)) isBalanced = null;
                yield return new PoolBalancing(deployment, container["command"].IsPresent ? container["command"] : container["args"], isBalanced) { Switch = SwitchIn(container) };
            }
        }
    }

    // The flags stand in args where there are some, else behind the command. What a shell runs, or stands behind a bare --, takes no more.
    private static (Field Place, ScalarNode On)? SwitchIn(Field container)
    {
        var lists = new[] { container["args"], container["command"] };
        var off = lists.SelectMany(list => list.Items).Where(word => word.Text == Flag + "=false").ToList();
        if (off.Count > 0) return off is [var only] ? (only, ScalarNode.OfString(default, Flag + "=true")) : null;
        if (lists.SelectMany(list => list.Items).Any(word => word.Text is "-c" or "--")) return null;
        var flags = lists.FirstOrDefault(list => list.Items.LastOrDefault()?.Text?.StartsWith("-", StringComparison.Ordinal) == true);
        return flags is null ? null : (flags, ScalarNode.OfString(default, Flag));
    }
}
