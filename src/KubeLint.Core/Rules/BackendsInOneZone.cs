using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4005: a load balancer that one zone takes away, or leaves without backends.</summary>
public sealed class BackendsInOneZone : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4005", "backends-in-one-zone", "A load balancer stands in, or leads to nodes of, one zone alone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (view.IsInSingleSite || view.OneZone is not var (place, what) || view.IsCoveredInTurn != false) yield break;
        yield return Report(
            view.Resource,
            place,
            $"{view.Resource.DisplayName}: {place.Key} leaves its load balancer {what}; losing that zone closes the entry, wherever the pods run");
    }
}
