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
    // What is not asked for is not made; a set is taken stock of by one thread.
    private AutoscalerIndex? autoscalers;
    private bool areAutoscalersSought;
    private PodIndex? pods;
    private PinnedWorkloads? pinned;
    private StorageIndex? storage;
    private LoadBalancerIndex? loadBalancers;
    private SelectionIndex<Service>? servicesTo;
    private SelectionIndex<DisruptionBudget>? budgetsOver;
    private IReadOnlyList<Cluster>? clusters;
    private ILookup<Resource, Cluster>? clustersByFirstPool;
    private ILookup<Resource, NodePool>? pools;
    private IReadOnlyList<PersistentVolumeClaim>? zonalClaims;
    private IReadOnlyList<Provider>? providers;
    private ISet<string?>? nodeLabelKeys;
    private ILookup<(string? Scope, string Zone, string Name, string Type), DnsRecord>? dnsRecords;
    private ILookup<string, Resource>? declared;
    private ILookup<string?, Resource>? byName;

    // Of the object that is judged just now several views ask the same.
    private IReadOnlyList<Workload> lastWorkloads = [];
    private Placed? lastPlaced;

    /// <summary>Takes stock of a set. Nothing is read before it is asked for.</summary>
    public Inventory(ResourceSet set) => Set = set;

    /// <summary>The set.</summary>
    public ResourceSet Set { get; }

    /// <summary>The workloads. Each call reads them anew: views are short-lived.</summary>
    public IEnumerable<Workload> Workloads => Set.All.SelectMany(WorkloadsIn);

    /// <summary>The clusters that nodes and pools in the set belong to.</summary>
    public IReadOnlyList<Cluster> Clusters => clusters ??= Cluster.Find(Set);

    /// <summary>The clouds of which there is evidence in the set.</summary>
    public IReadOnlyList<Provider> Providers => providers ??= Evidence.Providers(Set.All);

    /// <summary>Whether a node in the set, or of a pool in it, carries a label, or has labels that are not all known.</summary>
    public bool MayNodesCarry(string key) => NodeLabelKeys.Contains(key) || NodeLabelKeys.Contains(null);

    /// <summary>How many nodes the fullest zone has, where the set lists all nodes of its one cluster; null where it does not.</summary>
    public int? MostNodesInOneZone => Clusters is [var only] ? only.MostNodesInOneZone : null;

    /// <summary>The objects of a name, be they doubtful.</summary>
    internal IEnumerable<Resource> Named(string name) => (byName ??= Set.All.Concat(Set.Doubtful).ToLookup(r => r.Name))[name];

    /// <summary>The autoscalers; null where there are none.</summary>
    internal AutoscalerIndex? Autoscalers
    {
        get
        {
            if (!areAutoscalersSought) (autoscalers, areAutoscalersSought) = (AutoscalerIndex.Of(Set), true);
            return autoscalers;
        }
    }

    internal PodIndex Pods => pods ??= new(Set);

    internal PinnedWorkloads Pinned => pinned ??= new(this);

    internal StorageIndex Storage => storage ??= new(this);

    internal LoadBalancerIndex LoadBalancers => loadBalancers ??= new(this);

    internal SelectionIndex<Service> ServicesTo => servicesTo ??= Selecting("", "Service", ServiceIn);

    internal SelectionIndex<DisruptionBudget> BudgetsOver => budgetsOver ??= Selecting(DisruptionBudget.Group, DisruptionBudget.Kind, BudgetIn);

    /// <summary>The workloads that an object declares; none where it declares none.</summary>
    public IReadOnlyList<Workload> WorkloadsIn(Resource resource)
    {
        // What is judged of a workload once is not judged again.
        var last = lastWorkloads;
        return last.Count > 0 && last[0].Resource == resource ? last : lastWorkloads = Workload.In(resource, this);
    }

    /// <summary>The spread constraints that an object declares, by pod template; none where it has none.</summary>
    public IReadOnlyList<DeclaredSpread> SpreadsIn(Resource resource)
    {
        var templates = PodTemplate.In(resource);
        if (templates.Count == 0) return [];
        var workloads = WorkloadsIn(resource);
        var spreads = new DeclaredSpread[templates.Count];
        for (var i = 0; i < spreads.Length; i++) spreads[i] = new DeclaredSpread(templates[i], workloads.Count == 0 ? null : workloads[i]);
        return spreads;
    }

    /// <summary>The Service with a selector that an object declares; null where it declares none.</summary>
    public Service? ServiceIn(Resource resource) => Service.From(resource, this);

    /// <summary>The budget that an object declares; null where it declares none.</summary>
    public DisruptionBudget? BudgetIn(Resource resource) => DisruptionBudget.From(resource, this);

    /// <summary>The storage class that an object declares; null where it declares none.</summary>
    public StorageClass? StorageClassIn(Resource resource) =>
        resource.Is(StorageClass.Group, StorageClass.Kind) && new StorageClass(resource, this) is { IsComplete: true } declared ? declared : null;

    /// <summary>The claims to volumes that an object declares, itself or by its templates.</summary>
    public IReadOnlyList<PersistentVolumeClaim> ClaimsIn(Resource resource) => PersistentVolumeClaim.In(resource, this);

    /// <summary>The volume that an object declares; null where it declares none.</summary>
    public PersistentVolume? VolumeIn(Resource resource) =>
        resource.Is("", PersistentVolume.Kind) && new PersistentVolume(resource, this) is { IsComplete: true } declared ? declared : null;

    /// <summary>The claims that an object's pods use, by template; none where it has no pods.</summary>
    public IReadOnlyList<PodClaims> PodClaimsIn(Resource resource) => PodClaims.In(resource, this);

    /// <summary>The load balancer that an object declares; null where it declares none.</summary>
    public LoadBalancer? LoadBalancerIn(Resource resource) => LoadBalancer.From(resource, this);

    /// <summary>The address record that an object declares; null where it declares none.</summary>
    public DnsRecord? DnsRecordIn(Resource resource) => DnsRecord.From(resource, this);

    /// <summary>The records of one name and type, in source order; none where others may be of that name too.</summary>
    internal IReadOnlyList<DnsRecord> DnsRecordsOf((string? Scope, string Zone, string Name, string Type) key) => [.. (dnsRecords ??= DnsRecord.ByName(Set.OfKind(Declaration.Group, DnsRecord.Kind), this))[key]];

    /// <summary>What a resource of Terraform declares that another one of the same plan, or folder, names by its address; null where there is none, or several.</summary>
    internal Resource? Declared(string address, Resource source) =>
        (declared ??= Set.All.Where(r => AddressOf(r) is not null).ToLookup(r => AddressOf(r)!, StringComparer.Ordinal))[address].Where(r => r.Document.File == source.Document.File || r.Document.File.Folder == source.Document.File.Folder).Take(2).ToList() is [var only] ? only : null;

    private ISet<string?> NodeLabelKeys => nodeLabelKeys ??= new HashSet<string?>(PoolDialect.All.SelectMany(d => Set.OfKind(d.Group, d.Kind).SelectMany(r => PoolReader.LabelKeysIn(r, d))), StringComparer.Ordinal);

    private IReadOnlyList<PersistentVolumeClaim> ZonalClaims => zonalClaims ??= [.. Set.All.SelectMany(ClaimsIn).Where(c => c.IsZonal == true && !c.IsInSingleSite)];

    private SelectionIndex<T> Selecting<T>(string group, string kind, Func<Resource, T?> read)
        where T : class, ISelectsPods => new(this, Set.OfKind(group, kind).Select(read).OfType<T>(), Set.Doubtful.Select(read).OfType<T>());

    private static string? AddressOf(Resource resource) => resource.Group == Declaration.Group ? resource.Name : resource.Document.Declaration?.Address;

    /// <summary>The clusters whose first pool an object declares.</summary>
    public IReadOnlyList<Cluster> ClustersFrom(Resource resource) => Clusters.Count == 0 ? [] : [.. (clustersByFirstPool ??= Clusters.ToLookup(c => c.Pools[0].Resource))[resource]];

    /// <summary>
    /// Whether two objects belong to one deployment, as far as a set with several variants of an object tells: then only
    /// those of one file surely do.
    /// </summary>
    public bool AreTogether(Resource a, Resource b) => a.Document.File == b.Document.File || (!Set.HasVariants(a) && !Set.HasVariants(b));

    /// <summary>The node pools that an object declares.</summary>
    public IReadOnlyList<NodePool> PoolsIn(Resource resource) => Clusters.Count == 0 ? [] : [.. (pools ??= Clusters.SelectMany(c => c.Pools).ToLookup(p => p.Resource))[resource]];

    /// <summary>The node pools that an object declares, with the volumes of their cluster.</summary>
    public IReadOnlyList<PoolVolumes> PoolVolumesIn(Resource resource) => PoolsIn(resource) is { Count: > 0 } own ? [.. own.Select(pool => new PoolVolumes(pool, Clusters.Count == 1 ? ZonalClaims : []))] : [];

    /// <summary>The zones that an object's workloads or volumes can stand in.</summary>
    public ZoneKnowledge ZonesFor(Resource resource)
    {
        if (resource.Options.Zones is { Count: > 0 } configured) return new ZoneKnowledge(configured, ZoneSource.Configured);
        return Clusters is [{ Zones: { } zones }] ? new ZoneKnowledge(zones, ZoneSource.NodePools) : ZoneKnowledge.Assumed;
    }

    /// <summary>The cloud that an object is meant for; null where it is unknown.</summary>
    public Provider? ProviderOf(Resource resource)
    {
        var last = lastPlaced;
        if (last?.Resource != resource) lastPlaced = last = new Placed(resource, resource.Options.Provider ?? Evidence.Of(resource) ?? (Providers is [var only] ? only : null));
        return last.Provider;
    }

    /// <summary>Whether everything an object declares stands in one place anyway.</summary>
    public bool IsSingleSite(Resource resource) =>
        ProviderOf(resource) is { IsSingleSite: true } || ZonesFor(resource) is { IsAssumed: false, Count: 1 };

    // An object and the cloud that it is meant for.
    private sealed record Placed(Resource Resource, Provider? Provider);
}
