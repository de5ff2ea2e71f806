using System.Text;
using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Engine;

/// <summary>A section of .editorconfig to start from: what is known of the cluster is set, the rest is there to be filled in.</summary>
public sealed class StarterConfiguration
{
    private readonly IReadOnlyList<(IReadOnlyList<string> Zones, string Cluster)> clusters;
    private readonly IReadOnlyList<string> providers;
    private readonly IReadOnlyList<IGrouping<RuleDescriptor, Finding>> findings;

    /// <summary>Takes it from manifests.</summary>
    /// <param name="read">What they hold.</param>
    public StarterConfiguration(ReadManifests read)
    {
        var sets = read.Sets();
        var inventory = new Inventory(sets.Whole);
        clusters = [.. inventory.Clusters.Where(c => c.Zones is not null).Select(c => (c.Zones!, c.Name ?? c.Pools[0].Resource.Document.File.Path)).GroupBy(c => string.Join(", ", c.Item1)).Select(same => same.First())];
        providers = [.. inventory.Providers.Select(p => p.Id)];
        findings = [.. new Linter().Lint(sets, read.Suppressions, read.Problems).Where(f => f.Severity != Severity.None).GroupBy(f => f.Rule).OrderBy(g => g.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The zones of the one cluster that is declared; none where no node pool tells them, or several clusters differ.</summary>
    public IReadOnlyList<string> Zones => clusters is [{ Zones.Count: > 1 } only] ? only.Zones : [];

    /// <summary>The one provider that there is evidence of; else null.</summary>
    public string? Provider => providers is [var only] ? only : null;

    /// <summary>The section, with lines ended by a line feed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("""
            # KubeLint judges by these. All options stand in its README; 'kubelint rules' lists the rules, 'kubelint explain RULE' tells more.
            [*.{yaml,yml,json,cs}]

            """.Replace("\r\n", "\n"));
        AddZones(text);
        AddProvider(text);
        text.Append("""
            # The cluster's version; by default the newest. Rules about fields that older versions lack are silent below them.
            # kubelint.kubernetes_version = 1.31
            # The replicas to judge by where they can't be known, as in templates; by default such workloads are silent.
            # kubelint.assumed_replicas = 3

            """.Replace("\r\n", "\n"));
        AddSeverities(text);
        return text.ToString();
    }

    private void AddZones(StringBuilder text)
    {
        text.Append("# The zones of the cluster; by default those of the nodes and node pools that are linted, else three are assumed.\n");
        if (Zones.Count > 0) text.Append($"kubelint.zones = {Plain(string.Join(", ", Zones))}\n");
        else if (clusters.Count == 0) text.Append("# kubelint.zones = zone-a, zone-b, zone-c\n");
        foreach (var (zones, cluster) in Zones.Count > 0 ? [] : clusters) text.Append($"# {Plain(cluster)}: kubelint.zones = {Plain(string.Join(", ", zones))}\n");
    }

    private void AddProvider(StringBuilder text)
    {
        text.Append(providers.Count > 1 ? $"# The cloud; there is evidence of {string.Join(" and ", providers)}, and each object is judged by its own.\n" : "# The cloud; by default evidence in the manifests decides.\n");
        text.Append($"{(Provider is null ? "# " : "")}kubelint.provider = {Provider ?? "none"}\n");
    }

    private void AddSeverities(StringBuilder text)
    {
        text.Append("# Severities: error, warning, suggestion, silent or none, by rule and by path.\n");
        if (findings.Count == 0) text.Append("# dotnet_diagnostic.KUBE1001.severity = error\n");
        foreach (var rule in findings)
        {
            text.Append($"# {TextOf(rule.Count())} {rule.Key.Name}:\n");
            text.Append($"# dotnet_diagnostic.{rule.Key.Id}.severity = {SeverityName(rule.First().Severity)}\n");
        }
    }

    private static string TextOf(int count) => count == 1 ? "1 finding today of" : $"{count} findings today of";

    private static string SeverityName(Severity severity) => severity == Severity.Info ? "suggestion" : severity.ToString().ToLowerInvariant();

    // Nothing that a manifest says ends the line, or is taken for a comment.
    private static string Plain(string text) => Visible.Text(text).Replace("#", "").Replace(";", "");
}
