namespace KubeLint.Placement;

/// <summary>The worst placement that the scheduler may give a workload.</summary>
/// <param name="Running">Replicas that run.</param>
/// <param name="MostInOneZone">How many of them the worst zone takes away.</param>
public sealed record WorstCase(int Running, int MostInOneZone)
{
    /// <summary>Replicas that are left when that zone is lost.</summary>
    public int Remaining => Running - MostInOneZone;
}

/// <summary>What bounds the zones of one workload, where a feasible node stands in every zone and its pods come one by one.</summary>
/// <param name="Replicas">The number of pods.</param>
/// <param name="Zones">The zones of the cluster.</param>
/// <param name="AdmittedZones">Those of them that node selector and node affinity admit.</param>
/// <param name="Constraints">The hard zone constraints that count the workload's own pods and no others.</param>
/// <param name="OnePerZone">Whether required anti-affinity keeps its pods out of each other's zones.</param>
public sealed record ZoneBounds(int Replicas, int Zones, int AdmittedZones, IReadOnlyList<SpreadConstraint> Constraints, bool OnePerZone)
{
    /// <summary>
    /// The worst case in closed form. A constraint whose minimum stays 0 (too few domains for minDomains, or a domain
    /// that the pods may not enter) caps every zone at its maxSkew. Any other lets one zone lead the lowest by its maxSkew:
    /// with m in every other zone it can hold m + maxSkew.
    /// </summary>
    public WorstCase Worst()
    {
        if (AdmittedZones == 0 || Replicas == 0) return new WorstCase(0, 0);
        long cap = OnePerZone ? 1 : Replicas;
        long lead = Replicas;
        foreach (var constraint in Constraints)
        {
            var domains = constraint.HonorsNodeAffinity ? AdmittedZones : Zones;
            if (domains < constraint.MinDomains || domains > AdmittedZones) cap = Math.Min(cap, constraint.MaxSkew);
            else lead = Math.Min(lead, constraint.MaxSkew);
        }

        var running = Math.Min(Replicas, cap * AdmittedZones);
        var most = running <= lead ? running : ((running - lead) / AdmittedZones) + lead;
        return new WorstCase((int)running, (int)Math.Min(cap, most));
    }
}
