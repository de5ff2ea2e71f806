using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A StorageClass (storage.k8s.io).</summary>
/// <param name="resource">The object.</param>
/// <param name="inventory">The inventory that holds it.</param>
public sealed class StorageClass(Resource resource, Inventory inventory)
{
    /// <summary>Its API group.</summary>
    public const string Group = "storage.k8s.io";

    /// <summary>Its kind.</summary>
    public const string Kind = "StorageClass";

    private static readonly string[] DefaultAnnotations = ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

    /// <summary>The object.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Whether it declares a whole class; a patch names no provisioner.</summary>
    public bool IsComplete => !Resource.HasPatchDirective && !Provisioner.IsAbsent;

    /// <summary>What makes its volumes.</summary>
    public Field Provisioner => Resource.Root["provisioner"];

    /// <summary>When volumes are bound.</summary>
    public Field VolumeBindingMode => Resource.Root["volumeBindingMode"];

    /// <summary>Whether volumes are bound before a pod has a node; an omitted mode means Immediate (storage/v1 defaults). Null where unknown.</summary>
    public bool? BindsImmediately => VolumeBindingMode.IsAbsent ? true : VolumeBindingMode.Text switch { "Immediate" => true, null => null, _ => false };

    /// <summary>How far its volumes reach; null where the provisioner is not known.</summary>
    public VolumeReach? Reach => Providers.Provisioner.Find(Provisioner.Text)?.ReachWith(Resource.Root["parameters"]);

    /// <summary>Whether it serves claims that name no class: the annotation, or the one from before it, says so. Null where unknown.</summary>
    public bool? IsDefault
    {
        get
        {
            bool? result = Resource.Metadata.IsUnknown || !Resource.Annotations.IsComplete ? null : false;
            foreach (var key in DefaultAnnotations) result |= Resource.Annotations[key] is { IsUnknown: true } ? null : Resource.Annotations[key].Text == "true";
            return result;
        }
    }

    /// <summary>Where the annotation stands that makes it the default.</summary>
    public Field DefaultMark => DefaultMarks.FirstOrDefault() ?? Resource.Annotations[DefaultAnnotations[0]];

    /// <summary>The annotations that make it the default; of the two names one is enough.</summary>
    public IEnumerable<Field> DefaultMarks => DefaultAnnotations.Select(key => Resource.Annotations[key]).Where(mark => mark.Text == "true");

    /// <summary>Whether a claim in the set, which names no class, may get its volume from the default one.</summary>
    public bool MayServeClaimsByDefault => inventory.Storage.HasClaimWithoutClass;

    /// <summary>The zones that its allowedTopologies leave; empty where they leave all, null where unknown.</summary>
    public IReadOnlyList<string>? AllowedZones
    {
        get
        {
            var terms = Resource.Root["allowedTopologies"];
            if (terms.IsUnknown || !terms.IsComplete) return null;
            var all = terms.Items.Select(ZonesOf).ToList();
            if (all.Contains(null)) return null;
            return all.Exists(zones => zones!.Count == 0) ? [] : [.. all.SelectMany(zones => zones!).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Where the first of those zones is named.</summary>
    public Field? AllowedZonesPlace => Resource.Root["allowedTopologies"].Items.SelectMany(term => term["matchLabelExpressions"].Items)
        .FirstOrDefault(e => IsZoneKey(e["key"].Text))?["values"];

    /// <summary>Whether another class of its provisioner stands, or may stand, in another zone, so that both cover each other.</summary>
    public bool IsCoveredInTurn(string zone) => inventory.Storage.IsCoveredInTurn(this, zone);

    /// <summary>The claims in the set that name it.</summary>
    public IEnumerable<PersistentVolumeClaim> Claims => inventory.Storage.ClaimsOf(this);

    /// <summary>Whether pods that are put on a node without the scheduler claim volumes of it.</summary>
    public bool ServesPodsOnNamedNodes => inventory.Storage.ClaimsOnNamedNodes.Any(claim => claim.Class?.Declared.Any(c => c.Resource == Resource) == true);

    /// <summary>The zones that its cluster has.</summary>
    public ZoneKnowledge Zones => inventory.ZonesFor(Resource);

    /// <summary>The classes of its cluster that are marked as default, where there are two or more.</summary>
    public IReadOnlyList<StorageClass> RivalDefaults => inventory.Storage.RivalDefaults;

    /// <summary>Whether its cluster surely has one place only, so that any volume is reachable from any node's zone.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    // The terms are alternatives; the expressions of one must all hold.
    private IReadOnlyList<string>? ZonesOf(Field term)
    {
        var expressions = term["matchLabelExpressions"];
        if (term.IsUnknown || expressions.IsUnknown || !expressions.IsComplete) return null;
        IReadOnlyList<string>? zones = null;
        foreach (var expression in expressions.Items)
        {
            if (expression["key"].Text is not { } key) return null;
            if (!IsZoneKey(key)) continue;
            var values = expression["values"];
            var names = values.Items.Select(v => v.Text).ToList();
            if (values.IsUnknown || !values.IsComplete || names.Contains(null)) return null;
            zones = [.. zones is null ? names.OfType<string>() : zones.Intersect(names.OfType<string>())];
        }

        return zones ?? [];
    }

    private bool IsZoneKey(string? key) =>
        key is not null && (ZoneKeys.IsZone(key, Resource.Options) || key == Providers.Provisioner.Find(Provisioner.Text)?.TopologyKey);
}
