using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1012: a hard zone constraint that takes the pods of the old revision for those of the new one.</summary>
public sealed class RolloutCountsBothRevisions : Rule<Workload>
{
    private const string RevisionLabel = "pod-template-hash";

    // matchLabelKeys is on by default since then (KEP-3243).
    private static readonly Version Since = new(1, 27);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1012", "rollout-counts-both-revisions", "A hard zone constraint on a Deployment counts the pods of the old and the new revision together while it rolls out", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        // Recreate ends the old revision first.
        var strategy = view.Resource.Root.At("spec", "strategy", "type");
        if (view.Resource.Kind != "Deployment" || view.Replicas.AreSeveral != true || view.IsInSingleSite || !(strategy.IsAbsent || strategy.Text == "RollingUpdate")) yield break;
        if (view.Resource.Options.KubernetesVersion is { } version && version < Since) yield break;
        foreach (var constraint in view.ZoneSpread.HardConstraints)
        {
            var keys = constraint.MatchLabelKeys;
            if (constraint.MaxSkew.Integer is not > 0 || !keys.IsComplete || keys.Items.Any(k => k.Text is null or RevisionLabel) || !SelectsEveryRevision(constraint.Selector, view.Resource.Root.At("spec", "selector", "matchLabels"))) continue;
            yield return Report(
                view.Resource,
                keys,
                $"{view.DisplayName}: while it rolls out, its zone spread counts the pods of the old revision too, so the new one's {view.Replicas.Description} may end up uneven, or wait; matchLabelKeys: [{RevisionLabel}] counts each revision by itself",
                keys.IsPresent ? keys.KeySpan : constraint.Field.KeySpan);
        }
    }

    // Labels that the Deployment's own selector demands never change; any other may part the revisions.
    private static bool SelectsEveryRevision(LabelSelector selector, Field own) =>
        selector.Requirements.All(r => r.Key is { } key && (r.Operator == "Exists" ? own[key].IsPresent : r.Pair is { } pair && own[key] is { IsUnknown: false, Written: { } value } && value == pair.Value));
}
