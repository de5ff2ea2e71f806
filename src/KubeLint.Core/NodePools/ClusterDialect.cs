using KubeLint.Resources;

namespace KubeLint.NodePools;

/// <summary>A way to declare a cluster's own settings: one row for each kind of object. Paths are those of <see cref="PathQuery"/>, from the object.</summary>
internal sealed record ClusterDialect(string Group, string Kind, string ProviderId)
{
    /// <summary>Whether Cluster API's Cluster names it, and pools name that.</summary>
    public bool IsControlPlane { get; init; }

    /// <summary>What every whole declaration has: what lacks it is a patch of one.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Where more of the same fields may stand, so that what is missing is not known to be; null for nowhere.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>The Kubernetes version.</summary>
    public string? Version { get; init; }

    /// <summary>The type of the cluster, where the cloud has several, and what those of Kubernetes in one cloud start with.</summary>
    public (string Path, string Prefix)? Type { get; init; }

    /// <summary>What puts it into a private network; empty where it is always in one, or the dialect does not say.</summary>
    public string[] PrivateNetwork { get; init; } = [];

    /// <summary>Whether its autoscaler balances similar pools, which it does not where that is not stated; null where it states none.</summary>
    public string? Balancing { get; init; }

    /// <summary>Whether balancing is stated as a text, and not as a truth value.</summary>
    public bool IsBalancingText { get; init; }

    /// <summary>What must be true for its autoscaler to run; null where it does.</summary>
    public string? HasAutoscaler { get; init; }

    /// <summary>Where its control plane stands: a zone or a region; null where it has no choice of a zone.</summary>
    public string? Location { get; init; }

    /// <summary>The dialects that KubeLint reads. Sources: those of the pools beside them; Google Cloud, "Regional clusters".</summary>
    public static IReadOnlyList<ClusterDialect> All { get; } =
    [
        Scaleway("k8s.scaleway.upbound.io"),
        Scaleway("k8s.scaleway.m.upbound.io"),

        // This provider makes a private network where none is given (docs/scalewaymanagedcluster.md).
        new("infrastructure.cluster.x-k8s.io", "ScalewayManagedControlPlane", "scaleway")
        {
            IsControlPlane = true,
            Version = "spec version",
            Type = ("spec type", "kapsule"),
            Balancing = "spec autoscaler balanceSimilarNodeGroups",
        },
        new("kops.k8s.io", "Cluster", "") { Balancing = "spec clusterAutoscaler balanceSimilarNodeGroups", HasAutoscaler = "spec clusterAutoscaler enabled" },
        new("containerservice.azure.com", "ManagedCluster", "azure") { Required = ["spec owner"], Balancing = "spec autoScalerProfile balance-similar-node-groups", IsBalancingText = true },
        new("infrastructure.cluster.x-k8s.io", "AzureManagedControlPlane", "azure") { IsControlPlane = true, Required = ["spec location"], Balancing = "spec autoscalerProfile balanceSimilarNodeGroups", IsBalancingText = true },
        Azure("containerservice.azure.upbound.io"),
        Azure("containerservice.azure.m.upbound.io"),
        new("container.cnrm.cloud.google.com", "ContainerCluster", "gcp") { Location = "spec location" },
        new("infrastructure.cluster.x-k8s.io", "GCPManagedControlPlane", "gcp") { IsControlPlane = true, Location = "spec location" },
        new("container.gcp.upbound.io", "Cluster", "gcp") { Location = "spec forProvider location" },
        new("container.gcp.m.upbound.io", "Cluster", "gcp") { Location = "spec forProvider location" },
        new("container.gcp.crossplane.io", "Cluster", "gcp") { Location = "spec forProvider location" },
        new(Declaration.Group, "scaleway_k8s_cluster", "scaleway")
        {
            Version = "spec version",
            Type = ("spec type", "kapsule"),
            PrivateNetwork = ["spec private_network_id"],
            Balancing = "spec autoscaler_config [?] balance_similar_node_groups",
        },
        new(Declaration.Group, "azurerm_kubernetes_cluster", "azure") { Balancing = "spec auto_scaler_profile [?] balance_similar_node_groups" },
        new(Declaration.Group, "google_container_cluster", "gcp") { Location = "spec location" },
    ];

    private static ClusterDialect Scaleway(string group) => new(group, "Cluster", "scaleway")
    {
        Required = ["spec forProvider version"],
        Elsewhere = "spec initProvider",
        Version = "spec forProvider version",
        Type = ("spec forProvider type", "kapsule"),
        PrivateNetwork = ["spec forProvider privateNetworkId", "spec forProvider privateNetworkIdRef", "spec forProvider privateNetworkIdSelector"],
        Balancing = "spec forProvider autoscalerConfig [?] balanceSimilarNodeGroups",
    };

    private static ClusterDialect Azure(string group) => new(group, "KubernetesCluster", "azure")
    {
        Required = ["spec forProvider location"],
        Elsewhere = "spec initProvider",
        Balancing = "spec forProvider autoScalerProfile [?] balanceSimilarNodeGroups",
    };
}
