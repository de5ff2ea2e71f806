using System.Globalization;
using KubeLint.NodePools;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Something that keeps replicas of a pod running.</summary>
public sealed class Workload
{
    // minDomains is on by default since then (KEP-3022).
    private static readonly Version MinDomainsSince = new(1, 27);

    private readonly Inventory inventory;
    private Replicas? replicas;
    private ZoneSpread? spread;

    private Workload(PodTemplate template, Inventory inventory)
    {
        Template = template;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource => Template.Resource;

    /// <summary>The template of its pods.</summary>
    public PodTemplate Template { get; }

    /// <summary>Where its number of replicas is written, or would be.</summary>
    public Field ReplicasField => Template.ReplicasField!;

    /// <summary>How many replicas it keeps at least.</summary>
    public Replicas Replicas => replicas ??= Replicas.Of(this, inventory);

    /// <summary>How its replicas are kept in different zones, and what is wrong with it.</summary>
    public ZoneSpread ZoneSpread => spread ??= new ZoneSpread(this, inventory);

    /// <summary>The zones that its cluster has.</summary>
    public ZoneKnowledge Zones => inventory.ZonesFor(Resource);

    /// <summary>The zones that its pods may enter and that may be left without a node, each with a pool that an autoscaler may empty there; null where the set does not tell.</summary>
    public IReadOnlyDictionary<string, NodePool>? EmptyZones => inventory.Clusters is [var only] && only.PoolsOfEmptyZones is { Count: > 0 } empty
        ? empty.Where(z => ZoneSpread.Placement.AdmittedZones.Contains(z.Key, StringComparer.Ordinal)).ToDictionary(z => z.Key, z => z.Value, StringComparer.Ordinal)
        : null;

    /// <summary>
    /// The hard zone constraints that demand more zones than there surely are, so that the emptiest counts as empty: with the
    /// number of zones that count for them, and of the replicas that then stay pending.
    /// </summary>
    public IEnumerable<(TopologySpreadConstraint Constraint, int Domains, long Pending)> PendingByMinDomains =>
        ZoneSpread.KnownZones is { } zones && Replicas.Count is { } replicas ? PendingIn(zones, replicas) : [];

    /// <summary>The minDomains by which hard zone constraints wait for a node in each zone, where one may be left without; null where none may be, or the set does not tell.</summary>
    public int? MinDomainsForEmptyZones =>
        Replicas.AreSeveral == true && !(Resource.Options.KubernetesVersion is { } version && version < MinDomainsSince) && EmptyZones is { Count: > 0 } && ZoneSpread.Placement.AdmittedZones.Count is >= 2 and var zones ? zones : null;

    /// <summary>Whether its cluster surely has one place only.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    /// <summary>How many of some replicas are left at most when the zone is lost that holds most of them, however well they are spread; null in one zone, and where a node is named or another scheduler places them.</summary>
    public long? LeftByZoneLoss(long replicas) => ZoneSpread.UsableZones is >= 2 and var zones ? replicas - ((replicas + zones - 1) / zones) : null;

    /// <summary>Whether surely no budget guards its pods.</summary>
    public bool IsWithoutBudget => !inventory.Set.IsOpen && !Template.Owner.IsOperated && !inventory.BudgetsOver.Selecting(Template).Any();

    /// <summary>Whether pods of other workloads serve, or may serve, in its place: they stand behind one Service with it, or in one object.</summary>
    public bool MayHavePeers => PodTemplate.In(Resource).Count > 1
        || inventory.ServicesTo.Selecting(Template).Any(s => inventory.Set.IsOpen || inventory.ServicesTo.LeadsToSeveral(s.Item));

    /// <summary>How messages call it.</summary>
    public string DisplayName => Template.DisplayName;

    /// <summary>What else the set declares.</summary>
    internal Inventory Inventory => inventory;

    /// <summary>The workloads that an object declares; none where it declares none, or only patches.</summary>
    public static IReadOnlyList<Workload> In(Resource resource, Inventory inventory)
    {
        var templates = PodTemplate.In(resource);
        if (templates.Count == 0 || !templates[0].IsOfWorkload) return [];

        // The templates of one object are of one kind.
        var workloads = new Workload[templates.Count];
        for (var i = 0; i < workloads.Length; i++) workloads[i] = new Workload(templates[i], inventory);
        return workloads;
    }

    /// <summary>What it would be if its object had another root, in the same set; null if that were no such workload.</summary>
    internal Workload? With(Node root) => Template.With(root) is { } pods ? Of(pods, inventory) : null;

    /// <summary>Whether pods of no other object in the set are selected, or may be, where its own are.</summary>
    internal bool IsAloneUnder(LabelSelector selector) =>
        inventory.Pods.Carrying(Resource, selector.DemandedPairs).All(pods => pods.Resource.IsSameObjectAs(Resource) || (pods.Resource.SharesNamespaceWith(Resource) & selector.Selects(pods)) == false);

    /// <summary>The workload that a template is of; null where it is of none.</summary>
    internal static Workload? Of(PodTemplate pods, Inventory inventory) =>
        pods.IsOfWorkload ? new Workload(pods, inventory) : null;

    private IEnumerable<(TopologySpreadConstraint Constraint, int Domains, long Pending)> PendingIn(int zones, long replicas)
    {
        foreach (var constraint in ZoneSpread.HardConstraints)
        {
            // Which zones count at all: only those that the pods may enter, unless the constraint says otherwise.
            var domains = constraint.HonorsNodeAffinity switch { true => zones, false when !Zones.IsAssumed => Zones.Count, _ => (int?)null };
            if (constraint.MinDomains.Integer is not { } wanted || constraint.MaxSkew.Integer is not (> 0 and var skew) || domains is null || wanted <= domains || skew * zones >= replicas) continue;
            yield return (constraint, domains.Value, replicas - (skew * zones));
        }
    }
}

/// <summary>How many replicas a workload keeps at least.</summary>
/// <param name="Count">The number; null where unknown.</param>
/// <param name="Origin">Where it comes from, in brackets for messages; empty where it stands in the workload.</param>
public sealed record Replicas(long? Count, string Origin)
{
    /// <summary>Whether an autoscaler may run more.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>All of them, as in <c>both</c> or <c>all 6</c>.</summary>
    public string All => Count == 2 ? "both" : $"all {Count?.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether there are two or more; null where unknown.</summary>
    public bool? AreSeveral => Count is { } count ? count >= 2 : null;

    /// <summary>The number and where it comes from, as in <c>3 replicas (minimum of ScaledObject 'web')</c>.</summary>
    public string Description => $"{Count?.ToString(CultureInfo.InvariantCulture)} replica{(Count == 1 ? "" : "s")}{Origin}";

    /// <summary>
    /// Reads the number: an autoscaler's minimum where one targets the workload, else <c>replicas</c>, by default 1;
    /// where unknown, the option <c>kubelint.assumed_replicas</c>. In an open set a written number stands, and an
    /// omitted one is unknown: that is how workloads are written that an autoscaler scales.
    /// </summary>
    public static Replicas Of(Workload workload, Inventory inventory)
    {
        var known = Known(workload, inventory);
        return known.Count is null && workload.Resource.Options.AssumedReplicas is { } assumed ? new Replicas(assumed, " (assumed)") : known;
    }

    private static Replicas Known(Workload workload, Inventory inventory)
    {
        Replicas? found = null;
        foreach (var (autoscaler, targets) in inventory.Autoscalers?.Of(workload.Resource) ?? [])
        {
            // Two that disagree, as in variants of one application, leave the number open.
            var minimum = targets == true ? autoscaler.Minimum : null;
            if (minimum is null || (found is not null && found.Count != minimum)) return new Replicas(null, "");
            found = new Replicas(minimum, $" (minimum of {autoscaler.Resource.Kind} '{autoscaler.Resource.Name}')") { IsMinimum = true };
        }

        var field = workload.ReplicasField;
        return found ?? new Replicas(field.IsAbsent && !inventory.Set.IsOpen && !workload.Template.Owner.IsOperated ? 1 : field.Integer, "");
    }
}
