using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1008: required pod affinity that pulls a workload's own pods together.</summary>
public sealed class GatheredInOneZone : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1008", "gathered-in-one-zone", "Required pod affinity to its own pods gathers all replicas in one zone or on one node", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread is not { Fault: SpreadFault.Gathered, GatheringTerm: { } term }) yield break;
        var where = term.TopologyKey.Text == ZoneKeys.HostName ? "on one node, so in one zone" : "in one zone";
        yield return Report(
            view.Resource,
            term.TopologyKey,
            $"{view.DisplayName}: its required pod affinity selects its own pods, so each of its {view.Replicas.Description} must run where the first one does: all {where}, and losing it leaves 0");
    }
}
