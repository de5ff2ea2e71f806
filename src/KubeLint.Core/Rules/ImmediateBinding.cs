using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Providers;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3001: volumes that are bound before their pod has a zone.</summary>
public sealed class ImmediateBinding : Rule<StorageClass>
{
    // Enough to see whom it harms.
    private const int MostClaims = 20;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3001", "immediate-binding", "A StorageClass of zonal volumes binds them immediately, before their pod has a zone", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(StorageClass view)
    {
        var reach = view.Reach;
        if (view.BindsImmediately != true || reach is not (VolumeReach.Zone or VolumeReach.Node)) yield break;
        if (reach == VolumeReach.Zone && view.IsInSingleSite) yield break;
        var mode = view.VolumeBindingMode;
        var how = mode.IsAbsent ? "volumeBindingMode is missing, which means Immediate" : "volumeBindingMode is Immediate";
        var harm = reach == VolumeReach.Zone
            ? "each volume of {0} is made in a zone that is picked before its pod has one, and the pod can then run in that zone only"
            : "each volume of {0} is bound to a node before its pod has one, and the pod can then run on that node only";
        yield return Report(
            view.Resource,
            mode,
            $"{view.Resource.DisplayName}: {how}; {string.Format(System.Globalization.CultureInfo.InvariantCulture, harm, view.Provisioner.Text)}; use WaitForFirstConsumer") with
        {
            Related = [.. view.Claims.Take(MostClaims).Select(claim => new RelatedPlace(claim.ClassName.Span, $"{claim.DisplayName} names this class"))],
            Fixes = Fix(view),
        };
    }

    private static IEnumerable<Fix> Fix(StorageClass view)
    {
        // Such pods would wait for ever: KUBE3007.
        if (view.ServesPodsOnNamedNodes) yield break;
        yield return new Fix("Set volumeBindingMode to WaitForFirstConsumer", [new SetValue(view.VolumeBindingMode, Literal.Text("WaitForFirstConsumer"))]);
    }
}
