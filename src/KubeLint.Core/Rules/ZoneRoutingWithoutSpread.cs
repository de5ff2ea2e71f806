using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4007: traffic that prefers its own zone, where nothing puts replicas into each.</summary>
public sealed class ZoneRoutingWithoutSpread : Rule<Service>
{
    private static readonly string[] Annotations = ["service.kubernetes.io/topology-mode", "service.kubernetes.io/topology-aware-hints"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4007", "zone-routing-without-spread", "A Service routes traffic within its zone towards a workload that is not spread over zones", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Service view)
    {
        if (Setting(view) is not { } setting) yield break;
        var several = view.Backends.Workloads.Where(w => w.Replicas.AreSeveral != false).ToList();
        if (several.Count == 0 || several.Exists(w => w.ZoneSpread.Fault is SpreadFault.None or SpreadFault.OnlyPreferred)) yield break;
        yield return Report(
            view.Resource,
            setting,
            $"{view.Resource.DisplayName}: {setting.Key} {setting.Text} keeps traffic in the zone that it comes from, yet nothing puts {string.Join(" or ", several.Select(w => $"the {w.Replicas.Description} of {w.DisplayName}"))} into every zone; the few in a zone take all that comes from there");
    }

    // PreferSameNode falls back to the zone only where the node has none, and topology-mode Disabled is none (core/v1 types).
    private static Field? Setting(Service view) => view.TrafficDistribution.Text is "PreferClose" or "PreferSameZone" ? view.TrafficDistribution
        : view.Resource.Annotations.IsAbsent ? null
        : Annotations.Select(name => view.Resource.Annotations[name]).FirstOrDefault(a => a.Text is "Auto" or "auto");
}
