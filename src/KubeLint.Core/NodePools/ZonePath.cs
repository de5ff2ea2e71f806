namespace KubeLint.NodePools;

/// <summary>
/// Where a dialect states zones. A text alone is a path to the zones' names; the others are made by the functions here.
/// </summary>
/// <param name="Path">The path; see <see cref="PathQuery"/>. One that starts with ^ starts at the object, others at the pool.</param>
internal sealed record ZonePath(string Path)
{
    /// <summary>Whether it leads to something by which zones are chosen, but not to their names.</summary>
    public bool IsOpaque { get; private init; }

    /// <summary>Whether it names a region or a zone: a region stands for every zone of it.</summary>
    public bool IsLocation { get; private init; }

    /// <summary>A path to the cluster's location, a zone that belongs to what is named where it is a zone; null for none.</summary>
    public string? Location { get; private init; }

    /// <summary>The kinds of objects that it names and that state the zones; empty where it leads to the zones themselves.</summary>
    public IReadOnlyList<ZoneTarget> Targets { get; private init; } = [];

    /// <summary>The path to the kind of the object that is named; null where there is one kind only.</summary>
    public string? TargetKind { get; private init; }

    /// <summary>The paths to the name of the object, where what is named is something in it; empty where the object itself is named.</summary>
    public IReadOnlyList<string> Holder { get; private init; } = [];

    /// <summary>Whether it selects the object that states the zones by labels.</summary>
    public bool IsSelector { get; private init; }

    /// <summary>Whether the zones stand elsewhere in the object itself, by the names.</summary>
    public bool IsLookup { get; private init; }

    /// <summary>Whether it is the name of one object.</summary>
    public bool IsReference => Targets.Count > 0 && !IsLookup && !IsSelector && Holder.Count == 0 && !Path.Contains('[');

    /// <summary>A path to the zones' names.</summary>
    public static implicit operator ZonePath(string path) => new(path);

    /// <summary>Something by which zones are chosen, but not their names.</summary>
    public static ZonePath Opaque(string path) => new(path) { IsOpaque = true };

    /// <summary>A region, which stands for every zone of it, or a zone.</summary>
    public static ZonePath Region(string path) => new(path) { IsLocation = true };

    /// <summary>Zones that come to the one in which the cluster stands, where that is a zone.</summary>
    public static ZonePath Beside(string path, string location) => new(path) { Location = location };

    /// <summary>The name of an object that states the zones.</summary>
    public static ZonePath Via(string path, params ZoneTarget[] targets) => new(path) { Targets = targets };

    /// <summary>The name of an object, of the kind that a path states, that states the zones.</summary>
    public static ZonePath ViaKind(string path, string kind, params ZoneTarget[] targets) => new(path) { Targets = targets, TargetKind = kind };

    /// <summary>The names (% in the target's path) of parts of an object that states their zones.</summary>
    public static ZonePath ViaPart(string path, IReadOnlyList<string> holder, params ZoneTarget[] targets) => new(path) { Targets = targets, Holder = holder };

    /// <summary>The labels of the one object that states the zones.</summary>
    public static ZonePath Selected(string path, ZoneTarget target) => new(path) { Targets = [target], IsSelector = true };

    /// <summary>The names (% in the second path) of parts of the object itself that state their zones.</summary>
    public static ZonePath Lookup(string path, string part) => new(path) { IsLookup = true, Targets = [new ZoneTarget("", "", part)] };
}

/// <summary>A kind of object that states the zones of pools which name it.</summary>
/// <param name="Group">Its API group.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Zones">Where it states the zones; the first path that leads somewhere counts.</param>
internal sealed record ZoneTarget(string Group, string Kind, params ZonePath[] Zones)
{
    /// <summary>A path to what the zone's name starts with; null where the name is whole.</summary>
    public string? Prefix { get; init; }
}

/// <summary>Where a size stands.</summary>
/// <param name="Path">The path, from the pool.</param>
/// <param name="IsPerZone">Whether it counts the nodes of each zone, and not all of them.</param>
internal sealed record SizePath(string Path, bool IsPerZone = false)
{
    /// <summary>A path to the number of all nodes.</summary>
    public static implicit operator SizePath(string path) => new(path);

    /// <summary>A path to the number of nodes in each zone.</summary>
    public static SizePath PerZone(string path) => new(path, true);
}

/// <summary>What it means that a pool states no zone.</summary>
public enum OmittedZones
{
    /// <summary>It is not known, or depends on what the set does not hold.</summary>
    Unknown,

    /// <summary>Its nodes may stand in every zone that the cluster or the provider offers.</summary>
    EveryZone,

    /// <summary>Its nodes may all stand in one zone, and no one can say in which.</summary>
    NoGuarantee,

    /// <summary>Its nodes stand in one default zone that is chosen elsewhere.</summary>
    OneDefault,
}
