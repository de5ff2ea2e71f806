using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>A cluster's own settings, as the object states them that a provider makes it from.</summary>
public sealed class ManagedCluster
{
    private static readonly Dictionary<ObjectKind, ClusterDialect> ByKind = ClusterDialect.All.ToDictionary(d => new ObjectKind(d.Group, d.Kind));
    private readonly ClusterDialect dialect;

    private ManagedCluster(Resource resource, ClusterDialect dialect)
    {
        Resource = resource;
        this.dialect = dialect;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The id of the cloud; empty where the kind serves several.</summary>
    public string ProviderId => dialect.ProviderId;

    /// <summary>Whether it is of a type that its cloud runs alone, as Kapsule and not Kosmos; null where that is not known.</summary>
    public bool? IsOfOneCloud =>
        dialect.Type is not { } type || At(type.Path) is { IsAbsent: true } ? true : At(type.Path).Text?.StartsWith(type.Prefix, StringComparison.Ordinal);

    /// <summary>The Kubernetes version; null where the kind states none.</summary>
    public Field? Version => dialect.Version is { } path ? At(path) : null;

    /// <summary>Whether it stands in a private network; null where that is not known, or its provider makes one.</summary>
    public bool? HasPrivateNetwork
    {
        get
        {
            if (dialect.PrivateNetwork.Length == 0) return null;
            var ways = dialect.PrivateNetwork.Select(At).ToList();
            return ways.Any(w => w.IsPresent) ? true : ways.Any(w => w.IsUnknown) || MayStateElsewhere ? null : false;
        }
    }

    /// <summary>Where a private network would be named.</summary>
    public Field PrivateNetwork => At(dialect.PrivateNetwork[0]);

    /// <summary>The fields that may name one.</summary>
    public IEnumerable<string> PrivateNetworkKeys => dialect.PrivateNetwork.Select(path => path.Substring(path.LastIndexOf(' ') + 1));

    /// <summary>Where its control plane stands, a zone or a region; null where the kind has no choice.</summary>
    public Field? Location => dialect.Location is { } path ? At(path) : null;

    /// <summary>Whether its autoscaler balances similar pools; null where that is not known, or it has none of its own.</summary>
    public bool? IsBalanced
    {
        get
        {
            if (dialect.Balancing is not { } path) return null;
            if (MayStateElsewhere) return null;
            if (dialect.HasAutoscaler is { } on && At(on).Boolean != true) return null;
            var found = PathQuery.Read(Resource.Root, path);
            if (found.IsUnknown) return null;
            return found.Fields is [var stated, ..] && (stated.Boolean == true || stated.Text == "true");
        }
    }

    /// <summary>Where balancing is stated, or would be.</summary>
    public Field Balancing => PathQuery.Read(Resource.Root, dialect.Balancing!).Fields is [var stated, ..] ? stated : At(dialect.Balancing!.Replace(" [?]", ""));

    /// <summary>Where balancing is turned on, and by what; null where it is not known whether a list takes the setting.</summary>
    public (Field Place, ScalarNode On)? BalancingSwitch
    {
        get
        {
            var steps = dialect.Balancing!.Split(' ');
            var holder = PathQuery.Read(Resource.Root, string.Join(" ", steps.Take(steps.Length - 1)));
            var place = steps.Contains("[?]") ? (holder.Fields is [{ Node: MappingNode } settings] ? settings[steps[steps.Length - 1]] : null) : Balancing;
            return place is null ? null : (place, dialect.IsBalancingText ? ScalarNode.OfString(default, "true") : ScalarNode.OfBoolean(default, true));
        }
    }

    /// <summary>The cluster that an object declares; null where it declares none.</summary>
    public static ManagedCluster? From(Resource resource)
    {
        if (resource.GroupKind.IsBuiltIn || !ByKind.TryGetValue(resource.GroupKind, out var dialect) || resource.HasPatchDirective || !IsWhole(resource, dialect)) return null;
        return new ManagedCluster(resource, dialect);
    }

    private static bool IsWhole(Resource resource, ClusterDialect dialect) => !dialect.Required.Any(path => PathQuery.Read(resource.Root, path).IsEmpty);

    /// <summary>Whether pools of an API group name it.</summary>
    internal bool Serves(string poolGroup) => dialect.IsControlPlane ? poolGroup.EndsWith("cluster.x-k8s.io", StringComparison.Ordinal) : poolGroup == dialect.Group;

    /// <summary>Whether Cluster API's Cluster names it.</summary>
    internal bool IsControlPlane => dialect.IsControlPlane;

    private bool MayStateElsewhere => dialect.Elsewhere is { } path && !PathQuery.Read(Resource.Root, path).IsEmpty;

    private Field At(string path) => Resource.Root.At(path.Split(' '));
}
