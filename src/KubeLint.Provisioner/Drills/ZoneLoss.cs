using KubeLint.Survival;

namespace KubeLint.Provisioner.Drills;

/// <summary>What remains without a zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="LoadBalancers">The load balancers.</param>
/// <param name="Names">The names that lead to load balancers.</param>
/// <param name="TakesControlPlane">Whether the control plane's own load balancer stands there: pods run on, but kubectl, nodes and autoscalers get no answer.</param>
/// <param name="TakesGateway">Whether the public gateway of all nodes stands there: pods run on, but reach nothing outside, nor the control plane.</param>
internal sealed record ZoneLoss(
    string Zone,
    IReadOnlyList<WorkloadLoss> Workloads,
    IReadOnlyList<BalancerLoss> LoadBalancers,
    IReadOnlyList<DnsLoss> Names,
    bool TakesControlPlane,
    bool TakesGateway)
{
    /// <summary>Whether a replica of every workload surely remains.</summary>
    public bool IsSurvived => Workloads.All(workload => workload.Remaining > 0);
}

/// <summary>What remains of a workload in the worst placement that the scheduler admits.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Replicas">Its replicas; null where not known.</param>
/// <param name="Remaining">Those that remain; null where not known.</param>
/// <param name="LostVolumes">The volumes that are out of reach until the zone is back, with the replicas that need them; null where not known.</param>
/// <param name="Bound">What bounds the loss, or why nothing is known, for people.</param>
internal sealed record WorkloadLoss(string Kind, string? Namespace, string? Name, long? Replicas, long? Remaining, long? LostVolumes, string Bound)
{
    /// <summary>What a zone takes of a workload.</summary>
    public static WorkloadLoss Of(WorkloadSurvival survival, string zone)
    {
        var (workload, remaining) = (survival.Workload, survival.After(zone));
        var zonal = survival.OwnVolumes.Count(volume => volume.IsZonal == true);
        return new WorkloadLoss(
            workload.Resource.Kind,
            workload.Resource.NamespaceName,
            workload.Resource.Name,
            workload.Replicas.Count,
            remaining,
            zonal == 0 ? 0 : (workload.Replicas.Count - remaining) * zonal,
            survival.Unknown ?? survival.Bound);
    }
}

/// <summary>What becomes of a load balancer.</summary>
/// <param name="Name">The name of its Service.</param>
/// <param name="Zone">Its zone; null where not known.</param>
/// <param name="IsLost">Whether it is lost; null where not known.</param>
internal sealed record BalancerLoss(string Name, string? Zone, bool? IsLost);

/// <summary>What becomes of the answers of a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Before">The zones of the load balancers that it answers with.</param>
/// <param name="After">Those that it answers with when the zone is lost and its health check has seen it.</param>
/// <param name="TtlSeconds">For how many seconds clients may keep an older answer; null where not known.</param>
internal sealed record DnsLoss(string Name, IReadOnlyList<string> Before, IReadOnlyList<string> After, long? TtlSeconds);
