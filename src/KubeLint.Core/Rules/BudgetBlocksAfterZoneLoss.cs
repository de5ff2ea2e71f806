using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5004: a budget that a lost zone always breaks.</summary>
public sealed class BudgetBlocksAfterZoneLoss : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5004", "budget-blocks-after-zone-loss", "A PodDisruptionBudget demands more pods than a lost zone leaves, however well they are spread", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.MinAvailable.IsAbsent || view.Guarded is not { Replicas: { } replicas, Workloads: [var workload] }) yield break;

        // From the replicas on, it blocks without any loss.
        if (view.Required(replicas) is not { } required || required >= replicas || workload.ZoneSpread.UsableZones is not (>= 2 and var zones)) yield break;
        var lost = (replicas + zones - 1) / zones;
        if (required <= replicas - lost) yield break;
        yield return Report(
            view.Resource,
            view.MinAvailable,
            $"{view.Resource.DisplayName}: minAvailable {view.MinAvailable.Written} demands {required} of the {view.Guarded.Description}; however they are spread over {workload.ZoneSpread.ZonesDescription}, one holds {lost} or more, and losing it leaves {replicas - lost} at most: until others have started, no node can be drained");
    }
}
