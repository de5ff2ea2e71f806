using KubeLint.Provisioner.Scaleway;

namespace KubeLint.Provisioner.Live;

/// <summary>What a zone takes of what runs now.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="Volumes">The volumes that stand there, bound or not.</param>
/// <param name="LoadBalancers">The load balancers that ask for the zone.</param>
/// <param name="TakesControlPlane">Whether the control plane's own load balancer stands there; null where that is not known, as outside of Scaleway.</param>
internal sealed record LiveLoss(
    string Zone,
    IReadOnlyList<string> Nodes,
    IReadOnlyList<LiveWorkloadLoss> Workloads,
    IReadOnlyList<LiveVolumeLoss> Volumes,
    IReadOnlyList<LiveBalancer> LoadBalancers,
    bool? TakesControlPlane)
{
    /// <summary>Whether a ready pod of every workload remains; what the provider runs is not counted.</summary>
    public bool IsSurvived => Workloads.All(workload => workload.IsOfSystem || workload.Remaining > 0);
}

/// <summary>What a zone takes of a workload.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Replicas">How many it wants.</param>
/// <param name="Ready">How many are ready.</param>
/// <param name="InZone">How many of these run in the zone.</param>
/// <param name="Volumes">How many volumes of its pods stand there: these pods wait until the zone is back.</param>
/// <param name="IsOfSystem">Whether the provider runs it.</param>
internal sealed record LiveWorkloadLoss(string Kind, string? Namespace, string Name, long Replicas, int Ready, int InZone, int Volumes, bool IsOfSystem)
{
    /// <summary>How many ready pods remain.</summary>
    public int Remaining => Ready - InZone;

    /// <summary>Its name, for people.</summary>
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}

/// <summary>A volume of a zone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">The claim that it is bound to; null for none.</param>
internal sealed record LiveVolumeLoss(string Name, string? Claim);

/// <summary>Tells what each zone takes of what runs now.</summary>
internal static class LiveDrill
{
    /// <summary>The loss of a zone.</summary>
    public static LiveLoss Losing(this LiveCluster cluster, string zone) => new(
        zone,
        [.. cluster.Nodes.Where(node => node.Zone == zone).Select(node => node.Name)],
        [.. cluster.Workloads.Select(workload => LossOf(workload, zone, cluster))],
        [.. cluster.Volumes.Where(volume => volume.Zone == zone).Select(volume => new LiveVolumeLoss(volume.Name, volume.Claim?.ToString()))],
        [.. cluster.LoadBalancers.Where(balancer => balancer.Zone == zone)],
        ScalewayRegion.Of(cluster.Zones) is { } region ? region.PrimaryZone == zone : null);

    private static LiveWorkloadLoss LossOf(LiveWorkload workload, string zone, LiveCluster cluster)
    {
        // A ready pod whose node has no zone may be anywhere: it is not counted as one that remains.
        var pods = cluster.PodsOf(workload).ToList();
        var ready = pods.Where(pod => pod.IsReady).ToList();
        return new LiveWorkloadLoss(
            workload.Object.Kind,
            workload.Object.Namespace,
            workload.Object.Name,
            workload.Replicas,
            ready.Count,
            ready.Count(pod => cluster.ZoneOf(pod) is not { } own || own == zone),
            pods.SelectMany(cluster.VolumesOf).Distinct().Count(volume => volume.Zone == zone),
            workload.IsOfSystem);
    }
}
