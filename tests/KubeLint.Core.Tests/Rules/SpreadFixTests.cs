using static KubeLint.Tests.Running.Manifests;
using static KubeLint.Tests.Running.Mending;

namespace KubeLint.Tests.Rules;

/// <summary>Where the rules on zone spread offer repairs, and where they leave them to people.</summary>
public sealed class SpreadFixTests
{
    private const string Add = "Add a hard spread over zones that counts its own pods";
    private const string OwnSelector = "Set labelSelector to the workload's own selector";
    private const string Hash = "add pod-template-hash to matchLabelKeys";

    private static string Fixed(string spec, params string[] settings) => Mended("KUBE1001", App(spec), Options(settings));

    private static string Claim(string mode) => $"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: data, namespace: shop}}\nspec: {{accessModes: [{mode}]}}\n";

    // KUBE1001

    [Fact]
    public void A_missing_spread_is_added_with_what_the_own_pods_are_known_by()
    {
        var text = Fixed("");
        Assert.Contains("maxSkew: 1", text);
        Assert.Contains("topologyKey: topology.kubernetes.io/zone", text);
        Assert.Contains("whenUnsatisfiable: DoNotSchedule", text);
        Assert.Contains("app: web", text.Split("topologySpreadConstraints")[1]);
        Assert.Contains("pod-template-hash", text);
        Assert.Equal(Add, Offered("KUBE1001", App("")));
        Assert.Equal(Add, Offered("KUBE1001", App(Spread(Hard(Host)))));
    }

    [Fact]
    public void Revisions_are_counted_apart_where_they_run_side_by_side_and_kubernetes_can()
    {
        Assert.DoesNotContain("pod-template-hash", Fixed("", "kubernetes_version=1.26"));
        Assert.Contains("pod-template-hash", Fixed("", "kubernetes_version=1.27"));
        Assert.DoesNotContain("pod-template-hash", Mended("KUBE1001", App().Replace("replicas: 3", "replicas: 3\n  strategy: {type: Recreate}")));
        Assert.DoesNotContain("pod-template-hash", Mended("KUBE1001", App(kind: "StatefulSet")));
    }

    [Theory]
    [InlineData("StatefulSet", "apps/v1")]
    [InlineData("ReplicaSet", "apps/v1")]
    [InlineData("Rollout", "argoproj.io/v1alpha1")]
    [InlineData("CloneSet", "apps.kruise.io/v1alpha1")]
    public void Other_kinds_with_such_a_selector(string kind, string apiVersion) => Assert.Equal(Add, Offered("KUBE1001", App(kind: kind, apiVersion: apiVersion)));

    [Theory]
    [InlineData("ReplicationController", "v1")]
    [InlineData("DeploymentConfig", "apps.openshift.io/v1")]
    public void A_selector_of_labels_alone_or_the_labels_of_the_template(string kind, string apiVersion)
    {
        var labelled = App(kind: kind, apiVersion: apiVersion, labels: "app: web, version: '2'");
        Assert.Equal(Add, Offered("KUBE1001", labelled.Replace("selector: { matchLabels: { app: web } }", "selector: { app: web }")));
        var unselected = labelled.Replace("  selector: { matchLabels: { app: web } }\n", "");
        Assert.Equal(Add, Offered("KUBE1001", unselected));

        // What a release changes is no mark of the pods.
        Assert.Single(Mended("KUBE1001", unselected).Split("version: '2'").Skip(1));
        Assert.Equal("", Offered("KUBE1001", unselected.Replace("app: web, ", "")));
    }

    [Fact]
    public void Expressions_of_the_selector_are_taken_over()
    {
        var text = Mended("KUBE1001", App().Replace("selector: { matchLabels: { app: web } }", "selector: { matchExpressions: [{key: app, operator: In, values: [web, shop]}] }"));
        Assert.Equal(2, text.Split("operator: In").Length - 1);
    }

    [Fact]
    public void A_placeholder_is_written_as_it_stands_in_the_selector()
    {
        var yaml = App().Replace("app: web }", "app: '${APP}' }");
        Assert.Equal(Add, Offered("KUBE1001", yaml));
        Assert.Contains("app: ${APP}", Mended("KUBE1001", yaml).Replace("'", ""));
    }

    [Fact]
    public void None_where_the_own_pods_are_not_known()
    {
        Assert.Equal("", Offered("KUBE1001", App().Replace("matchLabels: { app: web }", "matchLabels: { app: '${APP}' }")));
        Assert.Equal("", Offered("KUBE1001", App(labels: "app: db")));
        Assert.Equal("", Offered("KUBE1001", App().Replace("selector: { matchLabels: { app: web } }", "selector: {}")));
        Assert.Equal("", Offered("KUBE1001", App().Replace("selector: { matchLabels: { app: web } }", "selector: '${SELECTOR}'")));
        Assert.Equal("", Offered("KUBE1001", "apiVersion: elasticsearch.k8s.elastic.co/v1\nkind: Elasticsearch\nmetadata: {name: es}\nspec: {nodeSets: [{name: a, count: 3, podTemplate: {metadata: {labels: {app: es}}, spec: {containers: [{name: e}]}}}]}\n"));
    }

    [Fact]
    public void None_where_the_selector_counts_the_pods_of_others_and_nothing_parts_them()
    {
        var other = App(kind: "StatefulSet", name: "other");
        Assert.Equal(Add, Offered("KUBE1001", App(), null, ("b.yaml", other)));
        Assert.Equal("", Offered("KUBE1001", App(kind: "StatefulSet"), null, ("b.yaml", other)));
        Assert.Equal("", Offered("KUBE1001", App(), Options("kubernetes_version=1.20"), ("b.yaml", other)));
        Assert.Equal(Add, Offered("KUBE1001", App(kind: "StatefulSet"), null, ("b.yaml", App(kind: "StatefulSet", name: "other", ns: "else"))));
    }

    [Fact]
    public void None_where_pods_share_a_volume_that_may_stand_in_one_zone()
    {
        const string Volumes = "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]";
        Assert.Equal("", Offered("KUBE1001", App(Volumes)));
        Assert.Equal("", Offered("KUBE1001", Files(App(Volumes), Claim("ReadWriteOnce"))));
        Assert.Equal(Add, Offered("KUBE1001", Files(App(Volumes), Claim("ReadWriteMany"))));
        Assert.Equal("", Offered("KUBE1003", Files(App(Spread(Soft()) + "\n" + Volumes), Claim("ReadWriteOnce"))));
    }

    [Fact]
    public void None_where_zones_have_a_label_of_their_own_or_one_is_mistyped()
    {
        Assert.Equal("", Offered("KUBE1001", App(), Options("zone_keys=example.com/room")));
        Assert.Equal("", Offered("KUBE1001", App(Spread(Soft("zone")))));
    }

    [Theory]
    [InlineData("extensions/v1beta1")]
    [InlineData("apps/v1beta1")]
    [InlineData("apps/v1beta2")]
    public void None_in_versions_of_the_api_that_knew_no_spread(string apiVersion) => Assert.Equal("", Offered("KUBE1001", App(apiVersion: apiVersion)));

    [Fact]
    public void None_where_the_listed_nodes_may_be_too_few_in_a_zone_or_name_none()
    {
        string Node(string name, string zone, string key = Zone) => $"apiVersion: v1\nkind: Node\nmetadata: {{name: {name}, labels: {{{key}: {zone}}}}}\n";
        var nodes = Files(Node("n1", "a"), Node("n2", "a"), Node("n3", "a"), Node("n4", "b"));
        Assert.Equal(Add, Offered("KUBE1001", Files(App(), nodes)));
        Assert.Equal("", Offered("KUBE1001", Files(App(Apart(Host)), nodes)));
        Assert.Equal("", Offered("KUBE1001", Files(App(), Node("n1", "a", "room"))));
    }

    [Fact]
    public void What_kustomizations_build_is_mended_where_it_is_written_alike()
    {
        (string, string)[] Labelled(string label) => [("kustomization.yaml", $"resources: [app.yaml]\ncommonLabels: {{{label}}}\n")];
        Assert.Equal(Add, Offered("KUBE1001", App(), null, Labelled("env: prod")));
        Assert.Equal(Add, Offered("KUBE1001", App(), null, Labelled("app: shop")));

        // The pods' spec is the patch's.
        Assert.Equal("", Offered("KUBE1001", App(), null, ("kustomization.yaml", "resources: [app.yaml]\npatches: [{target: {kind: Deployment}, patch: '[{\"op\": \"replace\", \"path\": \"/spec/template/spec\", \"value\": {\"containers\": [{\"name\": \"a\"}]}}]'}]\n")));
    }

    // KUBE1002

    [Fact]
    public void A_selector_is_replaced_and_what_it_lays_bare_is_mended_too()
    {
        Assert.Equal($"{OwnSelector} and {Hash}", Offered("KUBE1002", App(Spread(Hard(selector: Db)))));
        Assert.Equal(OwnSelector, Offered("KUBE1002", App(Spread(Hard(selector: Db)), kind: "StatefulSet")));
        Assert.Equal(OwnSelector, Offered("KUBE1002", App(Spread(Hard(selector: "")), kind: "StatefulSet")));
        Assert.Equal(OwnSelector, Offered("KUBE1002", App(Spread(Hard(selector: Db)), 1)));
        Assert.Equal($"{OwnSelector} and set maxSkew to 1", Offered("KUBE1002", App(Spread(Hard(skew: 5, selector: Db)), kind: "StatefulSet")));
        Assert.Equal($"{OwnSelector} and set whenUnsatisfiable to DoNotSchedule", Offered("KUBE1002", App(Spread(Soft(selector: Db)), kind: "StatefulSet")));
        Assert.Equal(OwnSelector, Offered("KUBE1002", App(Spread(Hard(Host, selector: Db)))));
        Assert.Equal($"{OwnSelector}; {OwnSelector}", Offered("KUBE1002", App(Spread(Hard(selector: Db), Hard("topology.k8s.aws/zone-id", selector: Db)), kind: "StatefulSet")));
    }

    [Fact]
    public void No_selector_is_replaced_by_one_that_is_not_known()
    {
        Assert.Equal("", Offered("KUBE1002", App(Spread(Hard(selector: Db)), labels: "app: other")));
        Assert.Equal("", Offered("KUBE1002", App(Spread(Hard(selector: Db))).Replace("matchLabels: { app: web }", "matchLabels: { app: web, env: '${ENV}' }")));
    }

    // KUBE1003 and KUBE1004

    [Fact]
    public void A_preference_becomes_a_rule()
    {
        Assert.Equal($"Set whenUnsatisfiable to DoNotSchedule and {Hash}", Offered("KUBE1003", App(Spread(Soft()))));
        Assert.Equal("Set whenUnsatisfiable to DoNotSchedule", Offered("KUBE1003", App(Spread(Soft()), kind: "StatefulSet")));
        Assert.Equal("Set whenUnsatisfiable to DoNotSchedule and set maxSkew to 1", Offered("KUBE1003", App(Spread(Soft()).Replace("maxSkew: 1", "maxSkew: 4"), kind: "StatefulSet")));
        Assert.Equal(Add, Offered("KUBE1003", App(PreferApart())));
        Assert.Contains("topologyKey: " + Zone, Mended("KUBE1003", App(PreferApart(OldZone))));
        Assert.Equal("", Offered("KUBE1003", App(PreferApart(), labels: "app: web, x: '${X}'").Replace("matchLabels: { app: web }", "matchLabels: { x: y }")));
    }

    [Fact]
    public void A_skew_is_lowered_only_where_that_is_proven_to_help()
    {
        Assert.Equal("Set maxSkew to 1", Offered("KUBE1004", App(Spread(Hard(skew: 3)))));
        Assert.Equal("Set maxSkew to 1", Offered("KUBE1004", App(Spread(Hard(skew: 3)), kind: "StatefulSet")));

        // A lower cap would leave pods pending.
        Assert.Equal("", Offered("KUBE1004", App(Spread(Hard(skew: 3, more: "minDomains: 4")), 3), Options("zones=a,b")));
    }

    [Fact]
    public void Others_that_are_counted_are_parted_from_the_own_pods()
    {
        const string Shared = "{matchLabels: {part-of: shop}}";
        string Mine(string kind) => App(Spread(Hard(selector: Shared)), 2, kind, labels: "app: web, part-of: shop");
        var other = App(Spread(Hard(selector: Shared)), 2, name: "other", labels: "app: other, part-of: shop").Replace("matchLabels: { app: web }", "matchLabels: { app: other }");
        Assert.Equal($"{OwnSelector} and {Hash}", Offered("KUBE1004", Mine("Deployment"), null, ("b.yaml", other)));
        Assert.Equal(OwnSelector, Offered("KUBE1004", Mine("StatefulSet"), null, ("b.yaml", other)));
    }

    // KUBE1005

    [Theory]
    [InlineData("maxSkew: 1", "maxSkew: '2'", "Set maxSkew to 2")]
    [InlineData("maxSkew: 1", "maxSkew: 0", "Set maxSkew to 1")]
    [InlineData("maxSkew: 1, ", "", "Set maxSkew to 1")]
    [InlineData("maxSkew: 1", "maxSkew: -1", "")]
    [InlineData("maxSkew: 1", "maxSkew: some", "")]
    [InlineData("whenUnsatisfiable: DoNotSchedule, ", "", "Set whenUnsatisfiable to DoNotSchedule")]
    [InlineData("DoNotSchedule", "doNotSchedule", "Set whenUnsatisfiable to DoNotSchedule")]
    [InlineData("DoNotSchedule", "do-not-schedule", "Set whenUnsatisfiable to DoNotSchedule")]
    [InlineData("DoNotSchedule", "Never", "")]
    [InlineData("maxSkew: 1", "maxSkew: 1, minDomains: '2'", "Set minDomains to 2")]
    [InlineData("maxSkew: 1", "maxSkew: 1, minDomains: 0", "Remove minDomains")]
    [InlineData("maxSkew: 1", "maxSkew: 1, nodeAffinityPolicy: honor", "Set nodeAffinityPolicy to Honor")]
    [InlineData("maxSkew: 1", "maxSkew: 1, nodeTaintsPolicy: Maybe", "")]
    [InlineData("topologyKey: topology.kubernetes.io/zone, ", "", "")]
    [InlineData("maxSkew: 1", "maxSkew: 1, matchLabelKeys: [app]", "Remove app from matchLabelKeys")]
    [InlineData("maxSkew: 1", "maxSkew: 1, matchLabelKeys: [app, hash]", "Remove app from matchLabelKeys")]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: in, values: [web]}]}", "Set operator to In")]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: Exists, values: [x]}]}", "")]
    public void What_the_api_refuses_is_mended_where_it_is_certain_what_was_meant(string part, string instead, string expected)
    {
        const string Good = "maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}";
        Assert.Equal(expected, Offered("KUBE1005", App($"topologySpreadConstraints: [{{{Good.Replace(part, instead)}}}]", kind: "StatefulSet")));
    }

    [Fact]
    public void Domains_of_a_preference_are_a_choice()
    {
        var soft = Soft().Replace("maxSkew: 1", "maxSkew: 1, minDomains: 2");
        Assert.Equal("hard: Set whenUnsatisfiable to DoNotSchedule; soft: Remove minDomains", Offered("KUBE1005", App(Spread(soft), kind: "StatefulSet")));
        Assert.Equal($"hard: Set whenUnsatisfiable to DoNotSchedule and {Hash}; soft: Remove minDomains", Offered("KUBE1005", App(Spread(soft))));
        Assert.DoesNotContain("minDomains", Mended("KUBE1005", App(Spread(soft)), choice: "soft"));

        // A pair of key and action stands once, so the rule that is there leaves one way.
        Assert.Equal("Remove minDomains", Offered("KUBE1005", App(Spread(Hard(), soft), kind: "StatefulSet")));
        Assert.Equal("Remove minDomains", Offered("KUBE1005", App(Spread(Hard(), soft), kind: "DaemonSet")));
    }

    [Fact]
    public void Keys_alone_get_the_own_selector()
    {
        Assert.Equal(OwnSelector, Offered("KUBE1005", App(Spread(Hard(selector: "", more: "matchLabelKeys: [hash]")), kind: "StatefulSet")));
        Assert.Equal($"{OwnSelector} and remove app from matchLabelKeys", Offered("KUBE1005", App(Spread(Hard(selector: "", more: "matchLabelKeys: [app, hash]")), kind: "StatefulSet")));
        Assert.Equal($"{OwnSelector} and remove matchLabelKeys", Offered("KUBE1005", App(Spread(Hard(selector: "", more: "matchLabelKeys: [app]")), kind: "StatefulSet")));
    }

    [Fact]
    public void Of_constraints_that_are_the_same_one_goes()
    {
        Assert.Equal("Remove the constraint that stands twice", Offered("KUBE1005", App(Spread(Hard(), Hard()))));
        Assert.Equal("", Offered("KUBE1005", App(Spread(Hard(), Hard(skew: 2)))));
    }

    [Fact]
    public void What_runs_no_replicas_is_mended_too()
    {
        Assert.Equal("Set maxSkew to 1", Offered("KUBE1005", App(Spread(Hard(skew: 0)), kind: "DaemonSet")));
        Assert.Equal("Set maxSkew to 1", Offered("KUBE1005", $"apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec:\n  containers: [{{name: c}}]\n  {Spread(Hard(skew: 0))}\n"));
        Assert.Equal("", Offered("KUBE1005", App(Spread(Hard(selector: "", more: "matchLabelKeys: [hash]")), kind: "DaemonSet")));
    }

    // KUBE1006

    [Theory]
    [InlineData("nodeSelector: {failure-domain.beta.kubernetes.io/region: fr-par}", "Use topology.kubernetes.io/region in place of failure-domain.beta.kubernetes.io/region")]
    [InlineData("nodeSelector: {failure-domain.beta.kubernetes.io/region: fr-par, topology.kubernetes.io/region: fr-par}", "")]
    [InlineData("nodeSelector: {zone: fr-par-1}", "")]
    public void A_key_of_a_selector_is_renamed(string spec, string expected) => Assert.Equal(expected, Offered("KUBE1006", App(spec)));

    [Fact]
    public void A_value_is_replaced_unless_it_stands_beside()
    {
        var use = $"Use {Zone} in place of {OldZone}";
        Assert.Equal(use, Offered("KUBE1006", App(Spread(Hard(OldZone)))));
        Assert.Equal(use, Offered("KUBE1006", App(Apart(OldZone))));
        Assert.Equal(use, Offered("KUBE1006", App(PreferApart(OldZone))));
        Assert.Equal(use, Offered("KUBE1006", App(OnZones("In", "a", "b").Replace(Zone, OldZone))));
        Assert.Equal("", Offered("KUBE1006", App(Spread(Hard(OldZone), Hard()))));
        Assert.Equal("", Offered("KUBE1006", App(OnZones("In", "a", "b").Replace("matchExpressions: [", $"matchExpressions: [{{key: {OldZone}, operator: In, values: [a, b]}}, "))));
    }

    [Fact]
    public void A_slip_is_mended_with_what_it_hid()
    {
        Assert.Equal($"Use {Zone} in place of zone", Offered("KUBE1006", App(Spread(Hard("zone")), kind: "StatefulSet")));
        Assert.Equal($"Use {Zone} in place of zone and {Hash}", Offered("KUBE1006", App(Spread(Hard("zone")))));
        Assert.Equal($"Use {Zone} in place of zone, set whenUnsatisfiable to DoNotSchedule and {Hash}", Offered("KUBE1006", App(Spread(Soft("zone")))));
    }

    // KUBE1011 to KUBE1014

    [Fact]
    public void Anti_affinity_to_the_own_pods_alone_becomes_a_spread()
    {
        const string Replace = "Replace the required anti-affinity by a hard spread over zones";
        Assert.Equal(Replace, Offered("KUBE1011", App(Apart(), 4), Options("zones=a,b,c")));
        Assert.DoesNotContain("affinity", Mended("KUBE1011", App(Apart(), 4), Options("zones=a,b,c")));
        Assert.Equal("", Offered("KUBE1011", App(Apart(selector: "{matchExpressions: [{key: app, operator: In, values: [web, db]}]}"), 4), Options("zones=a,b,c")));
        Assert.Equal("", Offered("KUBE1011", App(Apart(more: "namespaceSelector: {}"), 4), Options("zones=a,b,c")));
    }

    [Fact]
    public void Keys_that_are_there_stay() =>
        Assert.Contains("matchLabelKeys: [tier, pod-template-hash]", Mended("KUBE1012", App(Spread(Hard(more: "matchLabelKeys: [tier]")))));

    [Fact]
    public void Domains_are_as_many_as_the_zones()
    {
        Assert.Contains("minDomains: 3", Mended("KUBE1014", App(Spread(Hard(more: "minDomains: 5")), 6), Options("zones=a,b,c")));
        Assert.Equal("", Offered("KUBE1014", App(Spread(Hard(more: "minDomains: 5")), 6)));
    }

    [Fact]
    public void What_is_added_waits_for_zones_that_may_be_empty()
    {
        string Pool(string name, string zone, int fewest) => $$"""
            apiVersion: k8s.scaleway.upbound.io/v1alpha1
            kind: Pool
            metadata: {name: {{name}}}
            spec: {forProvider: {clusterIdRef: {name: shop}, zone: {{zone}}, nodeType: PRO2-S, size: 2, autohealing: true, autoscaling: true, minSize: {{fewest}}, maxSize: 6} }

            """;
        var pools = Files(Pool("a", "fr-par-1", 3), Pool("b", "fr-par-2", 0));
        Assert.Equal(Add, Offered("KUBE1001", Files(App(), pools)));
        Assert.Contains("minDomains: 2", Mended("KUBE1001", Files(App(), pools)));
        Assert.Equal("Set minDomains to 2", Offered("KUBE1013", Files(App(Spread(Hard())), pools)));
        Assert.Equal("", Offered("KUBE1013", Files(App(Spread(Hard(more: "nodeAffinityPolicy: Ignore"))), pools)));
        Assert.Contains("set minDomains to 2", Offered("KUBE1002", Files(App(Spread(Hard(selector: Db))), pools)));
    }

    [Fact]
    public void Objects_of_a_list_are_mended_in_their_place()
    {
        var items = "apiVersion: v1\nkind: List\nitems:\n- " + App().TrimEnd().Replace("\n", "\n  ") + "\n";
        Assert.Equal(Add, Offered("KUBE1001", items));
        Assert.Equal("Add a PodDisruptionBudget 'web' that lets one pod go at a time", Offered("KUBE5001", items));
    }
}
