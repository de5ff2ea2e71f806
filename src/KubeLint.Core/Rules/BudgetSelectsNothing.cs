using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5005: a budget that misses the pods it was written for.</summary>
public sealed class BudgetSelectsNothing : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5005", "budget-selects-nothing", "A PodDisruptionBudget selects no pods, though a workload of its namespace carries one of its labels", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.Missed is not var (workload, unmet)) yield break;
        var (isThere, label) = workload.Template.Label(unmet.Key!);
        yield return Report(
            view.Resource,
            view.Selector.Field,
            $"{view.Resource.DisplayName}: it wants {unmet.Key} = {unmet.Pair!.Value.Value}, so it selects no pods here and guards nothing; those of {workload.DisplayName}, which come nearest, have {(isThere == true ? $"{unmet.Key} = {label.Written}" : "no such label")}",
            view.Selector.Field.KeySpan) with
        {
            Fixes = Fix(view, workload, unmet),
        };
    }

    // A label that the pods lack may be missing there or too much here. What the budget then selects must be able to keep it.
    private static IEnumerable<Fix> Fix(DisruptionBudget view, Workload workload, LabelSelector.Requirement unmet)
    {
        if (workload.Template.Label(unmet.Key!).Value.Text is not { } value) yield break;
        var edit = new SetValue(unmet.Values[0], Literal.Text(value));
        if (SpreadProof.Apply(view.Resource.Root.Node!, [edit]) is not { } root || view.With(root) is not { } after || !workload.IsAloneUnder(after.Selector)) yield break;
        if (workload.Replicas.Count is not { } replicas || after.Required(replicas) is not { } required || required >= replicas) yield break;
        if (after.MinAvailable.IsAbsent || !(required > workload.LeftByZoneLoss(replicas))) yield return new Fix($"Select {unmet.Key} = {value}, the label of {workload.DisplayName}", [edit]);
    }
}
