using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5004: a budget that a lost zone always breaks.</summary>
public sealed class BudgetBlocksAfterZoneLoss : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5004", "budget-blocks-after-zone-loss", "A PodDisruptionBudget demands more pods than a lost zone leaves, however well they are spread", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.MinAvailable.IsAbsent || view.Guarded is not { Replicas: { } replicas, Workloads: [var workload] }) yield break;

        // From the replicas on, it blocks without any loss.
        if (view.Required(replicas) is not { } required || required >= replicas || workload.LeftByZoneLoss(replicas) is not { } left || required <= left) yield break;
        var lost = replicas - left;
        yield return Report(
            view.Resource,
            view.MinAvailable,
            $"{view.Resource.DisplayName}: minAvailable {view.MinAvailable.Written} demands {required} of the {view.Guarded.Description}; however they are spread over {workload.ZoneSpread.ZonesDescription}, one holds {lost} or more, and losing it leaves {left} at most: until others have started, no node can be drained") with
        {
            Fixes = Fix(view, workload, replicas, left),
        };
    }

    private static IEnumerable<Fix> Fix(DisruptionBudget view, Workload workload, long replicas, long left)
    {
        // Of assumed zones no number follows, and what keeps a quorum must keep more than half.
        if (workload.ZoneSpread.KnownZones is null || (workload.Resource.Kind == "StatefulSet" && left * 2 <= replicas)) yield break;
        var limit = view.MinAvailable.Text is null ? Literal.Integer(left) : Literal.Text($"{100 * left / replicas}%");
        yield return new Fix($"Lower minAvailable to {limit.Text}, which the loss of a zone leaves", [new SetValue(view.MinAvailable, limit)]);
    }
}
