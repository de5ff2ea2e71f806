using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Syntax;

namespace KubeLint.Rules;

/// <summary>KUBE2005: autoscaled pools in several zones, and an autoscaler that does not balance them.</summary>
public sealed class UnbalancedAutoscaling : Rule<Cluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2005", "unbalanced-autoscaling", "Alike node pools in several zones are autoscaled without being balanced", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Cluster view)
    {
        if (view.Balancing is not { IsBalanced: false } balancing) yield break;

        // The autoscaler takes groups of one machine type for alike.
        var alike = view.Pools.Where(p => p is { IsAutoscaled: true, Zones.Count: 1, NodeType: not null })
            .GroupBy(p => p.NodeType, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Select(p => p.Zones![0]).Distinct(StringComparer.Ordinal).Count() > 1);
        if (alike is null) yield break;
        var zones = alike.Select(p => p.Zones![0]).Distinct(StringComparer.Ordinal).OrderBy(z => z, StringComparer.Ordinal).ToList();
        yield return Report(
            balancing.Resource,
            balancing.Field,
            $"{balancing.Resource.DisplayName}: {alike.Count()} alike node pools{(view.Name is { } name && name != balancing.Resource.Name ? $" of cluster '{name}'" : "")} are autoscaled in {string.Join(", ", zones)}, and similar node groups are not balanced; new nodes may all come in one zone; turn balancing of similar node groups on") with
        {
            Related = [.. alike.Select(p => new RelatedPlace((p.SizeField ?? p.Field).Span, $"{p.DisplayName} is autoscaled in {p.Zones![0]}"))],
            Fixes = Fix(balancing),
        };
    }

    private static IEnumerable<Fix> Fix(PoolBalancing balancing)
    {
        if (balancing.Switch is not var (place, on)) yield break;
        yield return new Fix("Turn balancing of similar node groups on", [place.Node is SequenceNode ? new AppendItem(place, on) : new SetValue(place, on)]);
    }
}
