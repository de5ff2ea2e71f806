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
        var workloads = inventory.Workloads.Select(w => WorkloadSurvival.Of(w, inventory)).ToList();
        return new([.. workloads.GroupBy(w => ClusterSurvival.KeyOf(w.Workload.Zones)).Select(g => new ClusterSurvival(g.First().Workload.Zones, [.. g]))]);
    }

    /// <summary>The report of the loss of one zone alone, where the zones are known.</summary>
    public SurvivalReport Losing(string zone) =>
        this with { Clusters = [.. Clusters.Select(c => c with { Lost = c.Zones.IsAssumed ? c.Lost : [.. c.Lost.Where(z => z == zone)] })] };
}

/// <summary>What is judged by the same zones.</summary>
/// <param name="Zones">The zones.</param>
/// <param name="Workloads">The workloads.</param>
public sealed record ClusterSurvival(ZoneKnowledge Zones, IReadOnlyList<WorkloadSurvival> Workloads)
{
    /// <summary>The zones whose loss is looked at; null among them stands for the one that takes most, where their names are not known.</summary>
    public IReadOnlyList<string?> Lost { get; init; } = Zones.IsAssumed ? [null] : [.. Zones.Names];

    internal static string KeyOf(ZoneKnowledge zones) => $"{zones.Source}: {string.Join(",", zones.Names)}";
}
