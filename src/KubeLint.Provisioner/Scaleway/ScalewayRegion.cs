using KubeLint.Providers;

namespace KubeLint.Provisioner.Scaleway;

/// <summary>
/// A region of Scaleway and where it offers what a cluster needs, by KubeLint's own tables.
/// </summary>
/// <param name="Name">The name, as <c>fr-par</c>.</param>
/// <param name="Zones">Its zones.</param>
internal sealed record ScalewayRegion(string Name, IReadOnlyList<string> Zones)
{
    private static readonly Provider Scaleway = Provider.Find("scaleway")!;

    /// <summary>All regions.</summary>
    public static IReadOnlyList<ScalewayRegion> All { get; } =
        [.. ZoneNaming.Of(Scaleway)!.Zones.Select(region => new ScalewayRegion(region.Key, region.Value)).OrderBy(region => region.Name, StringComparer.Ordinal)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(region => region.Name)];

    /// <summary>The zones that surely offer load balancers: not fr-par-3, on which Scaleway's sources differ.</summary>
    public IReadOnlyList<string> LoadBalancerZones { get; } = [.. Zones.Intersect(Scaleway.ZonalLoadBalancer!.Zones)];

    /// <summary>The zone of the control plane's own load balancer (scaleway/docs-content, multi-az-clusters.mdx: the region's primary zone).</summary>
    public string PrimaryZone => Zones[0];

    /// <summary>The region of a name; null where there is none.</summary>
    public static ScalewayRegion? Find(string? name) => All.FirstOrDefault(region => region.Name == name);

    /// <summary>The region of zones; null where they are none of Scaleway's.</summary>
    public static ScalewayRegion? Of(IEnumerable<string> zones) => All.FirstOrDefault(region => zones.Any(region.Zones.Contains));
}
