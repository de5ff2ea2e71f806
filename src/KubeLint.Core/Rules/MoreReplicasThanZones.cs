using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1011: required anti-affinity that wants more zones than there are.</summary>
public sealed class MoreReplicasThanZones : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1011", "more-replicas-than-zones", "Required zone anti-affinity with more replicas than the known zones: pods stay pending", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread.OnePerZone.FirstOrDefault() is not { } term || view.ZoneSpread.KnownZones is not { } zones || view.Replicas.Count is not { } replicas || replicas <= zones) yield break;
        yield return Report(
            view.Resource,
            term.TopologyKey,
            $"{view.DisplayName}: its required anti-affinity admits one replica to each zone, so of its {view.Replicas.Description} no more than {zones} can run in {view.ZoneSpread.ZonesDescription}, and {replicas - zones} stay pending; a spread constraint over zones admits more");
    }
}
