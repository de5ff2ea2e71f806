using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Rules;

/// <summary>For each rule, the parts of a firing set without which it can't be certain, and so falls silent.</summary>
public sealed class SilencingTests
{
    private const string Pods = "spec~template~spec";
    private const string Constraints = Pods + "~topologySpreadConstraints";
    private const string AntiAffinity = Pods + "~affinity~podAntiAffinity";
    private const string Required = "~requiredDuringSchedulingIgnoredDuringExecution";

    /// <summary>Set, object, paths; a ! after a path makes the mapping or list there incomplete, else the value becomes unknown.</summary>
    public static TheoryData<string, string, int, string[]> Table => new()
    {
        { "KUBE1001", "nothing spreads", 0, ["spec", "spec~replicas", "spec~template", Pods, Pods + "!"] },
        { "KUBE1001", "host names only", 0, [Constraints, Constraints + "!", Constraints + "~0", Constraints + "~0~topologyKey", "spec~replicas"] },
        {
            "KUBE1001", "anti-affinity to others", 0,
            [
                Pods + "~affinity", Pods + "~affinity!", AntiAffinity, AntiAffinity + "!", AntiAffinity + Required, AntiAffinity + Required + "!", AntiAffinity + Required + "~0",
                AntiAffinity + Required + "~0~labelSelector", AntiAffinity + Required + "~0~labelSelector~matchLabels",
                AntiAffinity + Required + "~0~labelSelector~matchLabels~app", "spec~template~metadata", "spec~template~metadata~labels", "spec~template~metadata~labels~app",
            ]
        },
        { "KUBE1001", "by an autoscaler's minimum", 0, ["metadata", "metadata~namespace", "spec", "spec~scaleTargetRef", "spec~scaleTargetRef~kind", "spec~scaleTargetRef~name", "spec~minReplicas"] },
        { "KUBE1001", "by an autoscaler's minimum", 1, ["metadata~namespace", "metadata~name", Pods + "!"] },
        { "KUBE1001", "by KEDA's minimum", 1, ["spec", "spec~scaleTargetRef", "spec~scaleTargetRef!", "spec~minReplicaCount"] },
        {
            "KUBE1002", "misses its own pods", 0,
            [
                Constraints, Constraints + "~0", Constraints + "~0~topologyKey", Constraints + "~0~labelSelector", Constraints + "~0~labelSelector~matchLabels",
                Constraints + "~0~labelSelector~matchLabels~app", "spec~template~metadata", "spec~template~metadata~labels", "spec~template~metadata~labels~app", Pods,
            ]
        },
        { "KUBE1002", "selector absent", 0, [Constraints + "~0", Constraints + "~0!"] },
        { "KUBE1002", "misses them beside", 0, [Constraints + "~0~topologyKey", Constraints + "~0~labelSelector", "spec~template~metadata~labels"] },
        {
            "KUBE1003", "soft", 0,
            [
                "spec~replicas", Pods + "!", Constraints, Constraints + "!", Constraints + "~0", Constraints + "~0~topologyKey", Constraints + "~0~whenUnsatisfiable",
                Constraints + "~0~labelSelector", Constraints + "~0~labelSelector!", "spec~template~metadata~labels",
            ]
        },
        { "KUBE1003", "preferred anti-affinity", 0, ["spec~replicas", Pods + "~affinity", AntiAffinity, AntiAffinity + "!", AntiAffinity + "~preferredDuringSchedulingIgnoredDuringExecution~0~podAffinityTerm"] },
        {
            "KUBE1004", "large skew", 0,
            [
                "spec~replicas", Pods + "!", Constraints, Constraints + "!", Constraints + "~0", Constraints + "~0!", Constraints + "~0~maxSkew", Constraints + "~0~topologyKey",
                Constraints + "~0~whenUnsatisfiable", Constraints + "~0~labelSelector", "spec~template~metadata~labels",
            ]
        },
        { "KUBE1004", "skew beside others", 1, ["metadata~namespace", "spec~replicas", "spec~template~metadata~labels~app", Pods, Pods + "~affinity~podAntiAffinity" + Required + "~0~topologyKey"] },
        { "KUBE1005", "refused", 0, ["spec", Pods, Constraints, Constraints + "~0"] },
        { "KUBE1005", "refused twice", 0, [Constraints, Constraints + "~1", Constraints + "~0~topologyKey", Constraints + "~1~whenUnsatisfiable"] },
        { "KUBE1006", "deprecated key", 0, [Constraints, Constraints + "~0", Constraints + "~0~topologyKey"] },
        { "KUBE1006", "mistyped key", 0, [Constraints, Constraints + "~0", Constraints + "~0~topologyKey"] },
        { "KUBE1007", "pinned", 0, ["spec~replicas", Pods + "!", Pods + "~nodeSelector", Pods + "~nodeSelector~topology.kubernetes.io/zone"] },
        {
            "KUBE1007", "pinned by affinity", 0,
            [
                "spec~replicas", Pods + "~affinity", Pods + "~affinity~nodeAffinity", Term, Term + "!", Term + "~0", Term + "~0~matchExpressions", Term + "~0~matchExpressions~0",
                Term + "~0~matchExpressions~0~key", Term + "~0~matchExpressions~0~operator", Term + "~0~matchExpressions~0~values", Term + "~0~matchExpressions~0~values!",
                Term + "~0~matchExpressions~0~values~0",
            ]
        },
        { "KUBE1007", "pinned by exclusion", 0, [Term + "~0~matchExpressions~0~operator", Term + "~0~matchExpressions~0~values", Term + "~0~matchExpressions~0~values~1"] },
        { "KUBE1007", "pinned to a node", 0, ["spec~replicas", Pods + "~nodeName"] },
        {
            "KUBE1008", "gathered", 0,
            [
                "spec~replicas", Pods + "~affinity", Pods + "~affinity~podAffinity", Pods + "~affinity~podAffinity" + Required, Pods + "~affinity~podAffinity" + Required + "~0",
                Pods + "~affinity~podAffinity" + Required + "~0!", Pods + "~affinity~podAffinity" + Required + "~0~topologyKey", Pods + "~affinity~podAffinity" + Required + "~0~labelSelector", "spec~template~metadata~labels",
            ]
        },
        { "KUBE1009", "one replica", 0, ["spec", "spec~replicas"] },
        { "KUBE1009", "one replica by an autoscaler", 1, ["metadata~namespace", "spec", "spec~minReplicas", "spec~scaleTargetRef"] },
        { "KUBE1010", "two in three zones", 0, ["spec~replicas", Pods, Pods + "!"] },
        { "KUBE1011", "more than one per zone", 0, ["spec~replicas", AntiAffinity + Required + "~0~topologyKey", AntiAffinity + Required + "~0~labelSelector", "spec~template~metadata~labels~app", Pods + "!"] },
        {
            "KUBE1012", "both revisions", 0,
            ["spec~replicas", Constraints + "~0~whenUnsatisfiable", Constraints + "~0~topologyKey", Constraints + "~0~labelSelector", Constraints + "~0!", "spec~selector", "spec~selector~matchLabels~app", "spec!"]
        },
        { "KUBE1013", "a zone may be empty", 0, ["spec~replicas", Constraints + "~0~whenUnsatisfiable", Constraints + "~0~labelSelector", Constraints + "~0!", Pods + "!"] },
        { "KUBE1013", "a zone may be empty", 1, ["spec~forProvider~zone", "spec~forProvider~clusterIdRef"] },
        { "KUBE1013", "a zone may be empty", 2, ["spec~forProvider", "spec~forProvider~zone", "spec~forProvider~minSize", "spec~forProvider~autoscaling", "spec~forProvider~clusterIdRef"] },
        { "KUBE1014", "waits for a fourth zone", 0, ["spec~replicas", Constraints + "~0~minDomains", Constraints + "~0~maxSkew", Constraints + "~0~whenUnsatisfiable", Constraints + "~0~labelSelector", Constraints + "~0!", Pods + "!"] },
        { "KUBE2001", "one zone of machines", 1, ["metadata~namespace", "spec", "spec~clusterName", "spec~template", "spec~template~spec", "spec~template~spec~failureDomain"] },
        { "KUBE2001", "one zone of nodes", 1, ["metadata", "metadata~labels", "metadata~labels!", "metadata~labels~topology.kubernetes.io/zone"] },
        { "KUBE2001", "one zone of Karpenter", 0, ["spec", "spec~template~spec", "spec~template~spec~requirements", "spec~template~spec~requirements!", "spec~template~spec~requirements~0", "spec~template~spec~requirements~0~values", "spec~template~spec~requirements~0~values!", "spec~template~spec~requirements~0~operator", "spec~template~spec~requirements~0~key"] },
        { "KUBE2001", "one zone of eksctl", 0, ["metadata", "metadata~name", "managedNodeGroups", "managedNodeGroups!", "managedNodeGroups~1", "managedNodeGroups~1~availabilityZones", "managedNodeGroups~1~availabilityZones!", "managedNodeGroups~1~availabilityZones~0"] },
        { "KUBE2002", "two nodes", 1, ["metadata~namespace", "spec", "spec~replicas", "spec~clusterName"] },
        { "KUBE2003", "no zone stated", 0, ["spec", "spec!", "spec~forProvider", "spec~forProvider!", "spec~forProvider~zone"] },
        { "KUBE2004", "uneven sizes", 1, ["spec", "spec~replicas", "spec~template~spec~failureDomain"] },
        { "KUBE2004", "uneven types", 1, ["spec~forProvider", "spec~forProvider~nodeType", "spec~forProvider~zone"] },
        { "KUBE2005", "not balanced", 1, ["spec~forProvider", "spec~forProvider~nodeType", "spec~forProvider~zone", "spec~forProvider~autoscaling"] },
        { "KUBE2005", "not balanced", 2, ["spec", "spec~forProvider", "spec~forProvider!", "spec~forProvider~autoscalerConfig", "spec~forProvider~autoscalerConfig!", "spec~forProvider~autoscalerConfig~0", "spec~forProvider~autoscalerConfig~0!", "metadata~name"] },
        { "KUBE2005", "not balanced by flags", 2, ["spec~template~spec~containers~0~command", "spec~template~spec~containers~0~command!", "spec~template~spec~containers~0~command~1", "spec~template~spec~containers~0~args", "spec~template~spec~containers~0!"] },
        { "KUBE2006", "not healed", 0, ["spec", "spec~forProvider", "spec~forProvider~autohealing"] },
        { "KUBE2006", "not healed by omission", 0, ["spec", "spec!"] },
        { "KUBE2007", "no private network", 0, ["spec", "spec!", "spec~forProvider", "spec~forProvider!"] },
        { "KUBE2008", "no such zone", 0, ["spec", "spec~forProvider", "spec~forProvider~zone"] },
        { "KUBE2008", "a zone of another region", 0, ["metadata~region", "managedNodeGroups", "managedNodeGroups~0~availabilityZones", "managedNodeGroups~0~availabilityZones~1"] },
        { "KUBE2008", "a zone that is not listed", 1, ["spec", "spec~template~spec~failureDomain"] },
        { "KUBE2009", "one gateway", 1, ["spec", "spec~network", "spec~network~publicGateways", "spec~network~publicGateways!", "metadata~name"] },
        { "KUBE2009", "one gateway", 3, ["spec", "spec~publicIPDisabled", "metadata~labels~cluster.x-k8s.io/cluster-name"] },
        { "KUBE2010", "an old Kapsule", 0, ["spec", "spec~forProvider", "spec~forProvider!", "spec~forProvider~version"] },
        { "KUBE2011", "a zonal control plane", 0, ["spec", "spec~location"] },
        { "KUBE2012", "volumes and one group", 0, ["managedNodeGroups", "managedNodeGroups~0~availabilityZones", "managedNodeGroups~0~minSize", "managedNodeGroups~0~maxSize"] },
        { "KUBE2012", "volumes and one group", 1, ["metadata", "spec", "spec~storageClassName", "spec!"] },
        { "KUBE2012", "volumes and one group", 2, ["metadata", "metadata~name", "provisioner"] },
        { "KUBE2013", "no zones on Azure", 0, ["spec", "spec!"] },
        { "KUBE2013", "no zones on Azure, in Cluster API", 0, ["metadata~namespace", "spec", "spec!", "spec~template", "spec~template~spec~infrastructureRef~name"] },
        { "KUBE3001", "immediate", 0, ["volumeBindingMode", "provisioner"] },
        { "KUBE3001", "immediate by omission", 0, ["!", "volumeBindingMode", "provisioner"] },
        { "KUBE3001", "immediate and not regional", 0, ["parameters", "parameters!"] },
        { "KUBE3002", "one zone of volumes", 0, ["provisioner", Topologies, Topologies + "!", Topologies + "~0", Topologies + "~0~matchLabelExpressions", Topologies + "~0~matchLabelExpressions!", Topologies + Expression, Topologies + Expression + "~key", Topologies + Expression + "~values", Topologies + Expression + "~values!", Topologies + Expression + "~values~0"] },
        { "KUBE3003", "claim of a service's class", 0, ["metadata", "metadata~labels", "metadata~labels!", "spec", "spec!", "spec~storageClassName"] },
        { "KUBE3004", "a shared volume", 0, ["spec~replicas", "metadata~namespace", Pods, Pods + "~volumes", Pods + "~volumes~0", Pods + "~volumes~0~persistentVolumeClaim", Pods + "~volumes~0~persistentVolumeClaim~claimName"] },
        { "KUBE3004", "a shared volume", 1, ["metadata", "metadata~name", "metadata~namespace", "spec", "spec!", "spec~storageClassName"] },
        { "KUBE3004", "a shared volume", 2, ["metadata", "metadata~name", "provisioner"] },
        { "KUBE3005", "a volume by hand", 0, ["metadata", "metadata~labels", "metadata~labels!", "spec", "spec!", "spec~csi", "spec~csi~driver", "spec~csi~volumeHandle"] },
        { "KUBE3006", "two defaults", 1, ["metadata", "metadata~name", "metadata~annotations", "metadata~annotations~storageclass.kubernetes.io/is-default-class"] },
        { "KUBE3007", "passed by the scheduler", 0, ["metadata~namespace", "spec", "spec~nodeName", "spec~volumes", "spec~volumes~0~persistentVolumeClaim~claimName"] },
        { "KUBE3007", "passed by the scheduler", 1, ["metadata", "metadata~name", "metadata~namespace", "spec", "spec!", "spec~storageClassName"] },
        { "KUBE3007", "passed by the scheduler", 2, ["metadata", "metadata~name", "provisioner", "volumeBindingMode"] },
        { "KUBE4001", "load balancer by option", 0, ["metadata", "metadata~annotations", "metadata~annotations!", "spec", "spec!", "spec~type"] },
        { "KUBE4001", "load balancer by evidence", 0, ["metadata", "metadata~annotations", "metadata~annotations!", "spec", "spec!", "spec~type"] },
        { "KUBE4002", "a zone that is none", 0, ["metadata", "metadata~annotations", "metadata~annotations!", "metadata~annotations~service.beta.kubernetes.io/scw-loadbalancer-zone", "spec", "spec!", "spec~type"] },
        { "KUBE4003", "entries in one zone", 1, ["metadata", "metadata~name", "metadata~namespace", "metadata~annotations", "metadata~annotations!", "metadata~annotations~service.beta.kubernetes.io/scw-loadbalancer-zone", "spec", "spec!", "spec~type", "spec~selector", "spec~selector!", "spec~selector~app"] },
        { "KUBE4004", "an id elsewhere", 0, ["metadata", "metadata~annotations", "metadata~annotations~service.beta.kubernetes.io/scw-loadbalancer-zone", "metadata~annotations~service.beta.kubernetes.io/scw-loadbalancer-id", "spec", "spec!", "spec~type"] },
        { "KUBE4005", "one subnet", 0, ["metadata", "metadata~namespace", "metadata~annotations", "metadata~annotations~service.beta.kubernetes.io/aws-load-balancer-subnets", "spec", "spec!", "spec~type", "spec~selector", "spec~selector!"] },
        { "KUBE4006", "local traffic", 0, ["metadata~namespace", "spec~replicas", "spec~template~metadata~labels~app"] },
        { "KUBE4006", "local traffic", 1, ["metadata~namespace", "spec", "spec~internalTrafficPolicy", "spec~selector", "spec~selector!", "spec~selector~app"] },
        { "KUBE4006", "local traffic from outside", 1, ["spec~externalTrafficPolicy", "spec~type"] },
        { "KUBE4007", "own zone first", 0, ["metadata~namespace", "spec~replicas", "spec~template~metadata~labels~app", Pods, Pods + "!"] },
        { "KUBE4007", "own zone first", 1, ["metadata~namespace", "spec~trafficDistribution", "spec~selector", "spec~selector~app"] },
        { "KUBE4008", "a name without a check", 0, ["spec", "spec!", "spec~dns_zone", "spec~name", "spec~type", "spec~data"] },
        { "KUBE4008", "a name without a check", 1, ["spec!", "spec~data"] },
        { "KUBE4008", "a name without a check", 2, ["metadata~name"] },
        { "KUBE4009", "a name in one zone", 0, ["spec", "spec!", "spec~dns_zone", "spec~name", "spec~type", "spec~data"] },
        { "KUBE4009", "a name in one zone", 1, ["metadata~name", "spec", "spec~zone"] },
        { "KUBE4010", "answers for an hour", 0, ["spec", "spec~type", "spec~ttl", "spec~http_service"] },
        { "KUBE4011", "one entry", 0, ["metadata", "metadata~namespace", "metadata~annotations", "metadata~annotations!", "metadata~annotations~service.beta.kubernetes.io/scw-loadbalancer-zone", "spec", "spec!", "spec~type", "spec~selector", "spec~selector!", "spec~selector~app"] },
        { "KUBE5001", "no budget", 0, ["spec~replicas", "spec"] },
        { "KUBE5001", "another's budget", 1, ["spec", "spec~selector", "spec~selector~matchLabels", "spec~selector~matchLabels~app"] },
        { "KUBE5001", "another's budget", 0, ["spec~template~metadata", "spec~template~metadata~labels", "spec~template~metadata~labels~app"] },
        { "KUBE5002", "no disruption", 0, ["spec", "spec!", "spec~maxUnavailable"] },
        { "KUBE5002", "all available", 0, ["spec", "spec!", "spec~minAvailable"] },
        { "KUBE5002", "as many as there are", 0, ["metadata~namespace", "spec~replicas", "spec~template~metadata~labels~app"] },
        { "KUBE5002", "as many as there are", 1, ["metadata~namespace", "spec~minAvailable", "spec~selector", "spec~selector~matchLabels~app", "spec!"] },
        { "KUBE5003", "two budgets", 0, ["metadata~namespace", "spec~template~metadata~labels", "spec~template~metadata~labels~app"] },
        { "KUBE5003", "two budgets", 2, ["metadata~namespace", "spec", "spec~selector", "spec~selector~matchLabels~app"] },
        { "KUBE5004", "more than a lost zone leaves", 0, ["metadata~namespace", "spec~replicas", "spec~template~metadata~labels~app", Pods, Pods + "!"] },
        { "KUBE5004", "more than a lost zone leaves", 1, ["metadata~namespace", "spec~minAvailable", "spec!", "spec~selector~matchLabels~app"] },
        { "KUBE5005", "misses by a label", 0, ["metadata~namespace", "spec~template~metadata~labels", "spec~template~metadata~labels!", "spec~template~metadata~labels~app"] },
        { "KUBE5005", "misses by a label", 1, ["metadata~namespace", "spec~selector", "spec~selector~matchLabels~app", "spec~selector~matchLabels~tier"] },
    };

    private const string Topologies = "allowedTopologies";
    private const string Expression = "~0~matchLabelExpressions~0";
    private const string Term = Pods + "~affinity~nodeAffinity~requiredDuringSchedulingIgnoredDuringExecution~nodeSelectorTerms";

    [Theory]
    [MemberData(nameof(Table))]
    public void Without_these_parts_the_rule_is_silent(string rule, string name, int root, string[] paths)
    {
        var scenario = Scenarios.Firing.Single(s => s.Name == name);
        Assert.Contains(rule, scenario.Findings);
        foreach (var path in paths)
        {
            var roots = scenario.Roots.ToArray();
            roots[root] = path == "!" ? WithoutMode(roots[root])
                : path.EndsWith('!') ? With(roots[root], path[..^1], Incomplete)
                : With(roots[root], path, _ => Unknown);
            Assert.Equal((path, ""), (path, string.Join(", ", Found(scenario.Rules, scenario.Options, roots).Where(f => f.StartsWith(rule) && !IsOfSibling(f, name)))));
        }
    }

    // The other workload of that set has a fault of its own.
    private static bool IsOfSibling(string finding, string name) => name == "skew beside others" && !finding.StartsWith("KUBE1004 0");

    private static Syntax.Node WithoutMode(Syntax.Node root)
    {
        var mapping = (Syntax.MappingNode)root;
        return new Syntax.MappingNode(mapping.Span, [.. mapping.Entries.Where(e => e.Key != "volumeBindingMode")], isComplete: false);
    }

    [Fact]
    public void Every_object_rule_is_in_the_table() =>
        Assert.Equal(KubeLint.Rules.RuleCatalogue.Rules.Select(r => r.Descriptor.Id), Table.Select(row => (string)row[0]).Distinct());
}
