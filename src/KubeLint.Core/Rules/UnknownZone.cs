using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE2008: a zone that does not exist.</summary>
public sealed class UnknownZone : Rule<DeclaredZone>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2008", "unknown-zone", "A zone is named that its region or provider does not have", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DeclaredZone view)
    {
        if (view.Problem is { } problem) yield return Report(view.Resource, view.Field, $"{view.Resource.DisplayName}: '{view.Name}' {problem}");
    }
}
