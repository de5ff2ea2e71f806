using KubeLint.Placement;

namespace KubeLint.Tests.Placement;

/// <summary>Short ways to write nodes, pods and constraints. Zones are a, b, c…; nodes are named by zone and number.</summary>
internal static class Stage
{
    public const string Zone = "zone";
    public const string Host = "host";

    public static PodSelector Web { get; } = new([Is("app", "web")]);

    public static PodSelector Everything { get; } = new([]);

    public static Requirement Is(string key, params string[] values) => new(key, "In", values);

    public static Requirement Not(string key, params string[] values) => new(key, "NotIn", values);

    public static Requirement Has(string key) => new(key, "Exists", []);

    public static Requirement Lacks(string key) => new(key, "DoesNotExist", []);

    public static Dictionary<string, string> Labels(string pairs) =>
        pairs.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

    /// <summary>A node of a zone; its name is its host name. An empty zone is none.</summary>
    public static SchedulingNode Node(string name, string zone, string labels = "", params Taint[] taints)
    {
        var all = Labels(labels);
        if (zone.Length > 0) all[Zone] = zone;
        all[Host] = name;
        return new SchedulingNode(name, all, taints);
    }

    /// <summary>A zone each, with a number of nodes each.</summary>
    public static IReadOnlyList<SchedulingNode> Nodes(int zones, int nodesEach = 1) =>
        [.. Enumerable.Range(0, zones).SelectMany(z => Enumerable.Range(1, nodesEach).Select(n => Node(ZoneName(z) + n, ZoneName(z))))];

    public static string ZoneName(int zone) => ((char)('a' + zone)).ToString();

    public static SpreadConstraint Hard(int maxSkew = 1, string key = Zone, PodSelector? selector = null) => new(key, maxSkew, true, selector ?? Web);

    public static SpreadConstraint Soft(int maxSkew = 1, string key = Zone) => new(key, maxSkew, false, Web);

    public static Pod Pod(params SpreadConstraint[] constraints) => new("shop", Labels("app=web")) { SpreadConstraints = constraints };

    public static RunningPod On(SchedulingNode node, string labels = "app=web", string ns = "shop", bool isTerminating = false) =>
        new(new Pod(ns, Labels(labels)), node, isTerminating);

    /// <summary>What the spread filter says of every node: a letter each, + for yes, - for not now, x for never.</summary>
    public static string Spread(Pod pod, IReadOnlyList<SchedulingNode> nodes, params RunningPod[] running) =>
        string.Concat(nodes.Select(n => SchedulerFilters.Spread(pod, n, nodes, running) switch
        {
            FilterStatus.Success => '+',
            FilterStatus.Unschedulable => '-',
            _ => 'x',
        }));

    /// <summary>Which nodes all filters together admit the pod to.</summary>
    public static string Admitted(Pod pod, IReadOnlyList<SchedulingNode> nodes, params RunningPod[] running) =>
        string.Join(" ", nodes.Where(n => SchedulerFilters.Admit(pod, n, nodes, running)).Select(n => n.Name));
}
