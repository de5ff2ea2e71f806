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
        if (!view.IsDeclared || view.Missed is not var (workload, unmet)) yield break;
        var (isThere, label) = workload.Template.Label(unmet.Key!);
        yield return Report(
            view.Resource,
            view.Selector.Field,
            $"{view.Resource.DisplayName}: it wants {unmet.Key} = {unmet.Pair!.Value.Value}, so it selects no pods here and guards nothing; those of {workload.DisplayName}, which come nearest, have {(isThere == true ? $"{unmet.Key} = {label.Written}" : "no such label")}",
            view.Selector.Field.KeySpan);
    }
}
