using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1006: a zone or region key that is deprecated, or that no node carries.</summary>
public sealed class InvalidZoneKey : Rule<ZoneKeyUse>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1006", "invalid-zone-key", "A zone or region label is deprecated or mistyped", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ZoneKeyUse view)
    {
        if (view.IsOfDriver) yield break;
        if (ZoneKeys.Deprecated.TryGetValue(view.Key, out var current))
            yield return Tell(view, current, $"which is deprecated since Kubernetes 1.17; use {current}");
        else if (view.Meant is { } meant)
            yield return Tell(view, meant, $"a label that nodes do not carry; use {meant}, or name it in kubelint.zone_keys if yours do");
    }

    private static IEnumerable<Fix> Fix(ZoneKeyUse view, string key)
    {
        if (ZoneKeyRepair.Of(view, key) is { } fix) yield return fix;
    }

    private Finding Tell(ZoneKeyUse view, string key, string problem) =>
        Report(view.Resource, view.Field, $"{view.Resource.DisplayName}: {view.Place} names {view.Key}, {problem}", view.Span) with { Fixes = Fix(view, key) };
}
