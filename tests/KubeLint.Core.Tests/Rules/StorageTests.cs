using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE3002 to KUBE3007: classes, claims and volumes that tie pods to one zone, and what joins them.</summary>
public sealed class StorageTests
{
    private const string Gcp = "provider=gcp";

    private static string Class(string name = "fast", string provisioner = "ebs.csi.aws.com", string mode = "WaitForFirstConsumer", string more = "") =>
        $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: {name}}}\nprovisioner: {provisioner}\nvolumeBindingMode: {mode}\n{more}\n";

    private static string Zones(params string[] zones) => Topology(Zone, zones);

    private static string Topology(string key, params string[] values) => $"allowedTopologies: [{Term(key, values)}]";

    private static string Term(string key, params string[] values) => $"{{matchLabelExpressions: [{{key: {key}, values: [{string.Join(", ", values)}]}}]}}";

    private static string Claim(string more = "storageClassName: fast", string modes = "ReadWriteOnce", string name = "data", string ns = "shop", string metadata = "") =>
        $"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: {name}{(ns.Length > 0 ? ", namespace: " + ns : "")}{metadata}}}\nspec: {{accessModes: [{modes}], {more}}}\n";

    private const string Data = "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]";

    private static string Pod(string spec, string name = "import", string more = "") =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, namespace: shop}}\nspec: {{containers: [{{name: main}}], {spec}}}\n{more}";

    private static string Set(string claim, string spec = "", int replicas = 1) => App(spec, replicas, "StatefulSet") + $"  volumeClaimTemplates: [{{metadata: {{name: data}}, spec: {{accessModes: [ReadWriteOnce], {claim}}}}}]\n";

    private static string Volume(string driver, string handle, string spec = "", string metadata = "") =>
        $"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: disk{metadata}}}\nspec: {{capacity: {{storage: 1Gi}}, csi: {{driver: {driver}, volumeHandle: {handle}}}{spec}}}\n";

    [Fact]
    public void One_zone_of_a_class()
    {
        Assert.Equal("KUBE3002 6:89", Lint(Class(more: Zones("a"))));
        Assert.Equal("", Ids(Class(more: Zones("a", "b"))));
        Assert.Equal("", Ids(Class()));
        Assert.Equal("", Ids(Class(more: "allowedTopologies: []")));
        Assert.Equal("KUBE3002", Ids(Class(more: Topology("topology.ebs.csi.aws.com/zone", "a"))));
        Assert.Equal("", Ids(Class(more: Topology("topology.gke.io/zone", "a"))));
        Assert.Equal("", Ids(Class(more: Topology(Region, "a"))));
        Assert.Equal("KUBE3002", Ids(Class(more: Topology("example.com/room", "a")), Options("zone_keys=example.com/room")));
        Assert.Equal("KUBE3001 KUBE3002", Ids(Class(mode: "Immediate", more: Zones("a"))));
    }

    [Fact]
    public void Terms_are_alternatives()
    {
        Assert.Equal("", Ids(Class(more: $"allowedTopologies: [{Term(Zone, "a")}, {Term(Zone, "b")}]")));
        Assert.Equal("KUBE3002", Ids(Class(more: $"allowedTopologies: [{Term(Zone, "a")}, {Term(Zone, "a")}]")));
        Assert.Equal("", Ids(Class(more: $"allowedTopologies: [{Term(Zone, "a")}, {Term(Region, "r")}]")));
        Assert.Equal("KUBE3002", Ids(Class(more: $"allowedTopologies: [{{matchLabelExpressions: [{{key: {Zone}, values: [a, b]}}, {{key: topology.ebs.csi.aws.com/zone, values: [b, c]}}]}}]")));
    }

    [Theory]
    [InlineData("efs.csi.aws.com")]
    [InlineData("filestore.csi.storage.gke.io")]
    [InlineData("dobs.csi.digitalocean.com")]
    [InlineData("topolvm.io")]
    [InlineData("example.com/unknown")]
    public void One_zone_of_what_is_not_zonal(string provisioner) => Assert.Equal("", Ids(Class("c", provisioner, more: Zones("a"))));

    [Fact]
    public void Classes_in_turn_cover_each_other()
    {
        var (a, b) = (Class("a", more: Zones("a")), Class("b", more: Zones("b")));
        Assert.Equal("", Ids(Files(a, b)));
        Assert.Equal("KUBE3002 KUBE3002", Ids(Files(a, b.Replace("[b]", "[a]"))));
        Assert.Equal("KUBE3002 KUBE3002", Ids(Files(a, b.Replace("ebs.csi.aws.com", "csi.scaleway.com"))));
        Assert.Equal("KUBE3002", Ids(Files(a, Class("b", more: Zones("a", "b")))));
        Assert.Equal("", Ids(Files(a, Class("b", more: Zones("'${ZONE}'")))));
        Assert.Equal("", Ids(Files(a, Class("b", "'${PROVISIONER}'", more: Zones("b")))));

        // Variants of one class, as of two environments, do not.
        Assert.Equal("KUBE3002 KUBE3002", Ids(Files(a, Class("a", more: Zones("b")))));
        Assert.Equal("", Ids(a, isOpen: true));
        Assert.Equal("", Ids(a, Options("zones=a")));
    }

    [Theory]
    [InlineData("gcp", "standard", "KUBE3003")]
    [InlineData("gcp", "standard-rwo", "")]
    [InlineData("ibm", "ibmc-vpc-block-retain-custom", "KUBE3003")]
    [InlineData("ibm", "ibmc-vpc-block-metro-custom", "")]
    [InlineData("alibaba", "alicloud-disk-essd", "KUBE3003")]
    [InlineData("alibaba", "alicloud-disk-topology-alltype", "")]
    [InlineData("huawei", "csi-disk", "KUBE3003")]
    [InlineData("scaleway", "scw-bssd", "")]
    [InlineData("aws", "gp2", "")]
    [InlineData("aws", "standard", "")]
    [InlineData("none", "standard", "")]
    [InlineData("gcp", "'${CLASS}'", "")]
    public void Claims_of_a_services_class(string provider, string name, string expected)
    {
        Assert.Equal(expected, Ids(Claim($"storageClassName: {name}"), Options("provider=" + provider)));
        Assert.Equal(expected, Ids(Set($"storageClassName: {name}"), Options("provider=" + provider)));
        Assert.Equal("", Ids(Claim($"storageClassName: {name}")));
    }

    [Fact]
    public void Claims_of_a_services_class_are_not_judged_where_something_else_decides()
    {
        var claim = Claim("storageClassName: standard");
        Assert.Equal("KUBE3003 4:56", Lint(claim, Options(Gcp)));
        Assert.Equal("KUBE3003", Ids(claim.Replace("storageClassName: standard", "storageClassName: null").Replace("}\nspec", ", annotations: {volume.beta.kubernetes.io/storage-class: standard}}\nspec"), Options(Gcp)));
        Assert.Equal("", Ids(Claim("storageClassName: standard, volumeName: disk"), Options(Gcp)));
        Assert.Equal("", Ids(Claim("storageClassName: standard, selector: {matchLabels: {a: b}}"), Options(Gcp)));
        Assert.Equal("", Ids(claim + "status: {phase: Bound}\n", Options(Gcp)));
        Assert.Equal("", Ids(Claim("storageClassName: standard", metadata: ", labels: {zone: a}"), Options(Gcp)));
        Assert.Equal("", Ids(claim, Options(Gcp), isOpen: true));
        Assert.Equal("", Ids(claim, Options(Gcp, "zones=a")));
        Assert.Equal("", Ids(Files(claim, Volume("nfs.csi.k8s.io", "x", ", storageClassName: standard")), Options(Gcp)));
        Assert.Equal("KUBE3001", Ids(Files(claim, Class("standard", "pd.csi.storage.gke.io", "Immediate")), Options(Gcp)));
        Assert.Equal("", Ids(Files(claim, "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: standard, annotations: {a: b}}\n"), Options(Gcp)));
        Assert.Equal("", Ids(Files(claim, Class("'${NAME}'")), Options(Gcp)));
        Assert.Equal("", Ids("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {storageClassName: standard}\n", Options(Gcp)));
    }

    [Fact]
    public void A_class_of_the_set_is_told_with_its_claims()
    {
        var found = Find(Files(Class(mode: "Immediate"), Claim(), Set("storageClassName: fast"), Claim("storageClassName: other", name: "more")));
        Assert.Equal("PersistentVolumeClaim 'shop/data' names this class; StatefulSet 'shop/web': claim template 'data' names this class", string.Join("; ", Assert.Single(found).Related.Select(r => r.Message)));
    }

    [Theory]
    [InlineData("ReadWriteOnce", "one node alone")]
    [InlineData("ReadWriteOncePod", "one pod alone")]
    [InlineData("ReadWriteMany", "nodes of its zone alone")]
    [InlineData("ReadWriteOnce, ReadOnlyMany", "nodes of its zone alone")]
    public void Replicas_that_share_a_volume(string modes, string expected) =>
        Assert.Contains(expected, Message(Files(Class(), Claim(modes: modes), App(Data))));

    [Fact]
    public void A_shared_volume_comes_before_other_faults_of_the_spread()
    {
        Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data))));
        Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data + "\n" + Spread(Hard())))));
        Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data + "\n" + Spread(Hard(selector: Db))))));
        Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data + "\n" + Together()))));
        Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data + "\nnodeSelector: {" + Zone + ": a}"))));
    }

    [Fact]
    public void A_volume_that_may_reach_further_leaves_the_other_faults()
    {
        var one = App(Data, 1);
        Assert.Equal("", Ids(Files(Class(), Claim(), one)));
        Assert.Equal("KUBE1001", Ids(Files(Class(), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Claim(), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(provisioner: "efs.csi.aws.com"), Claim(), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(provisioner: "example.com/x"), Claim(), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim(ns: "other"), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim(ns: ""), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim("storageClassName: ''"), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim("storageClassName: fast, volumeName: disk"), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim(), App("volumes: [{name: v, emptyDir: {}}]"))));
        Assert.Equal("", Ids(Files(Class(), Claim(), App(Data)), Options("zones=a")));
    }

    [Fact]
    public void The_volume_that_a_claim_names_decides()
    {
        var claim = Claim("storageClassName: '', volumeName: disk");
        var placed = $", nodeAffinity: {{required: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {Zone}, operator: In, values: [a]}}]}}]}}}}";
        Assert.Equal("KUBE3004", Ids(Files(claim, Volume("ebs.csi.aws.com", "vol-1", placed), App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(claim, Volume("efs.csi.aws.com", "fs-1"), App(Data))));
    }

    [Fact]
    public void A_claim_without_a_class_gets_the_one_default()
    {
        const string mark = "storageclass.kubernetes.io/is-default-class: 'true'";
        var fast = Class().Replace("name: fast", "name: fast, annotations: {" + mark + "}");
        var none = Claim("resources: {}");
        Assert.Equal("KUBE3004", Ids(Files(fast, none, App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(Class(), none, App(Data))));
        Assert.Equal("KUBE1001 KUBE3006", Ids(Files(fast, fast.Replace("name: fast", "name: other"), none, App(Data))));
        Assert.Equal("KUBE1001", Ids(Files(fast, none, App(Data)), isOpen: true));
    }

    [Fact]
    public void In_an_open_set_what_is_seen_is_still_joined() => Assert.Equal("KUBE3004", Ids(Files(Class(), Claim(), App(Data)), isOpen: true));

    [Fact]
    public void Variants_of_a_claim_must_agree() =>
        Assert.Equal("KUBE1001", Ids(Files(Class(), Claim(), Claim("storageClassName: other"), App(Data))));

    [Theory]
    [InlineData("csi.scaleway.com", "fr-par-1/1", "KUBE3005")]
    [InlineData("csi.scaleway.com", "'${ID}'", "")]
    [InlineData("ebs.csi.aws.com", "vol-0a1b", "KUBE3005")]
    [InlineData("ebs.csi.aws.com", "'local-ebs://dev/xvdbz'", "")]
    [InlineData("pd.csi.storage.gke.io", "projects/p/zones/us-central1-a/disks/d", "KUBE3005")]
    [InlineData("pd.csi.storage.gke.io", "projects/p/regions/us-central1/disks/d", "")]
    [InlineData("pd.csi.storage.gke.io", "projects/p/zones/multi-zone/disks/d", "")]
    [InlineData("blockvolume.csi.oraclecloud.com", "ocid1.volume.oc1.phx.x", "KUBE3005")]
    [InlineData("csi.hetzner.cloud", "'123'", "KUBE3005")]
    [InlineData("disk.csi.azure.com", "/subscriptions/s/disks/d", "")]
    [InlineData("cinder.csi.openstack.org", "1b2c", "")]
    [InlineData("efs.csi.aws.com", "fs-1", "")]
    [InlineData("dobs.csi.digitalocean.com", "1952d58a", "")]
    public void Volumes_by_hand(string driver, string handle, string expected) => Assert.Equal(expected, Ids(Volume(driver, handle)));

    [Theory]
    [InlineData(Zone, "")]
    [InlineData(OldZone, "KUBE1006")]
    [InlineData("topology.ebs.csi.aws.com/zone", "")]
    [InlineData(Host, "")]
    [InlineData("example.com/rack", "")]
    [InlineData(Region, "KUBE3005")]
    public void Volumes_that_state_a_place(string key, string expected) =>
        Assert.Equal(expected, Ids(Volume("ebs.csi.aws.com", "vol-1", $", nodeAffinity: {{required: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {key}, operator: In, values: [a]}}]}}]}}}}")));

    [Fact]
    public void Volumes_with_labels_of_one_site_and_patches()
    {
        Assert.Equal("", Ids(Volume("ebs.csi.aws.com", "vol-1", metadata: $", labels: {{{Zone}: a}}")));
        Assert.Equal("KUBE3005", Ids(Volume("ebs.csi.aws.com", "vol-1", metadata: ", labels: {app: web}")));
        Assert.Equal("", Ids(Volume("ebs.csi.aws.com", "vol-1"), Options("zones=a")));
        Assert.Equal("", Ids(Volume("ebs.csi.aws.com", "vol-1").Replace("capacity: {storage: 1Gi}, ", "")));
    }

    private static string Default(string name, string annotation = "storageclass.kubernetes.io/is-default-class: 'true'", string provisioner = "ebs.csi.aws.com") =>
        Class(name, provisioner).Replace($"name: {name}", $"name: {name}, annotations: {{{annotation}}}");

    [Fact]
    public void Several_defaults()
    {
        var (a, b) = (Default("a"), Default("b", "storageclass.beta.kubernetes.io/is-default-class: 'true'"));
        Assert.Equal("KUBE3006 3:80", Lint(Files(a, b)));
        Assert.Equal("StorageClass 'b' is marked as default too", Assert.Single(Assert.Single(Find(Files(a, b))).Related).Message);
        Assert.Equal("", Ids(Files(a, Class("b"))));
        Assert.Equal("", Ids(Files(a, Default("b", "storageclass.kubernetes.io/is-default-class: 'false'"))));
        Assert.Equal("", Ids(Files(a, Default("b", "storageclass.kubernetes.io/is-default-class: '${DEFAULT}'"))));
        Assert.Equal("KUBE3006", Ids(Files(a, b), isOpen: true));

        // No one cluster: variants of one object, two clouds.
        Assert.Equal("", Ids(Files(a, a)));
        Assert.Equal("", Ids(Files(a, b, Class("c"), Class("c"))));
        Assert.Equal("", Ids(Files(a, Default("b", provisioner: "csi.scaleway.com"))));
        Assert.Equal("KUBE3006", Ids(Files(a, Default("b", provisioner: "example.com/x"))));
    }

    [Fact]
    public void Defaults_of_several_clusters_do_not_compete()
    {
        static string Machines(string name, string cluster) => $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachineDeployment\nmetadata: {{name: {name}}}\nspec: {{clusterName: {cluster}, template: {{spec: {{}}}}}}\n";
        Assert.Equal("", Ids(Files(Default("a"), Default("b"), Machines("m", "x"), Machines("n", "y"))));
        Assert.Equal("KUBE3006", Ids(Files(Default("a"), Default("b"), Machines("m", "x"), Machines("n", "x"))));
    }

    private const string OnNode = "nodeName: node-1, ";

    [Fact]
    public void Claims_that_nothing_binds()
    {
        Assert.Equal("KUBE3007", Ids(Files(Class(), Claim(), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod(Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod("nodeName: '', " + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod("nodeName: '${NODE}', " + Data))));
        Assert.Equal("KUBE3001", Ids(Files(Class(mode: "Immediate"), Claim(), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Claim(), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(ns: "other"), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(provisioner: "kubernetes.io/no-provisioner"), Claim(), Pod(OnNode + Data))));
        Assert.Equal("KUBE3007", Ids(Files(Class(provisioner: "example.com/x"), Claim(), Pod(OnNode + Data))));
    }

    [Fact]
    public void Claims_that_something_binds()
    {
        Assert.Equal("", Ids(Files(Class(), Claim("storageClassName: fast, volumeName: disk"), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim("storageClassName: fast, selector: {}"), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim() + "status: {phase: Bound}\n", Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod(OnNode + Data, more: "status: {phase: Running}\n"))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Volume("nfs.csi.k8s.io", "x", ", claimRef: {name: data, namespace: shop}"), Pod(OnNode + Data))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod(OnNode + Data), Pod(Data, "other"))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod(OnNode + Data), Pod("volumes: [{name: v, persistentVolumeClaim: {claimName: '${CLAIM}'}}]", "other"))));
        Assert.Equal("KUBE3007 KUBE3007", Ids(Files(Class(), Claim(), Pod(OnNode + Data), Pod(OnNode + Data, "other"))));
        Assert.Equal("", Ids(Files(Class(), Claim(), Pod(OnNode + Data)), isOpen: true));
    }

    [Fact]
    public void Claims_of_templates_have_one_user_each()
    {
        const string onNode = "nodeName: node-1";
        Assert.Equal("KUBE3007", Ids(Files(Class(), Set("storageClassName: fast", onNode)), isOpen: true));
        Assert.Equal("KUBE3007", Ids(Set("storageClassName: premium-rwo", onNode), Options(Gcp)));
        Assert.Equal("KUBE3007", Ids(Set("storageClassName: managed-csi", onNode), Options("provider=azure")));
        Assert.Equal("", Ids(Set("storageClassName: scw-bssd", onNode), Options("provider=scaleway")));
        Assert.Equal("KUBE3007", Ids(Files(Class(), Pod(OnNode + "volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], storageClassName: fast}}}}]"))));
    }

    [Fact]
    public void Live_objects_that_a_controller_made_are_no_declarations()
    {
        var pod = Pod(OnNode + Data).Replace("namespace: shop", "namespace: shop, ownerReferences: [{kind: ReplicaSet, controller: true}]");
        Assert.Equal("", Ids(Files(Class(), Claim(), pod)));
    }

    [Fact]
    public void Kustomizations_hide_what_they_patch()
    {
        static string Found(string kustomization) => string.Join(" ", Find([("kustomization.yaml", kustomization), ("app.yaml", Files(Class(), Claim(), App(Data)))]).Select(f => f.Rule.Id));
        Assert.Equal("KUBE3004", Found("resources: [app.yaml]\n"));
        Assert.Equal("KUBE1001", Found("resources: [app.yaml]\npatches: [{target: {kind: PersistentVolumeClaim}, patch: '[{op: replace, path: /spec/storageClassName, value: x}]'}]\n"));
    }
}
