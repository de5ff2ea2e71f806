using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE2001: all node pools of a cluster stand in one zone, in each dialect.</summary>
public sealed class NodePoolTests
{
    private static string Node(string name, string zone, string more = "") => $"apiVersion: v1\nkind: Node\nmetadata: {{name: {name}, labels: {{{Zone}: {zone}{more}}}}}\n";

    private static string Karpenter(string name, string requirement, string labels = "{}") =>
        $"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {{name: {name}}}\nspec: {{template: {{metadata: {{labels: {labels}}}, spec: {{requirements: [{requirement}]}}}}}}\n";

    private static string Eksctl(string pools, string more = "", string name = "prod") =>
        $"apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {{name: {name}}}\nmanagedNodeGroups: [{pools}]\n{more}\n";

    private static string Machines(string name, string zone, string cluster = "prod", string ns = "") =>
        $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachineDeployment\nmetadata: {{name: {name}{ns}}}\nspec: {{clusterName: {cluster}, template: {{spec: {{failureDomain: {zone}}}}}}}\n";

    private static string MachinePool(string name, string zones, string infrastructure = "") =>
        $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachinePool\nmetadata: {{name: {name}}}\nspec: {{clusterName: prod, failureDomains: [{zones}], template: {{spec: {{infrastructureRef: {{kind: ScalewayManagedMachinePool, name: {infrastructure}}}}}}}}}\n";

    private static string Scaleway(string name, string zone, string label = "") =>
        $"apiVersion: infrastructure.cluster.x-k8s.io/v1alpha1\nkind: ScalewayManagedMachinePool\nmetadata: {{name: {name}{label}}}\nspec: {{zone: {zone}}}\n";

    [Fact]
    public void Nodes()
    {
        Assert.Equal("", Ids(Node("n1", "a")));
        Assert.Equal("KUBE2001", Ids(Files(Node("n1", "a"), Node("n2", "a"))));
        Assert.Equal("", Ids(Files(Node("n1", "a"), Node("n2", "b"))));
        Assert.Equal("", Ids(Files(Node("n1", "a"), Node("n2", "'${ZONE}'"))));
        Assert.Equal("", Ids(Files(Node("n1", "a"), "apiVersion: v1\nkind: Node\nmetadata: {name: n2}\n")));
        Assert.Equal("KUBE2001", Ids(Files(Node("n1", "a"), Node("n2", "a")).Replace(Zone, OldZone)));
    }

    [Fact]
    public void Control_planes_stand_apart()
    {
        const string label = ", node-role.kubernetes.io/control-plane: ''";
        const string taint = "spec: {taints: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]}\n";
        Assert.Equal("KUBE2001", Ids(Files(Node("m", "b", label) + taint, Node("n1", "a"), Node("n2", "a"))));

        // Without the taint it runs workloads, as the servers of k3s do.
        Assert.Equal("", Ids(Files(Node("m", "b", label), Node("n1", "a"), Node("n2", "a"))));
    }

    [Fact]
    public void Karpenters_pools()
    {
        Assert.Equal("KUBE2001", Ids(Karpenter("p", $"{{key: {Zone}, operator: In, values: [a]}}")));
        Assert.Equal("", Ids(Karpenter("p", $"{{key: {Zone}, operator: In, values: [a, b]}}")));
        Assert.Equal("", Ids(Karpenter("p", "{key: karpenter.sh/capacity-type, operator: In, values: [spot]}")));
        Assert.Equal("", Ids(Karpenter("p", $"{{key: {Zone}, operator: NotIn, values: [a]}}")));
        Assert.Equal("", Ids(Karpenter("p", "{key: topology.k8s.aws/zone-id, operator: In, values: [use1-az1]}")));
        Assert.Equal("KUBE2001", Ids(Karpenter("p", "{key: disk, operator: Exists}", $"{{{Zone}: a}}")));
        Assert.Equal("", Ids(Files(Karpenter("p", $"{{key: {Zone}, operator: In, values: [a]}}"), Karpenter("q", $"{{key: {Zone}, operator: In, values: [b]}}"))));
        Assert.Equal("", Ids(Files(Karpenter("p", $"{{key: {Zone}, operator: In, values: [a]}}"), Karpenter("q", ""))));
    }

    [Fact]
    public void Eksctls_groups()
    {
        Assert.Equal("KUBE2001", Ids(Eksctl("{name: g, availabilityZones: [a]}")));
        Assert.Equal("", Ids(Eksctl("{name: g, availabilityZones: [a]}, {name: h, availabilityZones: [b]}")));
        Assert.Equal("", Ids(Eksctl("{name: g, availabilityZones: [a]}, {name: h}")));
        Assert.Equal("KUBE2001", Ids(Eksctl("{name: g, availabilityZones: [a]}, {name: h}", "availabilityZones: [a]")));
        Assert.Equal("", Ids(Eksctl("{name: g}", "availabilityZones: [a, b]")));
        Assert.Equal("", Ids(Eksctl("{name: g, subnets: [subnet-1]}", "availabilityZones: [a]")));
        Assert.Equal("", Ids(Eksctl("{name: g, availabilityZones: [a]}", "fargateProfiles: [{name: f}]")));
        Assert.Equal("", Ids(Eksctl("{name: g, availabilityZones: [a]}", "nodeGroups: [{name: h, availabilityZones: [b]}]")));
        Assert.Equal("", Ids(Eksctl("{name: g, availabilityZones: ['${AZ}']}")));
    }

    [Fact]
    public void Machine_deployments_of_clusters()
    {
        Assert.Equal("KUBE2001", Ids(Files(Machines("a", "z1"), Machines("b", "z1"))));
        Assert.Equal("", Ids(Files(Machines("a", "z1"), Machines("b", "z2"))));
        Assert.Equal("KUBE2001 KUBE2001", Ids(Files(Machines("a", "z1", "x"), Machines("b", "z2", "y"))));
        Assert.Equal("KUBE2001", Ids(Files(Machines("a", "z1", "x"), Machines("b", "z1", "y"), Machines("c", "z2", "y"))));
        Assert.Equal("", Ids(Files(Machines("a", "z1", "x"), Machines("b", "z2", "'${CLUSTER}'"))));
        Assert.Equal("KUBE2001", Ids(Files(Machines("a", "z1", "'${CLUSTER}'"), Machines("b", "z1", "'${CLUSTER}'"))));
        Assert.Equal("", Ids(Files(Machines("a", "z1", ns: ", namespace: one"), Machines("b", "z2"))));
        Assert.Equal("", Ids(Files(Machines("a", "z1"), Node("n", "z2"))));
    }

    [Fact]
    public void Zones_that_stand_in_a_template_are_told_where_it_is_named()
    {
        const string template = "apiVersion: infrastructure.cluster.x-k8s.io/v1beta2\nkind: IBMVPCMachineTemplate\nmetadata: {name: '${NAME}-md'}\nspec: {template: {spec: {zone: us-south-1}}}\n";
        const string machines = "apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachineDeployment\nmetadata: {name: m}\nspec:\n  clusterName: prod\n  template:\n    spec:\n      infrastructureRef: {kind: IBMVPCMachineTemplate, name: '${NAME}-md'}\n";
        Assert.Equal("KUBE2001 8:62", Lint(Files(machines, template)));
        Assert.Equal("", Lint(machines));
    }

    [Fact]
    public void Machine_pools_and_what_states_their_zones()
    {
        Assert.Equal("KUBE2001", Ids(MachinePool("a", "fr-par-1", "none")));
        Assert.Equal("", Ids(MachinePool("a", "fr-par-1, fr-par-2", "none")));
        Assert.Equal("KUBE2001", Ids(Scaleway("s", "fr-par-1")));
        Assert.Equal("KUBE2001", Ids(Files(MachinePool("a", "", "s"), Scaleway("s", "fr-par-1"))));
        Assert.Equal("", Ids(Files(MachinePool("a", "", "s"), Scaleway("s", "fr-par-1"), MachinePool("b", "", "t"), Scaleway("t", "fr-par-2"))));
        Assert.Equal("", Ids(Files(MachinePool("a", "", "s"), Scaleway("s", "fr-par-1"), Machines("c", "fr-par-2"))));
        Assert.Equal("", Ids(Files(Scaleway("s", "fr-par-1", ", labels: {cluster.x-k8s.io/cluster-name: prod}"), Machines("c", "fr-par-2"))));
    }

    [Fact]
    public void The_same_object_twice_makes_no_cluster()
    {
        Assert.Equal("", Ids(Files(Node("n1", "a"), Node("n1", "a"))));
        Assert.Equal("", Ids(Files(Machines("a", "z1"), Machines("a", "z1"))));
        Assert.Equal("", Ids(Files(Node("n1", "a"), App(Spread(Hard())), App(Spread(Hard())))));
    }

    [Fact]
    public void It_points_at_the_first_pool_and_names_the_others()
    {
        var finding = Assert.Single(Find(Files(Machines("a", "z1"), Machines("b", "z1"))));
        Assert.Equal("Cluster 'prod': both node pools declared here stand in z1; losing that zone leaves no node", finding.Message);
        Assert.Equal((4, 9), (finding.Span.StartPosition.Line, Assert.Single(finding.Related).Span.StartPosition.Line));
    }

    [Fact]
    public void A_cluster_config_is_whole_unless_other_pools_may_be_its_own()
    {
        const string config = "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: c}\nmanagedNodeGroups: [{name: g, availabilityZones: [a]}]\n";
        Assert.Equal("KUBE2001", Ids(config));
        Assert.Equal("KUBE2001", Ids(Files(config, Machines("m", "b"), Machines("n", "c"))));
        Assert.Equal("", Ids(Files(config, Karpenter("p", $"{{key: {Zone}, operator: In, values: [a, b]}}"))));
        Assert.Equal("", Ids(Files(config, Karpenter("p", $"{{key: {Zone}, operator: In, values: [b]}}"))));
    }

    [Fact]
    public void Details_of_machine_pools_are_joined_within_their_namespace()
    {
        string Pool(string ns, string cluster) => Files(
            $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachinePool\nmetadata: {{name: p, namespace: {ns}}}\nspec: {{clusterName: {cluster}, template: {{spec: {{infrastructureRef: {{kind: ScalewayManagedMachinePool, name: p}}}}}}}}\n",
            $"apiVersion: infrastructure.cluster.x-k8s.io/v1alpha1\nkind: ScalewayManagedMachinePool\nmetadata: {{name: p, namespace: {ns}}}\nspec: {{zone: fr-par-1}}\n");
        Assert.Equal(["Cluster 'c1'", "Cluster 'c2'"], Find(Files(Pool("one", "c1"), Pool("two", "c2"))).Select(f => f.Message.Split(':')[0]));
    }
}
