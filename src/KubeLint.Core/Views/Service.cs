using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A Service and the pods that it leads to.</summary>
public sealed class Service : ISelectsPods
{
    private readonly Inventory inventory;
    private Field? selector;
    private Field? type;

    private Service(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The labels of the pods that it leads to.</summary>
    public Field Selector => selector ??= SelectorOf(Resource);

    /// <summary>Where traffic from outside goes: Cluster, by default, or Local.</summary>
    public Field ExternalTrafficPolicy => Spec["externalTrafficPolicy"];

    /// <summary>Where traffic from pods goes: Cluster, by default, or Local.</summary>
    public Field InternalTrafficPolicy => Spec["internalTrafficPolicy"];

    /// <summary>Which endpoints are preferred.</summary>
    public Field TrafficDistribution => Spec["trafficDistribution"];

    /// <summary>Whether it opens ports on nodes for traffic from outside; null where unknown.</summary>
    public bool? IsOpenToOutside => Type.IsAbsent ? false : Type.Text is { } text ? text is "LoadBalancer" or "NodePort" : null;

    /// <summary>The workloads that it leads to.</summary>
    public Selection Backends => Selection.Of(inventory.ServicesTo, this, inventory);

    /// <summary>The zones that its cluster has.</summary>
    public ZoneKnowledge Zones => inventory.ZonesFor(Resource);

    /// <inheritdoc/>
    IEnumerable<(string Key, string Value)> ISelectsPods.DemandedPairs => Selector.Entries.Where(e => !e.IsUnknown && e.Written is not null).Select(e => (e.Key, e.Written!));

    private Field Spec => Resource.Spec;

    private Field Type => type ??= Spec["type"];

    // An ExternalName has no use for a selector.
    private bool LeadsToPods => Type.Text != "ExternalName" && !(Selector.IsComplete && Selector.Node is not MappingNode { Entries.Count: > 0 });

    /// <summary>The Service that an object declares; null where it declares none with a selector, or only a patch of one.</summary>
    public static Service? From(Resource resource, Inventory inventory)
    {
        if (!resource.Is("", "Service") || resource.HasPatchDirective) return null;
        return new Service(resource, inventory) is { LeadsToPods: true } service ? service : null;
    }

    /// <summary>The labels of the pods that the Service of an object leads to.</summary>
    internal static Field SelectorOf(Resource service) => service.Spec["selector"];

    /// <inheritdoc/>
    bool? ISelectsPods.Matches(PodTemplate pods)
    {
        bool? result = Selector.IsComplete ? true : null;
        foreach (var pair in Selector.Entries)
        {
            var (isThere, label) = pods.Label(pair.Key);
            result &= isThere & (label.IsAbsent ? null : Field.SameText(pair, label));
        }

        return result;
    }
}
