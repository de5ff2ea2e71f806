using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1005: a spread constraint that the API server rejects (kubernetes pkg/apis/core/validation).</summary>
public sealed class InvalidSpreadConstraint : Rule<DeclaredSpread>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1005", "invalid-spread-constraint", "A topology spread constraint that the API server rejects", Severity.Error)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DeclaredSpread view)
    {
        // Custom resources are not validated so.
        if (view.Pods.Resource.Group.Contains('.')) yield break;
        var list = view.Pods.ConstraintsField;
        if (list.IsPresent && list.Node is not SequenceNode)
            yield return Report(view.Pods.Resource, list, $"{view.Pods.Resource.DisplayName}: topologySpreadConstraints must be a list; the API server rejects this", list.KeySpan);
        foreach (var constraint in view.Pods.SpreadConstraints)
        {
            foreach (var problems in new[] { Problems(constraint), MatchLabelKeyProblems(constraint), SelectorProblems(constraint.Selector) })
            {
                foreach (var (field, problem) in problems) yield return Tell(view, field, problem, RepairOf(view, constraint).At(field));
            }
        }

        if (view.Pods.SpreadConstraints.Count < 2) yield break;
        foreach (var pair in view.Pods.SpreadConstraints.Where(c => c.TopologyKey.Text is not null && c.IsHard is not null).GroupBy(c => new { c.TopologyKey.Text, c.IsHard }))
        {
            foreach (var constraint in pair.Skip(1))
                yield return Tell(view, constraint.TopologyKey, $"there is another constraint with {pair.Key.Text} and {constraint.WhenUnsatisfiable.Text}; each pair may stand once", RepairOf(view, constraint).AsRepeated(pair.First()));
        }
    }

    private static IEnumerable<(Field, string)> Problems(TopologySpreadConstraint constraint)
    {
        if (constraint.TopologyKey is { IsUnknown: false } key && (key.Text ?? "").Length == 0) yield return (key, "topologyKey is required");
        else if (constraint.TopologyKey.Text is { } text && !LabelSyntax.IsKey(text)) yield return (constraint.TopologyKey, $"topologyKey '{text}' is no label key");
        if (constraint.MaxSkew is { IsUnknown: false } skew && skew.Integer is not > 0)
            yield return (skew, skew.IsAbsent ? "maxSkew is required" : $"maxSkew must be a whole number above 0, not {ShownAsNumber(skew)}");
        if (constraint.WhenUnsatisfiable is { IsUnknown: false } action && constraint.IsHard is null)
            yield return (action, action.IsAbsent ? "whenUnsatisfiable is required: DoNotSchedule or ScheduleAnyway" : $"whenUnsatisfiable must be DoNotSchedule or ScheduleAnyway, not {Shown(action)}");
        if (constraint.MinDomains is { IsPresent: true } domains)
        {
            if (domains.Integer is not > 0) yield return (domains, $"minDomains must be a whole number above 0, not {ShownAsNumber(domains)}");
            else if (constraint.IsHard == false) yield return (domains, "minDomains can only stand with DoNotSchedule");
        }

        if (IsNoPolicy(constraint.NodeAffinityPolicy)) yield return (constraint.NodeAffinityPolicy, $"nodeAffinityPolicy must be Honor or Ignore, not {Shown(constraint.NodeAffinityPolicy)}");
        if (IsNoPolicy(constraint.NodeTaintsPolicy)) yield return (constraint.NodeTaintsPolicy, $"nodeTaintsPolicy must be Honor or Ignore, not {Shown(constraint.NodeTaintsPolicy)}");
    }

    private static IEnumerable<(Field, string)> MatchLabelKeyProblems(TopologySpreadConstraint constraint)
    {
        var keys = constraint.MatchLabelKeys;
        if (keys.HasItems && constraint.Selector.Field.IsAbsent) yield return (keys, "matchLabelKeys must not stand without labelSelector");
        foreach (var key in keys.Items)
        {
            if (key.Text is not { } text) continue;
            if (!LabelSyntax.IsKey(text)) yield return (key, $"matchLabelKeys: '{text}' is no label key");
            else if (constraint.Selector.IsAbout(text)) yield return (key, $"{text} stands in both matchLabelKeys and labelSelector");
        }
    }

    private static IEnumerable<(Field, string)> SelectorProblems(LabelSelector selector)
    {
        foreach (var label in selector.Labels.Entries)
        {
            if (!LabelSyntax.IsKey(label.Key) && !label.IsUnknown) yield return (label, $"labelSelector: '{label.Key}' is no label key");
            else if (label.Text is { } value && !LabelSyntax.IsValue(value)) yield return (label, $"labelSelector: '{value}' is no label value");
        }

        foreach (var expression in selector.Expressions.Items)
        {
            var (key, name, values) = (expression["key"], expression["operator"], expression["values"]);
            if (!key.IsUnknown && !LabelSyntax.IsKey(key.Text ?? "")) yield return (key, $"labelSelector: '{key.Written}' is no label key");
            if (name.IsUnknown || values.IsUnknown || !values.IsComplete) continue;
            var hasValues = values.HasItems;
            if (name.Text is not ("In" or "NotIn" or "Exists" or "DoesNotExist")) yield return (name, $"labelSelector: operator must be In, NotIn, Exists or DoesNotExist, not {Shown(name)}");
            else if (name.Text is "In" or "NotIn" != hasValues) yield return (values, $"labelSelector: {name.Text} takes {(hasValues ? "no values" : "at least one value")}");
        }
    }

    private static bool IsNoPolicy(Field policy) => policy.IsPresent && policy.Text is not ("Honor" or "Ignore");

    private static string ShownAsNumber(Field field) => field.Text is null ? Shown(field) : $"the text {Shown(field)}";

    private static string Shown(Field field) => field.Text is { } text ? $"'{text}'" : field.Node is ScalarNode ? field.Written! : field.IsAbsent ? "nothing" : "a list or a mapping";

    private Finding Tell(DeclaredSpread view, Field field, string problem, IEnumerable<Fix> fixes) =>
        Report(view.Pods.Resource, field, $"{view.Pods.Resource.DisplayName}: {problem}; the API server rejects this", field.IsPresent && field.Node is not ScalarNode ? field.KeySpan : null) with
        {
            Fixes = fixes,
        };

    private InvalidConstraintRepair RepairOf(DeclaredSpread view, TopologySpreadConstraint constraint) => new(view, constraint, fix => IsMended(view, fix));

    // The repairs look at scheduling; that the API then takes what is written is this rule's own to say.
    private bool IsMended(DeclaredSpread view, Fix fix) =>
        SpreadProof.Apply(view.Pods.Resource.Root.Node!, fix.Edits) is { } root && view.With(root) is { } after && Check(after).Count() < Check(view).Count();
}
