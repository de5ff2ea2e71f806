using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE4002 to KUBE4005 and KUBE4011: where load balancers stand and lead to, and which of them cover each other.</summary>
public sealed class LoadBalancerTests
{
    private const string Scw = "service.beta.kubernetes.io/scw-loadbalancer-";
    private const string Aws = "service.beta.kubernetes.io/aws-load-balancer-";
    private const string Ibm = "service.kubernetes.io/ibm-load-balancer-cloud-provider-";
    private const string Hetzner = "load-balancer.hetzner.cloud/";
    private const string Id = Scw + "id: fr-par-1/11111111-1111-1111-1111-111111111111";
    private const string Selector = ", selector: {app: web}";

    private static string Entry(string annotations, string more = Selector, string name = "web", string ns = "shop") =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: {name}{(ns.Length > 0 ? ", namespace: " + ns : "")}, annotations: {{{annotations}}}}}\nspec: {{type: LoadBalancer, ports: [{{port: 443}}]{more}}}\n";

    private static string In(string zone, string name = "web", string more = Selector, string ns = "shop") => Entry($"{Scw}zone: {zone}", more, name, ns);

    [Theory]
    [InlineData("fr-par-1", "KUBE4011")]
    [InlineData("FR-PAR-1", "KUBE4011")]
    [InlineData("pl-waw-3", "KUBE4011")]
    [InlineData("fr-par-3", "KUBE4011")]
    [InlineData("it-mil-1", "KUBE4002")]
    [InlineData("fr-par-4", "KUBE4002")]
    [InlineData("fr-par", "KUBE4002")]
    [InlineData("eu-west-1a", "KUBE4002")]
    [InlineData("'${ZONE}'", "")]
    public void Zones(string zone, string expected) => Assert.Equal(expected, Ids(In(zone)));

    [Fact]
    public void Zones_that_do_not_count_or_that_the_user_knows()
    {
        Assert.Equal("KUBE4011", Ids(In("fr-par-4"), Options("zones=fr-par-1,fr-par-4")));
        Assert.Equal("", Ids(In("fr-par-4", more: Selector + ", loadBalancerClass: x"), Options("provider=aws")));
        Assert.Equal("KUBE4002", Ids(In("it-mil-1", more: "")));
        Assert.Equal("KUBE4004 KUBE4011", Ids(Entry($"{Id}, {Scw}zone: it-mil-1")));
        Assert.Equal("", Ids(Entry($"{Scw}id: '${{ID}}', {Scw}zone: it-mil-1")));
        Assert.Equal("KUBE4011", Ids(Entry(Hetzner + "location: new1")));
        Assert.Contains("Scaleway has no load balancers in it-mil-1", Message(In("it-mil-1")));
        Assert.Contains("'fr-par-4' is no zone of Scaleway", Message(In("fr-par-4")));
    }

    [Fact]
    public void In_one_zone()
    {
        Assert.Equal("KUBE4003 3:104", Lint(Files(In("fr-par-1"), In("fr-par-1", "b"))));
        Assert.Equal("KUBE4003", Ids(Files(In("fr-par-1"), In("FR-PAR-1", "b"))));
        Assert.Equal("KUBE4003", Ids(Files(In("fr-par-1"), In("fr-par-1", "b"), In("fr-par-1", "c"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-2", "b"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-2", "b"), In("fr-par-1", "c"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("'${ZONE}'", "b"))));
        Assert.Equal("KUBE4001", Ids(Files(In("fr-par-1"), Entry(Scw + "type: LB-S", name: "b"))));
        Assert.Equal("KUBE4002", Ids(Files(In("fr-par-1"), In("it-mil-1", "b"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-1", "b", Selector + ", loadBalancerClass: '${CLASS}'"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-1", "b")), isOpen: true));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-1", "b")), Options("zones=fr-par-1")));
        Assert.Equal(2, Assert.Single(Find(Files(In("fr-par-1"), In("fr-par-1", "b"), In("fr-par-1", "c")))).Related.Count);
    }

    [Fact]
    public void By_the_id_of_what_exists()
    {
        Assert.Equal("KUBE4003", Ids(Files(Entry(Id), In("fr-par-1", "b"))));
        Assert.Equal("KUBE4003", Ids(Files(Entry($"{Scw}id: fr-par/1"), In("fr-par-1", "b"))));
        Assert.Equal("", Ids(Files(Entry(Id), In("fr-par-2", "b"))));
        Assert.Equal("", Ids(Files(Entry($"{Scw}id: 11111111"), In("fr-par-1", "b"))));
    }

    [Fact]
    public void Groups_go_by_selector_and_namespace()
    {
        Assert.Equal("KUBE4011 KUBE4011", Ids(Files(In("fr-par-1"), In("fr-par-1", "b", ", selector: {app: db}"))));
        Assert.Equal("KUBE4011 KUBE4011", Ids(Files(In("fr-par-1"), In("fr-par-1", "b", ", selector: {app: web, tier: x}"))));
        Assert.Equal("KUBE4003", Ids(Files(In("fr-par-1", more: ", selector: {app: web, tier: x}"), In("fr-par-1", "b", ", selector: {tier: x, app: web}"))));
        Assert.Equal("KUBE4011 KUBE4011", Ids(Files(In("fr-par-1"), In("fr-par-1", "b", ns: "other"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-1", "b", ns: ""))));
        Assert.Equal("KUBE4003", Ids(Files(In("fr-par-1", ns: ""), In("fr-par-1", "b", ns: ""))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-2", "b", ns: "'${NS}'"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-2", "b", ", selector: {app: '${APP}'}"))));
        Assert.Equal("", Ids(In("fr-par-1", more: "")));
        Assert.Equal("", Ids(In("fr-par-1", more: ", selector: {}")));
    }

    [Fact]
    public void Who_may_be_one_of_them_leaves_it_open()
    {
        var other = In("fr-par-2", "b");
        Assert.Equal("", Ids(Files(In("fr-par-1"), other.Replace("LoadBalancer", "'${TYPE}'"))));
        Assert.Equal("KUBE4011", Ids(Files(In("fr-par-1"), other.Replace("LoadBalancer", "ClusterIP"))));
        Assert.Equal("KUBE4011", Ids(Files(In("fr-par-1"), other.Replace("type: LoadBalancer, ", ""))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-1", "'${NAME}'"))));
    }

    [Fact]
    public void Variants_of_one_object_are_one()
    {
        Assert.Equal("KUBE4011 KUBE4011", Ids(Files(In("fr-par-1"), In("fr-par-1"))));
        Assert.Equal("", Ids(Files(In("fr-par-1"), In("fr-par-2"))));
    }

    [Theory]
    [InlineData(Hetzner + "location: fsn1", "KUBE4011")]
    [InlineData(Hetzner + "network-zone: eu-central", "")]
    [InlineData(Hetzner + "name: web", "")]
    [InlineData(Ibm + "enable-features: nlb, " + Ibm + "zone: us-south-1", "KUBE4011")]
    [InlineData(Ibm + "zone: us-south-1", "")]
    [InlineData(Aws + "type: nlb", "")]
    [InlineData("loadbalancer.openstack.org/availability-zone: a", "")]
    public void Single(string annotations, string expected) => Assert.Equal(expected, Ids(Entry(annotations)));

    [Fact]
    public void Single_ones_that_cover_each_other_or_are_not_seen()
    {
        Assert.Equal("KUBE4011 3:104", Lint(In("fr-par-1")));
        Assert.Equal("KUBE4011", Ids(Entry(Id)));
        Assert.Equal("", Ids(In("fr-par-1"), isOpen: true));
        Assert.Equal("", Ids(In("fr-par-1"), Options("zones=fr-par-1")));
        Assert.Equal("KUBE4001", Ids(Entry(Scw + "zone: ''")));

        // Beside one that is not zonal it is not the only one.
        Assert.Equal("", Ids(Files(In("fr-par-1"), Entry("", Selector + ", loadBalancerClass: example.com/x", "b"))));
    }

    [Theory]
    [InlineData(Id + ", " + Scw + "zone: fr-par-2", "KUBE4004 KUBE4011")]
    [InlineData(Id + ", " + Scw + "zone: FR-PAR-1", "KUBE4011")]
    [InlineData(Id + ", " + Scw + "zone: ''", "KUBE4011")]
    [InlineData(Scw + "id: fr-par/1, " + Scw + "zone: fr-par-1", "KUBE4011")]
    [InlineData(Scw + "id: fr-par/1, " + Scw + "zone: fr-par-2", "KUBE4004 KUBE4011")]
    [InlineData(Scw + "id: abc, " + Scw + "zone: fr-par-2", "")]
    [InlineData(Id + ", " + Scw + "zone: '${ZONE}'", "KUBE4011")]
    public void Ids_and_zones(string annotations, string expected) => Assert.Equal(expected, Ids(Entry(annotations)));

    [Fact]
    public void Classes_that_the_clouds_leave_alone()
    {
        const string refused = Selector + ", loadBalancerClass: example.com/x";
        Assert.Equal("KUBE4004", Ids(In("fr-par-1", more: refused)));
        Assert.Equal("KUBE4004", Ids(Entry(Scw + "type: LB-S", refused)));
        Assert.Equal("KUBE4004", Ids(Entry(Hetzner + "location: fsn1", refused)));
        Assert.Equal("", Ids(In("fr-par-1", more: Selector + ", loadBalancerClass: '${CLASS}'")));

        // Without Scaleway's annotations another controller serves it.
        Assert.Equal("", Ids(Entry("note: x", refused), Options("provider=scaleway")));
        Assert.Equal("", Ids(Entry(Hetzner + "location: fsn1", refused), Options("provider=scaleway")));
    }

    [Theory]
    [InlineData(Zone + "=fr-par-1", "KUBE4005 KUBE4011")]
    [InlineData("pool=a," + OldZone + "=fr-par-1", "KUBE4005 KUBE4011")]
    [InlineData("topology.csi.scaleway.com/zone=fr-par-1", "KUBE4005 KUBE4011")]
    [InlineData("k8s.scaleway.com/pool-name=a", "KUBE4011")]
    [InlineData(Zone, "KUBE4011")]
    [InlineData(Zone + "=", "KUBE4011")]
    [InlineData(Region + "=fr-par", "KUBE4011")]
    [InlineData("${LABELS}", "KUBE4011")]
    public void Backends_by_label(string labels, string expected) =>
        Assert.Equal(expected, Ids(Entry($"{Scw}zone: fr-par-1, {Scw}target-node-labels: '{labels}'")));

    [Theory]
    [InlineData(Aws + "target-node-labels: " + Zone + "=a", "KUBE4005")]
    [InlineData(Aws + "target-node-labels: " + Zone + "=a, " + Aws + "nlb-target-type: instance", "KUBE4005")]
    [InlineData(Aws + "target-node-labels: " + Zone + "=a, " + Aws + "nlb-target-type: ip", "")]
    [InlineData(Aws + "target-node-labels: " + Zone + "=a, " + Aws + "type: external", "")]
    [InlineData(Aws + "target-node-labels: " + Zone + "=a, " + Aws + "type: external, " + Aws + "nlb-target-type: instance", "KUBE4005")]
    [InlineData(Aws + "subnets: subnet-1", "KUBE4005")]
    [InlineData(Aws + "subnets: 'subnet-1,'", "KUBE4005")]
    [InlineData(Aws + "subnets: 'subnet-1, subnet-2'", "")]
    [InlineData(Aws + "subnets: ''", "")]
    [InlineData(Aws + "subnets: '${SUBNETS}'", "")]
    [InlineData(Hetzner + "network-zone: eu-central, " + Hetzner + "node-selector: 'role!=db,csi.hetzner.cloud/location == fsn1'", "KUBE4005")]
    [InlineData(Hetzner + "network-zone: eu-central, " + Hetzner + "node-selector: 'csi.hetzner.cloud/location in (fsn1, nbg1)'", "")]
    [InlineData(Hetzner + "network-zone: eu-central, " + Hetzner + "node-selector: 'csi.hetzner.cloud/location!=fsn1'", "")]
    [InlineData("loadbalancer.openstack.org/node-selector: " + Zone + "=nova1", "KUBE4005")]
    public void Backends_elsewhere(string annotations, string expected) => Assert.Equal(expected, Ids(Entry(annotations)));

    [Fact]
    public void Backends_in_turn()
    {
        static string Subnet(string subnet, string name = "web", string more = Selector) => Entry(Aws + "subnets: " + subnet, more, name);
        Assert.Equal("KUBE4005 3:108", Lint(Subnet("s1")));
        Assert.Equal("", Ids(Files(Subnet("s1"), Subnet("s2", "b"))));
        Assert.Equal("KUBE4005 KUBE4005", Ids(Files(Subnet("s1"), Subnet("s1", "b"))));
        Assert.Equal("", Ids(Files(Subnet("s1"), Entry(Aws + "type: nlb", name: "b"))));
        Assert.Equal("", Ids(Files(Subnet("s1"), Subnet("s2", "b", ", selector: {app: '${APP}'}"))));
        Assert.Equal("KUBE4005", Ids(Subnet("s1", more: "")));
        Assert.Equal("KUBE4005", Ids(Subnet("s1", more: Selector + ", loadBalancerClass: service.k8s.aws/nlb")));
        Assert.Equal("", Ids(Subnet("s1", more: Selector + ", loadBalancerClass: example.com/x")));
        Assert.Equal("", Ids(Subnet("s1"), isOpen: true));
        Assert.Equal("", Ids(Subnet("s1"), Options("zones=a")));
        Assert.Equal("", Ids(Subnet("s1"), Options("provider=gcp")));
    }

    [Fact]
    public void Patches_are_no_load_balancers() => Assert.Equal("", Ids(In("fr-par-9").Replace(", ports: [{port: 443}]", "")));
}
