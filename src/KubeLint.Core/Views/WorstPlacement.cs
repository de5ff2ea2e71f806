using KubeLint.Placement;

namespace KubeLint.Views;

/// <summary>
/// The worst placement that the scheduler may give a workload: for its pods alone, admitted one by one into an empty
/// cluster with a feasible node in every zone, and beside the pods of other workloads that the same constraints count.
/// Outside of what the placement can prove it is unknown.
/// </summary>
public sealed class WorstPlacement
{
    private const long MostReplicas = 10_000;
    private const int MostOthers = 3;
    private const int MostReplicasEnumerated = 10;
    private const int MostZonesEnumerated = 4;

    private readonly Workload workload;
    private readonly Inventory inventory;
    private readonly ZoneSpread spread;
    private Dictionary<string, WorstCase?>? besideOthers;
    private IReadOnlyList<Workload>? others;
    private bool areOthersSought;

    internal WorstPlacement(Workload workload, ZoneSpread spread, Inventory inventory)
    {
        this.workload = workload;
        this.spread = spread;
        this.inventory = inventory;
        var restriction = spread.Restriction;
        Zones = restriction.Named is { } named && workload.Zones.IsAssumed ? named : workload.Zones.Names;
        AdmittedZones = restriction.Among(Zones);
        (Alone, Unknown) = PlaceAlone();
    }

    /// <summary>The zones of the cluster, as far as they matter: where they are assumed, those that the pods name.</summary>
    public IReadOnlyList<string> Zones { get; }

    /// <summary>Those of them in which the pods may run.</summary>
    public IReadOnlyList<string> AdmittedZones { get; }

    /// <summary>The worst case of its pods alone; null where unknown.</summary>
    public WorstCase? Alone { get; }

    /// <summary>Why <see cref="Alone"/> is unknown, for people; null where it is known.</summary>
    public string? Unknown { get; }

    /// <summary>Other workloads whose pods its hard zone constraints count; null where unknown, or where there are too many to look at.</summary>
    public IReadOnlyList<Workload>? Others
    {
        get
        {
            if (areOthersSought) return others;
            areOthersSought = true;
            return others = FindOthers();
        }
    }

    /// <summary>The worst case beside <see cref="Others"/>, whose pods may come before, after and between its own.</summary>
    /// <param name="lost">The zone that is lost; null: the one whose loss takes most.</param>
    /// <returns>Null where unknown.</returns>
    public WorstCase? BesideOthers(string? lost = null)
    {
        // To try all orders takes long, and reports ask more than once.
        besideOthers ??= new(StringComparer.Ordinal);
        if (!besideOthers.TryGetValue(lost ?? "", out var known)) besideOthers.Add(lost ?? "", known = PlaceBesideOthers(lost));
        return known;
    }

    private WorstCase? PlaceBesideOthers(string? lost)
    {
        if (Alone is not { } alone || Others is not { } known) return null;
        if (known.Count == 0) return lost is null || AdmittedZones.Contains(lost, StringComparer.Ordinal) ? alone : alone with { MostInOneZone = 0 };
        var counted = new List<(Pod Pod, int Replicas)>();
        foreach (var member in known.Prepend(workload))
        {
            if (member.Replicas.Count is not (<= MostReplicasEnumerated and var count) || PodModel.Of(member.Template) is not { } pod) return null;
            counted.Add((pod, (int)count));
        }

        if (Zones.Count > MostZonesEnumerated || counted.Sum(c => c.Replicas) > MostReplicasEnumerated) return null;
        var nodes = Zones.Select(zone => new SchedulingNode(zone, new Dictionary<string, string> { [ZoneKeys.Zone] = zone }, [])).ToList();
        return PlacementEnumeration.Worst(counted, nodes, ZoneKeys.Zone, lost);
    }

    private (WorstCase?, string?) PlaceAlone()
    {
        var pods = workload.Template;
        if (workload.Replicas.Count is not { } replicas) return (null, "the number of replicas is not known");
        if (replicas > MostReplicas) return (null, $"more than {MostReplicas} replicas");
        if (!spread.Restriction.IsKnown) return (null, "its node selector or node affinity is not known");
        if (!PodTemplate.IsFullySeen(pods.ConstraintsField)) return (null, "its spread constraints are not known");
        var constraints = new List<SpreadConstraint>();
        foreach (var constraint in pods.SpreadConstraints)
        {
            // One that does not count the own pods never holds one of them back.
            if (constraint.IsHard == false || constraint.CountsOwnPods == false || PodModel.IsBoundless(constraint.TopologyKey.Text)) continue;
            if (constraint.CountsOwnPods is null || PodModel.ConstraintOf(constraint, workload.Resource.Options) is not { } known) return (null, "a spread constraint is not known in full, or is over another key than zones");
            constraints.Add(known);
        }

        if (spread.HasOnePerZone is not { } onePerZone) return (null, "its pod anti-affinity is not known");
        return (new ZoneBounds((int)replicas, Zones.Count, AdmittedZones.Count, constraints, onePerZone).Worst(), null);
    }

    private IReadOnlyList<Workload>? FindOthers()
    {
        List<Workload>? all = null;
        foreach (var constraint in spread.HardConstraints)
        {
            if (PodIndex.Others(workload, constraint, MostOthers) is not { } found) return null;
            foreach (var one in found)
            {
                all ??= [];
                if (!all.Exists(o => o.Resource.IsSameObjectAs(one.Resource))) all.Add(one);
            }
        }

        if (all is null) return [];
        return all;
    }
}
