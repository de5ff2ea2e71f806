using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Providers;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3002: every volume of a class stands in one zone.</summary>
public sealed class OneZoneTopology : Rule<StorageClass>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3002", "one-zone-topology", "A StorageClass of zonal volumes has allowedTopologies that name one zone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(StorageClass view)
    {
        if (view.Reach != VolumeReach.Zone || view.IsInSingleSite || view.AllowedZones is not [var zone] || view.IsCoveredInTurn(zone)) yield break;
        var place = view.AllowedZonesPlace!;
        yield return Report(
            view.Resource,
            place,
            $"{view.Resource.DisplayName}: its allowedTopologies name {zone} alone, so every volume of it, and every pod that uses one, stands there; losing {zone} takes them all; name the other zones too, or leave allowedTopologies out and wait for the pod's zone (WaitForFirstConsumer)");
    }
}
