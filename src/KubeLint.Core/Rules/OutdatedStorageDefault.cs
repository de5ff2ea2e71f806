using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Providers;

namespace KubeLint.Rules;

/// <summary>KUBE2010: a Kapsule version whose default StorageClass binds immediately.</summary>
public sealed class OutdatedStorageDefault : Rule<ManagedCluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2010", "outdated-storage-default", "A Kapsule version whose default StorageClass binds volumes before their pod has a zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ManagedCluster view)
    {
        if (view.ProviderId != "scaleway" || view.IsOfOneCloud != true || view.Version is not { IsPresent: true, Written: { } version } field) yield break;
        if (KapsuleStorage.BindsImmediately(version) != true) yield break;
        yield return Report(
            view.Resource,
            field,
            $"{view.Resource.DisplayName}: the default StorageClass of Kapsule {version} binds volumes immediately, in a zone that is picked before their pod has one, and the pod can then run in that zone only; use {KapsuleStorage.FirstThatWaits(version)} or newer");
    }
}
