using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Providers;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3002: every volume of a class stands in one zone.</summary>
public sealed class OneZoneTopology : Rule<StorageClass>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3002", "one-zone-topology", "A StorageClass of zonal volumes has allowedTopologies that name one zone", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(StorageClass view)
    {
        if (view.Reach != VolumeReach.Zone || view.IsInSingleSite || view.AllowedZones is not [var zone] || view.IsCoveredInTurn(zone)) yield break;
        var place = view.AllowedZonesPlace!;
        yield return Report(
            view.Resource,
            place,
            $"{view.Resource.DisplayName}: its allowedTopologies name {zone} alone, so every volume of it, and every pod that uses one, stands there; losing {zone} takes them all; name the other zones too, or leave allowedTopologies out and wait for the pod's zone (WaitForFirstConsumer)") with
        {
            Fixes = Fix(view, zone),
        };
    }

    // Whether the class shall be narrowed at all is for people to say, so nothing is offered where the zones are not known.
    // One that binds immediately has to wait for its pods first: KUBE3001.
    private static IEnumerable<Fix> Fix(StorageClass view, string zone)
    {
        var topologies = view.Resource.Root["allowedTopologies"];
        if (view.BindsImmediately != false || view.Zones is not { IsAssumed: false } known || !known.Names.Contains(zone) || topologies.Items.ToList() is not [var term]) yield break;
        if (term["matchLabelExpressions"].Items.ToList() is not [var expression] || expression["values"].Items.ToList() is not [_]) yield break;
        var others = known.Names.Where(name => name != zone).ToList();
        yield return new Fix($"Name {string.Join(" and ", others)} too", [.. others.Select(name => new AppendItem(expression["values"], Literal.Text(name)))]) { Id = "all-zones" };
        yield return new Fix("Remove allowedTopologies", [new Remove(topologies)]) { Id = "no-topologies" };
    }
}
