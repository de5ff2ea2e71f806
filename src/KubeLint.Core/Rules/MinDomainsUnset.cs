using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1013: a hard zone constraint that does not count zones which have no node yet.</summary>
public sealed class MinDomainsUnset : Rule<Workload>
{
    // minDomains is on by default since then (KEP-3022).
    private static readonly Version Since = new(1, 27);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1013", "min-domains-unset", "A hard zone constraint leaves minDomains out while a zone may be without nodes", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.Replicas.AreSeveral != true || (view.Resource.Options.KubernetesVersion is { } version && version < Since) || view.EmptyZones is not { Count: > 0 } empty) yield break;
        var zones = view.ZoneSpread.Placement.AdmittedZones;
        foreach (var constraint in view.ZoneSpread.HardConstraints)
        {
            if (!constraint.MinDomains.IsAbsent || zones.Count < 2) continue;
            var (zone, pool) = (empty.First().Key, empty.First().Value);
            var all = empty.Count == zones.Count;
            yield return Report(
                view.Resource,
                constraint.MinDomains,
                $"{view.DisplayName}: while {pool.DisplayName} has no node, {zone} is no zone to the scheduler, and its {view.Replicas.Description} {(all ? "may all run in one zone" : "spread over the other zones alone")}; minDomains: {zones.Count} makes pods wait for a node there");
        }
    }
}
