using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4008: a name that keeps leading to load balancers which are gone.</summary>
public sealed class DnsWithoutHealthCheck : Rule<DnsRecord>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4008", "dns-without-health-check", "An address record for several load balancers has no health check", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DnsRecord view)
    {
        if (view.IsInSingleSite || view.IsWatched != false || view.OnlyZone is not null || view.LoadBalancers is not { Count: > 1 and var count } || view.Group[0].Resource != view.Resource) yield break;
        yield return Report(
            view.Resource,
            view.HealthCheck,
            $"{view.Resource.DisplayName}: '{view.Name}' leads to {count} load balancers, and no health check takes one out of its answers: when a zone is lost, answers still lead there; add an http_service with the strategy all") with
        {
            Related = [.. view.Group.Skip(1).Select(r => new RelatedPlace(r.Data.Span, $"{r.Resource.DisplayName} is of the same name"))],
        };
    }
}
