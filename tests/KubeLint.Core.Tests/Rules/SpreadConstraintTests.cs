using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE1002, a constraint that does not count its own pods, and KUBE1005, one that the API server rejects.</summary>
public sealed class SpreadConstraintTests
{
    private static void Says(string expected, string podSpec, object? replicas = null) => Assert.Equal(expected, Ids(App(podSpec, replicas)));

    [Fact]
    public void Selectors()
    {
        Says("KUBE1002", Spread(Hard(selector: "")));
        Says("KUBE1002", Spread(Hard(selector: "null")));
        Says("KUBE1002", Spread(Hard(selector: Db)));
        Says("", Spread(Hard(selector: "{}")));
        Says("", Spread(Hard(selector: "{matchExpressions: [{key: app, operator: In, values: [db, web]}]}")));
        Says("KUBE1002", Spread(Hard(selector: "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}")));
        Says("KUBE1002", Spread(Hard(selector: "{matchExpressions: [{key: tier, operator: Exists}]}")));
        Says("KUBE1002", Spread(Hard(selector: "{matchExpressions: [{key: app, operator: DoesNotExist}]}")));
        Says("", Spread(Hard(selector: "{matchExpressions: [{key: pod-template-hash, operator: Exists}]}")));
        Says("", Spread(Hard(selector: "{matchLabels: {app: '${APP}'}}")));
    }

    [Fact]
    public void It_speaks_whatever_the_count_of_replicas()
    {
        Says("KUBE1002", Spread(Hard(selector: Db)), 1);
        Says("KUBE1002", Spread(Hard(selector: Db)), "${N}");
        Says("KUBE1002", Spread(Soft(selector: Db)), 1);
    }

    [Fact]
    public void On_a_zone_key_it_speaks_alone_and_on_others_beside()
    {
        Says("KUBE1002", Spread(Hard(selector: Db)));
        Says("KUBE1001 KUBE1002", Spread(Hard(Host, selector: Db)));
        Says("KUBE1002", Spread(Hard(), Hard(Host, selector: Db)));
        Says("KUBE1002 KUBE1002", Spread(Hard(selector: Db), Hard(Host, selector: Db)));
        Says("KUBE1002 KUBE1007", Spread(Hard(selector: Db), Hard(Host, selector: Db)) + "\nnodeSelector: {" + Zone + ": a}");
    }

    [Fact]
    public void Match_label_keys_never_change_it()
    {
        Says("", Spread(Hard(more: "matchLabelKeys: [pod-template-hash]")));
        Says("", Spread(Hard(more: "matchLabelKeys: [not-there]")));
        Says("KUBE1002", Spread(Hard(selector: Db, more: "matchLabelKeys: [pod-template-hash]")));
    }

    [Fact]
    public void Messages_say_why()
    {
        Assert.Contains("without a labelSelector it selects nothing", Message(App(Spread(Hard(selector: "")))));
        Assert.Contains("its labelSelector wants app = db, and the pods have app = web", Message(App(Spread(Hard(selector: Db)))));
        Assert.Contains("wants the label tier, and the pods have no such label", Message(App(Spread(Hard(selector: "{matchExpressions: [{key: tier, operator: Exists}]}")))));
        Assert.Contains("wants app other than web or db, and the pods have app = web", Message(App(Spread(Hard(selector: "{matchExpressions: [{key: app, operator: NotIn, values: [web, db]}]}")))));
    }

    private const string Good = "maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}";

    /// <summary>A good constraint with one thing changed, and what the API server says of it.</summary>
    [Theory]
    [InlineData("maxSkew: 1", "maxSkew: 0", "maxSkew must be a whole number above 0, not 0")]
    [InlineData("maxSkew: 1", "maxSkew: -1", "maxSkew must be a whole number above 0, not -1")]
    [InlineData("maxSkew: 1", "maxSkew: '1'", "maxSkew must be a whole number above 0, not the text '1'")]
    [InlineData("maxSkew: 1, ", "", "maxSkew is required")]
    [InlineData("maxSkew: 1", "maxSkew: '${N}'", null)]
    [InlineData("topologyKey: topology.kubernetes.io/zone, ", "", "topologyKey is required")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: ''", "topologyKey is required")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: a/b/c", "topologyKey 'a/b/c' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: my rack", "topologyKey 'my rack' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: a-.b/c", "topologyKey 'a-.b/c' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: a..b/c", "topologyKey 'a..b/c' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: A.b/c", "topologyKey 'A.b/c' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: a.b/c-", "topologyKey 'a.b/c-' is no label key")]
    [InlineData("topologyKey: topology.kubernetes.io/zone", "topologyKey: 1.b-2.c/C_d.e", null)]
    [InlineData("DoNotSchedule", "Never", "whenUnsatisfiable must be DoNotSchedule or ScheduleAnyway, not 'Never'")]
    [InlineData("whenUnsatisfiable: DoNotSchedule, ", "", "whenUnsatisfiable is required")]
    [InlineData("maxSkew: 1", "maxSkew: 1, minDomains: 0", "minDomains must be a whole number above 0, not 0")]
    [InlineData("maxSkew: 1", "maxSkew: 1, minDomains: 2", null)]
    [InlineData("maxSkew: 1", "maxSkew: 1, nodeAffinityPolicy: honor", "nodeAffinityPolicy must be Honor or Ignore, not 'honor'")]
    [InlineData("maxSkew: 1", "maxSkew: 1, nodeTaintsPolicy: Maybe", "nodeTaintsPolicy must be Honor or Ignore, not 'Maybe'")]
    [InlineData("maxSkew: 1", "maxSkew: 1, nodeAffinityPolicy: Ignore, nodeTaintsPolicy: Honor", null)]
    [InlineData("maxSkew: 1", "maxSkew: 1, matchLabelKeys: ['a b']", "matchLabelKeys: 'a b' is no label key")]
    [InlineData("maxSkew: 1", "maxSkew: 1, matchLabelKeys: [app]", "app stands in both matchLabelKeys and labelSelector")]
    [InlineData("maxSkew: 1", "maxSkew: 1, matchLabelKeys: [hash]", null)]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: In}]}", "labelSelector: In takes at least one value")]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: Exists, values: [x]}]}", "labelSelector: Exists takes no values")]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: app, operator: Like, values: [x]}]}", "labelSelector: operator must be In, NotIn, Exists or DoesNotExist, not 'Like'")]
    [InlineData("{matchLabels: {app: web}}", "{matchExpressions: [{key: 'a b', operator: Exists}]}", "labelSelector: 'a b' is no label key")]
    public void Rows_of_the_api_validation(string part, string instead, string? problem)
    {
        var found = Find(App($"topologySpreadConstraints: [{{{Good.Replace(part, instead)}}}]")).Where(f => f.Rule.Id == "KUBE1005").Select(f => f.Message).ToList();
        if (problem is null) Assert.Empty(found);
        else Assert.Contains(problem, Assert.Single(found));
    }

    [Fact]
    public void Combinations_that_the_api_refuses()
    {
        Assert.Contains("minDomains can only stand with DoNotSchedule", Find(App($"topologySpreadConstraints: [{{{Good.Replace("DoNotSchedule", "ScheduleAnyway")}, minDomains: 2}}]")).Select(f => f.Message).Single(m => m.Contains("minDomains")));
        Says("KUBE1002 KUBE1005", Spread(Hard(selector: "", more: "matchLabelKeys: [app]")));
        Says("KUBE1005", Spread(Hard(), Hard()));
        Says("KUBE1003 KUBE1005", Spread(Soft(), Soft()));
        Says("", Spread(Hard(), Soft()));
        Assert.Equal("KUBE1005", Ids(App("topologySpreadConstraints: {maxSkew: 1}")).Split(' ')[^1]);
    }

    [Theory]
    [InlineData("DaemonSet", "apps/v1")]
    [InlineData("Job", "batch/v1")]
    [InlineData("StatefulSet", "apps/v1")]
    public void Every_pod_template_is_judged(string kind, string apiVersion) =>
        Assert.Contains("KUBE1005", Ids(App(Spread(Hard(skew: 0)), 1, kind, apiVersion)));

    [Fact]
    public void Pods_and_cron_jobs_too()
    {
        Assert.Equal("KUBE1005", Ids($"apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec:\n  containers: [{{name: c}}]\n  {Spread(Hard(skew: 0))}\n"));
        Assert.Equal("KUBE1005", Ids($"apiVersion: batch/v1\nkind: CronJob\nmetadata: {{name: p}}\nspec: {{jobTemplate: {{spec: {{template: {{spec: {{containers: [{{name: c}}], {Spread(Hard(skew: 0))}}}}}}}}}}}\n"));
    }
}
