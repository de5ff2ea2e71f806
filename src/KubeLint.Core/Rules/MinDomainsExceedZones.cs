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
        foreach (var (constraint, domains, pending) in view.PendingByMinDomains)
        {
            yield return Report(
                view.Resource,
                constraint.MinDomains,
                $"{view.DisplayName}: minDomains {constraint.MinDomains.Integer} is more than {view.ZoneSpread.ZonesDescription}, so the scheduler takes the emptiest zone for empty and admits {constraint.MaxSkew.Integer} to each: of its {view.Replicas.Description} {pending} stay pending") with
            {
                Fixes = Offer(() => domains > 0 ? new ConstraintRepair(view, constraint).Find([RepairStep.Set(constraint.MinDomains, Literal.Integer(domains))]) : null),
            };
        }
    }
}
