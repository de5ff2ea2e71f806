using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Syntax;

namespace KubeLint.Rules;

/// <summary>KUBE2006: a pool whose broken nodes stay broken.</summary>
public sealed class NoAutohealing : Rule<NodePool>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2006", "no-autohealing", "A node pool does not replace nodes that break", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NodePool view)
    {
        if (view is not { IsAutohealed: false, Autohealing: { } field }) yield break;
        var how = field.IsAbsent ? $"{field.Key} is missing, which means off" : $"{field.Key} is off";
        yield return Report(view.Resource, field, $"{view.DisplayName}: {how}; nodes that break stay in the pool and take no pods, and are missed when a zone is lost; set {field.Key}: true") with
        {
            Fixes = Fix(field),
        };
    }

    private static IEnumerable<Fix> Fix(Field field)
    {
        yield return new Fix($"Set {field.Key} to true", [new SetValue(field, Literal.Boolean(true))]);
    }
}
