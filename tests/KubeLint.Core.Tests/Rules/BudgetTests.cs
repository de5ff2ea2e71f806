using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE5001 to 5005: budgets and the workloads that they select.</summary>
public sealed class BudgetTests
{
    private static string Budget(string limit, string selector = Web, string name = "pdb", string ns = ", namespace: shop", string more = "", string apiVersion = "policy/v1") =>
        $"apiVersion: {apiVersion}\nkind: PodDisruptionBudget\nmetadata: {{name: {name}{ns}{more}}}\nspec: {{{limit}{(selector.Length > 0 ? ", selector: " + selector : "")}}}\n";

    private static string Hpa(string minimum) =>
        $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: hpa, namespace: shop}}\nspec: {{scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}, minReplicas: {minimum}, maxReplicas: 9}}\n";

    private static string InFiles(string id, params (string, string)[] files) => string.Join(" ", Find(files, null, Only(id)).Select(f => f.Span.File.Path));

    // KUBE5001

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, false)]
    [InlineData(2, true)]
    [InlineData("${N}", false)]
    public void Missing_for_several_replicas(object replicas, bool expected) => Assert.Equal(expected, Tells("KUBE5001", App(replicas: replicas)));

    [Theory]
    [InlineData(Web, false)]
    [InlineData("{}", false)]
    [InlineData("{matchExpressions: [{key: app, operator: Exists}]}", false)]
    [InlineData("{matchLabels: {app: '${APP}'}}", false)]
    [InlineData("'${SELECTOR}'", false)]
    [InlineData(Db, true)]
    [InlineData("", true)]
    [InlineData("null", true)]
    [InlineData("{matchLabels: {app: web, tier: front}}", true)]
    public void Missing_where_none_selects_the_pods(string selector, bool expected) =>
        Assert.Equal(expected, Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", selector))));

    [Theory]
    [InlineData(", namespace: shop", false)]
    [InlineData("", false)]
    [InlineData(", namespace: '${NS}'", false)]
    [InlineData(", namespace: other", true)]
    public void Missing_in_its_namespace(string ns, bool expected) => Assert.Equal(expected, Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", ns: ns))));

    [Fact]
    public void In_v1beta1_an_empty_selector_selects_none()
    {
        Assert.True(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", "{}", apiVersion: "policy/v1beta1"))));
        Assert.True(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", "{matchLabels: {}}", apiVersion: "policy/v1beta1"))));
        Assert.False(Tells("KUBE5001", Files(App(), Budget("maxUnavailable: 1", Web, apiVersion: "policy/v1beta1"))));
        Assert.False(Tells("KUBE5002", Budget("maxUnavailable: 0", "{}", apiVersion: "policy/v1beta1")));
        Assert.True(Tells("KUBE5002", Budget("maxUnavailable: 0", "{}")));
    }

    [Fact]
    public void A_budget_that_an_operator_made_guards_too()
    {
        var made = Budget("maxUnavailable: 0", more: ", ownerReferences: [{kind: Gateway, name: g, controller: true}]");
        Assert.False(Tells("KUBE5001", Files(App(), made)));
        Assert.False(Tells("KUBE5002", made));
    }

    [Fact]
    public void A_budget_that_a_kustomization_may_take_away_may_be_there()
    {
        const string kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\npatches: [{target: {kind: PodDisruptionBudget}, path: unread.yaml}]\n";
        const string list = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml, pdb.yaml]\n";
        Assert.Equal("", InFiles("KUBE5001", ("base/app.yaml", App()), ("base/pdb.yaml", Budget("maxUnavailable: 1")), ("base/kustomization.yaml", list), ("dev/kustomization.yaml", kustomization)));
        Assert.Equal("base/app.yaml", InFiles("KUBE5001", ("base/app.yaml", App()), ("base/pdb.yaml", Budget("maxUnavailable: 1", Db)), ("base/kustomization.yaml", list), ("dev/kustomization.yaml", kustomization)));
    }

    [Theory]
    [InlineData("StatefulSet", "", "app.yaml")] // takes nothing away
    [InlineData("PodDisruptionBudget", "", "")]
    [InlineData("Deployment", "", "")]
    public void What_a_kustomization_may_take_away_is_not_surely_there(string kind, string blocked, string overlapped)
    {
        var kustomization = $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml]\npatches: [{{target: {{kind: {kind}}}, path: unread.yaml}}]\n";
        var text = Files(App(), Budget("minAvailable: 2"), Budget("minAvailable: 2", "{}", "b"));
        Assert.Equal(overlapped, InFiles("KUBE5003", ("app.yaml", text), ("kustomization.yaml", kustomization)));
        Assert.Equal(blocked, InFiles("KUBE5002", ("app.yaml", text), ("kustomization.yaml", kustomization)));
    }

    [Fact]
    public void One_budget_that_is_there_and_one_that_may_be()
    {
        const string kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml]\npatches: [{target: {kind: PodDisruptionBudget, name: b}, path: unread.yaml}]\n";
        Assert.Equal("", InFiles("KUBE5003", ("app.yaml", Files(App(), Budget("minAvailable: 2"), Budget("minAvailable: 2", "{}", "b"))), ("kustomization.yaml", kustomization)));
    }

    [Fact]
    public void A_workload_that_a_kustomization_may_take_away_may_be_selected_too()
    {
        const string kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml]\npatches: [{target: {kind: Deployment, name: other}, path: unread.yaml}]\n";
        Assert.Equal("", InFiles("KUBE5002", ("app.yaml", Files(App(), App(name: "other"), Budget("minAvailable: 3"))), ("kustomization.yaml", kustomization)));
        Assert.Equal("app.yaml", InFiles("KUBE5002", ("app.yaml", Files(App(), App(name: "other", labels: "app: db"), Budget("minAvailable: 3"))), ("kustomization.yaml", kustomization)));
    }

    [Fact]
    public void An_autoscaler_that_a_kustomization_may_take_away_may_be_there()
    {
        const string kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\npatches: [{target: {kind: HorizontalPodAutoscaler}, path: unread.yaml}]\n";
        const string list = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [app.yaml, hpa.yaml]\n";
        Assert.Equal("", InFiles("KUBE5001", ("base/app.yaml", App()), ("base/hpa.yaml", Hpa("1")), ("base/kustomization.yaml", list), ("dev/kustomization.yaml", kustomization)));
    }

    // KUBE5002

    [Theory]
    [InlineData("maxUnavailable: 0", true)]
    [InlineData("maxUnavailable: 0%", true)]
    [InlineData("maxUnavailable: 1", false)]
    [InlineData("maxUnavailable: 1%", false)]
    [InlineData("maxUnavailable: '${N}'", false)]
    [InlineData("minAvailable: 100%", true)]
    [InlineData("minAvailable: 99%", true)] // of three, rounded up
    [InlineData("minAvailable: 67%", true)]
    [InlineData("minAvailable: 66%", false)]
    [InlineData("minAvailable: 3", true)]
    [InlineData("minAvailable: 4", true)]
    [InlineData("minAvailable: 2", false)]
    [InlineData("minAvailable: 0", false)]
    [InlineData("minAvailable: three", false)]
    [InlineData("minAvailable: 3, maxUnavailable: 0", false)] // refused by the API
    public void Blocks_a_drain_of_three(string limit, bool expected) => Assert.Equal(expected, Tells("KUBE5002", Files(App(), Budget(limit))));

    [Fact]
    public void Blocks_a_drain_by_all_that_it_selects()
    {
        var db = App(name: "db", replicas: 2).Replace("{ app: web }", "{ app: web, part: db }");
        Assert.False(Tells("KUBE5002", Files(App(), db, Budget("minAvailable: 3"))));
        Assert.True(Tells("KUBE5002", Files(App(), db, Budget("minAvailable: 5"))));
        Assert.Contains("all of the 3 replicas of Deployment 'shop/web' and 2 replicas of Deployment 'shop/db'", Message("KUBE5002", Files(App(), db, Budget("minAvailable: 5"))));
        Assert.False(Tells("KUBE5002", Files(App(), App(name: "db", replicas: "${N}"), Budget("minAvailable: 5"))));
        Assert.False(Tells("KUBE5002", Files(App(), App(name: "agent", kind: "DaemonSet"), Budget("minAvailable: 3"))));
        Assert.False(Tells("KUBE5002", Files(App(replicas: 0), Budget("minAvailable: 1"))));
        Assert.False(Tells("KUBE5002", Files(App(replicas: 0), Budget("maxUnavailable: 0"))));
        Assert.False(Tells("KUBE5002", Budget("minAvailable: 3")));
    }

    [Fact]
    public void Blocks_a_drain_at_an_autoscalers_minimum()
    {
        Assert.True(Tells("KUBE5002", Files(App(replicas: 5), Hpa("2"), Budget("minAvailable: 2"))));
        Assert.Contains("the 2 replicas (minimum of HorizontalPodAutoscaler 'hpa') of Deployment 'shop/web', and while there are no more, no pod", Message("KUBE5002", Files(App(), Hpa("2"), Budget("minAvailable: 2"))));
        Assert.False(Tells("KUBE5002", Files(App(replicas: 2), Hpa("3"), Budget("minAvailable: 2"))));
        Assert.False(Tells("KUBE5002", Files(App(replicas: 2), Hpa("'${MIN}'"), Budget("minAvailable: 2"))));
    }

    [Fact]
    public void In_an_open_set_only_what_the_budget_itself_says()
    {
        Assert.True(Tells("KUBE5002", Budget("maxUnavailable: 0"), isOpen: true));
        Assert.False(Tells("KUBE5002", Files(App(), Budget("minAvailable: 3")), isOpen: true));
        Assert.False(Tells("KUBE5001", App(), isOpen: true));
        Assert.False(Tells("KUBE5004", Files(App(replicas: 6), Budget("minAvailable: 5")), isOpen: true));
        Assert.False(Tells("KUBE5005", Files(App(), Budget("maxUnavailable: 1", "{matchLabels: {app: web, tier: front}}")), isOpen: true));
    }

    [Fact]
    public void A_patch_is_no_budget()
    {
        Assert.False(Tells("KUBE5002", Budget("maxUnavailable: 0", "")));
        Assert.False(Tells("KUBE5002", Budget("maxUnavailable: 0, $patch: replace")));
    }

    [Fact]
    public void Variants_of_a_workload_are_judged_with_their_own_budgets()
    {
        var dev = Files(App(replicas: 1), Budget("minAvailable: 1"));
        var prod = Files(App(replicas: 3), Budget("minAvailable: 1"));
        Assert.Equal("dev.yaml", InFiles("KUBE5002", ("dev.yaml", dev), ("prod.yaml", prod)));
        Assert.Equal("", InFiles("KUBE5003", ("dev.yaml", dev), ("prod.yaml", prod.Replace("name: pdb", "name: other"))));
    }

    // KUBE5003

    [Fact]
    public void Two_budgets_are_told_once_with_their_places()
    {
        var text = Files(App(), Budget("maxUnavailable: 1", name: "a"), Budget("maxUnavailable: 1", "{}", "b"), Budget("maxUnavailable: 1", Db, "c"));
        var found = Assert.Single(Find([("app.yaml", text)], null, Only("KUBE5003")));
        Assert.Equal("spec.selector", found.FieldPath);
        Assert.StartsWith("PodDisruptionBudget 'shop/a': PodDisruptionBudget 'shop/b' selects the pods of Deployment 'shop/web' too", found.Message);
        Assert.Equal([21, 8], found.Related.Select(r => r.Span.StartPosition.Line));
    }

    [Theory]
    [InlineData("{}", "", false)]
    [InlineData("{}", ", namespace: other", false)]
    [InlineData("{}", ", namespace: shop", true)]
    [InlineData("{matchLabels: {app: '${APP}'}}", ", namespace: shop", false)]
    public void Two_budgets_surely(string selector, string ns, bool expected) =>
        Assert.Equal(expected, Tells("KUBE5003", Files(App(), Budget("maxUnavailable: 1"), Budget("maxUnavailable: 1", selector, "b", ns))));

    [Fact]
    public void Two_budgets_for_no_pods() => Assert.False(Tells("KUBE5003", Files(App(replicas: 0), Budget("maxUnavailable: 1"), Budget("maxUnavailable: 1", "{}", "b"))));

    // KUBE5004

    [Theory]
    [InlineData(6, "minAvailable: 4", "", false)]
    [InlineData(6, "minAvailable: 5", "", true)] // three zones are assumed: one holds two
    [InlineData(6, "minAvailable: 6", "", false)] // blocks by itself
    [InlineData(6, "maxUnavailable: 1", "", false)]
    [InlineData(5, "minAvailable: 4", "", true)]
    [InlineData(5, "minAvailable: 3", "", false)]
    [InlineData(3, "minAvailable: 2", "", false)]
    [InlineData(3, "minAvailable: 2", "a,b", true)]
    [InlineData(3, "minAvailable: 2", "a", false)]
    [InlineData(10, "minAvailable: 80%", "", true)]
    [InlineData("${N}", "minAvailable: 5", "", false)]
    public void Demands_more_than_a_lost_zone_leaves(object replicas, string limit, string zones, bool expected) =>
        Assert.Equal(expected, Tells("KUBE5004", Files(App(replicas: replicas), Budget(limit)), zones.Length > 0 ? Options("zones=" + zones) : null));

    [Fact]
    public void Demands_more_where_pods_may_stand()
    {
        Assert.True(Tells("KUBE5004", Files(App(OnZones("In", "a", "b"), 4), Budget("minAvailable: 3"))));
        Assert.Contains("over 2 zones (of its node affinity)", Message("KUBE5004", Files(App(OnZones("In", "a", "b"), 4), Budget("minAvailable: 3"))));
        Assert.False(Tells("KUBE5004", Files(App(OnZones("In", "a", "b"), 4), Budget("minAvailable: 2"))));
        Assert.False(Tells("KUBE5004", Files(App("nodeName: node-1", 6), Budget("minAvailable: 5"))));
        Assert.False(Tells("KUBE5004", Files(App("schedulerName: other", 6), Budget("minAvailable: 5"))));
        Assert.False(Tells("KUBE5004", Files(App(replicas: 6), Budget("minAvailable: 5")), Options("provider=digitalocean")));
    }

    // KUBE5005

    [Theory]
    [InlineData("{matchLabels: {app: web, tier: front}}", true)]
    [InlineData("{matchLabels: {app: web, app.kubernetes.io/component: front}}", true)]
    [InlineData("{matchLabels: {app: web, strimzi.io/cluster: front}}", false)] // an operator's own
    [InlineData("{matchLabels: {app: web, part: b-1}}", true)] // spelled b1
    [InlineData("{matchLabels: {app: web, part: c1}}", false)] // another component's
    [InlineData("{matchLabels: {app: web, tier: front, level: one}}", false)] // not near
    [InlineData("{matchLabels: {tier: front}}", false)]
    [InlineData("{matchLabels: {app.kubernetes.io/part-of: shop, tier: front}}", false)] // many share it
    [InlineData("{matchLabels: {app: web, tier: '${TIER}'}}", false)]
    [InlineData(Web, false)]
    [InlineData("{}", false)]
    public void Misses_pods_that_were_meant(string selector, bool expected) =>
        Assert.Equal(expected, Tells("KUBE5005", Files(App(labels: "app: web, part: b1, app.kubernetes.io/part-of: shop"), Budget("maxUnavailable: 1", selector))));

    [Fact]
    public void Misses_none_where_another_budget_guards_them_or_it_guards_others()
    {
        var near = Budget("maxUnavailable: 1", "{matchLabels: {app: web, tier: front}}");
        Assert.False(Tells("KUBE5005", Files(App(), near, Budget("maxUnavailable: 1", Web, "b"))));
        Assert.False(Tells("KUBE5005", Files(App(), App(name: "front", labels: "app: web, tier: front"), near)));
        Assert.False(Tells("KUBE5005", Files(App(), App(name: "front", kind: "DaemonSet", labels: "app: web, tier: front"), near)));
        Assert.False(Tells("KUBE5005", Files(App(), App(name: "front", labels: "app: web, tier: front").Replace("namespace: shop", "ownerReferences: [{controller: true}], namespace: shop"), near)));
        Assert.False(Tells("KUBE5005", Files(App(ns: "other"), near)));
    }
}
