using System.Globalization;
using KubeLint.Views;

namespace KubeLint.Survival;

/// <summary>What is left of a workload's replicas when a zone is lost, in the worst placement that the scheduler admits.</summary>
public sealed class WorkloadSurvival
{
    private readonly Inventory inventory;

    private WorkloadSurvival(Workload workload, Inventory inventory)
    {
        Workload = workload;
        this.inventory = inventory;
        OwnVolumes = [.. PersistentVolumeClaim.FromTemplates(workload.Template, inventory).Select(p => p.Claim)];
        Bound = BoundOf(workload);
        Unknown = UnknownOf(workload, inventory);
    }

    /// <summary>The workload.</summary>
    public Workload Workload { get; }

    /// <summary>The claim to a volume of one zone that all replicas share; null where they surely or maybe share none.</summary>
    public PersistentVolumeClaim? SharedVolume => Workload.ZoneSpread.SharedClaim?.Claim;

    /// <summary>The claims that each replica gets for itself. What stands in one zone goes with it, and the replica waits until it is back.</summary>
    public IReadOnlyList<PersistentVolumeClaim> OwnVolumes { get; }

    /// <summary>What bounds the loss, for people, as in <c>zone spread, maxSkew 1</c>.</summary>
    public string Bound { get; }

    /// <summary>Why nothing can be said, for people; null where something can.</summary>
    public string? Unknown { get; }

    /// <summary>Judges a workload.</summary>
    public static WorkloadSurvival Of(Workload workload, Inventory inventory) => new(workload, inventory);

    /// <summary>The replicas that are left.</summary>
    /// <param name="zone">The zone that is lost; null: the one whose loss takes most, as where the zones' names are not known.</param>
    /// <returns>A number of replicas; null where unknown.</returns>
    public int? After(string? zone)
    {
        if (Unknown is not null) return null;
        if (inventory.IsSingleSite(Workload.Resource)) return 0;
        var spread = Workload.ZoneSpread;
        var isReached = zone is null || spread.Placement.AdmittedZones.Contains(zone, StringComparer.Ordinal);
        return (SharedVolume is not null || spread.IsGathered == true) && isReached ? 0 : spread.Placement.BesideOthers(zone)?.Remaining;
    }

    private string? UnknownOf(Workload workload, Inventory inventory)
    {
        var spread = workload.ZoneSpread;
        if (workload.Replicas.Count is null) return "the number of replicas is not known";
        if (inventory.IsSingleSite(workload.Resource)) return null;
        if (!spread.IsPlacedByKubernetes) return "another scheduler places its pods";
        if (spread.Restriction.Node is { } node) return $"it runs on node {node} alone, whose zone is not known here";
        if (SharedVolume is not null || spread.IsGathered == true) return spread.Restriction.IsKnown ? null : spread.Placement.Unknown;
        if (workload.Template.RequiredAffinity.Any() || spread.IsGathered is null) return "its pods run beside other pods (required pod affinity)";
        if (spread.Placement.Unknown is { } reason) return reason;
        if (spread.IsSpreadOtherwise != false) return "it is spread over another key, which may stand for zones";
        if (spread.IsBoundByNodes != false) return "the nodes of one zone may be too few for all replicas";
        return spread.Placement.BesideOthers() is null ? "its spread constraint counts pods of other workloads too" : null;
    }

    private string BoundOf(Workload workload)
    {
        var spread = workload.ZoneSpread;
        if (spread.Restriction.Node is { } node) return $"pinned to node {node}";
        if (SharedVolume is { } volume) return $"all share volume '{volume.Name}', which stands in one zone";
        if (spread.IsGathered == true) return "pod affinity gathers its pods";
        if (spread.Placement.AdmittedZones is [var zone] && spread.Restriction.Place is not null) return $"pinned to {zone}";
        if (workload.Replicas.Count == 1) return "a single replica";
        if (spread.HasOnePerZone == true) return "anti-affinity: one replica in each zone";
        if (spread.HardConstraints is { Count: > 0 } hard)
        {
            var skew = hard.Min(c => c.MaxSkew.Integer);
            var others = spread.Placement.Others is { Count: > 0 } shared ? $", shared with {string.Join(", ", shared.Select(o => o.Resource.Name))}" : "";
            return $"zone spread, maxSkew {skew?.ToString(CultureInfo.InvariantCulture) ?? "?"}{others}";
        }

        if (spread.MissesOwnPods == true) return "nothing: its zone spread misses its own pods";
        return spread.Preferences.Count > 0 ? "nothing: zones are only preferred" : "nothing";
    }
}
