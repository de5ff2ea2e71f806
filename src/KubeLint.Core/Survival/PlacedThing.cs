using KubeLint.Resources;
using KubeLint.Views;

namespace KubeLint.Survival;

/// <summary>A volume or a load balancer, which goes with the zone in which it stands.</summary>
/// <param name="Resource">The object that declares it.</param>
/// <param name="Zone">Its one zone; null where it stands in several, or where that is not known.</param>
/// <param name="Unknown">Why it is not known, for people; null where it is.</param>
public sealed record PlacedThing(Resource Resource, string? Zone, string? Unknown)
{
    /// <summary>Whether it goes with a zone; null where that is not known.</summary>
    /// <param name="zone">The zone that is lost; null: the one whose loss takes most, as where the zones' names are not known.</param>
    public bool? GoesWith(string? zone) => Unknown is not null ? null : Zone is not null && (zone is null || zone == Zone);

    /// <summary>Where a load balancer stands.</summary>
    internal static PlacedThing Of(LoadBalancer balancer) => balancer switch
    {
        { Zone: { } zone } => new(balancer.Resource, zone, null),
        { Zonal: not null } => new(balancer.Resource, null, "it stands in one zone, which it does not name"),
        { OneZone: { } narrowed } => new(balancer.Resource, null, $"it is narrowed to {narrowed.What}"),
        { Provider: null } => new(balancer.Resource, null, "its provider is not known"),
        { Provider: { SpansZonesWithLoadBalancers: false } cloud } => new(balancer.Resource, null, $"where {cloud.DisplayName} puts it is not known"),
        _ => new(balancer.Resource, null, null),
    };

    /// <summary>Where a volume stands; null where it is not of one zone, as far as the set tells.</summary>
    internal static PlacedThing? Of(PersistentVolume volume) =>
        volume.Zone is { } zone ? new PlacedThing(volume.Resource, zone, null)
        : volume.IsZonal ? new PlacedThing(volume.Resource, null, "it stands in one zone, which it does not name") : null;
}
