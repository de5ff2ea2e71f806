using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1010: too few replicas for one in each zone.</summary>
public sealed class FewerReplicasThanZones : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1010", "fewer-replicas-than-zones", "A workload has several replicas, yet fewer than the known zones", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.Replicas.Count is not (>= 2 and var replicas) || view.ZoneSpread.KnownZones is not { } zones || replicas >= zones) yield break;
        yield return Report(
            view.Resource,
            view.ReplicasField,
            $"{view.DisplayName}: its {view.Replicas.Description} can stand in {replicas} of {view.ZoneSpread.ZonesDescription} at most, so losing one of those leaves {replicas - 1} at most; with {zones} replicas, one in each zone, {zones - 1} would be left");
    }
}
