namespace KubeLint.Placement;

/// <summary>What a filter says of a node.</summary>
public enum FilterStatus
{
    /// <summary>The pod may run there.</summary>
    Success,

    /// <summary>Not now; the removal of pods could change it.</summary>
    Unschedulable,

    /// <summary>Not at all.</summary>
    UnschedulableAndUnresolvable,
}

/// <summary>
/// The scheduler's filters that decide zones, as Kubernetes applies them (pkg/scheduler/framework/plugins:
/// podtopologyspread/filtering.go and common.go, nodeaffinity, tainttoleration, interpodaffinity).
/// </summary>
public static class SchedulerFilters
{
    /// <summary>Whether all filters together admit a pod to a node.</summary>
    public static bool Admit(Pod pod, SchedulingNode node, IReadOnlyList<SchedulingNode> nodes, IReadOnlyList<RunningPod> running) =>
        pod.AdmitsNode(node)
        && pod.Tolerates(node)
        && AntiAffinityAdmits(pod, node, running)
        && Spread(pod, node, nodes, running) == FilterStatus.Success;

    /// <summary>What the topology-spread filter alone says; soft constraints have no say.</summary>
    public static FilterStatus Spread(Pod pod, SchedulingNode node, IReadOnlyList<SchedulingNode> nodes, IReadOnlyList<RunningPod> running)
    {
        foreach (var constraint in pod.SpreadConstraints)
        {
            if (!constraint.IsHard) continue;
            if (!node.Labels.TryGetValue(constraint.TopologyKey, out var domain)) return FilterStatus.UnschedulableAndUnresolvable;

            var counts = Count(pod, constraint, nodes, running);
            var minimum = counts.Count == 0 || counts.Count < constraint.MinDomains ? 0 : counts.Values.Min();
            counts.TryGetValue(domain, out var there);
            var self = constraint.SelectorFor(pod).Matches(pod.Labels) ? 1 : 0;
            if (there + self - minimum > constraint.MaxSkew) return FilterStatus.Unschedulable;
        }

        return FilterStatus.Success;
    }

    /// <summary>The pods that a constraint counts, by domain. Only nodes that carry every hard key, and that the policies include, make domains.</summary>
    public static IReadOnlyDictionary<string, int> Count(Pod pod, SpreadConstraint constraint, IReadOnlyList<SchedulingNode> nodes, IReadOnlyList<RunningPod> running)
    {
        var selector = constraint.SelectorFor(pod);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!pod.SpreadConstraints.All(c => !c.IsHard || node.Labels.ContainsKey(c.TopologyKey))) continue;
            if (constraint.HonorsNodeAffinity && !pod.AdmitsNode(node)) continue;
            if (constraint.HonorsTaints && !pod.Tolerates(node)) continue;
            var domain = node.Labels[constraint.TopologyKey];
            counts.TryGetValue(domain, out var count);
            foreach (var other in running)
            {
                if (other.Node == node && !other.IsTerminating && other.Pod.Namespace == pod.Namespace && selector.Matches(other.Pod.Labels)) count += other.Count;
            }

            counts[domain] = count;
        }

        return counts;
    }

    // Both directions count: what the incoming pod keeps away from, and what keeps away from it.
    private static bool AntiAffinityAdmits(Pod pod, SchedulingNode node, IReadOnlyList<RunningPod> running)
    {
        foreach (var other in running)
        {
            if (other.Pod.Namespace != pod.Namespace) continue;
            if (Collides(pod.AntiAffinity, other.Pod.Labels, node, other.Node) || Collides(other.Pod.AntiAffinity, pod.Labels, node, other.Node)) return false;
        }

        return true;
    }

    private static bool Collides(IReadOnlyList<AntiAffinityTerm> terms, IReadOnlyDictionary<string, string> labels, SchedulingNode a, SchedulingNode b) =>
        terms.Any(term => term.Selector.Matches(labels)
            && a.Labels.TryGetValue(term.TopologyKey, out var left) && b.Labels.TryGetValue(term.TopologyKey, out var right) && left == right);
}
