using KubeLint.Configuration;
using KubeLint.Yaml.Editing;
using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>What the rules about pools, storage and entries offer to mend, where, and where not; the pages show the rest.</summary>
public sealed class ClusterFixTests
{
    private const string ScwZone = "service.beta.kubernetes.io/scw-loadbalancer-zone";
    private const string ScwId = "service.beta.kubernetes.io/scw-loadbalancer-id";
    private const string Hostname = "kubernetes.io/hostname";
    private static readonly LintOptions France = Options("provider=scaleway", "zones=fr-par-1,fr-par-2,fr-par-3");
    private static readonly LintOptions Holland = Options("provider=scaleway", "zones=nl-ams-1,nl-ams-2,nl-ams-3");

    private static string Offered(string id, string yaml, LintOptions? options = null, bool isOpen = false) => Offered(id, [("app.yaml", yaml)], options, isOpen);

    private static string Offered(string id, (string Path, string Text)[] files, LintOptions? options = null, bool isOpen = false) =>
        string.Join(" | ", Find(files, options, Only(id), isOpen).SelectMany(f => f.Fixes, (f, fix) => $"{f.Resource!.Name} {fix.Id}: {fix.Title}"));

    // The text that all findings' fixes of one choice make; the rule has nothing to say then, and no other has more than before.
    private static string Fixed(string id, string yaml, string choice = "", LintOptions? options = null)
    {
        var before = Find(yaml, options);
        var edits = before.Where(f => f.Rule.Id == id).SelectMany(f => f.Fixes).Where(fix => fix.Id == choice).SelectMany(fix => fix.Edits).ToList();
        Assert.NotEmpty(edits);
        var outcome = YamlEditor.Edit("app.yaml", yaml, edits);
        Assert.Null(outcome.Refusal);
        Assert.Empty(Find(outcome.Text, options).Select(f => f.Rule.Id).Except(before.Select(f => f.Rule.Id).Where(rule => rule != id)));
        return outcome.Text;
    }

    private static string Class(string name, string more, string provisioner = "ebs.csi.aws.com") =>
        $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: {name}}}\nprovisioner: {provisioner}\n{more}";

    private static string Narrow(string topologies, string mode = "WaitForFirstConsumer") => Class("fast", $"volumeBindingMode: {mode}\nallowedTopologies: [{topologies}]\n");

    private static string Term(string values, string more = "") => $"{{matchLabelExpressions: [{{key: {Zone}, values: [{values}]}}{more}]}}";

    private static string Default(string name, string mark = "storageclass.kubernetes.io/is-default-class: 'true'") =>
        $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: {name}, annotations: {{{mark}}}}}\nprovisioner: ebs.csi.aws.com\nvolumeBindingMode: WaitForFirstConsumer\n";

    private static string Claim(string spec = "storageClassName: fast, ") =>
        $"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: data, namespace: shop}}\nspec: {{{spec}accessModes: [ReadWriteOnce]}}\n";

    private static string Pod(string spec) =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{name: import, namespace: shop}}\nspec: {{containers: [{{name: main}}], {spec}, volumes: [{{name: v, persistentVolumeClaim: {{claimName: data}}}}]}}\n";

    private static string Entry(string name, string annotations = "", string more = "", string selector = ", selector: {app: web}", string ns = "shop") =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: {name}, namespace: {ns}, annotations: {{{annotations}}}}}\nspec: {{type: LoadBalancer, ports: [{{port: 443}}]{selector}{more}}}\n";

    private static string In(string zone, string name) => Entry(name, $"{ScwZone}: {zone}");

    private static string Pool(string name, string zone, string more = "") =>
        $"apiVersion: k8s.scaleway.upbound.io/v1alpha1\nkind: Pool\nmetadata: {{name: {name}}}\nspec: {{forProvider: {{clusterIdRef: {{name: prod}}, nodeType: PRO2-S, zone: {zone}, autoscaling: true, size: 3, minSize: 3, maxSize: 6{more}}}}}\n";

    private static string Balanced(string settings) => Files(
        Pool("a", "fr-par-1", ", autohealing: true"),
        Pool("b", "fr-par-2", ", autohealing: true"),
        $"apiVersion: k8s.scaleway.upbound.io/v1alpha1\nkind: Cluster\nmetadata: {{name: prod}}\nspec: {{forProvider: {{version: 1.31.2, privateNetworkId: x{settings}}}}}\n");

    private static string Azure(string settings) => Files(
        AgentPool("a", "1"),
        AgentPool("b", "2"),
        $"apiVersion: containerservice.azure.com/v1\nkind: ManagedCluster\nmetadata: {{name: prod}}\nspec: {{owner: {{name: group}}{settings}}}\n");

    private static string AgentPool(string name, string zone) =>
        $"apiVersion: containerservice.azure.com/v1\nkind: ManagedClustersAgentPool\nmetadata: {{name: {name}}}\nspec: {{owner: {{name: prod}}, availabilityZones: ['{zone}'], vmSize: m, enableAutoScaling: true, minCount: 2, maxCount: 5}}\n";

    private static string Flags(string words) => Files(
        Pool("a", "fr-par-1", ", autohealing: true"),
        Pool("b", "fr-par-2", ", autohealing: true"),
        $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: ca}}\nspec: {{template: {{spec: {{containers: [{{image: cluster-autoscaler:v1, {words}}}]}}}}}}\n");

    [Fact]
    public void Balancing_is_turned_on_in_the_form_of_the_settings()
    {
        Assert.Contains("autoscalerConfig: [{expander: random, balanceSimilarNodeGroups: true}]", Fixed("KUBE2005", Balanced(", autoscalerConfig: [{expander: random}]")));
        Assert.Contains("autoscalerConfig: [{balanceSimilarNodeGroups: true}]", Fixed("KUBE2005", Balanced(", autoscalerConfig: [{balanceSimilarNodeGroups: false}]")));
        Assert.Contains("autoscalerConfig: {expander: random, balanceSimilarNodeGroups: true}", Fixed("KUBE2005", Balanced(", autoscalerConfig: {expander: random}")));
        Assert.Contains("autoScalerProfile: {expander: random, balance-similar-node-groups: \"true\"}", Fixed("KUBE2005", Azure(", autoScalerProfile: {expander: random}")).Replace('\'', '"'));
        Assert.Contains("balance-similar-node-groups: 'true'", Fixed("KUBE2005", Azure(", autoScalerProfile: {balance-similar-node-groups: 'false'}")));
        Assert.Contains("balance-similar-node-groups:", Fixed("KUBE2005", Azure("")));

        // Whether a list takes the setting is not known.
        Assert.Equal("", Offered("KUBE2005", Balanced("")));
        Assert.Equal("", Offered("KUBE2005", Balanced(", autoscalerConfig: []")));
    }

    [Fact]
    public void Balancing_is_turned_on_by_a_flag_where_flags_stand()
    {
        Assert.Contains("command: [./cluster-autoscaler, --v=4, --balance-similar-node-groups]", Fixed("KUBE2005", Flags("command: [./cluster-autoscaler, --v=4]")).Replace("\"", ""));
        Assert.Contains("args: [--v=4, --balance-similar-node-groups]", Fixed("KUBE2005", Flags("command: [./cluster-autoscaler], args: [--v=4]")).Replace("\"", ""));
        Assert.Contains("args: [--balance-similar-node-groups=true, --v=4]", Fixed("KUBE2005", Flags("args: [--balance-similar-node-groups=false, --v=4]")).Replace("\"", ""));

        Assert.Equal("", Offered("KUBE2005", Flags("command: [sh, -c, ./cluster-autoscaler, --v=4]")));
        Assert.Equal("", Offered("KUBE2005", Flags("args: [--v=4, --, more]")));
        Assert.Equal("", Offered("KUBE2005", Flags("args: [--nodes, '1:3:a']")));
        Assert.Equal("", Offered("KUBE2005", Flags("args: [--balance-similar-node-groups=false, --balance-similar-node-groups=false]")));
    }

    [Fact]
    public void Autohealing_is_turned_on_where_it_stands_or_would()
    {
        Assert.Contains("autohealing: true", Fixed("KUBE2006", Pool("a", "fr-par-1")));
        Assert.Contains("autohealing: true", Fixed("KUBE2006", Pool("a", "fr-par-1", ", autohealing: false")));
        var crossplane = "apiVersion: container.gcp.upbound.io/v1beta1\nkind: NodePool\nmetadata: {name: p}\nspec: {forProvider: {location: us-east1, management: [{autoRepair: false}]}}\n";
        Assert.Contains("management: [{autoRepair: true}]", Fixed("KUBE2006", crossplane));
        Assert.Equal("", Ids(crossplane.Replace("autoRepair: false", "autoUpgrade: false")));
    }

    [Theory]
    [InlineData("volumeBindingMode: Immediate\n")]
    [InlineData("volumeBindingMode:\n")]
    [InlineData("volumeBindingMode: null\n")]
    [InlineData("volumeBindingMode: ~\n")]
    [InlineData("")]
    public void Immediate_binding_gives_way_however_it_is_written(string mode) =>
        Assert.EndsWith("\nvolumeBindingMode: WaitForFirstConsumer\n", Fixed("KUBE3001", Class("fast", mode)));

    [Fact]
    public void Binding_stays_immediate_for_pods_that_no_scheduler_places()
    {
        Assert.NotEqual("", Offered("KUBE3001", Files(Class("fast", ""), Claim(), Pod("restartPolicy: Never"))));
        Assert.Equal("", Offered("KUBE3001", Files(Class("fast", ""), Claim(), Pod("nodeName: node-1"))));
        Assert.Equal("", Offered("KUBE3001", Files(Default("fast").Replace("WaitForFirstConsumer", "Immediate"), Claim(""), Pod("nodeName: node-1"))));
        Assert.NotEqual("", Offered("KUBE3001", Files(Class("fast", ""), Class("slow", "volumeBindingMode: WaitForFirstConsumer\n"), Claim("storageClassName: slow, "), Pod("nodeName: node-1"))));
        Assert.Equal("", Offered("KUBE3001", Files(Class("fast", ""), App("nodeName: node-1", 1, "StatefulSet")
            + "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast}}]\n")));
    }

    [Fact]
    public void A_class_of_one_zone_has_two_ways_out_where_the_zones_are_known()
    {
        var abc = Options("zones=a,b,c");
        Assert.Equal("fast all-zones: Name a and c too | fast no-topologies: Remove allowedTopologies", Offered("KUBE3002", Narrow(Term("b")), abc));
        Assert.Contains("values: [b, a, c]", Fixed("KUBE3002", Narrow(Term("b")), "all-zones", abc));
        Assert.DoesNotContain("allowedTopologies", Fixed("KUBE3002", Narrow(Term("b")), "no-topologies", abc));

        Assert.Equal("", Offered("KUBE3002", Narrow(Term("b"))));
        Assert.Equal("", Offered("KUBE3002", Narrow(Term("x")), abc));
        Assert.Equal("", Offered("KUBE3002", Narrow(Term("b"), "Immediate"), abc));
        Assert.Equal("", Offered("KUBE3002", Narrow(Term("b", ", {key: disk, values: [ssd]}")), abc));
        Assert.Equal("", Offered("KUBE3002", Narrow(Term("b") + ", " + Term("b")), abc));
    }

    [Fact]
    public void A_volume_gets_the_zone_of_its_handle_alone()
    {
        string Volume(string driver, string handle, string more = "") =>
            $"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: disk}}\nspec: {{capacity: {{storage: 1Gi}}, csi: {{driver: {driver}, volumeHandle: {handle}}}{more}}}\n";
        const string google = "projects/p/zones/us-east1-b/disks/d";
        Assert.Contains("us-east1-b", Fixed("KUBE3005", Volume("pd.csi.storage.gke.io", google)).Split("nodeAffinity")[1]);
        Assert.Contains("fr-par-1", Fixed("KUBE3005", Volume("csi.scaleway.com", "fr-par-1/1", ", nodeAffinity: null")).Split("nodeAffinity")[1]);

        Assert.Equal("", Offered("KUBE3005", Volume("ebs.csi.aws.com", "vol-1")));
        Assert.Equal("", Offered("KUBE3005", Volume("csi.scaleway.com", "fr-par-1/1", $", nodeAffinity: {{required: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {Region}, operator: In, values: [fr-par]}}]}}]}}}}")));
        Assert.Equal("", Offered("KUBE3005", Volume("csi.scaleway.com", "fr-par-1/1", ", nodeAffinity: {}")));
    }

    [Fact]
    public void One_of_several_default_classes_is_kept_by_name()
    {
        const string both = "storageclass.kubernetes.io/is-default-class: 'true', storageclass.beta.kubernetes.io/is-default-class: 'true'";
        Assert.Equal("a a: Mark a alone as default | a b: Mark b alone as default", Offered("KUBE3006", Files(Default("a"), Default("b"))));
        Assert.Equal(2, Fixed("KUBE3006", Files(Default("a", both), Default("b")), "b").Split("'false'").Length - 1);
        Assert.Equal(2, Fixed("KUBE3006", Files(Default("a"), Default("b"), Default("c")), "c").Split("'false'").Length - 1);

        // A choice needs another, and a name that can be written behind --prefer.
        Assert.Equal("", Offered("KUBE3006", Files(Default("a"), Default("b.example.com"))));
        Assert.Equal("a a: Mark a alone as default | a c: Mark c alone as default", Offered("KUBE3006", Files(Default("a"), Default("2b"), Default("c"))));

        Assert.NotEqual("", Offered("KUBE3006", Files(Default("a"), Default("b"), Claim())));
        Assert.Equal("", Offered("KUBE3006", Files(Default("a"), Default("b"), Claim(""))));
    }

    [Fact]
    public void A_pod_that_names_its_node_selects_it_instead()
    {
        string With(string spec) => Files(Class("fast", "volumeBindingMode: WaitForFirstConsumer\n"), Claim(), Pod(spec));
        var text = Fixed("KUBE3007", With("nodeName: node-1, nodeSelector: {disk: ssd}"));
        Assert.Contains($"nodeSelector: {{disk: ssd, {Hostname}: node-1}}", text);
        Assert.DoesNotContain("nodeName", text);
        Assert.Contains($"{Hostname}: \"17\"", Fixed("KUBE3007", With("nodeName: '17'")).Replace('\'', '"'));
        Assert.Equal("", Offered("KUBE3007", With($"nodeName: node-1, nodeSelector: {{{Hostname}: other}}")));
        Assert.Equal("", Offered("KUBE3007", With($"nodeName: node-1, nodeSelector: {{{Hostname}: '${{NODE}}'}}")));
        Assert.Equal("", Offered("KUBE3007", With("nodeName: node-1, nodeSelector: '${SELECTOR}'")));

        string Set(int replicas) => Files(Class("fast", "volumeBindingMode: WaitForFirstConsumer\n"), App("nodeName: node-1", replicas, "StatefulSet")
            + "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast}}]\n");
        Assert.NotEqual("", Offered("KUBE3007", Set(1)));
        Assert.Equal("", Offered("KUBE3007", Set(2)));
    }

    [Fact]
    public void A_load_balancer_gets_the_one_zone_that_is_left()
    {
        Assert.Equal($"b : Set {ScwZone} to fr-par-2", Offered("KUBE4001", Files(In("fr-par-1", "a"), Entry("b")), France));
        Assert.Contains($"{ScwZone}: 'fr-par-2'", Fixed("KUBE4001", Files(In("fr-par-1", "a"), Entry("b", $"{ScwZone}: ''")), "", France));
        Assert.Contains($"{ScwZone}: fr-par-2", Fixed("KUBE4001", Files(In("fr-par-1", "a"), Entry("b").Replace("annotations: {}", "annotations: null")), "", France));

        // By the pools of the set.
        var pools = Files(Pool("p", "fr-par-1", ", autohealing: true"), Pool("q", "fr-par-2", ", autohealing: true"));
        Assert.Contains($"{ScwZone}: fr-par-2", Fixed("KUBE4001", Files(pools, In("fr-par-1", "a"), Entry("b"))));

        // Once all zones have one, it is for people to say which gets another.
        Assert.Equal($"c fr-par-1: Set {ScwZone} to fr-par-1 | c fr-par-2: Set {ScwZone} to fr-par-2", Offered("KUBE4001", Files(In("fr-par-1", "a"), In("fr-par-2", "b"), Entry("c")), France));
    }

    [Fact]
    public void A_load_balancer_has_a_choice_where_several_zones_are_left()
    {
        Assert.Equal($"b nl-ams-2: Set {ScwZone} to nl-ams-2 | b nl-ams-3: Set {ScwZone} to nl-ams-3", Offered("KUBE4001", Files(In("nl-ams-1", "a"), Entry("b")), Holland));

        // The first comes first: with its zone the other has one left.
        Assert.StartsWith("a fr-par-1: ", Offered("KUBE4001", Files(Entry("a"), Entry("b")), France));
        Assert.DoesNotContain("b fr-par-1: ", Offered("KUBE4001", Files(Entry("a"), Entry("b")), France));
        Assert.DoesNotContain("b nl-ams-1: ", Offered("KUBE4001", Files(In("nl-ams-9", "a"), Entry("b")), Holland));

        // One of a zone that is not known may stand in either.
        Assert.Equal($"b fr-par-1: Set {ScwZone} to fr-par-1 | b fr-par-2: Set {ScwZone} to fr-par-2", Offered("KUBE4001", Files(In("'${ZONE}'", "a"), Entry("b")), France));
        Assert.Equal("", Offered("KUBE4001", Files(In("'${ZONE}'", "a"), In("fr-par-1", "b"), Entry("c")), France));

        // Without a selector, or where others may join it, it stands for itself.
        Assert.StartsWith("a fr-par-1: ", Offered("KUBE4001", Entry("a", selector: ""), France));
        Assert.StartsWith("a fr-par-1: ", Offered("KUBE4001", Entry("a"), France, isOpen: true));
    }

    [Fact]
    public void A_load_balancer_is_left_alone_where_no_zone_is_certain()
    {
        Assert.Equal("", Offered("KUBE4001", Files(In("fr-par-1", "a"), Entry("b")), Options("provider=scaleway")));
        Assert.Equal("", Offered("KUBE4001", Entry("a"), France));
        Assert.Equal("", Offered("KUBE4001", Files(In("fr-par-1", "a"), Entry("b")), Options("provider=scaleway", "zones=fr-par-1,fr-par-3")));
        Assert.Equal("", Offered("KUBE4001", Files(In("fr-par-1", "a"), Entry("b")), Options("provider=scaleway", "zones=hall-1,hall-2")));
        Assert.Equal("", Offered("KUBE4001", Files(In("fr-par-1", "a"), Entry("b", "service.kubernetes.io/ibm-load-balancer-cloud-provider-enable-features: nlb")), Options("provider=ibm", "zones=us-south-1,us-south-2")));
        Assert.Equal("", Offered("KUBE4001", [("dev.yaml", Files(In("fr-par-1", "a"), Entry("b"))), ("prod.yaml", Files(In("fr-par-1", "a"), Entry("b")))], France));

        // What a kustomization may change or take away may stand in the zone that seems to be left.
        const string drop = "resources: [app.yaml]\npatches: [{path: more.txt, target: {name: c}}]\n";
        Assert.Equal($"b fr-par-1: Set {ScwZone} to fr-par-1 | b fr-par-2: Set {ScwZone} to fr-par-2", Offered("KUBE4001", [("k/kustomization.yaml", drop), ("k/app.yaml", Files(In("fr-par-1", "a"), Entry("b"), In("fr-par-1", "c")))], France));
        const string patch = "resources: [app.yaml]\npatches: [{target: {name: b}, patch: '[{op: add, path: /metadata/annotations/service.beta.kubernetes.io~1scw-loadbalancer-zone, value: fr-par-2}]'}]\n";
        Assert.Equal("", Offered("KUBE4001", [("k/kustomization.yaml", patch), ("k/app.yaml", Files(In("fr-par-1", "a"), Entry("b")))], France));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_respelled_or_chosen()
    {
        Assert.Contains($"{ScwZone}: fr-par-2", Fixed("KUBE4002", Files(In("fr-par-1", "a"), In("FR_PAR_2", "b"))));
        Assert.Contains($"{ScwZone}: pl-waw-3", Fixed("KUBE4002", Entry("b", $"{ScwZone}: plwaw3", selector: "")));
        Assert.Equal($"b : Set {ScwZone} to fr-par-2", Offered("KUBE4002", Files(In("fr-par-1", "a"), In("it-mil-1", "b")), France));

        Assert.Equal("", Offered("KUBE4002", Files(In("fr-par-1", "a"), In("it-mil-1", "b"))));
        Assert.Equal("", Offered("KUBE4002", Files(In("fr-par-1", "a"), In("fr-par1", "b"))));
        Assert.Equal("", Offered("KUBE4002", In("fr-par2", "a")));
    }

    [Fact]
    public void A_class_that_is_not_honored_goes_where_the_zone_then_serves()
    {
        const string other = ", loadBalancerClass: x";
        Assert.DoesNotContain("loadBalancerClass", Fixed("KUBE4004", Files(In("fr-par-1", "a"), Entry("b", $"{ScwZone}: fr-par-2", other))));
        Assert.DoesNotContain("loadBalancerClass", Fixed("KUBE4004", Entry("b", "load-balancer.hetzner.cloud/name: x", other)));

        Assert.Equal("", Offered("KUBE4004", Entry("b", $"{ScwZone}: fr-par-2", other)));
        Assert.Equal("", Offered("KUBE4004", Files(In("fr-par-2", "a"), Entry("b", $"{ScwZone}: fr-par-2", other))));
        Assert.Equal("", Offered("KUBE4004", Files(In("fr-par-1", "a"), Entry("b", $"{ScwZone}: fr-par-9", other))));
        Assert.Equal("", Offered("KUBE4004", Files(In("fr-par-1", "a"), Entry("b", "service.beta.kubernetes.io/scw-loadbalancer-type: LB-S", other))));
        Assert.Equal("", Offered("KUBE4004", Files(In("fr-par-1", "a"), Entry("b", $"{ScwZone}: fr-par-2, service.beta.kubernetes.io/scw-loadbalancer-target-node-labels: {Zone}=fr-par-1", other))));
        Assert.Equal("", Offered("KUBE4004", Files(In("fr-par-2", "a"), Entry("b", $"{ScwId}: fr-par-1/1, {ScwZone}: fr-par-2"))));
    }

    [Fact]
    public void Objects_of_a_list_are_mended_in_it()
    {
        var text = Fixed("KUBE3001", "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: storage.k8s.io/v1\n    kind: StorageClass\n    metadata:\n      name: a\n    provisioner: ebs.csi.aws.com\n  - apiVersion: storage.k8s.io/v1\n    kind: StorageClass\n    metadata:\n      name: b\n    provisioner: ebs.csi.aws.com\n");
        Assert.Equal(3, text.Split("    provisioner: ebs.csi.aws.com\n    volumeBindingMode: WaitForFirstConsumer\n").Length);
    }
}
