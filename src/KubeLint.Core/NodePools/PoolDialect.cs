using KubeLint.Resources;

namespace KubeLint.NodePools;

/// <summary>
/// A way to declare node pools: one row for each kind of object, in the files beside this one by family. Paths are
/// those of <see cref="PathQuery"/>; one that starts with ^ starts at the object, others at the pool.
/// </summary>
internal sealed partial record PoolDialect(string Group, string Kind)
{
    /// <summary>Where the pools stand in the object; empty where the object is a pool itself.</summary>
    public string[] Pools { get; init; } = [];

    /// <summary>What every whole declaration has, because its API asks for it: what lacks it is a patch of one.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Where more of the same fields may stand, so that what is missing is not known to be; null for nowhere.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Where the zones stand; the first path that leads somewhere counts.</summary>
    public ZonePath[] Zones { get; init; } = [];

    /// <summary>What it means where none of them leads anywhere.</summary>
    public OmittedZones Omitted { get; init; }

    /// <summary>What it means instead where a field has a value.</summary>
    public (string Path, string Text, OmittedZones Meaning)? OmittedWhere { get; init; }

    /// <summary>Where a missing zone would stand, for findings.</summary>
    public string ZonePlace { get; init; } = "spec availabilityZones";

    /// <summary>Whether its zones are called as the cluster's maker likes, and not as the cloud calls them.</summary>
    public bool NamesDomains { get; init; }

    /// <summary>What names its cloud: the cloud, the API group of its objects, or a kind of them in Cluster API's words.</summary>
    public string[] Cloud { get; init; } = [];

    /// <summary>Where the region of its zones is stated.</summary>
    public string[] Region { get; init; } = [];

    /// <summary>The number of nodes below which autoscaling does not go.</summary>
    public SizePath[] Minimum { get; init; } = [];

    /// <summary>The number of nodes above which autoscaling does not go.</summary>
    public SizePath[] Maximum { get; init; } = [];

    /// <summary>The number of nodes without autoscaling.</summary>
    public SizePath[] Desired { get; init; } = [];

    /// <summary>What turns autoscaling on: a truth value, or something that is there. Empty: the minimum below the maximum does.</summary>
    public string[] Autoscaled { get; init; } = [];

    /// <summary>Whether it is scaled from zero whatever is stated, unless it states a fixed size.</summary>
    public bool ScalesFromZero { get; init; }

    /// <summary>
    /// Whether its nodes of all zones are one group to an autoscaler, which then can't choose the zone of a new one
    /// (kubernetes/autoscaler cluster-autoscaler/FAQ.md); else each zone has a group of its own, or that is not known.
    /// </summary>
    public bool IsOneGroup { get; init; }

    /// <summary>The kind of object that scales it: where that names it, its minimum and its maximum stand.</summary>
    public (string Group, string Kind, string Target, string Minimum, string Maximum)? Scaler { get; init; }

    /// <summary>The type of its machines.</summary>
    public string[] NodeType { get; init; } = [];

    /// <summary>The truth value that turns autohealing on; null where the dialect has none, or always heals.</summary>
    public string? Autohealing { get; init; }

    /// <summary>Whether autohealing is off where it is not stated; null where that is not known.</summary>
    public bool? IsAutohealedByDefault { get; init; }

    /// <summary>The truth value that takes the public addresses of the nodes away; null for none.</summary>
    public string? PublicIpDisabled { get; init; }

    /// <summary>Whether the object declares a whole cluster with all its pools.</summary>
    public bool IsCluster { get; init; }

    /// <summary>The name of the cluster; the whole set is one cluster where no path leads anywhere.</summary>
    public string[] Cluster { get; init; } = [];

    /// <summary>The labels that select the object of the cluster, with its kind; null where none do.</summary>
    public (string Path, string Kind)? ClusterSelector { get; init; }

    /// <summary>Something that marks a pool of the control plane, or another that runs no workloads.</summary>
    public string[] NoWorkers { get; init; } = [];

    /// <summary>Where the labels of its nodes are declared.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>Something by which the cluster gets nodes beside its pools.</summary>
    public string[] OtherNodes { get; init; } = [];

    /// <summary>The kind and name of an object that declares the same pool, and its zones, in more detail.</summary>
    public (string Kind, string Name)? Detail { get; init; }

    /// <summary>Whether an object that points to it may state the zones instead: without that object they are unknown.</summary>
    public bool IsZonedByOwner { get; init; }

    /// <summary>How many there must be before they can be taken for a cluster: a node by itself may be any cluster's.</summary>
    public int FewestPools { get; init; } = 1;

    /// <summary>How messages call one pool.</summary>
    public string Noun { get; init; } = "node pool";

    /// <summary>The dialects that KubeLint reads. Sources: the kinds' API types.</summary>
    public static IReadOnlyList<PoolDialect> All { get; } = [.. Kubernetes(), .. ClusterApi(), .. Aws(), .. Azure(), .. Google(), .. Scaleway(), .. OpenShift(), .. Others(), .. Terraform()];

    /// <summary>Whether a kind may be that of one of them. Tells of most that they are not, without making the table.</summary>
    public static bool MayBeOf(ObjectKind kind) => !kind.IsBuiltIn || kind.Kind == "Node";

    /// <summary>The kinds of objects that state zones, or scale, for pools.</summary>
    public static IEnumerable<(string Group, string Kind)> OtherKinds { get; } =
    [
        .. All.SelectMany(d => d.Zones).SelectMany(z => z.Targets).Select(t => (t.Group, t.Kind)).Where(k => k.Kind.Length > 0),
        .. All.Select(d => d.Scaler).OfType<(string Group, string Kind, string, string, string)>().Select(s => (s.Group, s.Kind)),
    ];
}
