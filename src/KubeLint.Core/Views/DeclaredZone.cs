using KubeLint.NodePools;
using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A zone that a pool, a gateway, a subnet or the like names.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Field">Where it is named.</param>
/// <param name="Name">The name.</param>
/// <param name="Region">The region that is stated beside it; null for none.</param>
public sealed record DeclaredZone(Resource Resource, Field Field, string Name, string? Region)
{
    /// <summary>
    /// What is wrong with it, for people; null where nothing surely is. A zone that <c>kubelint.zones</c> lists exists;
    /// where KubeLint knows no zones of the cloud, as in a private one, that list is all there is.
    /// </summary>
    public string? Problem
    {
        get
        {
            var configured = Resource.Options.Zones;
            if (configured.Contains(Name, StringComparer.Ordinal)) return null;
            var provider = Resource.Options.Provider ?? Evidence.Of(Resource);
            if (ZoneNaming.Of(provider) is { } naming) return naming.Problem(Name, Region);
            return configured.Count == 0 ? null : $"is none of the zones that kubelint.zones lists ({string.Join(", ", configured)})";
        }
    }

    /// <summary>The zones that an object names.</summary>
    internal static IReadOnlyList<DeclaredZone> In(Resource resource, Inventory inventory) =>
        resource.GroupKind.IsBuiltIn && inventory.PoolsIn(resource).Count == 0 ? [] : [.. Find(resource, inventory)];

    private static IEnumerable<DeclaredZone> Find(Resource resource, Inventory inventory)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pool in inventory.PoolsIn(resource))
        {
            foreach (var name in pool.ZoneNames.Where(n => seen.Add(n.Path))) yield return new DeclaredZone(resource, name, name.Text!, pool.Region);
        }

        if (resource.HasPatchDirective || resource.GroupKind.IsBuiltIn) yield break;
        foreach (var places in ZonePlaces.All)
        {
            if (!resource.Is(places.Group, places.Kind)) continue;
            var region = places.Region is { } path && PathQuery.Read(resource.Root, path).Texts is [var only] ? only : null;
            foreach (var name in places.Zones.SelectMany(zones => PathQuery.Read(resource.Root, zones).Fields))
            {
                if (name.Text is { Length: > 0 } zone && seen.Add(name.Path)) yield return new DeclaredZone(resource, name, zone, region);
            }
        }
    }
}
