using KubeLint.Configuration;
using KubeLint.Kustomize;
using KubeLint.NodePools;
using KubeLint.Provisioner.Planning;
using KubeLint.Provisioner.Scaleway;
using KubeLint.Resources;
using KubeLint.Survival;
using KubeLint.Terraform;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Provisioner.Drills;

/// <summary>What remains of a plan when a zone is lost.</summary>
internal sealed class Drill
{
    private readonly Inventory inventory;

    private Drill(IEnumerable<Document> documents)
    {
        inventory = new Inventory(ResourceSets.Of(documents).Whole);
        Survival = SurvivalReport.Of(inventory);
        Zones = [.. Survival.Zones.Order(StringComparer.Ordinal)];
        Names = [.. inventory.Set.OfKind(Declaration.Group, DnsRecord.Kind).Select(inventory.DnsRecordIn).OfType<DnsRecord>()];
        Gateways = [.. inventory.Clusters.Where(cluster => cluster.Pools.Any(pool => pool.IsPublicIpDisabled == true)).SelectMany(cluster => cluster.Gateways)];
    }

    /// <summary>What remains of workloads, and of what stands in one zone.</summary>
    public SurvivalReport Survival { get; }

    /// <summary>The zones of the plan; none where it has no pools.</summary>
    public IReadOnlyList<string> Zones { get; }

    /// <summary>The zone of the control plane's own load balancer; null where the region is not known.</summary>
    public string? PrimaryZone => ScalewayRegion.Of(Zones)?.PrimaryZone;

    private IReadOnlyList<DnsRecord> Names { get; }

    private IReadOnlyList<PublicGateway> Gateways { get; }

    /// <summary>The drill of a plan that is not written.</summary>
    public static Drill Of(IReadOnlyList<PlannedFile> files) => Of(files.SelectMany(Read));

    /// <summary>The drill of documents.</summary>
    public static Drill Of(IEnumerable<Document> documents) => new(documents);

    /// <summary>What remains without a zone.</summary>
    public ZoneLoss Losing(string zone) => new(
        zone,
        [.. Survival.Clusters.SelectMany(cluster => cluster.Workloads).Select(workload => WorkloadLoss.Of(workload, zone))],
        [.. Survival.Clusters.SelectMany(cluster => cluster.LoadBalancers).Select(balancer => new BalancerLoss(balancer.Resource.Name ?? "", balancer.Zone, balancer.GoesWith(zone)))],
        [.. Names.Select(name => AnswersWithout(zone, name)).OfType<DnsLoss>()],
        PrimaryZone == zone,
        Gateways.Any(gateway => gateway.Zone == zone));

    /// <summary>The full name of a record. Its own zone may be a reference; the URL of its health check has the name as people write it.</summary>
    public static string NameOf(DnsRecord record) => Uri.TryCreate(record.HealthCheck["url"].Text, UriKind.Absolute, out var url) ? url.Host : record.Name;

    private static DnsLoss? AnswersWithout(string zone, DnsRecord record)
    {
        if (record.LoadBalancers is not { } balancers) return null;
        var zones = balancers.Select(balancer => balancer.Root["spec"]["zone"].Text ?? "").ToList();

        // Without a health check the answers stay as they are.
        return new DnsLoss(NameOf(record), zones, record.IsWatched == true ? [.. zones.Where(other => other != zone)] : zones, record.TtlSeconds);
    }

    private static IReadOnlyList<Document> Read(PlannedFile file) => TerraformReader.Accepts(file.Path, file.Text)
        ? TerraformReader.Read(file.Path, file.Text, LintOptions.Default).Documents
        : new ManifestReader().Read(file.Path, file.Text, LintOptions.Default).Documents;
}
