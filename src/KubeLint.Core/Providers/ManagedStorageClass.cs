namespace KubeLint.Providers;

/// <summary>
/// A StorageClass that a managed service puts into its clusters, so that claims name it and no manifest declares it. The
/// table is data; sources are the services' storage class references and the classes that their drivers install
/// (ibm-cloud-docs/containers storage-block-vpc-sc-ref.md, Alibaba Cloud's page on StorageClasses for disks, Huawei
/// CCE's user guide, GKE's page on persistent volumes, Scaleway's Kapsule changelog). A class whose volumes or mode
/// depend on the cluster's age has that left open.
/// </summary>
/// <param name="ProviderId">The cloud.</param>
/// <param name="Name">The class.</param>
/// <param name="Reach">How far its volumes reach; null where that differs between clusters.</param>
/// <param name="BindsImmediately">Whether volumes are bound before a pod has a node; null where that differs between clusters.</param>
/// <param name="Instead">A class of the same service that waits for the pod; null for none.</param>
public sealed record ManagedStorageClass(string ProviderId, string Name, VolumeReach? Reach, bool? BindsImmediately, string? Instead = null)
{
    /// <summary>The classes that KubeLint knows.</summary>
    public static IReadOnlyList<ManagedStorageClass> All { get; } =
    [
        // They wait since the versions that KapsuleStorage holds.
        new("scaleway", "scw-bssd", VolumeReach.Zone, null),
        new("scaleway", "scw-bssd-retain", VolumeReach.Zone, null),
        // EKS waits; kOps has a class of this name that does not.
        new("aws", "gp2", VolumeReach.Zone, null),
        new("gcp", "standard", VolumeReach.Zone, true, "standard-rwo"),
        new("gcp", "standard-rwo", VolumeReach.Zone, false),
        new("gcp", "premium-rwo", VolumeReach.Zone, false),
        // Zone-redundant on clusters of several zones since 1.29.
        new("azure", "managed-csi", null, false),
        new("azure", "managed-csi-premium", null, false),
        new("oracle", "oci-bv", VolumeReach.Zone, false),
        new("hetzner", "hcloud-volumes", VolumeReach.Zone, false),
        .. Alibaba("efficiency", "ssd", "essd", "available"),
        new("alibaba", "alicloud-disk-topology", VolumeReach.Zone, false),
        new("alibaba", "alicloud-disk-topology-alltype", VolumeReach.Zone, false),
        new("huawei", "csi-disk", VolumeReach.Zone, true, "csi-disk-topology"),
        new("huawei", "csi-disk-topology", VolumeReach.Zone, false),
        .. Ibm("10iops-tier", "5iops-tier", "general-purpose", "custom"),
    ];

    private static readonly Dictionary<(string, string), ManagedStorageClass> ByName = All.ToDictionary(c => (c.ProviderId, c.Name));

    /// <summary>The class that a cloud has under a name; null where it has none that is known.</summary>
    public static ManagedStorageClass? Find(Provider? provider, string name) =>
        provider is not null && ByName.TryGetValue((provider.Id, name), out var found) ? found : null;

    private static IEnumerable<ManagedStorageClass> Alibaba(params string[] kinds) =>
        kinds.Select(kind => new ManagedStorageClass("alibaba", "alicloud-disk-" + kind, VolumeReach.Zone, true, "alicloud-disk-topology-alltype"));

    private static IEnumerable<ManagedStorageClass> Ibm(params string[] tiers) =>
        tiers.SelectMany(tier => new[] { "", "retain-" }, (tier, retain) => (tier, retain)).SelectMany(p => new[]
        {
            new ManagedStorageClass("ibm", $"ibmc-vpc-block-{p.retain}{p.tier}", VolumeReach.Zone, true, $"ibmc-vpc-block-metro-{p.retain}{p.tier}"),
            new ManagedStorageClass("ibm", $"ibmc-vpc-block-metro-{p.retain}{p.tier}", VolumeReach.Zone, false),
        });
}
