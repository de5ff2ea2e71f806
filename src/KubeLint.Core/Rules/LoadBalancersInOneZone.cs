using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4003: load balancers that one zone takes away together.</summary>
public sealed class LoadBalancersInOneZone : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4003", "load-balancers-in-one-zone", "All zonal load balancers of one selector stand in one zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (view.Group is not { MayHaveMore: false, Count: >= 2, OnlyZone: { } zone } group || group.Members[0].Resource != view.Resource) yield break;
        var all = group.Count == 2 ? "both" : $"all {group.Count}";
        yield return Report(
            view.Resource,
            view.ZonePlace!,
            $"{view.Resource.DisplayName}: {all} {view.Zonal!.Noun}s for {group.Selector} stand in {zone}; losing it closes every entry, wherever the pods run; put one of them in another zone") with
        {
            Related = [.. group.Members.Skip(1).Select(m => new RelatedPlace(m.ZonePlace!.Span, $"{m.Resource.DisplayName} stands in {zone} too"))],
        };
    }
}
