using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;

namespace KubeLint.Rules;

/// <summary>KUBE2001: all node pools of a cluster stand in one zone.</summary>
public sealed class SingleZonePools : Rule<Cluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2001", "single-zone-pools", "All node pools of a cluster stand in one zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Cluster view)
    {
        if (view.Zones is not [var zone]) yield break;

        // A GKE cluster that stands in a zone has its default pool there: KUBE2011 says it.
        if (view.Pools.All(p => p.Noun == PoolDialect.DefaultPool)) yield break;
        var first = view.Pools[0];
        var noun = view.Pools.All(p => p.Noun == first.Noun) ? first.Noun : "node pool";
        var pools = view.Pools.Count switch
        {
            1 => $"its only {noun} declared here stands",
            2 => $"both {noun}s declared here stand",
            _ => $"all its {view.Pools.Count} {noun}s declared here stand",
        };
        yield return Report(first.Resource, first.ZoneField!, $"{view.DisplayName}: {pools} in {zone}; losing that zone leaves no node") with
        {
            Related = [.. view.Pools.Skip(1).Select(p => new RelatedPlace(p.ZoneField!.Span, $"{p.Noun} '{p.Name}' stands in {zone} too"))],
        };
    }
}
