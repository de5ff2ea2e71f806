using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>Workloads of kinds outside Kubernetes' own API.</summary>
public sealed class WorkloadKindTests
{
    private static string Elasticsearch(params string[] sets) =>
        $"apiVersion: elasticsearch.k8s.elastic.co/v1\nkind: Elasticsearch\nmetadata: {{name: logs, namespace: shop}}\nspec:\n  version: 9.0.0\n  nodeSets:\n{string.Concat(sets.Select(s => $"  - {{{s}}}\n"))}";

    private static string Operated(string group, string kind, string spec) => $"apiVersion: {group}/v1\nkind: {kind}\nmetadata: {{name: logs, namespace: shop}}\nspec: {{{spec}}}\n";

    private static string Pods(string spec) => $"podTemplate: {{spec: {{{spec}}}}}";

    [Theory]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "KUBE1001")]
    [InlineData("apps.kruise.io/v1alpha1", "CloneSet", "KUBE1001")]
    [InlineData("apps.kruise.io/v1beta1", "StatefulSet", "KUBE1001")]
    [InlineData("apps.openshift.io/v1", "DeploymentConfig", "KUBE1001")]
    [InlineData("apps.kruise.io/v1alpha1", "DaemonSet", "")]
    [InlineData("example.com/v1", "Rollout", "")]
    [InlineData("example.com/v1", "Workload", "")]
    public void Kinds_like_a_Deployment(string apiVersion, string kind, string expected)
    {
        Assert.Equal(expected, Ids(App(kind: kind, apiVersion: apiVersion)));
        Assert.Equal("", Ids(App(Spread(Hard()), kind: kind, apiVersion: apiVersion)));
    }

    [Fact]
    public void A_rollout_of_another_objects_template_has_no_own()
    {
        var rollout = App(kind: "Rollout", apiVersion: "argoproj.io/v1alpha1");
        Assert.Equal("", Ids(rollout.Replace("replicas: 3", "replicas: 3\n  workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}")));
        Assert.Equal("", Ids(rollout.Replace("replicas: 3", "replicas: 3\n  workloadRef: '${REF}'")));
    }

    [Theory]
    [InlineData("kibana.k8s.elastic.co", "Kibana")]
    [InlineData("maps.k8s.elastic.co", "ElasticMapsServer")]
    [InlineData("logstash.k8s.elastic.co", "Logstash")]
    public void An_operator_brings_containers_and_labels(string group, string kind)
    {
        Assert.Equal("KUBE1001", Ids(Operated(group, kind, "count: 3")));
        Assert.Equal("KUBE1001", Ids(Operated(group, kind, "count: 3, " + Pods("containers: []"))));
        Assert.Equal("KUBE1001", Ids(Operated(group, kind, "count: 3, " + Pods(Spread(Hard(Host))))));
        Assert.Equal("", Ids(Operated(group, kind, "count: 3, " + Pods(Spread(Hard())))));
        Assert.Equal("", Ids(Operated(group, kind, "count: 3, " + Pods(Spread(Hard(selector: "{}"))))));
        Assert.Equal("KUBE1004", Ids(Operated(group, kind, "count: 3, " + Pods(Spread(Hard(skew: 5, selector: "{}"))))));
        Assert.Equal("KUBE1002", Ids(Operated(group, kind, "count: 3, " + Pods(Spread(Hard(selector: ""))))));
        Assert.Equal("", Ids(Operated(group, kind, "count: 1")));
        Assert.Equal("", Ids(Operated(group, kind, "count: '${N}'")));
    }

    [Fact]
    public void An_omitted_count_is_no_workload_that_is_known()
    {
        Assert.Equal("", Ids(Operated("kibana.k8s.elastic.co", "Kibana", "version: 9.0.0")));
        Assert.False(Tells("KUBE1009", Operated("kibana.k8s.elastic.co", "Kibana", "version: 9.0.0")));
        Assert.True(Tells("KUBE1009", Operated("kibana.k8s.elastic.co", "Kibana", "count: 1")));
        Assert.False(Tells("KUBE1009", Elasticsearch("name: a, config: {}")));
    }

    [Fact]
    public void Operators_write_budgets_themselves() => Assert.False(Tells("KUBE5001", Operated("kibana.k8s.elastic.co", "Kibana", "count: 3")));

    [Fact]
    public void Each_node_set_is_a_workload()
    {
        var found = Find(Elasticsearch("name: masters, count: 3", "name: data, count: 1", "name: hot, count: 2"));
        Assert.Equal(["Elasticsearch 'shop/logs', node set 'masters'", "Elasticsearch 'shop/logs', node set 'hot'"], found.Select(f => f.Message.Split(':')[0]));
        Assert.Equal(["spec.nodeSets[0].podTemplate.spec.topologySpreadConstraints", "spec.nodeSets[2].podTemplate.spec.topologySpreadConstraints"], found.Select(f => f.FieldPath));
        Assert.Equal([7, 9], found.Select(f => f.Span.StartPosition.Line));
    }

    [Fact]
    public void Node_sets_stand_in_for_each_other()
    {
        Assert.True(Tells("KUBE1009", Elasticsearch("name: a, count: 1")));
        Assert.False(Tells("KUBE1009", Elasticsearch("name: a, count: 1", "name: b, count: 1")));
    }

    [Fact]
    public void Node_sets_that_are_pinned_to_a_zone_each_cover_each_other()
    {
        static string In(string zone) => $"name: {zone}, count: 2, " + Pods($"nodeSelector: {{{Zone}: {zone}}}");
        Assert.Equal("KUBE1007", Ids(Elasticsearch(In("a"))));
        Assert.Equal("", Ids(Elasticsearch(In("a"), In("b"))));
        Assert.Equal("KUBE1007 KUBE1007", Ids(Elasticsearch(In("a"), In("a"))));
    }

    [Fact]
    public void Zone_awareness_of_a_node_set_spreads_all()
    {
        Assert.Equal("", Ids(Elasticsearch("name: a, count: 3, zoneAwareness: {}", "name: b, count: 3")));
        Assert.Equal("", Ids(Elasticsearch("name: a, count: 3, zoneAwareness: '${ZONES}'")));
    }

    [Fact]
    public void A_suppression_on_a_pod_template_of_several_works() => Assert.Equal("", Ids(Elasticsearch(
        "name: a, count: 3, podTemplate: {metadata: {annotations: {kubelint/disable: KUBE1001}}}", "name: b, count: 1")));

    [Fact]
    public void Deprecated_keys_in_a_node_set() => Assert.Equal("KUBE1006", Ids(Elasticsearch("name: a, count: 3, " + Pods(Spread(Hard(OldZone))))));
}
