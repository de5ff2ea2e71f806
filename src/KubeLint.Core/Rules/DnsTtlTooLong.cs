using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4010: answers that are kept long after a zone is lost.</summary>
public sealed class DnsTtlTooLong : Rule<DnsRecord>
{
    // Scaleway's guide to clusters over several zones takes 60, and AWS's to failover at most 60; five minutes leave room.
    private const long Longest = 300;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4010", "dns-ttl-too-long", "A record with a health check lets answers be kept for more than 300 seconds", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DnsRecord view)
    {
        if (view.IsInSingleSite || !view.HealthCheck.IsPresent || view.TtlSeconds is not (> Longest and var seconds)) yield break;
        yield return Report(
            view.Resource,
            view.Ttl,
            $"{view.Resource.DisplayName}: {(view.Ttl.IsAbsent ? $"ttl is missing, which means {seconds}" : $"ttl is {seconds}")}: for as many seconds after a zone is lost clients may keep an answer that leads there; use 60");
    }
}
