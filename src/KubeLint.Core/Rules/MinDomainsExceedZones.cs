using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1014: a constraint that waits for more zones than there are.</summary>
public sealed class MinDomainsExceedZones : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1014", "min-domains-exceed-zones", "A zone constraint wants more minDomains than the known zones: pods stay pending", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread.KnownZones is not { } zones || view.Replicas.Count is not { } replicas) yield break;
        foreach (var constraint in view.ZoneSpread.HardConstraints)
        {
            // Which zones count at all: only those that the pods may enter, unless the constraint says otherwise.
            var domains = constraint.HonorsNodeAffinity switch { true => zones, false when !view.Zones.IsAssumed => view.Zones.Count, _ => (int?)null };
            if (constraint.MinDomains.Integer is not { } wanted || constraint.MaxSkew.Integer is not (> 0 and var skew) || domains is null || wanted <= domains) continue;
            var running = skew * zones;
            if (running >= replicas) continue;
            yield return Report(
                view.Resource,
                constraint.MinDomains,
                $"{view.DisplayName}: minDomains {wanted} is more than {view.ZoneSpread.ZonesDescription}, so the scheduler takes the emptiest zone for empty and admits {skew} to each: of its {view.Replicas.Description} {replicas - running} stay pending") with
            {
                Fixes = Fix(view, constraint, domains.Value),
            };
        }
    }

    private static IEnumerable<Fix> Fix(Workload view, TopologySpreadConstraint constraint, int domains)
    {
        if (domains > 0 && new ConstraintRepair(view, constraint).Find([RepairStep.Set(constraint.MinDomains, Literal.Integer(domains))]) is { } fix) yield return fix;
    }
}
