using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>How KUBE1001 to 1004, 1007 and 1008 decide: on a workload's zone spread at most one of them speaks.</summary>
public sealed class ZoneSpreadTests
{
    private static void Says(string expected, string podSpec, object? replicas = null, params string[] settings) =>
        Assert.Equal(expected, Ids(App(podSpec, replicas), Options(settings)));

    [Fact]
    public void Nothing_spreads()
    {
        Says("KUBE1001", "");
        Says("KUBE1001", Spread());
        Says("KUBE1001", Spread(Hard(Host)));
        Says("KUBE1001", Apart(Host));
        Says("KUBE1001", PreferApart(Host));
        Says("KUBE1001", Spread(Hard(Region)));
        Says("KUBE1001", Spread(Soft("example.com/rack")));
        Says("KUBE1001", "nodeSelector: {disk: ssd}");
        Says("KUBE1001", "topologySpreadConstraints: null");
    }

    [Fact]
    public void Something_spreads()
    {
        Says("", Spread(Hard()));
        Says("", Spread(Hard(), Hard(Host)));
        Says("", Spread(Hard(), Soft()));
        Says("", Apart());
        Says("", Spread(Soft()) + "\n" + Apart());
        Says("", Spread(Hard("topology.k8s.aws/zone-id")));
    }

    [Fact]
    public void A_hard_spread_over_a_key_of_ones_own_may_stand_for_zones()
    {
        Says("", Spread(Hard("example.com/rack")));
        Says("", Apart("example.com/rack"));
        Says("KUBE1001", Apart("example.com/rack", Db));
        Says("", Spread(Soft(), Hard("example.com/rack")));
    }

    [Fact]
    public void A_configured_key_is_a_zone_key()
    {
        Says("KUBE1001", Spread(Soft("example.com/room")));
        Says("KUBE1003", Spread(Soft("example.com/room")), null, "zone_keys=example.com/room");
        Says("KUBE1007", "nodeSelector: {example.com/room: a}", null, "zone_keys=example.com/room");
    }

    [Fact]
    public void A_deprecated_zone_key_is_still_one()
    {
        Says("KUBE1006", Spread(Hard(OldZone)));
        Says("KUBE1003 KUBE1006", Spread(Soft(OldZone)));
        Says("KUBE1006 KUBE1007", $"nodeSelector: {{{OldZone}: a}}");
        Says("KUBE1006", Apart(OldZone));
    }

    [Fact]
    public void A_preference_ensures_nothing()
    {
        Says("KUBE1003", Spread(Soft()));
        Says("KUBE1003", Spread(Soft(), Hard(Host)));
        Says("KUBE1003", PreferApart());
        Says("KUBE1001", PreferApart(Zone, Db));
    }

    [Fact]
    public void Anti_affinity_to_other_pods_or_namespaces_is_no_spread_and_no_fault()
    {
        Says("KUBE1001", Apart(Zone, Db));
        Says("KUBE1001", Apart(Zone, ""));
        Says("KUBE1001", Apart(more: "namespaces: [other]"));
        Says("", Apart(more: "namespaces: [shop]"));
        Says("", Apart(more: "namespaceSelector: {}"));
        Says("", Apart(more: "namespaceSelector: {matchLabels: {team: a}}"));
        Says("", Apart(Zone, "{}"));
    }

    [Fact]
    public void Of_several_faults_the_first_is_told()
    {
        var gathered = Together();
        var pinned = "nodeSelector: {" + Zone + ": a}";
        var misses = Spread(Hard(selector: Db));
        Says("KUBE1008", gathered + "\n" + pinned + "\n" + misses);
        Says("KUBE1007", pinned + "\n" + misses);
        Says("KUBE1002", misses);
        Says("KUBE1002", Spread(Hard(selector: Db), Hard("topology.k8s.aws/zone-id", 5)));
        Says("KUBE1002", Spread(Hard(selector: Db), Soft()));
        Says("KUBE1004", Spread(Hard(skew: 5), Soft()));
        Says("KUBE1007", pinned + "\n" + Spread(Soft()));
    }

    [Fact]
    public void Gathered()
    {
        Says("KUBE1008", Together());
        Says("KUBE1008", Together(Host));
        Says("KUBE1008", Together(Zone, "{}"));
        Says("KUBE1006 KUBE1008", Together(OldZone));
        Says("KUBE1001", Together(Region));
        Says("KUBE1001", Together(Zone, Db));
        Says("KUBE1001", Together(Zone, ""));
        Says("KUBE1001", Together(more: "namespaces: [other]"));
        Says("", Together(), 1);
    }

    [Fact]
    public void Replicas()
    {
        Says("", "", 1);
        Says("", "", 0);
        Says("KUBE1001", "", 2);
        Says("", "", "${REPLICAS}");
        Says("KUBE1001", "", "${REPLICAS}", "assumed_replicas=3");
        Says("", "", "${REPLICAS}", "assumed_replicas=1");
        Says("", Spread(Soft()), 1);
        Says("", Spread(Hard(skew: 5)), 1);
        Assert.Contains("its 3 replicas (assumed)", Message(App("", "${REPLICAS}"), Options("assumed_replicas=3")));
    }

    [Theory]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "minReplicas: 2", "KUBE1001")]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "maxReplicas: 9", "")]
    [InlineData("ScaledObject", "keda.sh/v1alpha1", "minReplicaCount: 2", "KUBE1001")]
    [InlineData("ScaledObject", "keda.sh/v1alpha1", "maxReplicaCount: 9", "")]
    public void An_autoscalers_minimum_counts(string kind, string apiVersion, string setting, string expected) =>
        Assert.Equal(expected, Ids(Files(App("", 3), $$"""
            apiVersion: {{apiVersion}}
            kind: {{kind}}
            metadata: {name: scaler, namespace: shop}
            spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, {{setting}}}
            """)));

    [Theory]
    [InlineData("StatefulSet", "apps/v1", "KUBE1001")]
    [InlineData("ReplicaSet", "apps/v1", "KUBE1001")]
    [InlineData("Deployment", "extensions/v1beta1", "KUBE1001")]
    [InlineData("Rollout", "argoproj.io/v1alpha1", "KUBE1001")]
    [InlineData("CloneSet", "apps.kruise.io/v1alpha1", "KUBE1001")]
    [InlineData("DeploymentConfig", "apps.openshift.io/v1", "KUBE1001")]
    [InlineData("DaemonSet", "apps/v1", "")]
    [InlineData("Job", "batch/v1", "")]
    [InlineData("Thing", "example.com/v1", "")]
    [InlineData("Deployment", "example.com/v1", "")]
    public void Kinds(string kind, string apiVersion, string expected) => Assert.Equal(expected, Ids(App("", 3, kind, apiVersion)));

    [Fact]
    public void A_replication_controller_needs_no_selector()
    {
        var withoutSelector = App("", 3, "ReplicationController", "v1").Replace("selector: { matchLabels: { app: web } }", "minReadySeconds: 1");
        Assert.Equal("KUBE1001", Ids(withoutSelector));
        Assert.Equal("", Ids(withoutSelector.Replace("ReplicationController", "Deployment").Replace("apiVersion: v1", "apiVersion: apps/v1")));
    }

    [Fact]
    public void What_others_made_and_patches_are_no_workloads()
    {
        Assert.Equal("KUBE1001", Ids(App(kind: "ReplicaSet")));
        Assert.Equal("", Ids(App(kind: "ReplicaSet").Replace("namespace: shop }", "namespace: shop, ownerReferences: [{kind: Deployment, controller: true}]}")));
        Assert.Equal("KUBE1001", Ids(App(kind: "ReplicaSet").Replace("namespace: shop }", "namespace: shop, ownerReferences: [{kind: App}]}")));
        Assert.Equal("", Ids(App("$patch: replace")));
        Assert.Equal("", Ids(App().Replace("containers: [{name: main}]", "restartPolicy: Always")));
    }

    [Fact]
    public void Pinned()
    {
        Says("KUBE1007", "nodeSelector: {" + Zone + ": a}");
        Says("", "nodeSelector: {" + Zone + ": '${ZONE}'}");
        Says("KUBE1007", OnZones("In", "a"));
        Says("KUBE1001", OnZones("In", "a", "b"));
        Says("KUBE1001", OnZones("NotIn", "a", "b"));
        Says("KUBE1007", OnZones("NotIn", "a", "b"), null, "zones=a,b,c");
        Says("KUBE1001", OnZones("NotIn", "a"), null, "zones=a,b,c");
        Says("KUBE1001", OnZones("Exists"));
        Says("KUBE1007", "nodeName: node-1");
        Says("KUBE1007", "nodeSelector: {" + Host + ": node-1}");
        Says("", "nodeSelector: {" + Zone + ": a}", 1);
    }

    [Fact]
    public void Terms_of_node_affinity_are_ored()
    {
        string Terms(params string[] zones) => "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ["
            + string.Join(", ", zones.Select(z => $"{{matchExpressions: [{{key: {Zone}, operator: In, values: [{z}]}}]}}")) + "]}}}";
        Says("KUBE1007", Terms("a", "a"));
        Says("KUBE1001", Terms("a", "b"));
    }

    [Fact]
    public void Workloads_of_one_service_that_are_pinned_in_turn_cover_each_other()
    {
        string Pinned(string name, string zone, string ns = "shop") => App("nodeSelector: {" + Zone + ": " + zone + "}", 2, name: name, ns: ns);
        const string service = "apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n";
        Assert.Equal("KUBE1007 KUBE1007", Ids(Files(Pinned("a", "a"), Pinned("b", "b"))));
        Assert.Equal("", Ids(Files(Pinned("a", "a"), Pinned("b", "b"), service)));
        Assert.Equal("KUBE1007 KUBE1007", Ids(Files(Pinned("a", "a"), Pinned("b", "a"), service)));
        Assert.Equal("KUBE1007 KUBE1007", Ids(Files(Pinned("a", "a"), Pinned("b", "b", "other"), service)));
        Assert.Equal("KUBE1007 KUBE1007", Ids(Files(Pinned("a", "a"), Pinned("b", "b"), service.Replace("app: web", "app: db"))));
        Assert.Equal("", Ids(Files(Pinned("a", "a"), Pinned("b", "'${ZONE}'"), service)));
        Assert.Equal("", Ids(Files(Pinned("a", "a"), Pinned("b", "b"), service.Replace("app: web", "app: '${APP}'"))));
    }

    [Fact]
    public void In_an_open_set_a_service_may_lead_to_a_workload_in_another_zone_that_is_not_seen()
    {
        var pinned = App("nodeSelector: {" + Zone + ": a}");
        const string Service = "apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n";
        Assert.Equal("KUBE1007", Ids(Files(pinned, Service)));
        Assert.Equal("", Ids(Files(pinned, Service), isOpen: true));
        Assert.Equal("KUBE1007", Ids(pinned, isOpen: true));
        Assert.Equal("KUBE1007", Ids(Files(pinned, Service.Replace("app: web", "app: db")), isOpen: true));
        Assert.Equal("KUBE1001", Ids(Files(App(), Service), isOpen: true));
    }

    [Fact]
    public void Another_scheduler_has_rules_of_its_own()
    {
        Says("", "schedulerName: volcano");
        Says("", "schedulerName: '${SCHEDULER}'");
        Says("KUBE1001", "schedulerName: default-scheduler");
        Says("KUBE1002", "schedulerName: volcano\n" + Spread(Hard(Host, selector: Db)));
    }

    [Fact]
    public void Where_all_nodes_are_listed_one_replica_a_node_may_be_more_than_a_zone_holds()
    {
        string Nodes(params string[] zones) => Files([.. zones.Select((zone, i) => Node("n" + i, zone))]);
        Assert.Equal("", Ids(Files(App(Apart(Host)), Nodes("a", "b", "c"))));
        Assert.Equal("", Ids(Files(App(Spread(Hard(Host))), Nodes("a", "a", "b", "c"))));
        Assert.Equal("KUBE1001", Ids(Files(App(Apart(Host)), Nodes("a", "a", "a", "b", "c"))));
        Assert.Equal("KUBE1001", Ids(Files(App(Spread(Hard(Host, 2))), Nodes("a", "a", "b"))));
        Assert.Equal("KUBE1001", Ids(Files(App(Apart(Host, Db)), Nodes("a", "b", "c"))));
        Assert.Equal("KUBE1001", Ids(Files(App(PreferApart(Host)), Nodes("a", "b", "c"))));
    }

    [Fact]
    public void What_is_empty_is_absent()
    {
        Says("KUBE1001", "nodeName: ''");
        Says("KUBE1001", "schedulerName: ''");
    }

    [Fact]
    public void Zones_that_the_cluster_does_not_have_are_no_choice()
    {
        Says("KUBE1007", OnZones("In", "a", "z"), null, "zones=a,b");
        Says("", OnZones("In", "y", "z"), null, "zones=a,b");
        Says("KUBE1002", "nodeSelector: {" + Zone + ": z}\n" + Spread(Hard(selector: Db)), null, "zones=a,b");
    }

    [Fact]
    public void One_pod_in_each_region_or_rack_is_more_than_one_in_each_zone()
    {
        Says("", Apart(Region));
        Says("", Spread(Hard(skew: 3)) + "\n" + Apart("example.com/rack"));
        Says("KUBE1001", Apart(Region, Db));
    }

    [Fact]
    public void Variants_of_one_object_are_no_other_workloads()
    {
        var web = App(Spread(Hard()), 2);
        Assert.Equal("", Ids(Files(web, web)));
        Assert.Equal("KUBE1004 KUBE1004", Ids(Files(web, App(Spread(Hard()), 2, name: "canary"))));
        Assert.Equal("", Ids(Files([.. new[] { "a", "b", "a", "b" }.Select(name => App(Spread(Hard()), 3, name: name))])));
        Assert.Equal("", Ids(Files(web, App(Together(selector: Web), 1, name: "sidekick"))));
    }

    [Fact]
    public void Zones_by_name_and_by_id_are_told_apart()
    {
        Says("KUBE1007", "nodeSelector: {" + Zone + ": eu-1a, topology.k8s.aws/zone-id: use1-az1}");
        Says("KUBE1007", OnZones("In", "a").Replace("]}]}}}}", "]}, {}]}}}}"));
    }

    [Fact]
    public void An_unknown_skew_over_nodes_is_silent() =>
        Assert.Equal("", Ids(Files(App(Spread(Hard(Host).Replace("maxSkew: 1", "maxSkew: '${SKEW}'"))), Node("n1", "a"), Node("n2", "b"), Node("n3", "c"))));

    [Fact]
    public void A_node_by_its_field_is_a_pin()
    {
        const string field = "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [n1]}]}]}}}";
        Says("KUBE1007", field);
        Says("KUBE1001", field.Replace("operator: In", "operator: NotIn"));
    }

    [Fact]
    public void Where_there_is_one_zone_or_one_site_nothing_can_be_spread()
    {
        Says("", "", null, "provider=digitalocean");
        Says("KUBE1001", "", null, "provider=aws");
        Says("KUBE1001", "", null, "provider=none");
        Says("", "", null, "zones=a");
        Says("KUBE1001", "", null, "zones=a,b");
        Says("", "nodeSelector: {" + Zone + ": a}", null, "zones=a");
        Says("KUBE1006", Spread(Hard(OldZone, 5)), null, "zones=a");
        Assert.Equal("KUBE2001", Ids(Files(App(), Node("n1", "a"), Node("n2", "a"))));
        Assert.Equal("KUBE1001", Ids(Files(App(), Node("n1", "a"), Node("n2", "b"))));
        Assert.Equal("", Ids(Files(App(), "apiVersion: v1\nkind: Node\nmetadata: {name: n}\nspec: {providerID: 'digitalocean://1'}\n")));
    }

    [Fact]
    public void Messages_say_what_the_loss_of_a_zone_leaves()
    {
        Assert.Equal("Deployment 'shop/web': nothing keeps its 3 replicas in different zones; all 3 may run in one zone, and losing it leaves 0", Message(App()));
        Assert.Contains("maxSkew 5 lets one zone hold 5 pods more than the others, which may hold none, so its 3 replicas may all run in one of 3 zones (assumed)", Message(App(Spread(Hard(skew: 5)))));
        Assert.Contains("different nodes may stand in one zone", Message(App(Apart(Host))));
        Assert.Contains("its zone anti-affinity selects other pods", Message(App(Apart(Zone, Db))));
        Assert.Contains("its 2 replicas in different zones; both may run in one zone", Message(App("", 2)));
        Assert.Contains("one of 2 zones (kubelint.zones)", Message(App(Spread(Hard(skew: 5))), Options("zones=a,b")));
        Assert.Contains("only a; losing it leaves 0", Message(App(OnZones("In", "a"))));
        Assert.Contains("only the node node-1; losing its zone, or just that node, leaves 0", Message(App("nodeName: node-1")));
    }

    private static string Node(string name, string zone) => $"apiVersion: v1\nkind: Node\nmetadata: {{name: {name}, labels: {{{Zone}: {zone}}}}}\n";
}
