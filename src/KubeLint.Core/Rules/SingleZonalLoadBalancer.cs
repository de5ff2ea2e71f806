using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4011: an entry that one zone takes away.</summary>
public sealed class SingleZonalLoadBalancer : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4011", "single-zonal-load-balancer", "One zonal load balancer alone leads to the pods of a selector", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (view.Group is not { MayHaveMore: false, Count: 1, OnlyZone: { } zone } group) yield break;
        yield return Report(
            view.Resource,
            view.ZonePlace!,
            $"{view.Resource.DisplayName}: the only {view.Zonal!.Noun} for {group.Selector} stands in {zone}; losing it closes the entry, wherever the pods run; write one Service for each zone, with DNS records and health checks before them");
    }
}
