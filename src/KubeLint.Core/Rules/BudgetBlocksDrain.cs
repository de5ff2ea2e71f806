using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE5002: a budget that never lets a pod go.</summary>
public sealed class BudgetBlocksDrain : Rule<DisruptionBudget>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE5002", "budget-blocks-drain", "A PodDisruptionBudget admits no eviction: maxUnavailable 0, or minAvailable 100 % or no less than the replicas", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(DisruptionBudget view)
    {
        if (!view.IsDeclared || view.Limit is not { } limit || Reason(view, limit) is not { } reason) yield break;
        yield return Report(view.Resource, limit, $"{view.Resource.DisplayName}: {reason} no pod may be evicted: draining a node, to upgrade it or to leave a failing zone, waits until someone gives way") with
        {
            Fixes = Fix(view, limit),
        };
    }

    // Who guards one replica, or replicas of which nothing is known, may mean it.
    private static IEnumerable<Fix> Fix(DisruptionBudget view, Field limit)
    {
        if (view.Guarded.Replicas is not >= 2) yield break;
        var one = new SetValue(limit, Literal.Integer(1));
        yield return limit.Key == "maxUnavailable" ? new Fix("Set maxUnavailable to 1", [one]) : new Fix("Set maxUnavailable to 1 in place of minAvailable", [new RenameKey(limit, "maxUnavailable"), one]);
    }

    private static string? Reason(DisruptionBudget view, Field limit)
    {
        // More than none may be missing: that lets one go, however many there are.
        if (limit.Key == "maxUnavailable" && !view.AdmitsNone) return null;
        var guarded = view.Guarded;
        if (view.SelectsNothing || guarded is { Workloads.Count: > 0, Replicas: 0 }) return null;
        if (view.AdmitsNone) return $"{limit.Key} {limit.Written} admits no disruption{(guarded.Workloads.Count == 0 ? "" : " of " + string.Join(" and ", guarded.Workloads.Select(w => w.DisplayName)))}, so";
        if (guarded.Replicas is not (> 0 and var replicas) || view.Required(replicas) is not { } required || required < replicas) return null;
        return $"{limit.Key} {limit.Written} demands {(required > replicas ? "more than " : replicas > 1 ? "all of " : "")}the {guarded.Description}{(guarded.AreMinimum ? ", and while there are no more," : ", so")}";
    }
}
