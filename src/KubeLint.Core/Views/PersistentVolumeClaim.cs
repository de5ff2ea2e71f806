using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A claim to a volume: an object of its own, or what a template makes for each pod.</summary>
public sealed class PersistentVolumeClaim
{
    /// <summary>Its kind, in the core group.</summary>
    public const string Kind = "PersistentVolumeClaim";

    private const string ClassAnnotation = "volume.beta.kubernetes.io/storage-class";

    private readonly Field root;
    private readonly Inventory inventory;

    private PersistentVolumeClaim(Resource resource, Field root, Inventory inventory, bool isTemplate)
    {
        Resource = resource;
        this.root = root;
        this.inventory = inventory;
        IsTemplate = isTemplate;
    }

    /// <summary>The object that declares it.</summary>
    public Resource Resource { get; }

    /// <summary>Whether each pod gets one of its own, from a template.</summary>
    public bool IsTemplate { get; }

    /// <summary>Its name, or that of its template.</summary>
    public string? Name => root.At("metadata", "name").Text;

    /// <summary>The class that it names: in its spec, or in the annotation from before there was such a field, which counts first.</summary>
    public Field ClassName => root.At("metadata", "annotations", ClassAnnotation) is { IsAbsent: false } annotation ? annotation : Spec["storageClassName"];

    /// <summary>Whether a label on it names a zone, as drivers of some clouds read it; null where unknown.</summary>
    public bool? NamesZone
    {
        get
        {
            var labels = root.At("metadata", "labels");
            bool? result = labels.IsComplete ? false : null;
            foreach (var label in labels.Entries) result |= label.Key == "zone" || ZoneKeys.IsZone(label.Key, Resource.Options);
            return result;
        }
    }

    /// <summary>How it may be mounted.</summary>
    public Field AccessModes => Spec["accessModes"];

    /// <summary>What is known of its class; null where nothing is.</summary>
    public ClaimedClass? Class => inventory.Storage.ClassOf(this);

    /// <summary>Whether a new volume is made for it, and no existing one chosen; null where unknown.</summary>
    public bool? IsProvisioned => !Spec["volumeName"].IsThere & !Spec["selector"].IsThere;

    /// <summary>Whether a live cluster gave it a volume; null where unknown.</summary>
    public bool? IsBound => root.At("status", "phase") is { IsUnknown: true } ? null : root.At("status", "phase").Text == "Bound";

    /// <summary>Whether its volume surely stands in one zone, so that nodes of that zone alone can mount it; null where unknown.</summary>
    public bool? IsZonal => Spec["volumeName"].Text is { } volume ? inventory.Storage.IsZonal(volume) : IsProvisioned == true ? Class?.IsZonal : null;

    /// <summary>Whether one node alone may mount it, or even one pod; false where that is not known.</summary>
    public bool IsForOneNode => AccessModes.IsComplete && AccessModes.Items.All(mode => mode.Text is "ReadWriteOnce" or "ReadWriteOncePod");

    /// <summary>Whether one pod alone may mount it; false where that is not known.</summary>
    public bool IsForOnePod => AccessModes.IsComplete && AccessModes.Items.All(mode => mode.Text == "ReadWriteOncePod");

    /// <summary>Whether its cluster surely has one place only.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    /// <summary>How messages call it.</summary>
    public string DisplayName => IsTemplate ? $"{Resource.DisplayName}: claim template '{Name}'" : Resource.DisplayName;

    /// <summary>How messages call the cloud that it is meant for.</summary>
    public string? CloudName => Provider?.DisplayName;

    internal Provider? Provider => inventory.ProviderOf(Resource);

    private Field Spec => root["spec"];

    /// <summary>The claims that an object declares: itself, or by its templates. A patch names no access modes.</summary>
    internal static IReadOnlyList<PersistentVolumeClaim> In(Resource resource, Inventory inventory)
    {
        if (resource.HasPatchDirective) return [];
        if (resource.Is("", Kind)) return new PersistentVolumeClaim(resource, resource.Root, inventory, false) is { IsWhole: true } claim ? [claim] : [];
        List<PersistentVolumeClaim>? found = null;
        foreach (var pods in PodTemplate.In(resource))
        {
            foreach (var (_, own) in FromTemplates(pods, inventory)) (found ??= []).Add(own);
        }

        if (found is null) return [];
        return found;
    }

    /// <summary>The claims that each pod of a template gets for itself, with the volumes that they stand for.</summary>
    internal static IEnumerable<(Field Place, PersistentVolumeClaim Claim)> FromTemplates(PodTemplate pods, Inventory inventory)
    {
        var ofSet = pods.Resource.Spec["volumeClaimTemplates"];
        return ofSet.Node is SequenceNode || pods.Volumes.Node is SequenceNode ? FromTemplates(ofSet, pods, inventory) : [];
    }

    private static IEnumerable<(Field Place, PersistentVolumeClaim Claim)> FromTemplates(Field ofSet, PodTemplate pods, Inventory inventory)
    {
        foreach (var item in ofSet.Items)
        {
            if (new PersistentVolumeClaim(pods.Resource, item, inventory, true) is { IsWhole: true } claim) yield return (item, claim);
        }

        foreach (var volume in pods.Volumes.Items)
        {
            var template = volume.At("ephemeral", "volumeClaimTemplate");
            if (template.IsPresent && new PersistentVolumeClaim(pods.Resource, template, inventory, true) is { IsWhole: true } claim) yield return (volume, claim);
        }
    }

    // A patch names no access modes.
    private bool IsWhole => !AccessModes.IsAbsent;
}

/// <summary>What is known of the StorageClass of a claim.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declared">The declarations of it in the set: variants, where there are several.</param>
/// <param name="Managed">The class of a managed service, where the set declares none.</param>
public sealed record ClaimedClass(string Name, IReadOnlyList<StorageClass> Declared, ManagedStorageClass? Managed)
{
    /// <summary>Whether its volumes stand in one zone each; null where unknown.</summary>
    public bool? IsZonal { get; } = (Managed is not null ? [Managed.Reach] : Declared.Select(c => c.Reach))
        .Aggregate((bool?)true, (all, reach) => all & (reach is null ? null : reach == VolumeReach.Zone));

    /// <summary>Whether volumes are made for its claims; those of kubernetes.io/no-provisioner are found among volumes made by hand.</summary>
    public bool IsProvisioning { get; } = Declared.All(c => c.Provisioner.Text is not (null or "kubernetes.io/no-provisioner"));

    /// <summary>Whether volumes are bound before a pod has a node; null where unknown, or where variants differ.</summary>
    public bool? BindsImmediately { get; } = Managed is not null ? Managed.BindsImmediately
        : Declared.All(c => c.BindsImmediately == true) ? true : Declared.All(c => c.BindsImmediately == false) ? false : null;
}

/// <summary>The claims of one name in one namespace: variants, where there are several.</summary>
/// <param name="Variants">They; none where the set surely holds none.</param>
internal sealed record NamedClaims(IReadOnlyList<PersistentVolumeClaim> Variants)
{
    /// <summary>Whether there is one, and each variant surely stands in one zone.</summary>
    public bool AreZonal { get; } = Variants.Count > 0 && Variants.All(claim => claim.IsZonal == true);
}
