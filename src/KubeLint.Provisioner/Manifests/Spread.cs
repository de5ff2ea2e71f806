using k8s.Models;

namespace KubeLint.Provisioner.Manifests;

/// <summary>How replicas are kept apart.</summary>
internal static class Spread
{
    /// <summary>The zone of a node.</summary>
    private const string Zone = "topology.kubernetes.io/zone";

    private const string Host = "kubernetes.io/hostname";

    /// <summary>
    /// For a Deployment: over zones as a must, over nodes as a wish. Each revision is counted by itself
    /// (pod-template-hash), so that a rollout ends as even as it began.
    /// </summary>
    /// <param name="labels">The labels that all replicas have, and nothing else has.</param>
    public static List<V1TopologySpreadConstraint> OfDeployment(IDictionary<string, string> labels) =>
    [
        new()
        {
            MaxSkew = 1,
            TopologyKey = Zone,
            WhenUnsatisfiable = "DoNotSchedule",
            LabelSelector = new V1LabelSelector { MatchLabels = labels },
            MatchLabelKeys = ["pod-template-hash"],

            // The nodes of a lost zone are tainted. If they counted, the zone would be the emptiest, and no replica could start anywhere else.
            NodeTaintsPolicy = "Honor",
        },
        new()
        {
            MaxSkew = 1,
            TopologyKey = Host,
            WhenUnsatisfiable = "ScheduleAnyway",
            LabelSelector = new V1LabelSelector { MatchLabels = labels },
            MatchLabelKeys = ["pod-template-hash"],
        },
    ];

    /// <summary>For a StatefulSet, the same; its replicas are updated one by one in their places, so revisions are counted together.</summary>
    /// <param name="labels">The labels that all replicas have, and nothing else has.</param>
    public static List<V1TopologySpreadConstraint> OfStatefulSet(IDictionary<string, string> labels) =>
    [
        new()
        {
            MaxSkew = 1,
            TopologyKey = Zone,
            WhenUnsatisfiable = "DoNotSchedule",
            LabelSelector = new V1LabelSelector { MatchLabels = labels },
            NodeTaintsPolicy = "Honor",
        },
        new()
        {
            MaxSkew = 1,
            TopologyKey = Host,
            WhenUnsatisfiable = "ScheduleAnyway",
            LabelSelector = new V1LabelSelector { MatchLabels = labels },
        },
    ];
}
