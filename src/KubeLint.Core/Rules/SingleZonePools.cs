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
        var first = view.Pools[0];
        var noun = view.Pools.All(p => p.Noun == first.Noun) ? first.Noun : "node pool";
        var name = view.Name is { } cluster ? $"Cluster '{cluster}'" : "The cluster";
        var pools = view.Pools.Count switch
        {
            1 => $"its only {noun} declared here stands",
            2 => $"both {noun}s declared here stand",
            _ => $"all its {view.Pools.Count} {noun}s declared here stand",
        };
        yield return Report(first.Resource, first.ZoneField!, $"{name}: {pools} in {zone}; losing that zone leaves no node") with
        {
            Related = [.. view.Pools.Skip(1).Select(p => new RelatedPlace(p.ZoneField!.Span, $"{p.Noun} '{p.Name}' stands in {zone} too"))],
        };
    }
}
