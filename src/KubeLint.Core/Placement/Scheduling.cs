namespace KubeLint.Placement;

/// <summary>A taint of a node.</summary>
public sealed record Taint(string Key, string Value, string Effect);

/// <summary>A toleration of a pod (core/v1 Toleration). An empty key with Exists tolerates every taint; an empty effect every effect.</summary>
public sealed record Toleration(string Key, string Operator, string Value, string Effect)
{
    /// <summary>Whether it tolerates a taint.</summary>
    public bool Tolerates(Taint taint) =>
        (Effect.Length == 0 || Effect == taint.Effect)
        && (Key.Length == 0 || Key == taint.Key)
        && (Operator == "Exists" || (Key.Length > 0 && Value == taint.Value));
}

/// <summary>A node, as far as scheduling goes.</summary>
public sealed record SchedulingNode(string Name, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<Taint> Taints);

/// <summary>A requirement on labels; operators are those of label selectors and of node affinity.</summary>
public sealed record Requirement(string Key, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>Whether labels fulfil it.</summary>
    public bool Holds(IReadOnlyDictionary<string, string> labels)
    {
        var isThere = labels.TryGetValue(Key, out var value);
        return Operator switch
        {
            "In" => isThere && Values.Contains(value!, StringComparer.Ordinal),
            "NotIn" => !isThere || !Values.Contains(value!, StringComparer.Ordinal),
            "Exists" => isThere,
            "DoesNotExist" => !isThere,
            "Gt" => isThere && Compare(value!) > 0,
            "Lt" => isThere && Compare(value!) < 0,
            _ => false,
        };
    }

    private int Compare(string value) =>
        long.TryParse(value, out var left) && Values.Count == 1 && long.TryParse(Values[0], out var right) ? left.CompareTo(right) : 0;
}

/// <summary>Which pods a term counts. The null selector of Kubernetes, which counts none, is <see cref="Nothing"/>; no requirements count all.</summary>
public sealed record PodSelector(IReadOnlyList<Requirement> Requirements)
{
    /// <summary>The null selector.</summary>
    public static PodSelector Nothing { get; } = new([new Requirement("", "", [])]);

    /// <summary>Whether it counts pods with these labels.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> labels) => Requirements.All(r => r.Holds(labels));
}

/// <summary>A topology spread constraint with every value known.</summary>
public sealed record SpreadConstraint(string TopologyKey, int MaxSkew, bool IsHard, PodSelector Selector)
{
    /// <summary>Fewer domains than this count as a minimum of 0; absent it acts as 1.</summary>
    public int MinDomains { get; init; } = 1;

    /// <summary>Labels by whose values counted pods must equal the incoming one; keys that it lacks are ignored.</summary>
    public IReadOnlyList<string> MatchLabelKeys { get; init; } = [];

    /// <summary>Whether only nodes that the pod's node affinity admits make domains.</summary>
    public bool HonorsNodeAffinity { get; init; } = true;

    /// <summary>Whether nodes with taints that the pod does not tolerate make no domains.</summary>
    public bool HonorsTaints { get; init; }

    /// <summary>The selector with what matchLabelKeys add for a pod.</summary>
    internal PodSelector SelectorFor(Pod pod) => MatchLabelKeys.Count == 0 ? Selector
        : new PodSelector([.. Selector.Requirements, .. MatchLabelKeys.Where(pod.Labels.ContainsKey).Select(k => new Requirement(k, "In", [pod.Labels[k]]))]);
}

/// <summary>A required anti-affinity term with every value known; it reaches the pod's own namespace.</summary>
public sealed record AntiAffinityTerm(string TopologyKey, PodSelector Selector);

/// <summary>A pod, as far as scheduling goes.</summary>
public sealed record Pod(string Namespace, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Its topology spread constraints.</summary>
    public IReadOnlyList<SpreadConstraint> SpreadConstraints { get; init; } = [];

    /// <summary>Its required pod anti-affinity.</summary>
    public IReadOnlyList<AntiAffinityTerm> AntiAffinity { get; init; } = [];

    /// <summary>Its node selector.</summary>
    public IReadOnlyList<Requirement> NodeSelector { get; init; } = [];

    /// <summary>The terms of its required node affinity, of which one must hold; null where it has none.</summary>
    public IReadOnlyList<IReadOnlyList<Requirement>>? NodeAffinity { get; init; }

    /// <summary>Its tolerations.</summary>
    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    /// <summary>Whether node selector and required node affinity admit a node. A term without requirements admits none.</summary>
    public bool AdmitsNode(SchedulingNode node) =>
        NodeSelector.All(r => r.Holds(node.Labels))
        && (NodeAffinity is null || NodeAffinity.Any(term => term.Count > 0 && term.All(r => r.Holds(node.Labels))));

    /// <summary>Whether it tolerates the taints of a node that keep pods away.</summary>
    public bool Tolerates(SchedulingNode node) =>
        node.Taints.All(taint => taint.Effect is not ("NoSchedule" or "NoExecute") || Tolerations.Any(t => t.Tolerates(taint)));
}

/// <summary>A pod that has a node, or several alike on it.</summary>
public sealed record RunningPod(Pod Pod, SchedulingNode Node, bool IsTerminating = false)
{
    /// <summary>How many there are.</summary>
    public int Count { get; init; } = 1;
}
