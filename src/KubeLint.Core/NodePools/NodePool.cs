using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>A group of nodes that are made alike.</summary>
/// <param name="Resource">The object that declares it.</param>
/// <param name="Field">The pool: the object's root, or an item in it.</param>
/// <param name="Noun">How messages call one.</param>
public sealed record NodePool(Resource Resource, Field Field, string Noun)
{
    /// <summary>Its name; null where it has none.</summary>
    public string? Name => Field.Parent is null ? Resource.Name : Field["name"].Written;

    /// <summary>How messages call it, as in <c>Pool 'web'</c>, or <c>node pool 'web' of Shoot 'shop'</c>.</summary>
    public string DisplayName => Field.Parent is null ? Resource.DisplayName : $"{Noun} {(Name is { } name ? $"'{name}' " : "")}of {Resource.DisplayName}";

    /// <summary>The zones it names; null where it stands in every zone, or in unknown ones.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Where the first zone is named, or what names the object that states it.</summary>
    public Field? ZoneField { get; init; }

    /// <summary>The fields in which it names zones as its cloud calls them; none where other objects state them.</summary>
    public IReadOnlyList<Field> ZoneNames { get; init; } = [];

    /// <summary>What it means that it names no zones; null where it names some, or may.</summary>
    public OmittedZones? Omitted { get; init; }

    /// <summary>Where a finding about a missing zone points.</summary>
    public Field ZonePlace { get; init; } = Field;

    /// <summary>The region that it states; null where it states none.</summary>
    public string? Region { get; init; }

    /// <summary>The number of its nodes at the least: the autoscaler's minimum, else its size. Null where it states none.</summary>
    public int? MinimumSize { get; init; }

    /// <summary>The number of nodes above which its autoscaler does not go; null where it states none.</summary>
    public int? MaximumSize { get; init; }

    /// <summary>Where the size that counts is stated; null where none is.</summary>
    public Field? SizeField { get; init; }

    /// <summary>Whether an autoscaler changes its size; null where that is not known.</summary>
    public bool? IsAutoscaled { get; init; }

    /// <summary>Whether an autoscaler that adds a node surely can't choose its zone among several.</summary>
    public bool IsScaledAcrossZones { get; init; }

    /// <summary>Whether an autoscaler may take its last node away; null where that is not known.</summary>
    public bool? MayScaleToZero { get; init; }

    /// <summary>The type of its machines; null where it is not known.</summary>
    public string? NodeType { get; init; }

    /// <summary>Whether broken nodes are replaced; null where the provider always does, or where it is not known.</summary>
    public bool? IsAutohealed { get; init; }

    /// <summary>Where autohealing is stated, or would be.</summary>
    public Field? Autohealing { get; init; }

    /// <summary>Whether its nodes have no public address and leave through a gateway; null where that is not known.</summary>
    public bool? IsPublicIpDisabled { get; init; }

    /// <summary>Where its nodes' public addresses are turned off; null where they cannot be.</summary>
    public Field? PublicIpDisabled { get; init; }
}
