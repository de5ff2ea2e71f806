using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>
/// What other linters get wrong about replicas, spread, budgets and autoscalers, as seen in their code and their issues:
/// findings that are none (Not_…), and faults that they pass over. Each is named for the linter and the case.
/// </summary>
public sealed class PeerTests
{
    private static string Omitted(string podSpec = "", string kind = "Deployment") => App(podSpec, kind: kind).Replace("replicas: 3", "minReadySeconds: 1");

    private static string Hpa(string more, string kind = "Deployment", string ns = "shop") =>
        $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: hpa, namespace: {ns}}}\nspec: {{scaleTargetRef: {{apiVersion: apps/v1, kind: {kind}, name: web}}, maxReplicas: 9{more}}}\n";

    private static string Budget(string limit, string selector = Web, string ns = "shop", string apiVersion = "policy/v1") =>
        $"apiVersion: {apiVersion}\nkind: PodDisruptionBudget\nmetadata: {{name: pdb, namespace: {ns}}}\nspec: {{{limit}, selector: {selector}}}\n";

    private static string PodIn(string folder, string text) => string.Join(" ", Find([("a/app.yaml", App(Spread(Hard()))), (folder + "/pdb.yaml", text)], null, Only("KUBE5001")).Select(f => f.Rule.Id));

    // kube-linter

    [Fact]
    public void Not_KubeLinter_a_spread_constraint_is_as_good_as_anti_affinity() => Assert.Equal("", Ids(App(Spread(Hard()))));

    [Fact]
    public void Not_KubeLinter_anti_affinity_over_zones_alone() => Assert.Equal("", Ids(App(Apart(Zone))));

    [Fact]
    public void KubeLinter_replicas_omitted_under_an_autoscaler() => Assert.Equal("KUBE1001", Ids(Files(Omitted(), Hpa(", minReplicas: 2"))));

    [Fact]
    public void KubeLinter_namespaces_of_a_term() => Assert.Equal("KUBE1001", Ids(App(Apart(more: "namespaces: [other]"))));

    [Fact]
    public void Not_KubeLinter_namespace_selector_of_a_term() => Assert.Equal("", Ids(App(Apart(more: "namespaceSelector: {matchLabels: {team: a}}"))));

    [Fact]
    public void KubeLinter_mismatched_label_keys_leave_out_the_own_pods() => Assert.Equal("KUBE1001", Ids(App(Apart(more: "mismatchLabelKeys: [app]"))));

    [Fact]
    public void Not_KubeLinter_matched_label_keys_leave_in_the_own_pods() => Assert.Equal("", Ids(App(Apart(more: "matchLabelKeys: [pod-template-hash]"))));

    [Fact]
    public void KubeLinter_preferred_is_not_required() => Assert.Equal("KUBE1003", Ids(App(PreferApart())));

    [Fact]
    public void KubeLinter_ScheduleAnyway_is_a_preference() => Assert.Equal("KUBE1003", Ids(App(Spread(Soft()))));

    [Fact]
    public void KubeLinter_a_skew_may_admit_one_zone() => Assert.Equal("KUBE1004", Ids(App(Spread(Hard(skew: 3)))));

    [Fact]
    public void Not_KubeLinter_few_replicas_where_an_autoscaler_keeps_more()
    {
        var set = Files(Omitted(), Hpa(", minReplicas: 3"));
        Assert.False(Tells("KUBE1009", set));
        Assert.False(Tells("KUBE1010", set, Options("zones=a,b,c")));
    }

    [Fact]
    public void KubeLinter_a_budget_of_v1beta1() => Assert.True(Tells("KUBE5002", Budget("maxUnavailable: 0", apiVersion: "policy/v1beta1")));

    [Fact]
    public void KubeLinter_a_share_that_is_rounded_up_to_all() => Assert.True(Tells("KUBE5002", Files(App(replicas: 1), Budget("minAvailable: 50%"))));

    [Fact]
    public void KubeLinter_a_workload_whose_selector_has_expressions() => Assert.True(Tells("KUBE5002", Files(
        App().Replace("{ matchLabels: { app: web } }", "{matchExpressions: [{key: app, operator: In, values: [web]}]}"), Budget("minAvailable: 3"))));

    [Fact]
    public void KubeLinter_a_budget_selects_by_the_pods_labels() => Assert.True(Tells("KUBE5002", Files(
        App(labels: "app: web, tier: front"), Budget("minAvailable: 3", "{matchLabels: {tier: front}}"))));

    [Fact]
    public void KubeLinter_an_autoscalers_minimum_counts_whatever_the_replicas() => Assert.True(Tells("KUBE5002", Files(
        App(replicas: 5), Hpa(", minReplicas: 2"), Budget("minAvailable: 2"))));

    [Fact]
    public void Not_KubeLinter_a_budget_in_another_folder() => Assert.Equal("", PodIn("b", Budget("maxUnavailable: 1")));

    [Fact]
    public void KubeLinter_an_autoscaler_in_another_namespace() => Assert.True(Tells("KUBE1009", Files(App(replicas: 1), Hpa(", minReplicas: 3", ns: "other"))));

    [Fact]
    public void Not_KubeLinter_an_autoscaler_of_a_kind_that_the_set_does_not_hold() => Assert.Equal("", Ids(Hpa(", minReplicas: 2", kind: "Thing")));

    [Fact]
    public void Not_KubeLinter_a_node_affinity_that_says_nothing_of_zones() => Assert.Equal("", Ids(App(
        Spread(Hard()) + "\naffinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: Exists}]}]}}}")));

    // kube-score

    [Fact]
    public void KubeScore_no_constraints_is_no_spread() => Assert.Equal("KUBE1001", Ids(App()));

    [Fact]
    public void KubeScore_a_key_that_no_node_carries() => Assert.Equal("KUBE1006", Ids(App(Spread(Hard("zone")))));

    [Fact]
    public void KubeScore_a_selector_that_misses_the_own_pods() => Assert.Equal("KUBE1002", Ids(App(Spread(Hard(selector: Db)))));

    [Theory]
    [InlineData("maxSkew: -1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule")]
    [InlineData("maxSkew: 1, minDomains: -1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule")]
    [InlineData("maxSkew: 1, minDomains: 2, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway")]
    public void KubeScore_constraints_that_the_API_refuses(string constraint) =>
        Assert.True(Tells("KUBE1005", App($"topologySpreadConstraints: [{{{constraint}, labelSelector: {Web}}}]")));

    [Fact]
    public void Not_KubeScore_omitted_replicas_are_one() => Assert.Equal("", Ids(Omitted()));

    [Fact]
    public void KubeScore_a_region_is_no_host_and_no_zone() => Assert.Equal("KUBE1001", Ids(App(PreferApart(Region))));

    [Fact]
    public void KubeScore_one_replica_without_a_Service() => Assert.True(Tells("KUBE1009", App(replicas: 1, kind: "StatefulSet")));

    [Fact]
    public void KubeScore_one_replica_by_an_autoscaler() => Assert.True(Tells("KUBE1009", Files(App(replicas: 3), Hpa(", minReplicas: 1"))));

    [Fact]
    public void Not_KubeScore_no_budget_for_omitted_replicas() => Assert.False(Tells("KUBE5001", Omitted()));

    // Polaris

    [Theory]
    [InlineData("apps/v1", "DaemonSet")]
    [InlineData("batch/v1", "Job")]
    public void Not_Polaris_what_runs_no_replicas(string apiVersion, string kind) => Assert.Equal("", Ids(App(kind: kind, apiVersion: apiVersion)));

    [Fact]
    public void Not_Polaris_a_bare_pod() => Assert.Equal("", Ids("apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: main}]}\n"));

    [Fact]
    public void Not_Polaris_one_replica_needs_no_spread() => Assert.Equal("", Ids(App(replicas: 1)));

    [Fact]
    public void Polaris_a_constraint_over_hosts_that_misses_the_own_pods() => Assert.Equal("KUBE1001 KUBE1002", Ids(App(Spread(Hard(Host, selector: Db)))));

    [Fact]
    public void Polaris_one_replica_of_a_StatefulSet() => Assert.True(Tells("KUBE1009", Omitted(kind: "StatefulSet")));

    [Fact]
    public void Polaris_an_omitted_minimum_is_one() => Assert.True(Tells("KUBE1009", Files(App(replicas: 3), Hpa(""))));

    [Fact]
    public void Polaris_a_budget_that_shares_one_label_of_several() => Assert.True(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", "{matchLabels: {app: web, tier: front}}"))));

    [Fact]
    public void Not_Polaris_a_budget_by_expressions() => Assert.False(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", "{matchExpressions: [{key: app, operator: In, values: [web, db]}]}"))));

    [Fact]
    public void Not_Polaris_no_budget_for_one_replica() => Assert.False(Tells("KUBE5001", App(replicas: 1)));

    [Fact]
    public void Polaris_no_budget_for_a_StatefulSet() => Assert.True(Tells("KUBE5001", App(kind: "StatefulSet")));

    [Fact]
    public void Polaris_minAvailable_as_high_as_the_replicas() => Assert.True(Tells("KUBE5002", Files(App(replicas: 3), Budget("minAvailable: 3"))));

    [Fact]
    public void Polaris_minAvailable_equal_to_the_autoscalers_minimum() => Assert.True(Tells("KUBE5002", Files(Omitted(), Hpa(", minReplicas: 2"), Budget("minAvailable: 2"))));

    [Fact]
    public void Not_Polaris_a_budget_of_another_namespace() => Assert.False(Tells("KUBE5002", Files(App(), Budget("minAvailable: 3", ns: "other"))));

    // Kyverno

    [Fact]
    public void Kyverno_two_replicas_are_several() => Assert.Equal("KUBE1001", Ids(App(replicas: 2)));

    [Fact]
    public void Not_Kyverno_a_zone_constraint_alone() => Assert.Equal("", Ids(App(Spread(Hard()))));

    [Fact]
    public void Not_Kyverno_more_than_two_constraints() => Assert.Equal("", Ids(App(Spread(Hard(), Hard(Host), Soft()))));

    [Fact]
    public void Kyverno_the_key_zone() => Assert.True(Tells("KUBE1006", App(Spread(Hard("zone")))));

    [Fact]
    public void Not_Kyverno_omitted_replicas_under_an_autoscaler() => Assert.False(Tells("KUBE1009", Files(Omitted(), Hpa(", minReplicas: 2"))));

    [Fact]
    public void Kyverno_minAvailable_above_the_replicas() => Assert.True(Tells("KUBE5002", Files(App(replicas: 2), Budget("minAvailable: 3"))));

    [Fact]
    public void Kyverno_an_autoscaler_of_another_kind() => Assert.True(Tells("KUBE1009", Files(App(replicas: 1), Hpa(", minReplicas: 3", kind: "StatefulSet"))));

    [Fact]
    public void Kyverno_a_class_that_binds_immediately() => Assert.Equal("KUBE3001", Ids(
        "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: c}\nprovisioner: ebs.csi.aws.com\nreclaimPolicy: Delete\nvolumeBindingMode: Immediate\n"));

    // Datree

    [Fact]
    public void Not_Datree_DoNotSchedule_is_no_fault() => Assert.Equal("", Ids(App(Spread(Hard()))));

    [Fact]
    public void Datree_required_terms_and_none_at_all()
    {
        Assert.Equal("KUBE1001", Ids(App(Apart(Zone, Db))));
        Assert.Equal("KUBE1001", Ids(App("affinity: {}")));
    }

    // KICS

    [Fact]
    public void Not_KICS_a_term_over_zones_beside_one_over_hosts() => Assert.Equal("", Ids(App(
        $"affinity: {{podAntiAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{{topologyKey: {Host}, labelSelector: {Web}}}, {{topologyKey: {Zone}, labelSelector: {Web}}}]}}}}")));

    [Fact]
    public void KICS_a_term_by_expressions()
    {
        Assert.Equal("", Ids(App(Apart(Zone, "{matchExpressions: [{key: app, operator: In, values: [web]}]}"))));
        Assert.Equal("KUBE1001", Ids(App(Apart(Zone, "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}"))));
    }

    [Fact]
    public void KICS_a_term_that_shares_one_label_of_several() => Assert.Equal("KUBE1001", Ids(App(Apart(Zone, "{matchLabels: {app: web, tier: front}}"))));

    [Fact]
    public void KICS_a_budget_that_shares_a_value_under_another_key() => Assert.True(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", "{matchLabels: {name: web}}"))));

    [Fact]
    public void KICS_a_budget_of_another_namespace() => Assert.True(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", ns: "other"))));

    // AKS safeguards and draft

    [Fact]
    public void Draft_an_empty_anti_affinity() => Assert.Equal("KUBE1001", Ids(App("affinity: {podAntiAffinity: {}}")));

    [Fact]
    public void Draft_a_budget_that_demands_some_of_the_labels() => Assert.True(Tells("KUBE5002", Files(App(labels: "app: web, tier: front"), Budget("minAvailable: 3"))));

    // PSRule

    [Fact]
    public void Not_PSRule_omitted_replicas_under_an_autoscaler() => Assert.False(Tells("KUBE1009", Files(Omitted(), Hpa(", minReplicas: 2"))));

    // hardeneks and eksup

    [Fact]
    public void Not_Hardeneks_one_replica_and_anti_affinity()
    {
        Assert.Equal("", Ids(App(replicas: 1)));
        Assert.Equal("", Ids(App(Apart())));
    }

    [Fact]
    public void Hardeneks_a_StatefulSet_and_a_selector_and_a_skew()
    {
        Assert.Equal("KUBE1001", Ids(App(kind: "StatefulSet")));
        Assert.Equal("KUBE1002", Ids(App(Spread(Hard(selector: Db)))));
        Assert.Equal("KUBE1004", Ids(App(Spread(Hard(skew: 9)))));
    }

    [Fact]
    public void Eksup_a_node_affinity_is_no_spread() => Assert.Equal("KUBE1001", Ids(App(OnZones("In", "a", "b"))));

    // gatekeeper-library, rego-policies, popeye

    [Theory]
    [InlineData("minAvailable: 100%")]
    [InlineData("maxUnavailable: 0%")]
    public void Gatekeeper_shares(string limit) => Assert.True(Tells("KUBE5002", Budget(limit)));

    [Fact]
    public void Not_RegoPolicies_one_replica_without_anti_affinity_and_even_counts()
    {
        Assert.Equal("", Ids(App(replicas: 1)));
        Assert.Equal("", Ids(App(Spread(Hard()), 4)));
    }

    [Fact]
    public void Popeye_offline_several_budgets_and_one_for_nothing()
    {
        Assert.True(Tells("KUBE5003", Files(App(), Budget("maxUnavailable: 1"), Budget("maxUnavailable: 1").Replace("name: pdb", "name: other"))));
        Assert.True(Tells("KUBE5005", Files(App(), Budget("maxUnavailable: 1", "{matchLabels: {app: web, tier: front}}"))));
    }

    // PSRule for Azure, gke-policy-automation and eksup look at clusters of one cloud each.

    private static string AgentPool(string zones) => $"apiVersion: containerservice.azure.com/v1\nkind: ManagedClustersAgentPool\nmetadata: {{name: p}}\nspec: {{owner: {{name: prod}}, count: 3{zones}}}\n";

    [Fact]
    public void PSRule_one_zone_is_not_several() => Assert.True(Tells("KUBE2001", AgentPool(", availabilityZones: ['1']")));

    [Theory]
    [InlineData("")]
    [InlineData(", availabilityZones: null")]
    [InlineData(", availabilityZones: []")]
    public void PSRule_no_zones(string zones) => Assert.True(Tells("KUBE2013", AgentPool(zones)));

    [Fact]
    public void Not_ReviewChecklists_a_region_without_zones()
    {
        string In(string region) => $"apiVersion: containerservice.azure.com/v1\nkind: ManagedCluster\nmetadata: {{name: prod}}\nspec: {{owner: {{name: g}}, location: {region}, agentPoolProfiles: [{{name: a, count: 3}}]}}\n";
        Assert.True(Tells("KUBE2013", In("westeurope")));
        Assert.False(Tells("KUBE2013", In("westus")));
    }

    [Fact]
    public void GkePolicyAutomation_pools_and_control_planes_of_one_zone()
    {
        const string Zonal = "apiVersion: container.cnrm.cloud.google.com/v1beta1\nkind: ContainerCluster\nmetadata: {name: prod}\nspec: {location: europe-west1-b}\n";
        const string Pool = "apiVersion: container.cnrm.cloud.google.com/v1beta1\nkind: ContainerNodePool\nmetadata: {name: a}\nspec: {location: europe-west1, nodeLocations: [europe-west1-b], clusterRef: {name: prod}}\n";
        Assert.True(Tells("KUBE2011", Zonal));
        Assert.False(Tells("KUBE2011", Zonal.Replace("europe-west1-b", "europe-west1")));
        Assert.True(Tells("KUBE2001", Pool));
        Assert.False(Tells("KUBE2001", Pool.Replace(", nodeLocations: [europe-west1-b]", "")));
    }

    [Fact]
    public void Eksup_needs_no_live_cluster_to_see_one_zone()
    {
        string Groups(string zones) => $"apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {{name: c, region: eu-west-1}}\nmanagedNodeGroups: [{{name: g, minSize: 3, maxSize: 3, availabilityZones: [{zones}]}}]\n";
        Assert.True(Tells("KUBE2001", Groups("eu-west-1a")));
        Assert.False(Tells("KUBE2001", Groups("eu-west-1a, eu-west-1b")));
    }
}
