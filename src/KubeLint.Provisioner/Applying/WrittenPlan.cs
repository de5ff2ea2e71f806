using KubeLint.Engine;
using KubeLint.Provisioner.Drills;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Planning;
using KubeLint.Provisioner.Terraform;
using KubeLint.Resources;
using KubeLint.Views;

namespace KubeLint.Provisioner.Applying;

/// <summary>A plan as it stands in its folder, with what people changed there.</summary>
/// <param name="Folder">The full path of the folder.</param>
/// <param name="Cluster">The name of the cluster.</param>
/// <param name="Version">The version of Kubernetes.</param>
/// <param name="Zones">The fewest nodes of each zone.</param>
/// <param name="Workloads">The workloads, with their fewest replicas.</param>
/// <param name="Balancers">The zone of each load balancer, by Service.</param>
/// <param name="Classes">The classes of volumes.</param>
/// <param name="Entry">The name that leads to the load balancers; null for none.</param>
internal sealed record WrittenPlan(
    string Folder,
    string Cluster,
    string Version,
    IReadOnlyList<PlannedZone> Zones,
    IReadOnlyList<LiveWorkload> Workloads,
    IReadOnlyList<PlannedBalancer> Balancers,
    IReadOnlyList<string> Classes,
    string? Entry)
{
    /// <summary>The full path of the manifest that holds what the others need.</summary>
    public string BaseManifest => Path.Combine(Folder, ClusterPlan.BaseManifest);

    /// <summary>The full paths of the others, in the order in which they are applied; last that of the load balancers, which Terraform makes.</summary>
    public IReadOnlyList<string> OtherManifests =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, ClusterPlan.ManifestFolder), "*.yaml").Where(file => file != BaseManifest).Order(StringComparer.Ordinal),
        Path.Combine(Folder, ClusterConfiguration.LoadBalancers),
    ];

    /// <summary>Reads a folder; null where it holds no plan.</summary>
    public static WrittenPlan? Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ClusterPlan.BaseManifest)) || !File.Exists(Path.Combine(folder, ClusterPlan.TerraformFile))) return null;
        var inventory = new Inventory(new ManifestSource(Directory.GetCurrentDirectory(), [folder]).Read().Sets().Whole);
        var clusters = inventory.Set.OfKind(Declaration.Group, "scaleway_k8s_cluster").Select(cluster => cluster.Root["spec"]).ToList();
        if (clusters is not [var cluster] || cluster["name"].Text is not { } name) return null;
        return new WrittenPlan(
            Path.GetFullPath(folder),
            name,
            cluster["version"].Written ?? "",
            [.. inventory.Clusters.SelectMany(c => c.Pools).SelectMany(pool => (pool.Zones ?? []).Select(zone => new PlannedZone(zone, pool.MinimumSize ?? 1))).OrderBy(zone => zone.Name, StringComparer.Ordinal)],
            [.. inventory.Workloads.Select(workload => new LiveWorkload(NameOf(workload.Resource), workload.Replicas.Count ?? 1)).OrderBy(workload => workload.Object.ToString(), StringComparer.Ordinal)],
            [.. inventory.Set.OfKind("", "Service").Select(inventory.LoadBalancerIn).OfType<LoadBalancer>().Where(balancer => balancer.Zone is not null).Select(balancer => new PlannedBalancer(NameOf(balancer.Resource), balancer.Zone!))],
            [.. inventory.Set.OfKind(StorageClass.Group, StorageClass.Kind).Select(item => item.Name).OfType<string>()],
            inventory.Set.OfKind(Declaration.Group, DnsRecord.Kind).Select(inventory.DnsRecordIn).OfType<DnsRecord>().Where(record => record.HealthCheck.IsPresent).Select(Drill.NameOf).FirstOrDefault());
    }

    private static ObjectName NameOf(Resource resource) => new(resource.Kind, resource.NamespaceName, resource.Name ?? "");
}

/// <summary>The nodes of a zone.</summary>
/// <param name="Name">The zone.</param>
/// <param name="Nodes">The fewest.</param>
internal sealed record PlannedZone(string Name, int Nodes);

/// <summary>A load balancer.</summary>
/// <param name="Service">Its Service.</param>
/// <param name="Zone">Its zone.</param>
internal sealed record PlannedBalancer(ObjectName Service, string Zone);
