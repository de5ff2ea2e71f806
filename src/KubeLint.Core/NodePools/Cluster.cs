using KubeLint.Resources;

namespace KubeLint.NodePools;

/// <summary>The node pools of one cluster, as far as the set declares them.</summary>
/// <param name="Name">The cluster's name; null where the pools name none and the whole set is one cluster.</param>
/// <param name="Pools">Its pools in source order.</param>
/// <param name="IsWhole">Whether the pools are surely one cluster's, each once, and nothing else gives it nodes.</param>
public sealed record Cluster(string? Name, IReadOnlyList<NodePool> Pools, bool IsWhole)
{
    /// <summary>The zones of all pools; null where they are not all known.</summary>
    public IReadOnlyList<string>? Zones { get; } = IsWhole && Pools.All(p => p.Zones is not null)
        ? [.. Pools.SelectMany(p => p.Zones!).Distinct(StringComparer.Ordinal).OrderBy(z => z, StringComparer.Ordinal)]
        : null;

    /// <summary>How many nodes the fullest zone has, where the set lists all nodes; null where it does not.</summary>
    public int? MostNodesInOneZone { get; } = IsWhole && Pools.All(p => p is { Resource: { Group: "", Kind: "Node" }, Zones.Count: 1 })
        ? Pools.GroupBy(p => p.Zones![0]).Max(g => g.Count())
        : null;

    /// <summary>The pools by which a zone may be left without a node: an autoscaler may take the last one of every pool that stands, or may stand, in it. By zone.</summary>
    public IReadOnlyDictionary<string, NodePool> PoolsOfEmptyZones => !IsWhole || Pools.Any(p => p.Zones is null && p.MayScaleToZero != true) ? new Dictionary<string, NodePool>() :
        Pools.SelectMany(p => p.Zones ?? [], (pool, zone) => (Pool: pool, Zone: zone)).GroupBy(p => p.Zone, p => p.Pool, StringComparer.Ordinal)
            .Where(zone => zone.All(p => p.MayScaleToZero == true)).ToDictionary(zone => zone.Key, zone => zone.First(), StringComparer.Ordinal);

    /// <summary>How messages call it.</summary>
    public string DisplayName => Name is { } name ? $"Cluster '{name}'" : "The cluster";

    /// <summary>What states whether its autoscaler balances similar pools; null where the set does not hold that.</summary>
    public PoolBalancing? Balancing { get; init; }

    /// <summary>The public gateways that the set declares for it.</summary>
    public IReadOnlyList<PublicGateway> Gateways { get; init; } = [];

    /// <summary>The clusters whose pools a set declares.</summary>
    internal static IReadOnlyList<Cluster> Find(ResourceSet set)
    {
        if (!set.HasKind(PoolDialect.MayBeOf) || PoolDialect.All.All(d => set.OfKind(d.Group, d.Kind).Count == 0)) return [];
        var reader = new PoolReader(set);

        // Objects of a provider that a MachinePool points to: they state the zones, the MachinePool states the cluster.
        var owners = PoolDialect.All.Where(d => d.Detail is not null)
            .SelectMany(d => set.OfKind(d.Group, d.Kind), (dialect, resource) => new PoolOwner(resource, dialect))
            .ToLookup(o => DetailOf(o.Resource, o.Dialect));
        var details = new HashSet<(string?, string?, string?)>(PoolDialect.All.SelectMany(d => set.OfKind(d.Group, d.Kind)).Select(r => ((string?)r.Kind, r.NamespaceName, r.Name)));
        var whole = new List<Members>();
        var groups = new Dictionary<(string? Namespace, string? Name), Members>();
        var areNamesKnown = true;
        var areNamesWritten = true;
        foreach (var dialect in PoolDialect.All)
        {
            foreach (var resource in set.OfKind(dialect.Group, dialect.Kind))
            {
                if (dialect.Detail is not null && details.Contains(DetailOf(resource, dialect))) continue;
                var candidates = owners[(resource.Kind, resource.NamespaceName, resource.Name)];
                var owner = ObjectsByName.Nearest(resource, candidates, o => o.Resource);
                var pools = reader.Read(resource, dialect, owner).ToList();
                if (pools.Count == 0 && IsWithoutPools(resource, dialect)) continue;
                var named = owner ?? candidates.FirstOrDefault();
                var reference = named is null ? ReferenceOf(reader, resource, dialect) : ReferenceOf(reader, named.Resource, named.Dialect);
                if (dialect.IsCluster)
                {
                    var cluster = new Members { Name = reference.Name, IsWhole = true };
                    cluster.Add(resource, dialect, pools);
                    whole.Add(cluster);
                    continue;
                }

                areNamesKnown &= reference.IsKnown && !resource.NamespaceField.IsUnknown;
                areNamesWritten &= reference.IsAbsent || reference.Name is not null;
                var key = reference.Name is null ? (null, null) : (resource.NamespaceName, reference.Name);
                if (!groups.TryGetValue(key, out var members)) groups.Add(key, members = new Members { Name = reference.Name, IsWhole = reference.Name is not null || !set.HasDuplicates });
                members.Add(resource, dialect, pools);
            }
        }

        // Pools without a reference, or with one that is not known, may belong to any of several clusters.
        var areParted = areNamesWritten && (groups.Count <= 1 || (areNamesKnown && groups.Keys.GroupBy(k => k.Name).All(AreDifferent)));
        foreach (var members in groups.Values) members.IsWhole &= areParted && members.Pools.Count >= members.FewestPools;
        if (whole.Count > 0 && groups.TryGetValue((null, null), out var loose) && loose.Pools.Count > 0)
        {
            foreach (var members in whole.Append(loose)) members.IsWhole = false;
        }

        List<Cluster> clusters = [.. whole.Concat(groups.Values).Where(m => m.Pools.Count > 0).Select(m => new Cluster(m.Name, m.InSourceOrder, m.IsWhole))];
        return new ClusterSettings(set, clusters).Complete();
    }

    // Two of one name are two where both say their namespaces.
    private static bool AreDifferent(IGrouping<string?, (string? Namespace, string? Name)> named) =>
        named.Key is not null && (named.Count() == 1 || named.All(k => k.Namespace is not null));

    // A Cluster whose pools are objects of their own, or a patch, says nothing about pools.
    private static bool IsWithoutPools(Resource resource, PoolDialect dialect) =>
        dialect.Pools.Length > 0
        && dialect.Pools.All(path => PathQuery.Read(resource.Root, path).IsEmpty)
        && dialect.OtherNodes.All(path => PathQuery.Read(resource.Root, path.TrimStart('^')).IsEmpty);

    private static (string? Kind, string? Namespace, string? Name) DetailOf(Resource owner, PoolDialect dialect) =>
        (Read(owner, dialect.Detail!.Value.Kind), owner.NamespaceName, Read(owner, dialect.Detail.Value.Name));

    private static Reference ReferenceOf(PoolReader reader, Resource resource, PoolDialect dialect)
    {
        foreach (var path in dialect.Cluster)
        {
            var found = PathQuery.Read(resource.Root, path.TrimStart('^'));
            if (found.IsEmpty) continue;

            // A placeholder is a name too, though not a known one.
            var field = found.Fields.FirstOrDefault() ?? resource.Root.At(path.TrimStart('^').Split(' '));
            return new Reference(field.Written, !found.IsUnknown, false);
        }

        if (dialect.ClusterSelector is not { } selector || resource.Root.At(selector.Path.Split(' ')) is not { IsAbsent: false } selection) return new Reference(null, true, true);
        return reader.SelectedBy(selection, dialect.Group, selector.Kind) is { Name: { } name } ? new Reference(name, true, false) : new Reference(null, false, false);
    }

    private static string? Read(Resource resource, string path) => resource.Root.At(path.Split(' ')).Written;

    private readonly record struct Reference(string? Name, bool IsKnown, bool IsAbsent);

    private sealed class Members
    {
        private readonly HashSet<(string, string, string?)> declared = [];

        public string? Name { get; init; }

        public List<NodePool> Pools { get; } = [];

        public bool IsWhole { get; set; }

        public int FewestPools { get; private set; }

        public List<NodePool> InSourceOrder =>
            [.. Pools.OrderBy(p => p.Field.KeySpan.File.Path, StringComparer.Ordinal).ThenBy(p => p.Field.KeySpan.Start)];

        public void Add(Resource resource, PoolDialect dialect, IReadOnlyList<NodePool> pools)
        {
            Pools.AddRange(pools);
            FewestPools = Math.Max(FewestPools, dialect.FewestPools);
            if (resource.Name is null || !declared.Add((resource.Group, resource.Kind, resource.Name))) IsWhole = false;
            if (dialect.Pools.Any(path => PathQuery.Read(resource.Root, path).IsUnknown)) IsWhole = false;
            if (dialect.OtherNodes.Any(path => !PathQuery.Read(resource.Root, path.TrimStart('^')).IsEmpty)) IsWhole = false;
        }
    }
}
