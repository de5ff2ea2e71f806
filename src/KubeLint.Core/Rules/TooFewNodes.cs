using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;

namespace KubeLint.Rules;

/// <summary>KUBE2002: a cluster of fewer than three nodes.</summary>
public sealed class TooFewNodes : Rule<Cluster>
{
    private const int Enough = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2002", "too-few-nodes", "The node pools of a cluster have fewer than three nodes at minimum size", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Cluster view)
    {
        if (!view.IsWhole || view.Pools.Any(p => p.MinimumSize is null)) yield break;
        var nodes = view.Pools.Sum(p => p.MinimumSize!.Value);
        if (nodes >= Enough) yield break;
        var pools = view.Pools.Count == 1 ? "its only node pool declared here has" : $"its {view.Pools.Count} node pools declared here have";
        var (count, loss) = nodes switch
        {
            0 => ("no node", "nothing runs until one is added"),
            1 => ("1 node", "losing its zone leaves none"),
            _ => ("2 nodes in all", "losing a zone can take half of them, or both"),
        };
        var first = view.Pools[0];
        yield return Report(first.Resource, first.SizeField ?? first.Field, $"{view.DisplayName}: {pools} {count} at minimum size; {loss}; have at least three, in two zones or more") with
        {
            Related = [.. view.Pools.Skip(1).Select(p => new RelatedPlace((p.SizeField ?? p.Field).Span, $"{p.DisplayName} has {p.MinimumSize} at minimum size"))],
        };
    }
}
