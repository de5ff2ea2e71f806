using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Tests;

public sealed class DeclarationTests
{
    [Fact]
    public void What_is_left_out_is_what_is_best()
    {
        var cluster = Declared.Cluster(Declared.Smallest + "workloads: [{ name: web, image: a/web:1 }]");

        Assert.Equal(["fr-par-1", "fr-par-2", "fr-par-3"], cluster.Zones);
        Assert.Equal(new NodeDeclaration("PRO2-XXS", 1, 3), cluster.Nodes);
        Assert.Equal((Isolation.Controlled, new MaintenanceWindow("sunday", 2), null, 3), (cluster.Isolation, cluster.Maintenance, cluster.Dns, cluster.IngressReplicas));
        Assert.Equal((3, null, null), (cluster.Workloads[0].Replicas, cluster.Workloads[0].Autoscaling, cluster.Workloads[0].State));
    }

    [Fact]
    public void The_example_is_right() => Assert.Equal("", Declared.Problems(Commands.ExampleCommand.Text));

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "a region that there is not", "region: fr-pr", "(1,9): error: 'fr-pr' is no region known here; did you mean 'fr-par'?" },
        { "a region of one zone", "region: it-mil", "(1,9): error: it-mil has one zone only, it-mil-1; no cluster there can survive its loss; choose fr-par, nl-ams, pl-waw" },
        { "a zone of another region", "zones: [fr-par-1, nl-ams-1]", "(1,19): error: nl-ams-1 is no zone of fr-par, which has fr-par-1, fr-par-2, fr-par-3; a cluster stands in one region" },
        { "a zone that there is not", "zones: [fr-par-1, fr-par-9]", "(1,19): error: 'fr-par-9' is no zone known here; did you mean 'fr-par-1'?" },
        { "a zone twice", "zones: [fr-par-1, fr-par-1, fr-par-2]", "(1,19): error: fr-par-1 stands in zones twice" },
        { "one zone", "zones: [fr-par-1]", "(1,8): error: zones has 2 items at least" },
        { "too few nodes", "nodes: { min: 1 }\nzones: [fr-par-1, fr-par-2]", "(1,15): error: 1 node in each of 2 zones makes 2 in all; have three at least, so that the loss of a zone leaves more than one: use min: 2, or a third zone" },
        { "no node", "nodes: { min: 0 }", "(1,15): error: with no node in a zone the zone does not exist to the scheduler, and replicas spread over the others alone; have 1 at least" },
        { "more nodes at least than at most", "nodes: { min: 4, max: 2 }", "(1,23): error: max is 2, below min, which is 4" },
        { "a type that is too small", "nodes: { type: DEV1-S }", "(1,16): error: DEV1-S has too little memory to be a node of Kapsule (as have DEV1-S, PLAY2-PICO, STARDUST); take PRO2-XXS" },
        { "another one", "nodes: { type: STARDUST1-S }", "(1,16): error: STARDUST1-S has too little memory to be a node of Kapsule (as have DEV1-S, PLAY2-PICO, STARDUST); take PRO2-XXS" },
        { "a type that not every zone offers", "nodes: { type: H100-1-80G }", "(1,16): error: H100-1-80G is not offered in fr-par-1, fr-par-3, only in fr-par-2, pl-waw-2; every zone needs nodes of one type, so that its work can move" },
        { "a type that is not known", "nodes: { type: PRO2-XSX }", "(1,16): warning: 'PRO2-XSX' is no type of Instance that is known here; with SCW_SECRET_KEY set, plan asks Scaleway; did you mean 'PRO2-XS'?" },
        { "a version before the fix", "kubernetes: 1.26.7", "(1,13): error: Kapsule 1.26.7 binds volumes in a zone that is picked before their pod has one; use 1.29 or newer" },
        { "a version whose patch decides", "kubernetes: 1.28", "(1,13): error: the patch decides whether volumes of Kapsule 1.28 wait for a zone, from 1.28.1 on; use 1.29 or newer, of which every patch does" },
        { "a patch", "kubernetes: 1.34.2", "(1,13): error: write 1.34: patches are installed in the maintenance window, for which Scaleway takes a minor version" },
        { "no version", "kubernetes: newest", "(1,13): error: kubernetes is a minor version, as 1.34, and not 'newest'" },
        { "full isolation", "isolation: full", "(1,12): warning: in full isolation all nodes leave through one public gateway, in one zone: when that zone is lost, the nodes of every zone lose the way out; 'drill' shows it" },
        { "an unknown key", "isolaton: full", "(1,1): error: 'isolaton' is no key of a cluster; did you mean 'isolation'?" },
        { "an unknown key inside", "nodes: { kind: PRO2-S }", "(1,10): error: 'kind' is no key in nodes; there are type, min, max" },
        { "a text for a number", "ingress: { replicas: '3' }", "(1,22): error: replicas is a whole number from 1 to 100, and not '3' in quotes" },
        { "a number for a text", "domain: 12", "(1,9): error: domain is a domain, as example.com, and not '12'; put it in quotes where it is meant as text" },
        { "a text for a list", "zones: fr-par-1", "(1,8): error: zones is a list, and not 'fr-par-1'; write [fr-par-1]" },
        { "a list for a mapping", "nodes: [1]", "(1,8): error: nodes holds keys (type, min, max), and is not a list" },
        { "a placeholder", "domain: ${DOMAIN}", "(1,9): error: '${DOMAIN}' is a placeholder, and nothing fills it in here; write the value itself" },
        { "a name of Kubernetes", "name: kube-system", "(1,7): error: the namespace of the workloads has the name of the cluster, and 'kube-system' is one that Kubernetes or the ingress controller has" },
        { "a name in capitals", "name: Shop", "(1,7): error: name is a name of lower-case letters, digits and hyphens that starts with a letter, and not 'Shop'" },
        { "a name that is too long", "name: a-name-that-is-so-long-that-no-host-can-have-it-behind-its-own", "(1,7): error: name has 40 characters at most, and this has 62" },
        { "an hour that there is not", "maintenance: { hour: 24 }", "(1,22): error: hour is a whole number from 0 to 23, and not '24'" },
        { "fewer controllers than zones", "ingress: { replicas: 2 }", "(1,22): error: 2 replicas for 3 zones leave 1 without one; have 3 at least" },
        { "a subdomain of nothing", "subdomain: prod", "(1,12): error: a subdomain needs the domain that it belongs to; write domain beside it" },
        { "a key twice", "domain: a.example\ndomain: b.example", "(2,1): error: the key 'domain' stands here twice, before in line 1; the last one counts" },
        { "fewer replicas than zones", "workloads: [{ name: a, image: b, replicas: 1 }]", "(1,44): error: 1 replica for 3 zones leave 2 without one; have 3 at least" },
        { "a scaled workload with fewer", "workloads: [{ name: a, image: b, autoscaling: { min: 2, max: 5 } }]", "(1,54): error: 2 replicas for 3 zones leave 1 without one; have 3 at least" },
        { "two counts", "workloads: [{ name: a, image: b, replicas: 3, autoscaling: { max: 5 } }]", "(1,44): error: replicas and autoscaling contradict each other; write the fewest replicas as autoscaling.min" },
        { "a most below the least", "workloads: [{ name: a, image: b, autoscaling: { min: 4, max: 3 } }]", "(1,62): error: max is 3, below the fewest replicas, 4" },
        { "a volume that all would share", "workloads: [{ name: a, image: b, volume: 1Gi }]", "(1,42): error: a volume stands in one zone, and all replicas would have to run there to share it; write stateful: true, and each replica has its own" },
        { "nothing to mount", "workloads: [{ name: a, image: b, stateful: true, mount: /a }]", "(1,57): error: there is nothing to mount; write the size of the volume beside it" },
        { "a size in another unit", "workloads: [{ name: a, image: b, stateful: true, volume: 10GB }]", "(1,58): error: volume is a size in Gi or Ti, as 20Gi, and not '10GB'" },
        { "a host without a domain", "workloads: [{ name: a, image: b, host: c, ports: [1] }]", "(1,40): error: a host needs the domain that it belongs to; write domain beside workloads" },
        { "the host of the load balancers", "domain: a.example\nworkloads: [{ name: a, image: b, host: ingress, ports: [1] }]", "(2,40): error: 'ingress' is the record of the load balancers, whose health check must not reach a workload; choose another name" },
        { "a host without a port", "domain: a.example\nworkloads: [{ name: a, image: b, host: c }]", "(2,40): error: a host needs a port that requests go to; write ports beside it" },
        { "two of one name", "workloads: [{ name: a, image: b }, { name: a, image: b }]", "(1,44): error: another workload is called 'a' too" },
        { "a port that there is not", "workloads: [{ name: a, image: b, ports: [70000] }]", "(1,42): error: an item of ports is a whole number from 1 to 65535, and not '70000'" },
        { "no image", "workloads: [{ name: a }]", "(1,15): error: image is missing: its container image, with a tag or a digest" },
        { "an image with a space", "workloads: [{ name: a, image: 'a b' }]", "(1,31): error: image is an image, as registry.example.com/shop/web:1.4, and not 'a b'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_impossible_is_told_with_its_place(string what, string line, string expected)
    {
        _ = what;
        var written = line.Split('\n').Select(l => l.Split(':')[0]).ToHashSet();
        var rest = (Declared.Smallest + "nodes: { min: 2 }").Split('\n').Where(l => !written.Contains(l.Split(':')[0]));

        Assert.Equal("cluster.yaml" + expected, Declared.Problems($"{line}\n{string.Join('\n', rest)}"));
    }

    [Theory]
    [InlineData("", "(1,1): error: the file is empty; 'kubelint-kapsule example' prints one to start from")]
    [InlineData("- a", "(1,1): error: A cluster holds keys (name, region, zones, nodes, kubernetes, isolation, maintenance, domain, subdomain, ingress, workloads), and is not a list")]
    [InlineData("a: b: c", "(1,5): error: ': ' can't stand inside a value without quotes; quote it, or look at the indentation")]
    [InlineData("name: shop\n---\nname: shop", "(2,1): error: one file declares one cluster; put the other document in a file of its own")]
    [InlineData("{{ if .a }}", "(1,1): error: this is no YAML mapping; templates are not filled in here")]
    public void What_is_no_declaration_is_told(string text, string expected) => Assert.Equal("cluster.yaml" + expected, Declared.Problems(text));

    [Fact]
    public void All_is_told_at_once_in_the_order_of_the_text()
    {
        var problems = Declared.Problems("""
            name: Shop
            region: fr-par
            kubernetes: 1.20
            workloads:
              - name: web
                replica: 3
            """);

        Assert.Equal("""
            cluster.yaml(1,7): error: name is a name of lower-case letters, digits and hyphens that starts with a letter, and not 'Shop'
            cluster.yaml(3,13): error: Kapsule 1.20 binds volumes in a zone that is picked before their pod has one; use 1.29 or newer
            cluster.yaml(5,5): error: image is missing: its container image, with a tag or a digest
            cluster.yaml(6,5): error: 'replica' is no key of an item of workloads; did you mean 'replicas'?
            """, problems, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Whatever_is_written_is_planned_or_told()
    {
        var text = Declared.Text(isolation: "full");
        var broken = Enumerable.Range(0, text.Length).SelectMany(place => new[] { text[..place], text.Remove(place, 1), text.Remove(place, 1).Insert(place, "?"), text.Insert(place, "\n"), text.Insert(place, ": ") });

        Assert.All(broken, changed =>
        {
            var read = DeclarationReader.Read("cluster.yaml", changed);
            if (read.Cluster is { } cluster) Assert.NotEmpty(Planning.ClusterPlan.Of(cluster));
            else Assert.Contains(read.Diagnostics, d => d.IsError && d.Place.StartPosition.Line >= 1);
        });
    }

    [Theory]
    [InlineData("fr-par", "[fr-par-1, fr-par-2, fr-par-3]", "fr-par-1 fr-par-2")]
    [InlineData("nl-ams", "[nl-ams-3, nl-ams-1, nl-ams-2]", "nl-ams-1 nl-ams-2 nl-ams-3")]
    [InlineData("fr-par", "[fr-par-2, fr-par-3]", "fr-par-1 fr-par-2")]
    public void Two_zones_at_least_have_a_load_balancer(string region, string zones, string expected) =>
        Assert.Equal(expected, string.Join(' ', Declared.Cluster($"name: shop\nregion: {region}\nzones: {zones}\nkubernetes: 1.34\nnodes: {{ min: 2 }}").LoadBalancerZones));

    [Fact]
    public void The_gateway_stands_beside_the_entry_of_the_control_plane_so_that_one_zone_takes_both() =>
        Assert.Equal("fr-par-1", Declared.Cluster(Declared.Smallest + "zones: [fr-par-2, fr-par-3]\nnodes: { min: 2 }").GatewayZone);
}
