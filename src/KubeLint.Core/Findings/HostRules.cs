using KubeLint.Configuration;

namespace KubeLint.Findings;

/// <summary>What is reported about files, suppressions, configuration and KubeLint itself.</summary>
public static class HostRules
{
    /// <summary>A manifest that can't be read.</summary>
    public static RuleDescriptor UnreadableManifest { get; } = new(
        "KUBE0001", "unreadable-manifest", "A file says that it is a manifest and can't be read", Severity.Warning);

    /// <summary>A suppression or severity that names no rule.</summary>
    public static RuleDescriptor UnknownSuppression { get; } = new(
        "KUBE0002", "unknown-suppression", "A suppression or severity names no rule", Severity.Warning);

    /// <summary>A suppression that silences nothing.</summary>
    public static RuleDescriptor UnusedSuppression { get; } = new(
        "KUBE0003", "unused-suppression", "A suppression silences nothing", Severity.Info);

    /// <summary>An option that can't be understood.</summary>
    public static RuleDescriptor InvalidConfiguration { get; } = new(
        "KUBE0004", "invalid-configuration", "A kubelint option can't be understood", Severity.Warning);

    /// <summary>A rule that failed.</summary>
    public static RuleDescriptor RuleFailed { get; } = new(
        "KUBE0005", "rule-failed", "A rule failed; the others went on", Severity.Warning);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } = [UnreadableManifest, UnknownSuppression, UnusedSuppression, InvalidConfiguration, RuleFailed];
}
