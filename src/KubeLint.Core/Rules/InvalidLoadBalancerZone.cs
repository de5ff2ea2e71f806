using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4002: a load balancer that can't be made.</summary>
public sealed class InvalidLoadBalancerZone : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4002", "invalid-load-balancer-zone", "A LoadBalancer Service names a zone that does not exist, or that has no load balancers", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (!view.HasInvalidZone) yield break;
        var (provider, zonal) = (view.Provider!, view.Zonal!);
        var why = zonal.ZonesWithout.Contains(view.Zone!) ? $"{provider.DisplayName} has no load balancers in {view.Zone}" : $"'{view.Zone}' is no zone of {provider.DisplayName}";
        yield return Report(
            view.Resource,
            view.ZonePlace!,
            $"{view.Resource.DisplayName}: {why}, so none can be made and no traffic enters here; there are {zonal.Noun}s in {string.Join(", ", zonal.Zones)}") with
        {
            Fixes = ZoneChoice.Among(view, view.ZonePlace!, Meant(view)),
        };
    }

    // A slip of the hand beside the letters and digits leaves no doubt.
    private static IReadOnlyList<string> Meant(LoadBalancer view) =>
        view.Zonal!.Zones.Where(zone => Letters(zone) == Letters(view.Zone!)).ToList() is [_] meant ? meant : view.ZonesToChoose;

    private static string Letters(string zone) => string.Concat(zone.Where(char.IsLetterOrDigit));
}
