using System.Text.RegularExpressions;
using KubeLint.Syntax;

namespace KubeLint.Providers;

/// <summary>How far a volume of a provisioner reaches.</summary>
public enum VolumeReach
{
    /// <summary>One zone: the pod must run there.</summary>
    Zone,

    /// <summary>One node: the pod must run there.</summary>
    Node,

    /// <summary>The whole cluster, because clusters of that cloud stand in one data centre.</summary>
    Site,

    /// <summary>Several zones, or shared storage.</summary>
    Region,
}

/// <summary>
/// What a StorageClass's provisioner makes. The table is data; sources are the CSI drivers' READMEs and topology keys.
/// A provisioner that is not listed is unknown.
/// </summary>
/// <param name="Name">The provisioner, as a StorageClass names it.</param>
/// <param name="ProviderId">The cloud that it proves; null for none.</param>
/// <param name="Reach">How far its volumes reach.</param>
/// <param name="TopologyKey">The driver's own zone key; null where it uses the well-known one.</param>
public sealed record Provisioner(string Name, string? ProviderId, VolumeReach Reach, string? TopologyKey = null)
{
    /// <summary>Parameters that make volumes regional, each with the ending of the values that do.</summary>
    public IReadOnlyList<(string Parameter, string Ending)> RegionalBy { get; init; } = [];

    /// <summary>
    /// The form of the volumeHandle of a volume that surely stands in one zone, with a group <c>zone</c> where the handle
    /// states it; null where the handle does not tell zonal volumes from others.
    /// </summary>
    public string? ZonalHandle { get; init; }

    private static readonly (string, string)[] GoogleRegional = [("replication-type", "regional-pd"), ("type", "hyperdisk-balanced-high-availability"), ("enable-multi-zone-provisioning", "true")];
    private static readonly (string, string)[] AzureRegional = [("skuName", "_zrs"), ("storageAccountType", "_zrs")];

    /// <summary>The provisioners that KubeLint knows.</summary>
    public static IReadOnlyList<Provisioner> All { get; } =
    [
        new("csi.scaleway.com", "scaleway", VolumeReach.Zone, "topology.csi.scaleway.com/zone") { ZonalHandle = "^(?<zone>[a-z]+-[a-z]+-[0-9]+)/" },
        new("ebs.csi.aws.com", "aws", VolumeReach.Zone, "topology.ebs.csi.aws.com/zone") { ZonalHandle = "^vol-" },
        new("ebs.csi.eks.amazonaws.com", "aws", VolumeReach.Zone) { ZonalHandle = "^vol-" },
        new("kubernetes.io/aws-ebs", "aws", VolumeReach.Zone),
        new("pd.csi.storage.gke.io", "gcp", VolumeReach.Zone, "topology.gke.io/zone") { RegionalBy = GoogleRegional, ZonalHandle = "/zones/(?<zone>[a-z]+-[a-z]+[0-9]+-[a-z])/" },
        new("kubernetes.io/gce-pd", "gcp", VolumeReach.Zone) { RegionalBy = GoogleRegional },
        new("disk.csi.azure.com", "azure", VolumeReach.Zone, "topology.disk.csi.azure.com/zone") { RegionalBy = AzureRegional },
        new("kubernetes.io/azure-disk", "azure", VolumeReach.Zone) { RegionalBy = AzureRegional },
        new("cinder.csi.openstack.org", null, VolumeReach.Zone, "topology.cinder.csi.openstack.org/zone"),
        new("kubernetes.io/cinder", null, VolumeReach.Zone),
        new("blockvolume.csi.oraclecloud.com", "oracle", VolumeReach.Zone) { ZonalHandle = "^ocid1[.]volume[.]" },
        new("csi.hetzner.cloud", "hetzner", VolumeReach.Zone, "csi.hetzner.cloud/location") { ZonalHandle = "^[0-9]+$" },
        new("diskplugin.csi.alibabacloud.com", "alibaba", VolumeReach.Zone, "topology.diskplugin.csi.alibabacloud.com/zone"),
        new("com.tencent.cloud.csi.cbs", "tencent", VolumeReach.Zone, "topology.com.tencent.cloud.csi.cbs/zone"),
        new("vpc.block.csi.ibm.io", "ibm", VolumeReach.Zone, "failure-domain.beta.kubernetes.io/zone") { ZonalHandle = "^r[0-9]+-" },
        // Classic infrastructure: neither block nor file storage is shared across zones (ibm-cloud-docs/containers, multizone storage).
        new("ibm.io/ibmc-block", "ibm", VolumeReach.Zone),
        new("ibm.io/ibmc-file", "ibm", VolumeReach.Zone),
        new("disk.csi.everest.io", "huawei", VolumeReach.Zone, "failure-domain.beta.kubernetes.io/zone"),
        new("kubernetes.io/no-provisioner", null, VolumeReach.Node),
        new("rancher.io/local-path", null, VolumeReach.Node),
        new("openebs.io/local", null, VolumeReach.Node),
        new("local.csi.openebs.io", null, VolumeReach.Node),
        new("zfs.csi.openebs.io", null, VolumeReach.Node),
        new("topolvm.io", null, VolumeReach.Node),
        new("topolvm.cybozu.com", null, VolumeReach.Node),
        new("local.csi.scylladb.com", null, VolumeReach.Node),
        new("dobs.csi.digitalocean.com", "digitalocean", VolumeReach.Site, "region"),
        new("com.digitalocean.csi.dobs", "digitalocean", VolumeReach.Site, "region"),
        new("linodebs.csi.linode.com", "linode", VolumeReach.Site, "topology.linode.com/region"),
        new("csi.exoscale.com", "exoscale", VolumeReach.Site, "topology.csi.exoscale.com/zone"),
        new("storage.csi.upcloud.com", "upcloud", VolumeReach.Site),
        new("block.csi.vultr.com", "vultr", VolumeReach.Site, "region"),
        // What is mounted over the network can be reached from every zone, even where it stands in one.
        new("efs.csi.aws.com", "aws", VolumeReach.Region),
        new("fsx.csi.aws.com", "aws", VolumeReach.Region),
        new("fsx.openzfs.csi.aws.com", "aws", VolumeReach.Region),
        new("filestore.csi.storage.gke.io", "gcp", VolumeReach.Region),
        new("file.csi.azure.com", "azure", VolumeReach.Region),
        new("kubernetes.io/azure-file", "azure", VolumeReach.Region),
        new("nfs.manila.csi.openstack.org", null, VolumeReach.Region),
        new("nfs.csi.k8s.io", null, VolumeReach.Region),
        new("k8s-sigs.io/nfs-subdir-external-provisioner", null, VolumeReach.Region),
        new("driver.longhorn.io", null, VolumeReach.Region),
        new("rook-ceph.rbd.csi.ceph.com", null, VolumeReach.Region),
        new("rook-ceph.cephfs.csi.ceph.com", null, VolumeReach.Region),
        new("rook-ceph.nfs.csi.ceph.com", null, VolumeReach.Region),
        new("openshift-storage.rbd.csi.ceph.com", null, VolumeReach.Region),
        new("openshift-storage.cephfs.csi.ceph.com", null, VolumeReach.Region),
    ];

    private static readonly Dictionary<string, Provisioner> ByName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The zone keys of all drivers.</summary>
    public static ISet<string> TopologyKeys { get; } = new HashSet<string>(All.Select(p => p.TopologyKey).OfType<string>(), StringComparer.Ordinal);

    /// <summary>The provisioner with a name; null where it is not known.</summary>
    public static Provisioner? Find(string? name) => name is not null && ByName.TryGetValue(name, out var found) ? found : null;

    /// <summary>Whether a volume with this handle surely stands in one zone, and which, where the handle states it.</summary>
    public bool IsZonalHandle(string handle, out string? zone)
    {
        var match = ZonalHandle is null ? Match.Empty : Regex.Match(handle, ZonalHandle, RegexOptions.CultureInvariant);
        zone = match.Groups["zone"] is { Success: true } group ? group.Value : null;
        return match.Success;
    }

    /// <summary>How far the volumes of a class with these parameters reach; null where they are unknown.</summary>
    public VolumeReach? ReachWith(Field parameters)
    {
        foreach (var (parameter, ending) in RegionalBy)
        {
            if (parameters.IsUnknown || !parameters.IsComplete) return null;

            // The drivers take the names of parameters in any case.
            var value = parameters.Entries.FirstOrDefault(e => e.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase));
            if (value is { IsUnknown: true }) return null;
            if (value?.Written is { } text && text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return VolumeReach.Region;
        }

        return Reach;
    }
}
