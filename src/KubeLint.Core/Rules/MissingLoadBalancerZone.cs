using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4001: a load balancer whose one zone nobody chose.</summary>
public sealed class MissingLoadBalancerZone : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4001", "missing-load-balancer-zone", "A LoadBalancer Service leaves out the provider's zone annotation, where that means one default zone", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (view.IsInSingleSite || view.MissingZone is not { } zone) yield break;
        var zonal = view.Zonal!;
        yield return Report(
            view.Resource,
            zone,
            $"{view.Resource.DisplayName}: {view.Provider!.DisplayName}'s {zonal.Noun}s stand in one zone each, and {(zone.IsPresent ? "with an empty" : "without the")} annotation {zonal.Annotation} this one stands in {zonal.Default}; "
                + $"write one Service for each zone, each with its zone, such as {zonal.Example}",
            zone.IsPresent ? null : view.Resource.AnnotationsSpan) with
        {
            Fixes = ZoneChoice.Among(view, zone, view.ZonesToChoose),
        };
    }
}
