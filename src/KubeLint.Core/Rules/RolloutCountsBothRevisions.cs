using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1012: a hard zone constraint that takes the pods of the old revision for those of the new one.</summary>
public sealed class RolloutCountsBothRevisions : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1012", "rollout-counts-both-revisions", "A hard zone constraint on a Deployment counts the pods of the old and the new revision together while it rolls out", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        foreach (var constraint in Revisions.CountedTogether(view))
        {
            var keys = constraint.MatchLabelKeys;
            yield return Report(
                view.Resource,
                keys,
                $"{view.DisplayName}: while it rolls out, its zone spread counts the pods of the old revision too, so the new one's {view.Replicas.Description} may end up uneven, or wait; matchLabelKeys: [{Revisions.Label}] counts each revision by itself",
                keys.IsPresent ? keys.KeySpan : constraint.Field.KeySpan) with
            {
                Fixes = Fix(view, constraint),
            };
        }
    }

    private static IEnumerable<Fix> Fix(Workload view, TopologySpreadConstraint constraint)
    {
        if (new ConstraintRepair(view, constraint).Find([RepairStep.CountOneRevision(constraint)]) is { } fix) yield return fix;
    }
}
