
namespace KubeLint.NodePools;

/// <summary>A way to declare node pools: one row for each kind of object. Paths are those of <see cref="PathQuery"/>; one that starts with ^ starts at the object, others at the pool.</summary>
internal sealed record PoolDialect(string Group, string Kind)
{
    /// <summary>Where the pools stand in the object; empty where the object is a pool itself.</summary>
    public string[] Pools { get; init; } = [];

    /// <summary>
    /// Where the zones stand; the first path that leads somewhere counts. One that starts with ? leads to something by
    /// which zones are chosen, but not to their names.
    /// </summary>
    public string[] Zones { get; init; } = [];

    /// <summary>Whether the object declares a whole cluster with all its pools.</summary>
    public bool IsCluster { get; init; }

    /// <summary>The name of the cluster; the whole set is one cluster where no path leads anywhere.</summary>
    public string[] Cluster { get; init; } = [];

    /// <summary>Something that marks a pool of the control plane, or another that runs no workloads.</summary>
    public string[] NoWorkers { get; init; } = [];

    /// <summary>Where the labels of its nodes are declared.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>Something by which the cluster gets nodes beside its pools.</summary>
    public string[] OtherNodes { get; init; } = [];

    /// <summary>The kind and name of an object that declares the same pool, and its zones, in more detail.</summary>
    public (string Kind, string Name)? Detail { get; init; }

    /// <summary>How many there must be before they can be taken for a cluster: a node by itself may be any cluster's.</summary>
    public int FewestPools { get; init; } = 1;

    /// <summary>How messages call one pool.</summary>
    public string Noun { get; init; } = "node pool";

    /// <summary>The dialects that KubeLint reads. Sources: the kinds' API types.</summary>
    public static IReadOnlyList<PoolDialect> All { get; } =
    [
        new("", "Node")
        {
            Zones = ["metadata labels topology.kubernetes.io/zone", "metadata labels failure-domain.beta.kubernetes.io/zone"],
            Labels = ["metadata labels"],
            // Servers of k3s and the like carry the label of a control plane and run workloads all the same: the taint keeps them off.
            NoWorkers = ["spec taints [key=node-role.kubernetes.io/control-plane]", "spec taints [key=node-role.kubernetes.io/master]"],
            FewestPools = 2,
            Noun = "node",
        },
        new("karpenter.sh", "NodePool")
        {
            Labels = ["spec template metadata labels"],
            Zones =
            [
                "spec template spec requirements [key=topology.kubernetes.io/zone,operator=In] values []",
                "?spec template spec requirements [key=topology.kubernetes.io/zone]",
                "?spec template spec requirements [key=topology.k8s.aws/zone-id]",
                "spec template metadata labels topology.kubernetes.io/zone",
            ],
        },
        new("eksctl.io", "ClusterConfig")
        {
            Pools = ["managedNodeGroups []", "nodeGroups []"],
            Zones = ["availabilityZones []", "?subnets", "?localZones", "^availabilityZones []"],
            IsCluster = true,
            Labels = ["labels"],
            Cluster = ["^metadata name"],
            OtherNodes = ["^fargateProfiles", "^autoModeConfig", "^karpenter"],
        },
        new("cluster.x-k8s.io", "MachineDeployment")
        {
            Zones = ["spec template spec failureDomain"],
            Cluster = ["spec clusterName", "metadata labels cluster.x-k8s.io/cluster-name"],
        },
        new("cluster.x-k8s.io", "MachinePool")
        {
            Zones = ["spec failureDomains []"],
            Cluster = ["spec clusterName", "metadata labels cluster.x-k8s.io/cluster-name"],
            Detail = ("spec template spec infrastructureRef kind", "spec template spec infrastructureRef name"),
        },
        new("infrastructure.cluster.x-k8s.io", "ScalewayManagedMachinePool")
        {
            Zones = ["spec zone"],
            Cluster = ["metadata labels cluster.x-k8s.io/cluster-name"],
        },
    ];
}
