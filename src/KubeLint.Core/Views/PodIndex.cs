using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Finds the workloads that a selector counts, by their labels.</summary>
internal sealed class PodIndex
{
    // What stands for "any label".
    private static readonly (string, string) Any = ("", "");

    private readonly NamespaceIndex<(string Key, string Value), Resource> byLabel = new();
    private readonly Inventory inventory;

    public PodIndex(Inventory inventory)
    {
        this.inventory = inventory;
        foreach (var workload in inventory.Workloads)
        {
            byLabel.Add(workload.Resource, Any, workload.Resource);
            foreach (var label in workload.Template.LabelsField.Entries)
            {
                if (label.Written is { } value) byLabel.Add(workload.Resource, (label.Key, value), workload.Resource);
            }
        }
    }

    /// <summary>Other workloads whose pods a constraint of a workload counts too.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="constraint">One of its constraints, which counts its own pods.</param>
    /// <param name="most">How many to find at most.</param>
    /// <returns>The workloads; null where one can't be decided, or where there are more than that.</returns>
    public IReadOnlyList<Workload>? Others(Workload workload, TopologySpreadConstraint constraint, int most)
    {
        if (!constraint.MatchLabelKeys.IsComplete) return null;
        var keys = constraint.MatchLabelKeys.Items.Select(k => k.Text).ToList();
        if (keys.Any(k => k is null)) return null;

        // A revision's hash is never that of another workload.
        if (keys.Any(k => k is "pod-template-hash" or "controller-revision-hash" or "rollouts-pod-template-hash")) return [];

        var result = new List<Workload>();
        foreach (var resource in byLabel.Find(workload.Resource, PairOf(constraint.Selector)))
        {
            // A variant of an object is no other one.
            if (resource.IsSameObjectAs(workload.Resource) || result.Exists(r => r.Resource.IsSameObjectAs(resource)) || Workload.From(resource, inventory) is not { } other) continue;
            bool? isCounted = resource.SharesNamespaceWith(workload.Resource) & constraint.Selector.Selects(other.Template);
            foreach (var key in keys) isCounted &= HaveSame(key!, workload.Template, other.Template);
            if (isCounted is null) return null;
            if (isCounted == false) continue;
            if (result.Count == most) return null;
            result.Add(other);
        }

        return result;
    }

    // One demanded pair is enough to find by: every one must match.
    private static (string, string) PairOf(LabelSelector selector) => selector.Requirements.Select(r => r.Pair).FirstOrDefault(p => p is not null) ?? Any;

    private static bool? HaveSame(string key, PodTemplate a, PodTemplate b)
    {
        var (isThere, label) = a.Label(key);
        if (isThere == false) return true;
        var (isThereToo, other) = b.Label(key);
        return isThere & isThereToo & (label.IsAbsent || other.IsAbsent ? null : Syntax.Field.SameText(label, other));
    }
}
