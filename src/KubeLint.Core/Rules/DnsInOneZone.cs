using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4009: a name that leads to one zone only.</summary>
public sealed class DnsInOneZone : Rule<DnsRecord>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4009", "dns-in-one-zone", "An address record leads to load balancers of one zone only", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DnsRecord view)
    {
        if (view.IsInSingleSite || view.OnlyZone is not { } zone || view.Group[0].Resource != view.Resource) yield break;
        var all = view.LoadBalancers!;
        var subject = all.Count == 1 ? $"one load balancer, {all[0].Identity.Name}, which stands" : $"{all.Count} load balancers that all stand";
        yield return Report(
            view.Resource,
            view.Data,
            $"{view.Resource.DisplayName}: '{view.Name}' leads to {subject} in {(zone.Length == 0 ? "the provider's default zone" : zone)}; losing that zone leaves no answer that works; have a load balancer in a second zone, and its address in this record");
    }
}
