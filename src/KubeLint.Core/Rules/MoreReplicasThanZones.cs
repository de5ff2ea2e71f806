using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1011: required anti-affinity that wants more zones than there are.</summary>
public sealed class MoreReplicasThanZones : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1011", "more-replicas-than-zones", "Required zone anti-affinity with more replicas than the known zones: pods stay pending", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread.OnePerZone.FirstOrDefault() is not { } term || view.ZoneSpread.KnownZones is not { } zones || view.Replicas.Count is not { } replicas || replicas <= zones) yield break;
        yield return Report(
            view.Resource,
            term.TopologyKey,
            $"{view.DisplayName}: its required anti-affinity admits one replica to each zone, so of its {view.Replicas.Description} no more than {zones} can run in {view.ZoneSpread.ZonesDescription}, and {replicas - zones} stay pending; a spread constraint over zones admits more") with
        {
            Fixes = Fix(view, term),
        };
    }

    // A term that says more than one of its own pods to each zone is not replaced.
    private static IEnumerable<Fix> Fix(Workload view, PodAffinityTerm term)
    {
        var selector = term.Field["labelSelector"].Node;
        if (view.ZoneSpread.OnePerZone.Skip(1).Any() || term.Field.Entries.Any(e => e.Key is not ("labelSelector" or "topologyKey"))) yield break;
        if (selector is null || OwnPods.SelectorOf(view) is not { } own || !EditedTree.AreEqual(own, selector, inAnyOrder: true)) yield break;
        if (HardZoneSpread.AddTo(view, term.TopologyKey.Text!, RepairStep.Remove(term.Field).Edit) is { } fix) yield return fix with { Title = "Replace the required anti-affinity by a hard spread over zones" };
    }
}
