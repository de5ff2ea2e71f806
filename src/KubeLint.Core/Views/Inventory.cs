using KubeLint.NodePools;
using KubeLint.Providers;
using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>
/// What the objects of a set mean together: their views, and what joins them (autoscalers and their targets, clusters
/// and their zones, clouds), by index.
/// </summary>
public sealed class Inventory
{
    private readonly Lazy<AutoscalerIndex> autoscalers;
    private readonly Lazy<PodIndex> pods;
    private readonly Lazy<PinnedWorkloads> pinned;
    private readonly Lazy<StorageIndex> storage;
    private readonly Lazy<LoadBalancerIndex> loadBalancers;
    private readonly Lazy<SelectionIndex<Service>> servicesTo;
    private readonly Lazy<SelectionIndex<DisruptionBudget>> budgetsOver;
    private readonly Lazy<IReadOnlyList<Cluster>> clusters;
    private readonly Lazy<ILookup<Resource, Cluster>> clustersByFirstPool;
    private readonly Lazy<ILookup<Resource, NodePool>> pools;
    private readonly Lazy<IReadOnlyList<PersistentVolumeClaim>> zonalClaims;
    private readonly Lazy<IReadOnlyList<Provider>> providers;
    private readonly Lazy<ISet<string?>> nodeLabelKeys;
    private readonly Lazy<ILookup<string?, Resource>> byName;

    /// <summary>Takes stock of a set. Nothing is read before it is asked for.</summary>
    public Inventory(ResourceSet set)
    {
        Set = set;
        autoscalers = new(() => new AutoscalerIndex(set));
        pods = new(() => new PodIndex(this));
        pinned = new(() => new PinnedWorkloads(this));
        storage = new(() => new StorageIndex(this));
        loadBalancers = new(() => new LoadBalancerIndex(this));
        servicesTo = new(() => new(set, Pods, set.OfKind("", "Service").Select(ServiceIn).OfType<Service>(), set.Doubtful.Select(ServiceIn).OfType<Service>()));
        budgetsOver = new(() => new(set, Pods, set.OfKind(DisruptionBudget.Group, DisruptionBudget.Kind).Select(BudgetIn).OfType<DisruptionBudget>(), set.Doubtful.Select(BudgetIn).OfType<DisruptionBudget>()));
        clusters = new(() => Cluster.Find(set));
        clustersByFirstPool = new(() => Clusters.ToLookup(c => c.Pools[0].Resource));
        zonalClaims = new(() => [.. set.All.SelectMany(ClaimsIn).Where(c => c.IsZonal == true && !c.IsInSingleSite)]);
        pools = new(() => Clusters.SelectMany(c => c.Pools).ToLookup(p => p.Resource));
        providers = new(() => Evidence.Providers(set.All));
        byName = new(() => set.All.Concat(set.Doubtful).ToLookup(r => r.Name));
        nodeLabelKeys = new(() => new HashSet<string?>(PoolDialect.All.SelectMany(d => set.OfKind(d.Group, d.Kind).SelectMany(r => PoolReader.LabelKeysIn(r, d))), StringComparer.Ordinal));
    }

    /// <summary>The set.</summary>
    public ResourceSet Set { get; }

    /// <summary>The workloads. Each call reads them anew: views are cheap and short-lived.</summary>
    public IEnumerable<Workload> Workloads => Set.All.SelectMany(WorkloadsIn);

    /// <summary>The clusters that nodes and pools in the set belong to.</summary>
    public IReadOnlyList<Cluster> Clusters => clusters.Value;

    /// <summary>The clouds of which there is evidence in the set.</summary>
    public IReadOnlyList<Provider> Providers => providers.Value;

    /// <summary>Whether a node in the set, or of a pool in it, carries a label, or has labels that are not all known.</summary>
    public bool MayNodesCarry(string key) => nodeLabelKeys.Value.Contains(key) || nodeLabelKeys.Value.Contains(null);

    /// <summary>How many nodes the fullest zone has, where the set lists all nodes of its one cluster; null where it does not.</summary>
    public int? MostNodesInOneZone => Clusters is [var only] ? only.MostNodesInOneZone : null;

    /// <summary>The objects of a name, be they doubtful.</summary>
    internal IEnumerable<Resource> Named(string name) => byName.Value[name];

    internal AutoscalerIndex Autoscalers => autoscalers.Value;

    internal PodIndex Pods => pods.Value;

    internal PinnedWorkloads Pinned => pinned.Value;

    internal StorageIndex Storage => storage.Value;

    internal LoadBalancerIndex LoadBalancers => loadBalancers.Value;

    internal SelectionIndex<Service> ServicesTo => servicesTo.Value;

    internal SelectionIndex<DisruptionBudget> BudgetsOver => budgetsOver.Value;

    /// <summary>The workloads that an object declares; none where it declares none.</summary>
    public IEnumerable<Workload> WorkloadsIn(Resource resource) => Workload.In(resource, this);

    /// <summary>The spread constraints that an object declares, by pod template; none where it has none.</summary>
    public IEnumerable<DeclaredSpread> SpreadsIn(Resource resource) => PodTemplate.In(resource).Select(pods => new DeclaredSpread(pods, Workload.Of(pods, this)));

    /// <summary>The Service with a selector that an object declares; null where it declares none.</summary>
    public Service? ServiceIn(Resource resource) => Service.From(resource, this);

    /// <summary>The budget that an object declares; null where it declares none.</summary>
    public DisruptionBudget? BudgetIn(Resource resource) => DisruptionBudget.From(resource, this);

    /// <summary>The storage class that an object declares; null where it declares none.</summary>
    public StorageClass? StorageClassIn(Resource resource) =>
        resource.Is(StorageClass.Group, StorageClass.Kind) && new StorageClass(resource, this) is { IsComplete: true } declared ? declared : null;

    /// <summary>The claims to volumes that an object declares, itself or by its templates.</summary>
    public IEnumerable<PersistentVolumeClaim> ClaimsIn(Resource resource) => PersistentVolumeClaim.In(resource, this);

    /// <summary>The volume that an object declares; null where it declares none.</summary>
    public PersistentVolume? VolumeIn(Resource resource) =>
        resource.Is("", PersistentVolume.Kind) && new PersistentVolume(resource, this) is { IsComplete: true } declared ? declared : null;

    /// <summary>The claims that an object's pods use, by template; none where it has no pods.</summary>
    public IEnumerable<PodClaims> PodClaimsIn(Resource resource) => PodClaims.In(resource, this);

    /// <summary>The load balancer that an object declares; null where it declares none.</summary>
    public LoadBalancer? LoadBalancerIn(Resource resource) => LoadBalancer.From(resource, this);

    /// <summary>The clusters whose first pool an object declares.</summary>
    public IEnumerable<Cluster> ClustersFrom(Resource resource) => clustersByFirstPool.Value[resource];

    /// <summary>
    /// Whether two objects belong to one deployment, as far as a set with several variants of an object tells: then only
    /// those of one file surely do.
    /// </summary>
    public bool AreTogether(Resource a, Resource b) => a.Document.File == b.Document.File || (!Set.HasVariants(a) && !Set.HasVariants(b));

    /// <summary>The node pools that an object declares.</summary>
    public IEnumerable<NodePool> PoolsIn(Resource resource) => pools.Value[resource];

    /// <summary>The node pools that an object declares, with the volumes of their cluster.</summary>
    public IEnumerable<PoolVolumes> PoolVolumesIn(Resource resource) => PoolsIn(resource).Select(pool => new PoolVolumes(pool, Clusters.Count == 1 ? zonalClaims.Value : []));

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
