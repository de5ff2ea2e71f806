using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1013: a hard zone constraint that does not count zones which have no node yet.</summary>
public sealed class MinDomainsUnset : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1013", "min-domains-unset", "A hard zone constraint leaves minDomains out while a zone may be without nodes", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.MinDomainsForEmptyZones is not { } zones || view.EmptyZones is not { } empty) yield break;
        foreach (var constraint in view.ZoneSpread.HardConstraints.Where(c => c.MinDomains.IsAbsent))
        {
            var (zone, pool) = (empty.First().Key, empty.First().Value);
            var all = empty.Count == zones;
            yield return Report(
                view.Resource,
                constraint.MinDomains,
                $"{view.DisplayName}: while {pool.DisplayName} has no node, {zone} is no zone to the scheduler, and its {view.Replicas.Description} {(all ? "may all run in one zone" : "spread over the other zones alone")}; minDomains: {zones} makes pods wait for a node there") with
            {
                Fixes = Fix(view, constraint, zones),
            };
        }
    }

    private static IEnumerable<Fix> Fix(Workload view, TopologySpreadConstraint constraint, int zones)
    {
        // Where node affinity does not count, the zones that the pods may not enter are domains too.
        if (constraint.HonorsNodeAffinity == true && new ConstraintRepair(view, constraint).Find([RepairStep.Set(constraint.MinDomains, Literal.Integer(zones))]) is { } fix) yield return fix;
    }
}
