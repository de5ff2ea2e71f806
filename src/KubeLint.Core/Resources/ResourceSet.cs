using KubeLint.NodePools;
using KubeLint.Providers;
using KubeLint.Views;

namespace KubeLint.Resources;

/// <summary>
/// What is linted together, with its indexes. What it does not hold is unknown, not absent; only what belongs to one
/// object by its API (an autoscaler and its target) is looked for in it.
/// </summary>
public sealed class ResourceSet
{
    private readonly Dictionary<(string Group, string Kind), List<Resource>> byKind = [];
    private readonly Lazy<AutoscalerIndex> autoscalers;
    private readonly Lazy<PodIndex> pods;
    private readonly Lazy<IReadOnlyList<Cluster>> clusters;
    private readonly Lazy<IReadOnlyList<Provider>> providers;
    private readonly Lazy<ISet<string>> nodeLabelKeys;
    private readonly Lazy<bool> hasOpenNodes;
    private readonly Lazy<PinnedWorkloads> pinned;

    /// <summary>Builds a set. Kustomizations in it make what they may patch unknown.</summary>
    public ResourceSet(IEnumerable<Resource> resources)
    {
        All = Kustomizations.Mask([.. resources]);
        var identities = new HashSet<(string, string, string?, string?)>();
        foreach (var resource in All)
        {
            if (!byKind.TryGetValue((resource.Group, resource.Kind), out var list)) byKind.Add((resource.Group, resource.Kind), list = []);
            list.Add(resource);
            if (resource.Name is not null && !identities.Add((resource.Group, resource.Kind, resource.NamespaceName, resource.Name))) HasDuplicates = true;
        }

        autoscalers = new(() => new AutoscalerIndex(this));
        pods = new(() => new PodIndex(this));
        clusters = new(() => Cluster.Find(this));
        providers = new(() => Evidence.Providers(All));
        nodeLabelKeys = new(() => new HashSet<string>(OfKind("", "Node").SelectMany(n => n.Metadata["labels"].Entries).Select(e => e.Key), StringComparer.Ordinal));
        hasOpenNodes = new(() => OfKind("", "Node").Any(n => !n.Metadata["labels"].IsComplete));
        pinned = new(() => new PinnedWorkloads(this));
    }

    /// <summary>Every object, in source order.</summary>
    public IReadOnlyList<Resource> All { get; }

    /// <summary>Whether the same object is declared twice, as in several variants of one thing: then the set is no one cluster.</summary>
    public bool HasDuplicates { get; }

    /// <summary>The workloads. Each call reads them anew: views are cheap and short-lived.</summary>
    public IEnumerable<Workload> Workloads => All.Select(r => Workload.From(r, this)).OfType<Workload>();

    /// <summary>Every pod template, of workloads, jobs, daemon sets and pods.</summary>
    public IEnumerable<PodTemplate> PodTemplates => All.Select(PodTemplate.From).OfType<PodTemplate>();

    /// <summary>The storage classes.</summary>
    public IEnumerable<StorageClass> StorageClasses => OfKind(StorageClass.Group, StorageClass.Kind).Select(r => new StorageClass(r, this)).Where(c => c.IsComplete);

    /// <summary>The Services of type LoadBalancer.</summary>
    public IEnumerable<LoadBalancer> LoadBalancers => OfKind("", "Service").Select(r => LoadBalancer.From(r, this)).OfType<LoadBalancer>();

    /// <summary>The places where a label key stands for a zone or a region.</summary>
    public IEnumerable<ZoneKeyUse> ZoneKeyUses => All.SelectMany(r => ZoneKeyUse.In(r, this));

    /// <summary>The clusters that nodes and pools in the set belong to.</summary>
    public IReadOnlyList<Cluster> Clusters => clusters.Value;

    /// <summary>The clouds of which there is evidence in the set.</summary>
    public IReadOnlyList<Provider> Providers => providers.Value;

    /// <summary>The label keys that nodes in the set carry.</summary>
    public ISet<string> NodeLabelKeys => nodeLabelKeys.Value;

    /// <summary>Whether a node in the set carries a label, or has labels that are not all known.</summary>
    public bool MayNodesCarry(string key) => NodeLabelKeys.Contains(key) || hasOpenNodes.Value;

    internal AutoscalerIndex Autoscalers => autoscalers.Value;

    internal PodIndex Pods => pods.Value;

    internal PinnedWorkloads Pinned => pinned.Value;

    /// <summary>The objects of a kind, in source order.</summary>
    public IReadOnlyList<Resource> OfKind(string group, string kind) => byKind.TryGetValue((group, kind), out var list) ? list : [];

    /// <summary>The zones that an object's workloads or volumes can stand in.</summary>
    public ZoneKnowledge ZonesFor(Resource resource)
    {
        if (resource.Options.Zones is { Count: > 0 } configured) return new ZoneKnowledge(configured, ZoneSource.Configured);
        return Clusters is [{ Zones: { } zones }] ? new ZoneKnowledge(zones, ZoneSource.NodePools) : ZoneKnowledge.Assumed;
    }

    /// <summary>The cloud that an object is meant for; null where it is unknown.</summary>
    public Provider? ProviderOf(Resource resource) =>
        resource.Options.Provider ?? Evidence.Of(resource) ?? (Providers is [var only] ? only : null);

    /// <summary>Whether everything an object declares stands in one place anyway.</summary>
    public bool IsSingleSite(Resource resource) =>
        ProviderOf(resource) is { IsSingleSite: true } || ZonesFor(resource) is { IsAssumed: false, Count: 1 };
}

/// <summary>Where the knowledge of a cluster's zones comes from.</summary>
public enum ZoneSource
{
    /// <summary>Nowhere: three are assumed.</summary>
    Assumed,

    /// <summary>The option <c>kubelint.zones</c>.</summary>
    Configured,

    /// <summary>The nodes and pools of the set.</summary>
    NodePools,
}

/// <summary>The zones of a cluster.</summary>
/// <param name="Names">Their names; made up where they are assumed.</param>
/// <param name="Source">Where they come from.</param>
public sealed record ZoneKnowledge(IReadOnlyList<string> Names, ZoneSource Source)
{
    /// <summary>What is assumed where nothing is known: three zones.</summary>
    public static ZoneKnowledge Assumed { get; } = new(["zone-1", "zone-2", "zone-3"], ZoneSource.Assumed);

    /// <summary>How many there are.</summary>
    public int Count => Names.Count;

    /// <summary>Whether nothing is known about them.</summary>
    public bool IsAssumed => Source == ZoneSource.Assumed;

    /// <summary>The zones and where they come from, for messages.</summary>
    public string Description => Source switch
    {
        ZoneSource.Configured => $"{Count} zones (kubelint.zones)",
        ZoneSource.NodePools => $"{Count} zones (of the node pools here)",
        _ => $"{Count} zones (assumed)",
    };
}
