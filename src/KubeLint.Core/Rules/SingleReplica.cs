using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1009: one replica, so any loss is a loss of all.</summary>
public sealed class SingleReplica : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1009", "single-replica", "A long-running workload has one replica", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.Replicas.Count != 1 || view.IsInSingleSite || view.MayHavePeers) yield break;
        yield return Report(
            view.Resource,
            view.ReplicasField,
            $"{view.DisplayName}: it keeps {view.Replicas.Description}; losing its zone, or just its node, leaves 0 until another has started; two or more, spread over zones, would leave some");
    }
}
