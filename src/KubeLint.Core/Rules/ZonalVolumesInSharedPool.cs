using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE2012: an autoscaled pool over several zones, beside workloads whose volumes stand in one zone each.</summary>
public sealed class ZonalVolumesInSharedPool : Rule<PoolVolumes>
{
    private const int MostRelated = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2012", "zonal-volumes-in-shared-pool", "An autoscaled node pool stands in several zones while workloads use volumes of one zone", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(PoolVolumes view)
    {
        var (pool, claims) = (view.Pool, view.ZonalClaims);
        if (!pool.IsScaledAcrossZones || claims.Count == 0) yield break;
        var zones = pool.Zones is { } named ? string.Join(", ", named) : "several zones";
        yield return Report(
            pool.Resource,
            pool.ZoneField ?? pool.Field,
            $"{pool.DisplayName}: one group of nodes is autoscaled over {zones}, so the autoscaler can't choose the zone of a new node; a pod that must return to its volume, as of {claims[0].DisplayName}, may wait for a node in the right one; make a pool for each zone, and have the autoscaler balance them") with
        {
            Related = [.. claims.Take(MostRelated).Select(claim => new RelatedPlace(claim.Resource.Root.Span, $"{claim.DisplayName} asks for volumes that stand in one zone each"))],
        };
    }
}
