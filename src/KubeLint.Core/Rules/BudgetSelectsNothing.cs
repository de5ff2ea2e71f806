using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5005: a budget that misses the pods it was written for.</summary>
public sealed class BudgetSelectsNothing : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5005", "budget-selects-nothing", "A PodDisruptionBudget selects no pods, though a workload of its namespace carries one of its labels", Severity.Info);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.Missed is not { } pods) yield break;
        var unmet = view.Selector.Requirements.First(r => r.Holds(pods) == false);
        var (isThere, label) = pods.Label(unmet.Key!);
        yield return Report(
            view.Resource,
            view.Selector.Field,
            $"{view.Resource.DisplayName}: it selects no pods here and guards nothing; {pods.DisplayName} comes near, but its pods {(isThere == true ? $"have {unmet.Key} = {label.Written}" : $"have no label {unmet.Key}")}",
            view.Selector.Field.KeySpan);
    }
}
