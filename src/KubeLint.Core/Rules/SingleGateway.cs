using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;

namespace KubeLint.Rules;

/// <summary>KUBE2009: every pool depends on one public gateway.</summary>
public sealed class SingleGateway : Rule<Cluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2009", "single-gateway", "The nodes of every pool leave through public gateways of one zone", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Cluster view)
    {
        // Where all nodes stand in one zone, KUBE2001 says it.
        if (!view.IsWhole || view.Zones is { Count: 1 } || view.Gateways.Count == 0 || view.Pools.Any(p => p.IsPublicIpDisabled != true)) yield break;
        var zones = view.Gateways.Select(g => g.Zone).Distinct(StringComparer.Ordinal).ToList();
        if (view.Gateways.Count > 1 && (zones.Count > 1 || zones[0] is null)) yield break;
        var gateways = view.Gateways.Count == 1 ? "the only public gateway declared here" : $"all {view.Gateways.Count} public gateways declared here";
        var place = view.Gateways.Count == 1 ? (zones[0] is { } zone ? $", in {zone}" : ", which stands in one zone") : $", in {zones[0]}";
        var first = view.Pools[0];
        yield return Report(
            first.Resource,
            first.PublicIpDisabled!,
            $"{view.DisplayName}: no node has a public address, and all leave through {gateways}{place}; losing that zone cuts off the nodes of every zone; in controlled isolation, where nodes keep public addresses, there is no such gateway") with
        {
            Related =
            [
                .. view.Gateways.Select(g => new RelatedPlace(g.Field.KeySpan, "the public gateway")),
                .. view.Pools.Skip(1).Select(p => new RelatedPlace(p.PublicIpDisabled!.Span, $"{p.DisplayName} has no public addresses either")),
            ],
        };
    }
}
