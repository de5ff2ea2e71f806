using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Providers;

namespace KubeLint.Rules;

/// <summary>KUBE2003: a pool that leaves out its zone, where that means one default zone.</summary>
public sealed class PoolWithoutZone : Rule<NodePool>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2003", "pool-without-zone", "A node pool leaves out its zone, and stands in one default zone that is chosen elsewhere", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NodePool view)
    {
        if (view.Omitted != OmittedZones.OneDefault || view.Resource.Options.Zones.Count == 1) yield break;
        if (view.Region is { } region && ZoneNaming.All.Any(n => n.HasOneZone(region))) yield break;
        yield return Report(
            view.Resource,
            view.ZonePlace,
            $"{view.DisplayName}: {view.ZonePlace.Key} is missing, so all its nodes stand in the provider's default zone, with those of every other pool that leaves it out; state {view.ZonePlace.Key}, and have a pool for each zone");
    }
}
