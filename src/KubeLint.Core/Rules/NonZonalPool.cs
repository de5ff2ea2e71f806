using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Providers;

namespace KubeLint.Rules;

/// <summary>KUBE2013: a pool that states no zones, where that promises none.</summary>
public sealed class NonZonalPool : Rule<NodePool>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2013", "non-zonal-pool", "A node pool states no zones where that gives no guarantee in which its nodes stand", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NodePool view)
    {
        if (view.Omitted != OmittedZones.NoGuarantee || view.Resource.Options.Zones.Count == 1) yield break;

        // One node stands in one zone in any case, and some regions have no zones.
        if (view is { IsAutoscaled: false, MaximumSize: <= 1 } || (view.Region is { } region && ZoneNaming.IsAzureRegionWithoutZones(region))) yield break;
        var where = view.ZonePlace.Key == "failureDomains" ? " of its MachinePool" : "";
        yield return Report(
            view.Resource,
            view.ZonePlace,
            $"{view.DisplayName}: {view.ZonePlace.Key}{where} is missing, so Azure promises no zone to its nodes; all may stand in one, and losing it leaves none of them; state \"1\", \"2\" and \"3\"");
    }
}
