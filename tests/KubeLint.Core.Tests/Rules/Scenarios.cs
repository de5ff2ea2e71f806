using KubeLint.Configuration;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Tests.Running;
using KubeLint.Views;
using static KubeLint.Tests.Model.Objects;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Rules;

/// <summary>A set of objects, and what is found in it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Findings">Rule, number of the object and path of each finding, with commas between them.</param>
/// <param name="Roots">The objects.</param>
internal sealed record Scenario(string Name, string Findings, params Node[] Roots)
{
    public LintOptions? Options { get; init; }

    public IReadOnlyList<Rule> Rules { get; init; } = Manifests.Quiet;

    /// <summary>
    /// Paths, with the object's number before them, whose loss may add findings, because they are knowledge about the
    /// cluster that its other objects do not contradict: its provider, and that it has one zone only. So may that of the whole
    /// metadata, which might have named an owner.
    /// </summary>
    public string[] Evidence { get; init; } = [];

    public override string ToString() => Name;
}

/// <summary>Sets for which each rule fires, and sets in which one object keeps it from firing.</summary>
internal static class Scenarios
{
    private const string Template = "spec.template.spec";
    private const string ScwZone = "service.beta.kubernetes.io/scw-loadbalancer-zone";
    private const string ScwId = "service.beta.kubernetes.io/scw-loadbalancer-id";
    private const string AwsSubnets = "service.beta.kubernetes.io/aws-load-balancer-subnets";
    private static readonly LintOptions Google = new LintOptions().With("kubelint.provider", "gcp");
    private static readonly MappingNode Missed = Map(("matchLabels", Map(("app", "db"))));

    public static Scenario[] Firing { get; } =
    [
        new("nothing spreads", $"KUBE1001 0 {Template}.topologySpreadConstraints", Deployment()),
        new("host names only", $"KUBE1001 0 {Template}.topologySpreadConstraints", Deployment("web", 3, Spread(Constraint(("topologyKey", ZoneKeys.HostName))))),
        new("anti-affinity to others", $"KUBE1001 0 {Template}.topologySpreadConstraints", Deployment("web", 3, Affinity("podAntiAffinity", Term(app: "db")))),
        new("by an autoscaler's minimum", $"KUBE1001 1 {Template}.topologySpreadConstraints", Autoscaler(2), Deployment("web", 1)),
        new("by KEDA's minimum", $"KUBE1001 0 {Template}.topologySpreadConstraints", Deployment("web", 1), ScaledObject(2)),
        new("misses its own pods", $"KUBE1002 0 {Template}.topologySpreadConstraints[0].labelSelector", Deployment("web", 3, Spread(Constraint(("labelSelector", Missed))))),
        new("selector absent", $"KUBE1002 0 {Template}.topologySpreadConstraints[0].labelSelector", Deployment("web", 3, Spread(Constraint(("labelSelector", Absent))))),
        new("misses them beside", $"KUBE1002 0 {Template}.topologySpreadConstraints[0].labelSelector, KUBE1001 0 {Template}.topologySpreadConstraints",
            Deployment("web", 3, Spread(Constraint(("topologyKey", ZoneKeys.HostName), ("labelSelector", Missed))))),
        new("soft", $"KUBE1003 0 {Template}.topologySpreadConstraints[0].whenUnsatisfiable", Deployment("web", 3, Spread(Constraint(("whenUnsatisfiable", "ScheduleAnyway"))))),
        new("preferred anti-affinity", $"KUBE1003 0 {Template}.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm",
            Deployment("web", 3, Preferred())),
        new("large skew", $"KUBE1004 0 {Template}.topologySpreadConstraints[0].maxSkew", Deployment("web", 3, Spread(Constraint(("maxSkew", 3))))),
        new("skew beside others", $"KUBE1004 0 {Template}.topologySpreadConstraints[0].maxSkew",
            Deployment("web", 2, Spread(Constraint())), Workload("apps/v1", "Deployment", "db", 3, Map(("app", "web")), Affinity("podAntiAffinity", Term()))),
        new("refused", $"KUBE1005 0 {Template}.topologySpreadConstraints[0].maxSkew, KUBE1005 0 {Template}.topologySpreadConstraints[0].minDomains",
            Deployment("web", 3, Spread(Constraint(("maxSkew", 0), ("minDomains", 0))))),
        new("refused twice", $"KUBE1005 0 {Template}.topologySpreadConstraints[1].topologyKey", Deployment("web", 3, Spread(Constraint(), Constraint()))),
        new("deprecated key", $"KUBE1006 0 {Template}.topologySpreadConstraints[0].topologyKey", Deployment("web", 3, Spread(Constraint(("topologyKey", "failure-domain.beta.kubernetes.io/zone"))))),
        new("mistyped key", $"KUBE1006 0 {Template}.topologySpreadConstraints[0].topologyKey", Deployment("web", 3, Spread(Constraint(("topologyKey", "topology.kubernetes.io/zones"))))),
        new("pinned", $"KUBE1007 0 {Template}.nodeSelector[\"topology.kubernetes.io/zone\"]", Deployment("web", 3, ("nodeSelector", Map((ZoneKeys.Zone, "fr-par-1"))))),
        new("pinned by affinity", $"KUBE1007 0 {Template}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values",
            Deployment("web", 3, NodeAffinity("In", "fr-par-1"))),
        new("pinned by exclusion", $"KUBE1007 0 {Template}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values",
            Deployment("web", 3, NodeAffinity("NotIn", "a", "b"))) { Options = new LintOptions { Zones = ["a", "b", "c"] } },
        new("pinned to a node", $"KUBE1007 0 {Template}.nodeName", Deployment("web", 3, ("nodeName", "node-1"))),
        new("gathered", $"KUBE1008 0 {Template}.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey", Deployment("web", 3, Affinity("podAffinity", Term()))),
        new("one zone of machines", "KUBE2001 0 spec.template.spec.failureDomain", Pool("a", "z1"), Pool("b", "z1")),
        new("one zone of nodes", "KUBE2001 0 metadata.labels[\"topology.kubernetes.io/zone\"]", Node("n1", (ZoneKeys.Zone, "a")), Node("n2", (ZoneKeys.Zone, "a"))),
        new("one zone of Karpenter", "KUBE2001 0 spec.template.spec.requirements[0].values[0]", Karpenter("a")),
        new("one zone of eksctl", "KUBE2001 0 managedNodeGroups[0].availabilityZones[0]", Eksctl()),
        new("two nodes", "KUBE2002 0 spec.replicas", Machines("a", "z1", 1), Machines("b", "z2", 1)),
        new("no zone stated", "KUBE2003 0 spec.forProvider.zone", KapsulePool("a", null, ("size", 3))),
        new("uneven sizes", "KUBE2004 0 spec.template.spec.failureDomain", Machines("a", "z1", 3), Machines("b", "z2", 1)),
        new("uneven types", "KUBE2004 0 spec.forProvider.zone", KapsulePool("a", "fr-par-1", ("size", 3)), KapsulePool("b", "fr-par-2", ("size", 3), ("nodeType", "GPU-3070-S"))),
        new("not balanced", "KUBE2005 2 spec.forProvider.autoscalerConfig.balanceSimilarNodeGroups", Autoscaled("a", "fr-par-1"), Autoscaled("b", "fr-par-2"), Kapsule()),
        new("not balanced by flags", "KUBE2005 2 spec.template.spec.containers[0].command", Autoscaled("a", "fr-par-1"), Autoscaled("b", "fr-par-2"), ClusterAutoscaler("--expander=random")),
        new("not healed", "KUBE2006 0 spec.forProvider.autohealing", KapsulePool("a", "fr-par-1", ("size", 3), ("autohealing", false)), KapsulePool("b", "fr-par-2", ("size", 3))),
        new("not healed by omission", "KUBE2006 0 spec.autohealing", Managed("a", "fr-par-1", ("autohealing", Absent)), Managed("b", "fr-par-2")),
        new("no private network", "KUBE2007 0 spec.forProvider.privateNetworkId", Kapsule(("privateNetworkId", Absent))),
        new("no such zone", "KUBE2008 0 spec.forProvider.zone", KapsulePool("a", "fr-par-4", ("size", 3)), KapsulePool("b", "fr-par-2", ("size", 3))),
        new("a zone of another region", "KUBE2008 0 managedNodeGroups[0].availabilityZones[1]", EksctlIn("eu-west-1", "eu-west-1a", "us-east-1a")),
        new("a zone that is not listed", "KUBE2008 1 spec.template.spec.failureDomain", Machines("a", "z1", 3), Machines("b", "z4", 3)) { Options = new LintOptions { Zones = ["z1", "z2"] } },
        new("one gateway", "KUBE2009 2 spec.publicIPDisabled", ApiCluster(), Infrastructure("fr-par-1"), Managed("a", "fr-par-1", ("publicIPDisabled", true)), Managed("b", "fr-par-2", ("publicIPDisabled", true))),
        new("an old Kapsule", "KUBE2010 0 spec.forProvider.version", Kapsule(("version", "1.24.7"))),
        new("a zonal control plane", "KUBE2011 0 spec.location", Map(("apiVersion", "container.cnrm.cloud.google.com/v1beta1"), ("kind", "ContainerCluster"), ("metadata", Map(("name", "c"))), ("spec", Map(("location", "us-east1-b"))))),
        new("no zones on Azure", "KUBE2013 0 spec.availabilityZones", AgentPool()),
        new("no zones on Azure, in Cluster API", "KUBE2013 1 spec.failureDomains", MachinePool("a", "AzureMachinePool", ("replicas", 3)), ScaleSet("a")),
        new("immediate", "KUBE3001 0 volumeBindingMode", StorageClass(mode: "Immediate")),
        new("immediate by omission", "KUBE3001 0 volumeBindingMode", StorageClass()),
        new("immediate and not regional", "KUBE3001 0 volumeBindingMode", StorageClass("pd.csi.storage.gke.io")),
        new("one zone of volumes", "KUBE3002 0 allowedTopologies[0].matchLabelExpressions[0].values", OneZone("a", "z1")),
        new("claim of a service's class", "KUBE3003 0 spec.storageClassName", Claim("standard")) { Options = Google },
        new("a shared volume", $"KUBE3004 0 {Template}.volumes[0].persistentVolumeClaim.claimName",
            Deployment("web", 3, Spread(Constraint()), Volumes()), Claim(), StorageClass(mode: "WaitForFirstConsumer")),
        new("a volume by hand", "KUBE3005 0 spec.nodeAffinity", Volume()),
        new("two defaults", "KUBE3006 0 metadata.annotations[\"storageclass.kubernetes.io/is-default-class\"]", Default("a"), Default("b")),
        new("passed by the scheduler", "KUBE3007 0 spec.nodeName", Pod("import", ("nodeName", "n1")), Claim(), StorageClass(mode: "WaitForFirstConsumer")),
        new("a zone that is none", "KUBE4002 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", Entry("web", (ScwZone, "fr-par-9"))),
        new("entries in one zone", "KUBE4003 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", Entry("web-1", (ScwZone, "fr-par-1")), Entry("web-2", (ScwZone, "fr-par-1"))),
        new("an id elsewhere", "KUBE4004 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", LoadBalancer((ScwId, "fr-par-1/1"), (ScwZone, "fr-par-2"))),
        new("one subnet", "KUBE4005 0 metadata.annotations[\"service.beta.kubernetes.io/aws-load-balancer-subnets\"]", Entry("web", (AwsSubnets, "a"))),
        new("one entry", "KUBE4011 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", Entry("web", (ScwZone, "fr-par-1"))),
        new("a name without a check", "KUBE4008 0 spec.http_service", DnsRecord("r0", "a"), DnsRecord("r1", "b"), Address("a", "fr-par-1"), Address("b", "fr-par-2")),
        new("a name in one zone", "KUBE4009 0 spec.data", DnsRecord("r0", "a"), Address("a", "fr-par-1")),
        new("answers for an hour", "KUBE4010 0 spec.ttl", DnsRecord("r0", "a", ("ttl", 3600), ("http_service", Map(("ips", Seq("scaleway_lb_ip.a", "scaleway_lb_ip.b"))))), Address("a", "fr-par-1"), Address("b", "fr-par-2")),
        new("load balancer by option", "KUBE4001 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", LoadBalancer(("note", "x"))) { Options = new LintOptions().With("kubelint.provider", "scaleway") },
        new("one replica", "KUBE1009 0 spec.replicas", Deployment("web", 1)) { Rules = Manifests.Only("KUBE1009") },
        new("one replica by an autoscaler", "KUBE1009 0 spec.replicas", Deployment("web", 3), Autoscaler(1)) { Rules = Manifests.Only("KUBE1009") },
        new("two in three zones", "KUBE1010 0 spec.replicas", Deployment("web", 2)) { Rules = Manifests.Only("KUBE1010"), Options = ThreeZones },
        new("more than one per zone", $"KUBE1011 0 {Template}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey",
            Deployment("web", 4, Affinity("podAntiAffinity", Term()))) { Options = ThreeZones },
        new("both revisions", $"KUBE1012 0 {Template}.topologySpreadConstraints[0].matchLabelKeys", Deployment("web", 3, Spread(Constraint()))) { Rules = Manifests.Only("KUBE1012") },
        new("a zone may be empty", $"KUBE1013 0 {Template}.topologySpreadConstraints[0].minDomains", Deployment("web", 3, Spread(Constraint())), Autoscaled("a", "fr-par-1"), Emptied("b", "fr-par-2"))
        {
            Rules = Manifests.Only("KUBE1013"),
        },
        new("volumes and one group", "KUBE2012 0 managedNodeGroups[0].availabilityZones[0]", OneGroup(), Claim(), StorageClass("ebs.csi.aws.com", "WaitForFirstConsumer")) { Rules = Manifests.Only("KUBE2012") },
        new("waits for a fourth zone", $"KUBE1014 0 {Template}.topologySpreadConstraints[0].minDomains", Deployment("web", 4, Spread(Constraint(("minDomains", 4))))) { Options = ThreeZones },
        new("local traffic", "KUBE4006 1 spec.internalTrafficPolicy", Deployment("web", 2, Spread(Constraint())), Service(Map(("internalTrafficPolicy", "Local")))) { Options = ThreeZones },
        new("local traffic from outside", "KUBE4006 1 spec.externalTrafficPolicy",
            Deployment("web", 2, Spread(Constraint())), Service(Map(("type", "NodePort"), ("externalTrafficPolicy", "Local")))) { Options = ThreeZones },
        new("own zone first", "KUBE4007 1 spec.trafficDistribution", Deployment(), Service(Map(("trafficDistribution", "PreferClose")))) { Rules = Manifests.Only("KUBE4007") },
        new("no budget", "KUBE5001 0", Deployment()) { Rules = Manifests.Only("KUBE5001") },
        new("another's budget", "KUBE5001 0", Deployment(), Budget("maxUnavailable", 1, selector: Missed)) { Rules = Manifests.Only("KUBE5001") },
        new("no disruption", "KUBE5002 0 spec.maxUnavailable", Budget("maxUnavailable", 0)),
        new("all available", "KUBE5002 0 spec.minAvailable", Budget("minAvailable", "100%")),
        new("as many as there are", "KUBE5002 1 spec.minAvailable", Deployment("web", 3, Spread(Constraint())), Budget("minAvailable", 3)),
        new("two budgets", "KUBE5003 1 spec.selector", Deployment("web", 3, Spread(Constraint())), Budget("maxUnavailable", 1, "a"), Budget("maxUnavailable", 1, "b")),
        new("more than a lost zone leaves", "KUBE5004 1 spec.minAvailable", Deployment("web", 6, Spread(Constraint())), Budget("minAvailable", 5)) { Options = ThreeZones },
        new("misses by a label", "KUBE5005 1 spec.selector", Deployment("web", 3, Spread(Constraint())),
            Budget("maxUnavailable", 1, selector: Map(("matchLabels", Map(("app", "web"), ("tier", "front")))))),
        new("load balancer by evidence", "KUBE4001 0 metadata.annotations[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"]", LoadBalancer(("service.beta.kubernetes.io/scw-loadbalancer-type", "LB-S"))),
    ];

    public static Scenario[] Silent { get; } =
    [
        new("zones in turn", "", OneZone("a", "z1"), OneZone("b", "z2")),
        new("a class of one's own", "", Claim("standard"), With(StorageClass(mode: "WaitForFirstConsumer"), "metadata", _ => Map(("name", "standard")))) { Options = Google, Evidence = ["1 metadata"] },
        new("a volume for each replica", "", Deployment("web", 3, Spread(Constraint())), Claim(), StorageClass(mode: "WaitForFirstConsumer")),
        new("a place by a label", "", With(Volume(), "metadata", _ => Map(("name", "disk"), ("labels", Map((ZoneKeys.Zone, "a")))))) { Evidence = ["0 metadata", "0 metadata~labels~topology.kubernetes.io/zone"] },
        new("bound by another pod", "", Pod("import", ("nodeName", "n1")), Pod("other"), Claim(), StorageClass(mode: "WaitForFirstConsumer")),
        new("entries in two zones", "", Entry("web-1", (ScwZone, "fr-par-1")), Entry("web-2", (ScwZone, "fr-par-2"))),
        new("subnets in turn", "", Entry("web-1", (AwsSubnets, "a")), Entry("web-2", (AwsSubnets, "b"))),
        new("one replica does not spread", "", Deployment("web", 1)),
        new("spread", "", Deployment("web", 3, Spread(Constraint()))),
        new("spread over racks", "", Deployment("web", 3, Spread(Constraint(("topologyKey", "example.com/rack"))))),
        new("kept apart", "", Deployment("web", 3, Affinity("podAntiAffinity", Term()))),
        new("scaled to one", "", Deployment("web", 3), Autoscaler(1)),
        new("scaled to none", "", Deployment("web", 3), ScaledObject(null)),
        new("scaled in two ways", "", Deployment("web", 3), Autoscaler(1), Autoscaler(2, name: "other")),
        new("controlled", "", WithOwner(Deployment())) { Evidence = ["0 metadata"] },
        new("in turn", "", PinnedTo("web", "a"), PinnedTo("web-b", "b"), Service()),
        new("others counted", $"KUBE1001 1 {Template}.topologySpreadConstraints", Deployment("web", 3, Spread(Constraint())), Workload("apps/v1", "Deployment", "db", 3, Map(("app", "web")))),
        new("a bare zone that nodes carry", "", Deployment("web", 3, Spread(Constraint(("topologyKey", "zone")))), Node("n1", ("zone", "a"), (ZoneKeys.Zone, "a")), Node("n2", ("zone", "b"), (ZoneKeys.Zone, "b"))),
        new("a bare zone that one node carries", "", Deployment("web", 3, Spread(Constraint(("topologyKey", "zone")))), Node("n1", ("zone", "a"))),
        new("machines in two zones", "", Pool("a", "z1"), Pool("b", "z2")),
        new("two clusters of two zones", "", Pool("a", "z1", "x"), Pool("b", "z2", "x"), Pool("c", "z1", "y"), Pool("d", "z2", "y")),
        new("nodes in two zones", "", Node("n1", (ZoneKeys.Zone, "a")), Node("n2", (ZoneKeys.Zone, "b"))),
        new("control plane alone", "", Node("m1", ("node-role.kubernetes.io/control-plane", ""), (ZoneKeys.Zone, "a"))),
        new("Karpenter in two zones", "", Karpenter("a", "b")),
        new("three nodes", "", Machines("a", "z1", 2), Machines("b", "z2", 2)),
        new("pools alike", "", KapsulePool("a", "fr-par-1", ("size", 3)), KapsulePool("b", "fr-par-2", ("size", 3)), Kapsule()),
        new("balanced", "", Autoscaled("a", "fr-par-1"), Autoscaled("b", "fr-par-2"), Kapsule(("autoscalerConfig", Seq(Map(("balanceSimilarNodeGroups", true)))))),
        new("balanced by a flag", "", Autoscaled("a", "fr-par-1"), Autoscaled("b", "fr-par-2"), ClusterAutoscaler("--balance-similar-node-groups")),
        new("two gateways", "", ApiCluster(), Infrastructure("fr-par-1", "fr-par-2"), Managed("a", "fr-par-1", ("publicIPDisabled", true)), Managed("b", "fr-par-2", ("publicIPDisabled", true))),
        new("zones on Azure, in Cluster API", "", MachinePool("a", "AzureMachinePool", ("replicas", 3), ("failureDomains", Seq("1", "2"))), ScaleSet("a")),
        new("machines whose objects name the zone", "", MachinePool("a"), ScalewayPool("a", "fr-par-1"), MachinePool("b"), ScalewayPool("b", "fr-par-2")),
        new("waits", "", StorageClass(mode: "WaitForFirstConsumer")),
        new("regional", "", With(StorageClass("pd.csi.storage.gke.io", "Immediate"), "parameters", _ => Map(("replication-type", "regional-pd")))),
        new("zone named", "", LoadBalancer(("service.beta.kubernetes.io/scw-loadbalancer-zone", "fr-par-1"))),
        new("load balancer named", "", LoadBalancer(("service.beta.kubernetes.io/scw-loadbalancer-id", "fr-par-1/1"))),
        new("one replica beside others", "", Deployment("web", 1), Workload("apps/v1", "StatefulSet", "web-b", 1, Map(("app", "web"))), Service()) { Rules = Manifests.Only("KUBE1009") },
        new("one in each zone", "", Deployment("web", 3, Affinity("podAntiAffinity", Term()))) { Options = ThreeZones },
        new("as many as zones", "", Deployment("web", 3)) { Rules = Manifests.Only("KUBE1010"), Options = ThreeZones },
        new("each revision by itself", "", Deployment("web", 3, Spread(Constraint(("matchLabelKeys", Seq("pod-template-hash")))))) { Rules = Manifests.Only("KUBE1012") },
        new("local traffic to every node", "", Daemon(), Service(Map(("internalTrafficPolicy", "Local")))) { Options = ThreeZones },
        new("local traffic to every node and more", "", Deployment("web", 2, Spread(Constraint())), Daemon(), Service(Map(("internalTrafficPolicy", "Local")))) { Options = ThreeZones },
        new("own zone first, spread", "", Deployment("web", 3, Spread(Constraint())), Service(Map(("trafficDistribution", "PreferSameZone")))) { Rules = Manifests.Only("KUBE4007") },
        new("a budget", "", Deployment(), Budget("maxUnavailable", 1)) { Rules = Manifests.Only("KUBE5001") },
        new("a budget for all", "", Deployment(), Budget("maxUnavailable", 1, selector: Map())) { Rules = Manifests.Only("KUBE5001") },
        new("a budget that lets go", "", Deployment("web", 3, Spread(Constraint())), Budget("minAvailable", 2)),
        new("two budgets for two", "", Deployment("web", 3, Spread(Constraint())), Budget("maxUnavailable", 1), Budget("maxUnavailable", 1, "b", Missed)),
        new("single site", "", Deployment(), With(Node("n1"), "spec", _ => Map(("providerID", "digitalocean://1")))) { Evidence = ["1 spec", "1 spec~providerID"] },
        new("one zone in all", "KUBE2001 1 metadata.labels[\"topology.kubernetes.io/zone\"]", Deployment(), Node("n1", (ZoneKeys.Zone, "a")), Node("n2", (ZoneKeys.Zone, "a")))
        {
            Evidence =
            [
                .. new[] { 1, 2 }.SelectMany(n => new[] { $"{n} spec", $"{n} metadata", $"{n} metadata~labels", $"{n} metadata~labels~topology.kubernetes.io/zone", $"{n} metadata~name" }),
            ],
        },
    ];

    private static LintOptions ThreeZones => new() { Zones = ["a", "b", "c"] };

    private static MappingNode Daemon() => Workload("apps/v1", "DaemonSet", "agent", null, Map(("app", "web")));

    public static IEnumerable<Scenario> All => Firing.Concat(Silent);

    private static MappingNode OneZone(string name, string zone) => Map(
        ("apiVersion", "storage.k8s.io/v1"), ("kind", "StorageClass"), ("metadata", Map(("name", name))), ("provisioner", "ebs.csi.aws.com"), ("volumeBindingMode", "WaitForFirstConsumer"),
        ("allowedTopologies", Seq(Map(("matchLabelExpressions", Seq(Map(("key", ZoneKeys.Zone), ("values", Seq(zone)))))))));

    private static MappingNode Default(string name) => Map(
        ("apiVersion", "storage.k8s.io/v1"), ("kind", "StorageClass"), ("metadata", Map(("name", name), ("annotations", Map(("storageclass.kubernetes.io/is-default-class", "true"))))),
        ("provisioner", "ebs.csi.aws.com"), ("volumeBindingMode", "WaitForFirstConsumer"));

    private static MappingNode Pod(string name, params (string Key, object? Value)[] spec) => Map(
        ("apiVersion", "v1"), ("kind", "Pod"), ("metadata", Metadata(name)), ("spec", Map([("containers", Seq(Map(("name", "main")))), Volumes(), .. spec])));

    private static (string, object?) NodeAffinity(string name, params object?[] zones) => ("affinity", Map(("nodeAffinity", Map(
        ("requiredDuringSchedulingIgnoredDuringExecution", Map(
            ("nodeSelectorTerms", Seq(Map(("matchExpressions", Seq(Map(("key", ZoneKeys.Zone), ("operator", name), ("values", Seq(zones))))))))))))));

    private static (string, object?) Preferred() => ("affinity", Map(("podAntiAffinity", Map(
        ("preferredDuringSchedulingIgnoredDuringExecution", Seq(Map(("weight", 100), ("podAffinityTerm", Term()))))))));

    private static Node PinnedTo(string name, string zone) =>
        Workload("apps/v1", "Deployment", name, 2, Map(("app", "web"), ("name", name)), ("nodeSelector", Map((ZoneKeys.Zone, zone))));

    private static Node WithOwner(Node workload) => With(workload, "metadata", m => new MappingNode(m.Span,
        [.. ((MappingNode)m).Entries, .. Map(("ownerReferences", Seq(Map(("kind", "Thing"), ("controller", true))))).Entries]));

    private static MappingNode Karpenter(params object?[] zones) => Map(
        ("apiVersion", "karpenter.sh/v1"), ("kind", "NodePool"), ("metadata", Map(("name", "default"))),
        ("spec", Map(("template", Map(("spec", Map(("requirements", Seq(Map(("key", ZoneKeys.Zone), ("operator", "In"), ("values", Seq(zones))))))))))));

    private static MappingNode Eksctl() => Map(
        ("apiVersion", "eksctl.io/v1alpha5"), ("kind", "ClusterConfig"), ("metadata", Map(("name", "prod"))),
        ("managedNodeGroups", Seq(Map(("name", "g1"), ("availabilityZones", Seq("eu-west-1a"))), Map(("name", "g2"), ("availabilityZones", Seq("eu-west-1a"))))));

    private static MappingNode MachinePool(string name, string kind = "ScalewayManagedMachinePool", params (string, object?)[] more) => Map(
        ("apiVersion", "cluster.x-k8s.io/v1beta1"), ("kind", "MachinePool"), ("metadata", Metadata(name)),
        ("spec", Map([("clusterName", "prod"), ("template", Map(("spec", Map(("infrastructureRef", Map(("kind", kind), ("name", name))))))), .. more])));

    private static MappingNode Machines(string name, string zone, int replicas) => Map(
        ("apiVersion", "cluster.x-k8s.io/v1beta1"), ("kind", "MachineDeployment"), ("metadata", Metadata(name)),
        ("spec", Map(("clusterName", "prod"), ("replicas", replicas), ("template", Map(("spec", Map(("failureDomain", zone))))))));

    private static MappingNode Of(string apiVersion, string kind, Node metadata, Node spec) => Map(("apiVersion", apiVersion), ("kind", kind), ("metadata", metadata), ("spec", spec));

    // What is given stands in place of what is there, or goes.
    private static MappingNode Fields((string Key, object? Value)[] own, (string Key, object? Value)[] other) =>
        Map([.. own.Where(o => other.All(x => x.Key != o.Key)), .. other.Where(x => x.Value != Absent)]);

    private static MappingNode KapsulePool(string name, string? zone, params (string, object?)[] more) => Of("k8s.scaleway.upbound.io/v1alpha1", "Pool", Map(("name", name)), Map(
        ("forProvider", Fields([("clusterIdRef", Map(("name", "prod"))), ("zone", zone), ("nodeType", "PRO2-S"), ("autohealing", true)], more))));

    private static MappingNode Terraform(string type, string name, params (string Key, object? Value)[] arguments) => Map(
        ("apiVersion", "terraform/v1"), ("kind", type), ("metadata", Map(("name", $"{type}.{name}"), ("namespace", "plan.json"))), ("spec", Map(arguments)));

    private static MappingNode DnsRecord(string name, string ip, params (string Key, object? Value)[] more) =>
        Terraform("scaleway_domain_record", name, [("dns_zone", "example.com"), ("name", "shop"), ("type", "A"), ("data", "scaleway_lb_ip." + ip), .. more]);

    private static MappingNode Address(string name, string zone) => Terraform("scaleway_lb_ip", name, ("zone", zone));

    private static MappingNode Autoscaled(string name, string zone) => KapsulePool(name, zone, ("size", 3), ("autoscaling", true), ("minSize", 3), ("maxSize", 6));

    private static MappingNode Emptied(string name, string zone) => KapsulePool(name, zone, ("size", 3), ("autoscaling", true), ("minSize", 0), ("maxSize", 6));

    private static MappingNode OneGroup() => Map(
        ("apiVersion", "eksctl.io/v1alpha5"), ("kind", "ClusterConfig"), ("metadata", Map(("name", "prod"), ("region", "eu-west-1"))),
        ("managedNodeGroups", Seq(Map(("name", "g1"), ("minSize", 3), ("maxSize", 6), ("availabilityZones", Seq("eu-west-1a", "eu-west-1b"))))));

    private static MappingNode Kapsule(params (string, object?)[] more) => Of("k8s.scaleway.upbound.io/v1alpha1", "Cluster", Map(("name", "prod")), Map(
        ("forProvider", Fields([("version", "1.31.2"), ("privateNetworkId", "x"), ("autoscalerConfig", Seq(Map()))], more))));

    private static MappingNode ClusterAutoscaler(string flag) => Of("apps/v1", "Deployment", Map(("name", "cluster-autoscaler")), Map(("replicas", 1), ("template", Map(("spec", Map(
        ("containers", Seq(Map(("name", "a"), ("image", "registry.k8s.io/autoscaling/cluster-autoscaler:v1.31.0"), ("command", Seq("./cluster-autoscaler", flag)), ("args", Seq()))))))))));

    private static MappingNode Managed(string name, string zone, params (string, object?)[] more) => Of(
        "infrastructure.cluster.x-k8s.io/v1alpha2", "ScalewayManagedMachinePool", Map(("name", name), ("labels", Map(("cluster.x-k8s.io/cluster-name", "prod")))),
        Fields([("nodeType", "PRO2-S"), ("zone", zone), ("autohealing", true)], more));

    private static MappingNode ApiCluster() => Of("cluster.x-k8s.io/v1beta1", "Cluster", Map(("name", "prod")), Map(("infrastructureRef", Map(("kind", "ScalewayManagedCluster"), ("name", "prod")))));

    private static MappingNode Infrastructure(params string[] gateways) => Of("infrastructure.cluster.x-k8s.io/v1alpha2", "ScalewayManagedCluster", Map(("name", "prod")), Map(
        ("region", "fr-par"), ("network", Map(("publicGateways", Seq([.. gateways.Select(zone => Map(("zone", zone)))]))))));

    private static MappingNode EksctlIn(string region, params object?[] zones) => Map(
        ("apiVersion", "eksctl.io/v1alpha5"), ("kind", "ClusterConfig"), ("metadata", Map(("name", "prod"), ("region", region))),
        ("managedNodeGroups", Seq(Map(("name", "g1"), ("availabilityZones", Seq(zones))))));

    private static MappingNode AgentPool() => Of("containerservice.azure.com/v1api20231001", "ManagedClustersAgentPool", Map(("name", "a")), Map(("owner", Map(("name", "prod"))), ("count", 3)));

    private static MappingNode ScaleSet(string name) => Of("infrastructure.cluster.x-k8s.io/v1beta1", "AzureMachinePool", Metadata(name), Map(("template", Map(("vmSize", "s")))));

    private static MappingNode ScalewayPool(string name, string zone) => Map(
        ("apiVersion", "infrastructure.cluster.x-k8s.io/v1alpha1"), ("kind", "ScalewayManagedMachinePool"), ("metadata", Metadata(name)), ("spec", Map(("zone", zone))));
}
