using System.Text.RegularExpressions;
using KubeLint.Edits;
using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A Service of type LoadBalancer.</summary>
public sealed class LoadBalancer
{
    private readonly Inventory inventory;

    private LoadBalancer(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The cloud that makes it; null where unknown.</summary>
    public Provider? Provider => inventory.ProviderOf(Resource);

    /// <summary>Whether its cluster surely has one place only.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    /// <summary>The class of the controller that shall make it.</summary>
    public Field Class => Resource.Spec["loadBalancerClass"];

    /// <summary>The labels of the pods that it leads to.</summary>
    public Field Selector => Service.SelectorOf(Resource);

    /// <summary>How it gets its one zone, where it surely stands in one; null for all others.</summary>
    public ZonalLoadBalancer? Zonal
    {
        get
        {
            if (Provider?.ZonalLoadBalancer is not { } zonal || (zonal.IgnoresClasses && !Class.IsAbsent)) return null;
            return zonal.RequestedBy is { } requested && !List(Resource.Annotations[requested.Annotation]).Intersect(requested.Words).Any() ? null : zonal;
        }
    }

    /// <summary>Where its zone is named: in the id of an existing load balancer, which counts first, or as such; null where it is not zonal.</summary>
    public Field? ZonePlace => Zonal is not { } zonal ? null
        : zonal.IdAnnotation is { } id && !Resource.Annotations[id].IsAbsent ? Resource.Annotations[id] : Resource.Annotations[zonal.Annotation];

    /// <summary>Its one zone; null where that is not known.</summary>
    public string? Zone => ZonePlace is not { } place ? null : place.Key == Zonal!.IdAnnotation ? ZoneOfId(place.Text) : place.Text is { Length: > 0 } zone ? Same(zone) : null;

    /// <summary>Whether it names a zone that surely has no load balancers; zones that the user names count as having them.</summary>
    public bool HasInvalidZone =>
        Zone is { } zone && ZonePlace!.Key == Zonal!.Annotation && Zonal.Zones.Count > 0 && !Zonal.Zones.Concat(Zonal.UnsureZones).Concat(Resource.Options.Zones).Contains(zone, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where its zone should be named, if it stands in one that its cloud chooses; null where that is named, or settled otherwise, or not known.</summary>
    public Field? MissingZone
    {
        get
        {
            if (Zonal is not { Default: not null } zonal) return null;
            if (zonal.SettledBy.Any(key => Resource.Annotations[key] is { IsAbsent: false } settled && settled.Text != "")) return null;
            return Resource.Annotations[zonal.Annotation] is { IsUnknown: false, Text: null or "" } zone ? zone : null;
        }
    }

    /// <summary>
    /// The zones to choose from for one without a valid zone: those of its cluster that surely have load balancers, without
    /// those of the others for the same pods while any is left. One alone is the only one that makes sense. None where that is
    /// not certain, and where another of them that comes before it needs a zone too, for what is chosen there counts here.
    /// </summary>
    public IReadOnlyList<string> ZonesToChoose
    {
        get
        {
            if (Zonal is not { } zonal || inventory.ZonesFor(Resource) is not { IsAssumed: false } known) return [];
            var zones = known.Names.Where(zonal.Zones.Contains).ToList();
            if (Group is not { MayHaveMore: false } group) return zones.Count > 1 ? zones : [];
            if (group.Members.Count != group.Count) return [];
            if (group.Members.FirstOrDefault(m => m.MissingZone is not null || m.HasInvalidZone)?.Resource != Resource) return [];
            var others = group.Members.Where(m => m.Resource != Resource).ToList();
            var free = zones.Where(zone => others.TrueForAll(m => m.Zone != zone)).ToList();
            if (free.Count == 1 && others.Count > 0 && others.TrueForAll(m => m is { Zone: not null, HasInvalidZone: false })) return free;
            var choice = free.Count > 0 ? free : zones;
            return choice.Count > 1 ? choice : [];
        }
    }

    /// <summary>
    /// Whether no rule finds fault with it for what an edit makes of it: its zone is named, has load balancers and is not
    /// contradicted, its backends are not narrowed, and the load balancers for its pods don't all stand in that zone.
    /// </summary>
    public bool IsSoundAfter(Edit edit)
    {
        var after = new LoadBalancer(Resource.WithRoot(EditedTree.Apply(Resource.Root.Node!, [edit])), inventory);
        if (after.MissingZone is not null || after.HasInvalidZone || after.Contradiction is not null || (after.OneZone is not null && OneZone is null)) return false;
        return after.Zone is not { } zone || Group is not { MayHaveMore: false } group || group.Members.Any(m => m.Resource != Resource && m.Zone != zone);
    }

    /// <summary>The zone in the id of an existing load balancer, and the other one that is named beside it without effect; null where they agree, or are not known.</summary>
    public (string Real, Field Unheard)? Contradiction
    {
        get
        {
            if (Zonal is not { IdAnnotation: { } id } zonal || ZoneOfId(Resource.Annotations[id].Text) is not { } real) return null;
            var written = Resource.Annotations[zonal.Annotation];
            return written.Text is { Length: > 0 } zone && Same(zone) != real ? (real, written) : null;
        }
    }

    /// <summary>Whether it has annotations of a cloud whose controller refuses it for its class.</summary>
    public bool IsLeftAlone =>
        Class.Text is not null && Provider is { ZonalLoadBalancer.IgnoresClasses: true } provider
        && Resource.Annotations.Entries.Any(a => provider.AnnotationPrefixes.Any(prefix => a.Key.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>Whether another load balancer for the same pods is not narrowed to the same place, so that it covers the loss; null where unknown.</summary>
    public bool? IsCoveredInTurn
    {
        get
        {
            if (Group is not { } group) return Selector.IsAbsent ? false : null;
            if (!group.AreInOnePlace) return true;
            return group.MayHaveMore ? null : false;
        }
    }

    /// <summary>
    /// What narrows it to one zone, and how messages call that: backends of one zone, or one subnet, which lies in one zone. Null where nothing does.
    /// </summary>
    public (Field Place, string What)? OneZone
    {
        get
        {
            if (Provider?.Backends is not { } backends || Class.IsUnknown || (Class.Text is { } name && !backends.Classes.Contains(name))) return null;
            if (backends.Subnets is { } subnets && Resource.Annotations[subnets] is var named && List(named) is [var only]) return (named, $"the subnet {only}, which lies in one zone");
            if (backends.NodeLabels is null || TargetsNodes(backends) != true) return null;
            var labels = Resource.Annotations[backends.NodeLabels];
            var zone = List(labels).Select(pair => LabelEquation.Match(pair)).FirstOrDefault(m => m.Success && IsZoneKey(m.Groups["key"].Value));
            return zone is null ? null : (labels, $"nodes of {zone.Groups["value"].Value}");
        }
    }

    /// <summary>The load balancers that lead to the same pods; null where its selector or its namespace is not known, or where it selects none.</summary>
    public LoadBalancerGroup? Group => inventory.LoadBalancers.GroupOf(this);

    /// <summary>The load balancer that an object declares; null where it declares none, or only a patch of one.</summary>
    public static LoadBalancer? From(Resource resource, Inventory inventory)
    {
        var spec = resource.Spec;
        return resource.Is("", "Service") && spec["type"].Text == "LoadBalancer" && !spec["ports"].IsAbsent && !resource.HasPatchDirective
            ? new LoadBalancer(resource, inventory) : null;
    }

    private static readonly Regex LabelEquation = new("^(?<key>[^\\s=!()]+)\\s*==?\\s*(?<value>[^\\s=!()]+)$", RegexOptions.CultureInvariant);
    private static readonly Regex IdPrefix = new("^(?<region>[a-z]+-[a-z]+)(?<number>-[0-9]+)?/", RegexOptions.CultureInvariant);

    private static string Same(string zone) => zone.ToLowerInvariant();

    // A region in place of the zone means its first zone (scaleway-cloud-controller-manager, getLoadBalancerID).
    private static string? ZoneOfId(string? id) => id is not null && IdPrefix.Match(id) is { Success: true } match
        ? match.Groups["region"].Value + (match.Groups["number"].Success ? match.Groups["number"].Value : "-1") : null;

    private static List<string> List(Field annotation) =>
        [.. (annotation.Text ?? "").Split(',').Select(word => word.Trim()).Where(word => word.Length > 0)];

    private bool? TargetsNodes(LoadBalancerBackends backends)
    {
        if (backends.TargetType is not { } target) return true;
        var written = Resource.Annotations[target.Annotation];
        if (!written.IsAbsent) return written.Text is { } text ? text == target.Value : null;
        if (backends.ControllerType is not { } controller) return true;
        var type = Resource.Annotations[controller.Annotation];
        return Class.IsAbsent && !type.IsUnknown && !controller.Values.Contains(type.Text ?? "") ? true : null;
    }

    private bool IsZoneKey(string key) => ZoneKeys.IsZone(key, Resource.Options) || Provisioner.TopologyKeys.Contains(key);
}
