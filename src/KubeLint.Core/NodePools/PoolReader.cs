using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>An object that points to a pool which is declared in more detail elsewhere, as Cluster API's MachinePool does.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Dialect">Its dialect.</param>
internal sealed record PoolOwner(Resource Resource, PoolDialect Dialect);

/// <summary>Reads the pools that objects of a set declare, by the dialect table.</summary>
internal sealed class PoolReader(ResourceSet set)
{
    private readonly ObjectsByName objects = new(set, PoolDialect.OtherKinds);
    private readonly Dictionary<(string Group, string Kind), ILookup<(string Key, string? Text), Resource>> labelled = [];
    private readonly Lazy<NamespaceIndex<(string Kind, string Name), (Resource Scaler, PoolDialect Dialect)>> scalers = new(() => Scalers(set));

    /// <summary>The pools that an object declares.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="owner">The object that points to it as its detail; null for none.</param>
    public IEnumerable<NodePool> Read(Resource resource, PoolDialect dialect, PoolOwner? owner = null)
    {
        if (resource.HasPatchDirective || resource.IsControlled == true) yield break;
        foreach (var pool in Fields(resource, dialect))
        {
            bool? isWorker = true;
            foreach (var mark in dialect.NoWorkers) isWorker &= !IsMarked(resource, pool, mark);
            if (isWorker == false) continue;

            // What may be a pool without workloads may also be one in another zone.
            yield return isWorker is null ? new NodePool(resource, pool, dialect.Noun) : Read(resource, pool, dialect, owner);
        }
    }

    /// <summary>The keys of the labels that nodes of an object's pools carry; null among them where some are not known.</summary>
    public static IEnumerable<string?> LabelKeysIn(Resource resource, PoolDialect dialect)
    {
        foreach (var labels in Fields(resource, dialect).SelectMany(pool => dialect.Labels, (pool, path) => pool.At(path.Split(' '))))
        {
            if (!labels.IsComplete) yield return null;
            foreach (var label in labels.Entries) yield return label.Key;
        }
    }

    private static IEnumerable<Field> Fields(Resource resource, PoolDialect dialect) =>
        dialect.Pools.Length == 0 ? [resource.Root] : dialect.Pools.SelectMany(path => PathQuery.Read(resource.Root, path).Fields);

    private static PathQuery.Answer At(Resource resource, Field pool, string path, string? name = null) =>
        path.Length > 0 && path[0] == '^' ? PathQuery.Read(resource.Root, path.Substring(1), name) : PathQuery.Read(pool, path, name);

    // A path alone asks whether something is there, one that ends in =TEXT for that text.
    private static bool? IsMarked(Resource resource, Field pool, string mark)
    {
        var equals = mark.EndsWith("]", StringComparison.Ordinal) ? -1 : mark.LastIndexOf('=');
        var found = At(resource, pool, equals < 0 ? mark : mark.Substring(0, equals));
        if (found.Fields.Any(f => equals < 0 || f.Written == mark.Substring(equals + 1))) return true;
        return found.IsUnknown ? null : false;
    }

    private NodePool Read(Resource resource, Field pool, PoolDialect dialect, PoolOwner? owner)
    {
        var zones = ZonesOf(resource, pool, dialect.Zones);
        if (zones is { IsOmitted: true, Meaning: null } && owner is { } by && ZonesOf(by.Resource, by.Resource.Root, by.Dialect.Zones) is { IsOmitted: false } given)
            zones = given with { Field = pool, Written = [] };

        // What lacks a field that its API asks for is a patch of something whole: what it omits may stand there.
        var isPatch = dialect.Required.Any(path => At(resource, pool, path).IsEmpty)
            || (dialect.Elsewhere is { } elsewhere && !PathQuery.Read(resource.Root, elsewhere).IsEmpty);
        OmittedZones? omitted = !zones.IsOmitted ? null
            : isPatch || (dialect.IsZonedByOwner && owner is null) ? OmittedZones.Unknown : zones.Meaning ?? Meaning(resource, pool, dialect);

        var region = dialect.Region.Select(path => At(resource, pool, path)).FirstOrDefault(a => !a.IsEmpty).Texts is [var only] ? only : null;
        var autohealing = dialect.Autohealing is { } healing ? PathQuery.Read(pool, healing).Fields is [var stated] ? stated : pool.At(healing.Split(' ')) : null;
        var disabled = dialect.PublicIpDisabled is { } publicIp ? pool.At(publicIp.Split(' ')) : null;
        var read = new NodePool(resource, pool, dialect.Noun)
        {
            Zones = zones.Names,
            ZoneField = zones.Field,
            ZoneNames = dialect.NamesDomains || resource.Is("", "Node") ? [] : zones.Written,
            Omitted = omitted,
            ZonePlace = pool.At(dialect.ZonePlace.Split(' ')),
            Region = region,
            NodeType = dialect.NodeType.Select(path => At(resource, pool, path)).FirstOrDefault(a => !a.IsEmpty).Texts is { Count: > 0 } types ? string.Join(",", types) : null,
            Autohealing = autohealing,
            IsAutohealed = autohealing is null or { IsUnknown: true } ? null : autohealing.IsAbsent ? isPatch ? null : dialect.IsAutohealedByDefault : autohealing.Boolean,
            PublicIpDisabled = disabled,
            IsPublicIpDisabled = disabled is null or { IsUnknown: true } ? null : !disabled.IsAbsent && disabled.Boolean == true,
        };
        if (isPatch) return read;
        var sized = PoolSizes.Of(this, read, dialect, owner);
        return sized with { IsScaledAcrossZones = dialect.IsOneGroup && sized.IsAutoscaled == true && (sized.Zones is { Count: > 1 } || sized.Omitted == OmittedZones.EveryZone) };
    }

    private static OmittedZones Meaning(Resource resource, Field pool, PoolDialect dialect)
    {
        if (dialect.OmittedWhere is not { } special) return dialect.Omitted;
        var where = At(resource, pool, special.Path);
        return where.IsUnknown ? OmittedZones.Unknown : where.Texts is [var text] && text == special.Text ? special.Meaning : dialect.Omitted;
    }

    // The first path that leads somewhere counts.
    private ZoneAnswer ZonesOf(Resource resource, Field pool, IReadOnlyList<ZonePath> paths)
    {
        foreach (var path in paths)
        {
            var found = At(resource, pool, path.Path);
            if (found.IsEmpty) continue;
            var first = found.Fields.FirstOrDefault();
            if (path.IsSelector)
            {
                if (SelectedBy(pool.At(path.Path.Split(' ')), path.Targets[0].Group, path.Targets[0].Kind) is not { } selected) return new ZoneAnswer(null, first);
                var stated = ZonesOf(selected, selected.Root, path.Targets[0].Zones);
                if (stated.IsOmitted && stated.Meaning is null) continue;
                return stated with { Field = first, Written = [] };
            }

            // A placeholder is a name too: what else is called so is the same object.
            var names = found.Texts;
            if (names is null && path.IsReference)
            {
                first = path.Path[0] == '^' ? resource.Root.At(path.Path.Substring(1).Split(' ')) : pool.At(path.Path.Split(' '));
                names = first.Written is { Length: > 0 } name ? [name] : null;
            }

            if (path.IsOpaque || names is null) return new ZoneAnswer(null, first);
            if (path.IsLocation)
            {
                if (names.Count != 1) return new ZoneAnswer(null, first);
                return ZoneNaming.IsGoogleZone(names[0]) ? new ZoneAnswer(names, first) { Written = found.Fields } : new ZoneAnswer(null, null) { IsOmitted = true, Meaning = OmittedZones.EveryZone };
            }

            if (path.Location is { } location)
            {
                if (At(resource, pool, location).Texts is not { } places) return new ZoneAnswer(null, first);
                names = [.. places.Where(ZoneNaming.IsGoogleZone), .. names];
            }

            if (path.Targets.Count == 0) return new ZoneAnswer([.. names.Distinct(StringComparer.Ordinal)], first) { Written = [.. found.Fields.Where(f => f.Text is not null)] };
            if (Follow(resource, pool, path, names) is { } answer) return answer with { Field = first };
        }

        return new ZoneAnswer(null, null) { IsOmitted = true };
    }

    // What objects that are named here state; null where they state nothing.
    private ZoneAnswer? Follow(Resource resource, Field pool, ZonePath path, IReadOnlyList<string> names)
    {
        var targets = path.Targets;
        if (path.TargetKind is { } kindPath)
        {
            if (At(resource, pool, kindPath).Texts is not [var kind]) return new ZoneAnswer(null, null);
            targets = [.. targets.Where(t => t.Kind == kind)];
            if (targets.Count == 0) return null;
        }

        var zones = new List<string>();
        var isSilent = true;
        foreach (var name in names)
        {
            var (holder, target) = HolderOf(resource, path, targets, name);
            if (holder is null) return new ZoneAnswer(null, null);
            var stated = path.IsLookup || path.Holder.Count > 0
                ? target.Zones.Select(z => PathQuery.Read(holder.Root, z.Path, name)).FirstOrDefault(a => !a.IsEmpty).Texts is { } texts ? new ZoneAnswer(texts, null) : new ZoneAnswer(null, null)
                : ZonesOf(holder, holder.Root, target.Zones);
            if (stated.IsOmitted)
            {
                if (stated.Meaning is not null && names.Count == 1) return stated;
                continue;
            }

            if (stated.Names is null or { Count: 0 }) return new ZoneAnswer(null, null);
            isSilent = false;
            var prefix = target.Prefix is null ? "" : PathQuery.Read(holder.Root, target.Prefix).Texts is [var text] ? text : null;
            if (prefix is null) return new ZoneAnswer(null, null);
            zones.AddRange(stated.Names.Select(z => prefix + z));
        }

        if (isSilent) return null;
        return zones.Count < names.Count ? new ZoneAnswer(null, null) : new ZoneAnswer([.. zones.Distinct(StringComparer.Ordinal)], null);
    }

    private (Resource? Holder, ZoneTarget Target) HolderOf(Resource resource, ZonePath path, IReadOnlyList<ZoneTarget> targets, string name)
    {
        if (path.IsLookup) return (resource, targets[0]);
        var wanted = path.Holder.Count == 0 ? name : PathQuery.ReadFirst(resource.Root, path.Holder).Texts is [var holderName] ? holderName : null;
        if (wanted is null) return (null, targets[0]);
        foreach (var target in targets)
        {
            if (objects.Find(resource, target.Group, target.Kind, wanted) is { } found) return (found, target);
        }

        return (null, targets[0]);
    }

    /// <summary>The object that scales another; null for none in the set, or for several.</summary>
    public Resource? ScalerOf(Resource resource) =>
        scalers.Value.Find(resource, (resource.Kind, resource.Name ?? "")).Take(2).ToList() is [var only] ? only.Scaler : null;

    /// <summary>The one object of a kind in the set that a selector's labels select; null for none, for several, or where that is not known.</summary>
    public Resource? SelectedBy(Field selector, string group, string kind)
    {
        var labels = selector["matchLabels"];
        if (selector.IsUnknown || !labels.IsComplete || !selector["matchControllerRef"].IsAbsent || labels.Entries.Any(l => l.Text is null)) return null;
        if (labels.Entries.FirstOrDefault() is not { } first) return null;
        if (!labelled.TryGetValue((group, kind), out var byLabel))
        {
            byLabel = set.OfKind(group, kind).SelectMany(r => r.Metadata["labels"].Entries, (r, l) => (Resource: r, l.Key, l.Text)).ToLookup(l => (l.Key, l.Text), l => l.Resource);
            labelled.Add((group, kind), byLabel);
        }

        return byLabel[(first.Key, first.Text)].Where(r => labels.Entries.All(l => r.Metadata["labels"][l.Key].Text == l.Text)).Take(2).ToList() is [var only] ? only : null;
    }

    private static NamespaceIndex<(string Kind, string Name), (Resource Scaler, PoolDialect Dialect)> Scalers(ResourceSet set)
    {
        var index = new NamespaceIndex<(string Kind, string Name), (Resource Scaler, PoolDialect Dialect)>();
        foreach (var dialect in PoolDialect.All)
        {
            if (dialect.Scaler is not { } kind) continue;
            foreach (var scaler in set.OfKind(kind.Group, kind.Kind))
            {
                if (scaler.Root.At(kind.Target.Split(' ')).Written is { } name) index.Add(scaler, (dialect.Kind, name), (scaler, dialect));
            }
        }

        return index;
    }

    // The zones that are named; null where they are not known, or where none are named.
    private sealed record ZoneAnswer(IReadOnlyList<string>? Names, Field? Field)
    {
        public bool IsOmitted { get; init; }

        public OmittedZones? Meaning { get; init; }

        public IReadOnlyList<Field> Written { get; init; } = [];
    }
}
