using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Providers;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3003: a claim whose volume is bound before its pod has a zone, by a class that no manifest declares.</summary>
public sealed class ClaimBindsImmediately : Rule<PersistentVolumeClaim>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3003", "claim-binds-immediately", "A claim names a managed service's class of zonal volumes that binds them immediately, before their pod has a zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(PersistentVolumeClaim view)
    {
        if (view.IsInSingleSite || view.IsProvisioned != true || view.IsBound != false || view.NamesZone != false) yield break;
        if (view.Class is not { Managed: { BindsImmediately: true, Reach: VolumeReach.Zone } managed }) yield break;
        yield return Report(
            view.Resource,
            view.ClassName,
            $"{view.DisplayName}: {view.CloudName}'s class {managed.Name} binds volumes immediately, so its volume is made in a zone that is picked before its pod has one, and the pod can then run in that zone only; use {managed.Instead}, which waits for the pod");
    }
}
