using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1007: the pods may run in one zone only.</summary>
public sealed class PinnedToOneZone : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1007", "pinned-to-one-zone", "A node selector, required node affinity or node name leaves the replicas one zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        var spread = view.ZoneSpread;
        if (spread.Fault != SpreadFault.Pinned) yield break;
        var place = spread.Restriction.Place!;
        var what = place.Path.Contains("nodeSelector") && !place.Path.Contains("nodeAffinity") ? "its nodeSelector" : place.Key == "nodeName" ? "its nodeName" : "its required node affinity";
        var where = spread.OnlyZone is { } zone
            ? $"{zone}; losing it leaves 0"
            : $"the node {spread.Restriction.Node}; losing its zone, or just that node, leaves 0";
        yield return Report(
            view.Resource,
            place,
            $"{view.DisplayName}: {what} leaves its {view.Replicas.Description} only {where}, and they can start nowhere else");
    }
}
