using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5003: pods with two budgets can't be evicted at all.</summary>
public sealed class OverlappingBudgets : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5003", "overlapping-budgets", "Two PodDisruptionBudgets select the pods of one workload, so the API refuses every eviction", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.FirstOverlap is not { } overlap) yield break;
        var (workload, others) = overlap;
        yield return Report(
            view.Resource,
            view.Selector.Field,
            $"{view.Resource.DisplayName}: {string.Join(" and ", others.Select(o => o.Resource.DisplayName))} {(others.Count == 1 ? "selects" : "select")} the pods of {workload.DisplayName} too, and the API refuses to evict a pod with more than one budget: draining its node fails; leave one",
            view.Selector.Field.KeySpan) with
        {
            Related = [.. others.Select(o => new RelatedPlace(o.Selector.Field.KeySpan, $"{o.Resource.DisplayName} selects them too")), new RelatedPlace(workload.Template.LabelsField.KeySpan, $"the pods of {workload.DisplayName}")],
        };
    }
}
