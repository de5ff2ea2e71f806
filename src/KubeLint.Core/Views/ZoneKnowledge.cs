namespace KubeLint.Views;

/// <summary>Where the knowledge of a cluster's zones comes from.</summary>
public enum ZoneSource
{
    /// <summary>Nowhere: three are assumed.</summary>
    Assumed,

    /// <summary>The option <c>kubelint.zones</c>.</summary>
    Configured,

    /// <summary>The nodes and pools of the inventory.</summary>
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

    /// <summary>What two of the same zones from the same source have in common.</summary>
    internal string Key => $"{Source}: {string.Join(",", Names)}";

    /// <summary>The zones and where they come from, for messages.</summary>
    public string Description => Source switch
    {
        ZoneSource.Configured => $"{Count} zones (kubelint.zones)",
        ZoneSource.NodePools => $"{Count} zones (of the node pools here)",
        _ => $"{Count} zones (assumed)",
    };
}
