using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1002: a spread constraint that does not count the pods it is written for.</summary>
public sealed class SpreadMissesOwnPods : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1002", "spread-misses-own-pods", "A topology spread constraint does not count its own pods, because its selector is absent or does not match their labels", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        foreach (var constraint in view.Template.SpreadConstraints)
        {
            if (constraint.CountsOwnPods != false || constraint.TopologyKey.Text is not { } key) continue;

            // On a zone key this is one of the faults of which only the first is told.
            if (ZoneKeys.IsZone(key, view.Resource.Options) && view.ZoneSpread.Fault != SpreadFault.MissesOwnPods) continue;
            var selector = constraint.Selector.Field;
            yield return Report(
                view.Resource,
                selector,
                $"{view.DisplayName}: the spread over {key} counts none of its own pods, so it does not keep them apart; {Reason(constraint, view.Template)}",
                selector.IsPresent ? selector.KeySpan : null) with
            {
                Fixes = Fix(view, constraint),
            };
        }
    }

    private static IEnumerable<Fix> Fix(Workload view, TopologySpreadConstraint constraint)
    {
        var repair = new ConstraintRepair(view, constraint);
        if (OwnPods.SelectorOf(view) is { } selector && repair.Find([RepairStep.Select(constraint, selector)], after => repair.In(after).CountsOwnPods == true) is { } fix) yield return fix;
    }

    private static string Reason(TopologySpreadConstraint constraint, PodTemplate pods)
    {
        if (constraint.Selector.Field.IsAbsent) return "without a labelSelector it selects nothing";
        var unmet = constraint.Selector.Requirements.First(r => r.Holds(pods) == false);
        var wanted = unmet.Operator switch
        {
            "In" => $"{unmet.Key} = {string.Join(" or ", unmet.Values.Select(v => v.Written))}",
            "NotIn" => $"{unmet.Key} other than {string.Join(" or ", unmet.Values.Select(v => v.Written))}",
            "Exists" => $"the label {unmet.Key}",
            _ => $"no label {unmet.Key}",
        };
        var (isThere, label) = pods.Label(unmet.Key!);
        var have = isThere == false ? "have no such label" : label.Written is { } value ? $"have {unmet.Key} = {value}" : $"get {unmet.Key} from their controller";
        return $"its labelSelector wants {wanted}, and the pods {have}";
    }
}
