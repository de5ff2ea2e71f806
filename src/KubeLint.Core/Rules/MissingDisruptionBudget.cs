using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5001: several replicas that may all be evicted at once.</summary>
public sealed class MissingDisruptionBudget : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5001", "missing-disruption-budget", "A workload has several replicas and no PodDisruptionBudget selects its pods", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.Replicas.AreSeveral != true || !view.IsWithoutBudget) yield break;
        yield return Report(
            view.Resource,
            view.Resource.Root,
            $"{view.DisplayName}: no PodDisruptionBudget selects its pods, so draining nodes may evict {view.Replicas.All} replicas{view.Replicas.Origin} at the same time; write one with maxUnavailable 1") with
        {
            Fixes = Fix(view),
        };
    }

    private static IEnumerable<Fix> Fix(Workload view)
    {
        if (OwnBudget.For(view) is { } fix) yield return fix;
    }
}
