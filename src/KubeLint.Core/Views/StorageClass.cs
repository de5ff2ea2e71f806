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

    /// <summary>Whether its cluster surely has one place only, so that any volume is reachable from any node's zone.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);
}
