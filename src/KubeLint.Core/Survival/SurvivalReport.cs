using KubeLint.Resources;
using KubeLint.Views;

namespace KubeLint.Survival;

/// <summary>What remains of what a set declares when a zone of its cluster is lost.</summary>
/// <param name="Clusters">What is judged by the same zones, each in source order.</param>
public sealed record SurvivalReport(IReadOnlyList<ClusterSurvival> Clusters)
{
    /// <summary>The names of all zones that are known.</summary>
    public IReadOnlyList<string> Zones => [.. Clusters.Where(c => !c.Zones.IsAssumed).SelectMany(c => c.Zones.Names).Distinct(StringComparer.Ordinal)];

    /// <summary>Judges a set. Objects of one cluster may have different zones configured, by folder.</summary>
    public static SurvivalReport Of(Inventory inventory)
    {
        var set = inventory.Set;
        var zones = new List<ZoneKnowledge>();
        var workloads = ByZones(inventory.Workloads.Select(w => WorkloadSurvival.Of(w, inventory)), w => w.Workload.Resource);
        var volumes = ByZones(set.OfKind("", PersistentVolume.Kind).Select(inventory.VolumeIn).OfType<PersistentVolume>().Select(PlacedThing.Of).OfType<PlacedThing>(), v => v.Resource);
        var balancers = ByZones(set.OfKind("", "Service").Select(inventory.LoadBalancerIn).OfType<LoadBalancer>().Select(PlacedThing.Of), b => b.Resource);
        return new([.. zones.Select(z => new ClusterSurvival(z, [.. workloads[z.Key]], [.. volumes[z.Key]], [.. balancers[z.Key]]))]);

        ILookup<string, T> ByZones<T>(IEnumerable<T> things, Func<T, Resource> resourceOf) => things.ToLookup(thing =>
        {
            var known = inventory.ZonesFor(resourceOf(thing));
            if (zones.TrueForAll(z => z.Key != known.Key)) zones.Add(known);
            return known.Key;
        });
    }

    /// <summary>The report of the loss of one zone alone, where the zones are known.</summary>
    public SurvivalReport Losing(string zone) =>
        this with { Clusters = [.. Clusters.Select(c => c with { Lost = c.Zones.IsAssumed ? c.Lost : [.. c.Lost.Where(z => z == zone)] })] };
}

/// <summary>What is judged by the same zones.</summary>
/// <param name="Zones">The zones.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="Volumes">The volumes that stand in one zone each.</param>
/// <param name="LoadBalancers">The load balancers.</param>
public sealed record ClusterSurvival(ZoneKnowledge Zones, IReadOnlyList<WorkloadSurvival> Workloads, IReadOnlyList<PlacedThing> Volumes, IReadOnlyList<PlacedThing> LoadBalancers)
{
    /// <summary>The zones whose loss is looked at; null among them stands for the one that takes most, where their names are not known.</summary>
    public IReadOnlyList<string?> Lost { get; init; } = Zones.IsAssumed ? [null] : [.. Zones.Names];
}
