using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Finds the workloads that a selector counts, by their labels.</summary>
internal sealed class PodIndex
{
    private readonly Dictionary<(string Key, string Value), List<Resource>> byLabel = [];
    private readonly List<Resource> all = [];
    private readonly Inventory inventory;

    public PodIndex(Inventory inventory)
    {
        this.inventory = inventory;
        foreach (var workload in inventory.Workloads)
        {
            all.Add(workload.Resource);
            foreach (var label in workload.Template.LabelsField.Entries)
            {
                if (label.Written is not { } value) continue;
                if (!byLabel.TryGetValue((label.Key, value), out var list)) byLabel.Add((label.Key, value), list = []);
                list.Add(workload.Resource);
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
        foreach (var resource in Candidates(constraint.Selector))
        {
            if (resource == workload.Resource || Workload.From(resource, inventory) is not { } other) continue;
            bool? isCounted = resource.SharesNamespaceWith(workload.Resource) & constraint.Selector.Selects(other.Template);
            foreach (var key in keys) isCounted &= HaveSame(key!, workload.Template, other.Template);
            if (isCounted is null) return null;
            if (isCounted == false) continue;
            if (result.Count == most) return null;
            result.Add(other);
        }

        return result;
    }

    // The shortest list of those that one of the demanded pairs leads to.
    private List<Resource> Candidates(LabelSelector selector)
    {
        List<Resource>? shortest = null;
        foreach (var requirement in selector.Requirements)
        {
            if (requirement.Pair is not { } pair) continue;
            var list = byLabel.TryGetValue(pair, out var found) ? found : [];
            if (shortest is null || list.Count < shortest.Count) shortest = list;
        }

        return shortest ?? all;
    }

    private static bool? HaveSame(string key, PodTemplate a, PodTemplate b)
    {
        var (isThere, label) = a.Label(key);
        if (isThere == false) return true;
        var (isThereToo, other) = b.Label(key);
        return isThere & isThereToo & (label.IsAbsent || other.IsAbsent ? null : Syntax.Field.SameText(label, other));
    }
}
