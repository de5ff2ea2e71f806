using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;

namespace KubeLint.Rules;

/// <summary>KUBE2004: zones whose pools differ.</summary>
public sealed class UnevenZones : Rule<Cluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2004", "uneven-zones", "The zones of a cluster differ in the minimum size or the node types of their pools", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Cluster view)
    {
        if (view.Zones is not { Count: > 1 } zones) yield break;

        // A pool over all zones is no difference between them; one over some of them may be anywhere in those.
        List<NodePool> zonal = [.. view.Pools.Where(p => p.Zones!.Count < zones.Count)];
        if (zonal.Count == 0 || zonal.Any(p => p.Zones!.Count != 1)) yield break;
        var byZone = zones.Select(zone => zonal.Where(p => p.Zones![0] == zone).ToList()).ToList();
        var others = zonal.Count == view.Pools.Count ? "" : "beside the pools over all zones, ";
        var difference = Sizes(zones, byZone) ?? Types(zones, byZone);
        if (difference is null) yield break;
        var first = zonal[0];
        yield return Report(first.Resource, first.ZoneField!, $"{view.DisplayName}: {others}{difference}") with
        {
            Related = [.. zonal.Skip(1).Select(p => new RelatedPlace(p.ZoneField!.Span, $"{p.DisplayName} stands in {p.Zones![0]}"))],
        };
    }

    private static string? Sizes(IReadOnlyList<string> zones, List<List<NodePool>> byZone)
    {
        if (byZone.Any(pools => pools.Any(p => p.MinimumSize is null))) return null;
        var sizes = byZone.Select(pools => pools.Sum(p => p.MinimumSize!.Value)).ToList();
        return sizes.Distinct().Count() == 1 ? null : $"its zones have different numbers of nodes at minimum size ({string.Join(", ", zones.Select((z, i) => $"{z} has {sizes[i]}"))}); when the larger is lost, the others may lack room for what ran there";
    }

    private static string? Types(IReadOnlyList<string> zones, List<List<NodePool>> byZone)
    {
        if (byZone.Any(pools => pools.Any(p => p.NodeType is null))) return null;
        var types = byZone.Select(pools => string.Join(" and ", pools.Select(p => p.NodeType!).Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal))).ToList();
        return types.Distinct(StringComparer.Ordinal).Count() == 1 ? null : $"its zones have different types of nodes ({string.Join(", ", zones.Select((z, i) => $"{z} has {(types[i].Length > 0 ? types[i] : "none")}"))}); what needs a type that one zone has cannot move when that zone is lost";
    }
}
