using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A PersistentVolume.</summary>
/// <param name="resource">The object.</param>
/// <param name="inventory">The inventory that holds it.</param>
public sealed class PersistentVolume(Resource resource, Inventory inventory)
{
    /// <summary>Its kind, in the core group.</summary>
    public const string Kind = "PersistentVolume";

    /// <summary>The object.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Whether it declares a whole volume; a patch states no capacity.</summary>
    public bool IsComplete => !Resource.HasPatchDirective && !Spec["capacity"].IsAbsent;

    /// <summary>The class that claims find it by.</summary>
    public Field ClassName => Spec["storageClassName"];

    /// <summary>The claim that it is kept for.</summary>
    public Field ClaimReference => Spec["claimRef"];

    /// <summary>The CSI driver that attaches it.</summary>
    public Field Driver => Spec.At("csi", "driver");

    /// <summary>The driver's name for the volume.</summary>
    public Field Handle => Spec.At("csi", "volumeHandle");

    /// <summary>Where nodes must be that it can be attached to.</summary>
    public Field NodeAffinity => Spec["nodeAffinity"];

    /// <summary>Whether the handle proves that it stands in one zone; false where it does not tell.</summary>
    public bool IsZonal => Provisioner.Find(Driver.Text) is { Reach: VolumeReach.Zone } driver && driver.IsZonalHandle(Handle.Text ?? "", out _);

    /// <summary>The zone that its handle states; null where it states none.</summary>
    public string? HandleZone => Handle.Text is { } handle && Provisioner.Find(Driver.Text)?.IsZonalHandle(handle, out var zone) == true ? zone : null;

    /// <summary>The one zone in which it stands: that of its handle, else the one that its node affinity names; null where that is not known.</summary>
    public string? Zone
    {
        get
        {
            if (HandleZone is { } stated) return stated;
            if (NodeAffinity.At("required", "nodeSelectorTerms") is not { IsComplete: true } terms || terms.Items.ToList() is not [var term]) return null;
            var own = Provisioner.Find(Driver.Text)?.TopologyKey;
            return term["matchExpressions"].Items
                .Where(e => e["operator"].Text == "In" && e["key"].Text is { } key && (ZoneKeys.IsZone(key, Resource.Options) || key == own) && e["values"].IsComplete)
                .Select(e => e["values"].Items.ToList() is [{ Text: { } zone }] ? zone : null).FirstOrDefault(zone => zone is not null);
        }
    }

    /// <summary>
    /// Whether something tells the scheduler where it stands: node affinity, or a zone label, which the scheduler's
    /// VolumeZone filter reads. Affinity to regions alone tells no zone. Null where unknown.
    /// </summary>
    public bool? StatesPlace => StatesPlaceByAffinity | StatesPlaceByLabel;

    /// <summary>Whether its cluster surely has one place only.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    private Field Spec => Resource.Spec;

    private bool? StatesPlaceByAffinity
    {
        get
        {
            if (NodeAffinity.IsAbsent) return false;
            var terms = NodeAffinity.At("required", "nodeSelectorTerms");
            bool? result = NodeAffinity.IsComplete && terms.IsComplete ? false : null;
            foreach (var expression in terms.Items.SelectMany(t => t["matchExpressions"].Items.Concat(t["matchFields"].Items)))
                result |= expression["key"].Text is { } key ? !ZoneKeys.IsRegion(key) : null;
            return result;
        }
    }

    private bool? StatesPlaceByLabel
    {
        get
        {
            var labels = Resource.Metadata["labels"];
            bool? result = labels.IsComplete ? false : null;
            foreach (var label in labels.Entries) result |= ZoneKeys.IsZone(label.Key, Resource.Options);
            return result;
        }
    }
}
