using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Providers;

namespace KubeLint.Rules;

/// <summary>KUBE2011: a GKE cluster whose control plane stands in one zone.</summary>
public sealed class ZonalControlPlane : Rule<ManagedCluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2011", "zonal-control-plane", "A GKE cluster's location is a zone, so its control plane stands in that zone alone", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ManagedCluster view)
    {
        if (view.Location is not { Text: { } zone } location || !ZoneNaming.IsGoogleZone(zone)) yield break;
        yield return Report(
            view.Resource,
            location,
            $"{view.Resource.DisplayName}: its location is the zone {zone}, so its only control plane stands there; losing that zone leaves none, and nothing is rescheduled; use the region {zone.Substring(0, zone.LastIndexOf('-'))}");
    }
}
