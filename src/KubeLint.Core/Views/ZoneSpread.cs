using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>What is wrong with the way a workload's replicas are kept in different zones. The first that applies counts.</summary>
public enum SpreadFault
{
    /// <summary>Nothing, or nothing that can be known.</summary>
    None,

    /// <summary>They share a volume that stands in one zone.</summary>
    SharedVolume,

    /// <summary>Required affinity to its own pods gathers them.</summary>
    Gathered,

    /// <summary>Its pods may run in one zone only.</summary>
    Pinned,

    /// <summary>A zone constraint does not count its pods.</summary>
    MissesOwnPods,

    /// <summary>Hard zone constraints still admit all replicas to one zone.</summary>
    SkewAllowsOneZone,

    /// <summary>There are preferences only.</summary>
    OnlyPreferred,

    /// <summary>There is nothing at all.</summary>
    Missing,
}

/// <summary>
/// Judges how a workload's replicas are kept in different zones. One fault gives one finding: what would be said of
/// a workload is decided here, in the order of <see cref="SpreadFault"/>, and each rule says its part. Where an earlier
/// fault can't be excluded, nothing is said; a shared volume is excluded where the set does not tell, since the others are
/// as true beside it.
/// </summary>
public sealed class ZoneSpread
{
    private readonly Workload workload;
    private readonly Inventory inventory;
    private readonly PodTemplate pods;
    private WorstPlacement? placement;
    private IReadOnlyList<TopologySpreadConstraint>? hardConstraints;

    internal ZoneSpread(Workload workload, Inventory inventory)
    {
        this.workload = workload;
        this.inventory = inventory;
        pods = workload.Template;
        IsPlacedByKubernetes = pods.Spec["schedulerName"] is { IsAbsent: true } or { Text: "" or "default-scheduler" };
        Restriction = pods.Restriction;
        Fault = Judge();
    }

    /// <summary>What is wrong.</summary>
    public SpreadFault Fault { get; }

    /// <summary>The claim to that volume, and where the pods name it; set for <see cref="SpreadFault.SharedVolume"/>.</summary>
    public (Field Name, PersistentVolumeClaim Claim)? SharedClaim { get; private set; }

    /// <summary>The required affinity term that gathers the pods; set for <see cref="SpreadFault.Gathered"/>.</summary>
    public PodAffinityTerm? GatheringTerm { get; private set; }

    /// <summary>Where the pods may run.</summary>
    public ZoneRestriction Restriction { get; }

    /// <summary>The worst placement that its hard constraints admit.</summary>
    public WorstPlacement Placement => placement ??= new WorstPlacement(workload, this, inventory);

    /// <summary>The one zone that is left; set for <see cref="SpreadFault.Pinned"/> unless a node is.</summary>
    public string? OnlyZone { get; private set; }

    /// <summary>Other workloads whose pods the constraint counts, where they make that placement possible.</summary>
    public IReadOnlyList<Workload> AlsoCounted { get; private set; } = [];

    /// <summary>Whether Kubernetes' own scheduler places the pods; another has rules of its own.</summary>
    public bool IsPlacedByKubernetes { get; }

    /// <summary>The hard zone constraints that count the workload's pods.</summary>
    public IReadOnlyList<TopologySpreadConstraint> HardConstraints => hardConstraints ??= FindHardConstraints();

    /// <summary>The required terms that keep the workload's pods in different zones, one in each.</summary>
    public IEnumerable<PodAffinityTerm> OnePerZone => pods.RequiredAntiAffinity.Count == 0 ? [] : pods.RequiredAntiAffinity.Where(t => IsZone(t.TopologyKey) == true && t.SelectsOwnPods == true);

    /// <summary>
    /// How many zones the pods may stand in, where the cluster's zones are known, or those are named to which they are
    /// bound; null where they are not, and where a node is named or another scheduler places the pods.
    /// </summary>
    public int? KnownZones => IsPlacedInZones ? Restriction.Within(workload.Zones)?.Count : null;

    /// <summary>The same, with three zones assumed where nothing is known; null in a cluster of one site too.</summary>
    public int? UsableZones => IsPlacedInZones && !workload.IsInSingleSite ? KnownZones ?? workload.Zones.Count : null;

    /// <summary>Those zones and where they come from, for messages.</summary>
    public string ZonesDescription
    {
        get
        {
            var count = KnownZones ?? workload.Zones.Count;
            return Restriction.Named is not null || count != workload.Zones.Count ? $"{count} zone{(count == 1 ? "" : "s")} (of its node affinity)" : workload.Zones.Description;
        }
    }

    /// <summary>What prefers, but does not ensure, that replicas stand in different zones.</summary>
    public IReadOnlyList<Field> Preferences =>
    [
        .. pods.SpreadConstraints.Where(c => IsZone(c.TopologyKey) == true && c.IsHard == false && c.CountsOwnPods == true).Select(c => c.WhenUnsatisfiable),
        .. pods.PreferredAntiAffinity.Where(t => IsZone(t.TopologyKey) == true && t.SelectsOwnPods == true).Select(t => t.Field),
    ];

    private bool IsPlacedInZones => IsPlacedByKubernetes && Restriction is { IsKnown: true, Node: null };

    private SpreadFault Judge()
    {
        if (inventory.IsSingleSite(workload.Resource) || !IsPlacedByKubernetes) return SpreadFault.None;
        var several = workload.Replicas.AreSeveral;
        var fault = Told(SpreadFault.SharedVolume, several & SharesVolume())
            ?? Told(SpreadFault.Gathered, several & IsGathered)
            ?? Told(SpreadFault.Pinned, several & IsPinned)
            ?? Told(SpreadFault.MissesOwnPods, MissesOwnPods)
            ?? FaultOfSpread(several);
        return fault is SpreadFault.Pinned or SpreadFault.SkewAllowsOneZone or SpreadFault.Missing && IsCoveredInTurn ? SpreadFault.None : fault;
    }

    // Null where it surely does not apply, so that the next may.
    private static SpreadFault? Told(SpreadFault fault, bool? applies) => applies switch { true => fault, null => SpreadFault.None, false => null };

    private SpreadFault FaultOfSpread(bool? several)
    {
        if (several != true || HasNoPlace || IsBoundByNodes != false || IsSpreadOtherwise != false) return SpreadFault.None;
        return IsEnsured switch
        {
            true => AllowsOneZone == true ? SpreadFault.SkewAllowsOneZone : SpreadFault.None,
            false => IsPreferred switch { true => SpreadFault.OnlyPreferred, false => SpreadFault.Missing, null => SpreadFault.None },
            null => SpreadFault.None,
        };
    }

    private IReadOnlyList<TopologySpreadConstraint> FindHardConstraints()
    {
        List<TopologySpreadConstraint>? hard = null;
        foreach (var constraint in pods.SpreadConstraints)
        {
            if (IsZone(constraint.TopologyKey) == true && constraint.IsHard == true && constraint.CountsOwnPods == true) (hard ??= new(1)).Add(constraint);
        }

        if (hard is null) return [];
        return hard;
    }

    private bool? SharesVolume()
    {
        var shares = new PodClaims(pods, inventory).SharesZonalVolume(out var shared);
        SharedClaim = shared;
        return shares;
    }

    internal bool? IsGathered
    {
        get
        {
            bool? result = IsSeen("podAffinity") ? false : null;
            foreach (var term in pods.RequiredAffinity)
            {
                var gathers = (IsZone(term.TopologyKey) | IsHost(term.TopologyKey)) & term.SelectsOwnPods;
                if (gathers == true) GatheringTerm ??= term;
                result |= gathers;
            }

            return result;
        }
    }

    private bool? IsPinned
    {
        get
        {
            if (!Restriction.IsKnown) return null;
            if (Restriction.Node is not null) return true;
            if (Restriction.Within(workload.Zones) is not { } left) return false;
            OnlyZone = left.Count == 1 ? left[0] : null;
            return OnlyZone is not null;
        }
    }

    // Zones that exclude each other, or that the cluster does not have, leave no place at all, which is another fault.
    private bool HasNoPlace => Restriction.Within(workload.Zones) is { Count: 0 };

    private bool IsCoveredInTurn => Restriction.Within(workload.Zones) is [var zone] && inventory.Pinned.IsCoveredInTurn(workload, zone);

    internal bool? MissesOwnPods
    {
        get
        {
            bool? result = AreConstraintsSeen ? false : null;
            foreach (var constraint in pods.SpreadConstraints) result |= IsZone(constraint.TopologyKey) & !constraint.CountsOwnPods;
            return result;
        }
    }

    // A hard zone constraint or required zone anti-affinity that counts the own pods.
    private bool? IsEnsured
    {
        get
        {
            bool? result = AreConstraintsSeen && IsSeen("podAntiAffinity") ? false : null;
            foreach (var constraint in pods.SpreadConstraints) result |= IsZone(constraint.TopologyKey) & constraint.IsHard & constraint.CountsOwnPods;
            return result | HasOnePerZone;
        }
    }

    internal bool? HasOnePerZone
    {
        get
        {
            bool? result = false;
            foreach (var term in pods.RequiredAntiAffinity) result |= IsZone(term.TopologyKey) & term.SelectsOwnPods;
            return result;
        }
    }

    private bool? AllowsOneZone
    {
        get
        {
            if (HasOnePerZone != false || Placement.Alone is not { Running: > 0 } alone) return null;

            // The workload may come first, so what it can do alone it can do beside others too.
            return alone.Remaining == 0 ? true : AllowsOneZoneBesideOthers();
        }
    }

    private bool? AllowsOneZoneBesideOthers()
    {
        if (Placement.Others is not { } others) return null;
        if (others.Count == 0) return false;
        // For one zone to lead by more than maxSkew, each of the others must hold what is missing.
        var skew = HardConstraints.Min(c => c.MaxSkew.Integer ?? 0);
        if (others.All(o => o.Replicas.Count is not null) && others.Sum(o => o.Replicas.Count!.Value) < (Placement.Zones.Count - 1) * (workload.Replicas.Count - skew)) return false;
        if (Placement.BesideOthers() is not { } worst) return null;
        AlsoCounted = others;
        return worst.Remaining == 0 && worst.Running == workload.Replicas.Count;
    }

    private bool? IsPreferred
    {
        get
        {
            bool? result = false;
            foreach (var constraint in pods.SpreadConstraints) result |= IsZone(constraint.TopologyKey) & !constraint.IsHard & constraint.CountsOwnPods;
            foreach (var term in pods.PreferredAntiAffinity) result |= IsZone(term.TopologyKey) & term.SelectsOwnPods;
            return result;
        }
    }

    // Where all nodes are listed, one replica a node may be more than the nodes of one zone can hold.
    internal bool? IsBoundByNodes
    {
        get
        {
            if (inventory.MostNodesInOneZone is not { } nodes) return false;
            bool? result = false;
            foreach (var term in pods.RequiredAntiAffinity) result |= IsHost(term.TopologyKey) & term.SelectsOwnPods & IsMore(workload.Replicas.Count, nodes);
            foreach (var constraint in pods.SpreadConstraints)
                result |= IsHost(constraint.TopologyKey) & constraint.IsHard & constraint.CountsOwnPods & IsMore(workload.Replicas.Count, nodes * constraint.MaxSkew.Integer);
            return result;
        }
    }

    // A comparison with an unknown number is unknown, where C# takes it for false.
    private static bool? IsMore(long? a, long? b) => a is null || b is null ? null : a > b;

    // A hard spread over a key that is neither host name nor region may stand for zones, and one pod in each region is
    // more than one in each zone.
    internal bool? IsSpreadOtherwise
    {
        get
        {
            bool? result = false;
            foreach (var constraint in pods.SpreadConstraints) result |= constraint.IsHard & IsOther(constraint.TopologyKey);
            foreach (var term in pods.RequiredAntiAffinity) result |= !(IsZone(term.TopologyKey) | IsHost(term.TopologyKey)) & term.SelectsOwnPods;
            return result;
        }
    }

    private bool AreConstraintsSeen => PodTemplate.IsFullySeen(pods.ConstraintsField);

    private bool IsSeen(string kind)
    {
        if (pods.Affinity.IsAbsent) return true;
        var affinity = pods.Affinity[kind];
        return affinity.IsComplete
            && PodTemplate.IsFullySeen(affinity["requiredDuringSchedulingIgnoredDuringExecution"])
            && PodTemplate.IsFullySeen(affinity["preferredDuringSchedulingIgnoredDuringExecution"]);
    }

    private bool? IsZone(Field key) => key.Text is { } text ? ZoneKeys.IsZone(text, workload.Resource.Options) : key.IsAbsent ? false : null;

    private static bool? IsHost(Field key) => key.Text is { } text ? text == ZoneKeys.HostName : key.IsAbsent ? false : null;

    private bool? IsOther(Field key) => key.Text is null ? null : !(IsZone(key) | IsHost(key) | ZoneKeys.IsRegion(key.Text));
}
