using static KubeLint.Tests.Running.Manifests;
using static KubeLint.Tests.Running.Mending;

namespace KubeLint.Tests.Rules;

/// <summary>Where the rules on budgets offer repairs, and where they leave them to people.</summary>
public sealed class BudgetFixTests
{
    private const string Add = "Add a PodDisruptionBudget 'web' that lets one pod go at a time";

    private static readonly string Spreading = Spread(Hard());

    private static string Budget(string limit, string selector = Web, string name = "pdb", string ns = ", namespace: shop") =>
        $"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: {name}{ns}}}\nspec: {{{limit}, selector: {selector}}}\n";

    // KUBE5001

    [Fact]
    public void A_missing_budget_is_added_beside_the_workload()
    {
        Assert.Equal(Add, Offered("KUBE5001", App()));
        Assert.EndsWith(
            """
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: web
              namespace: shop
            spec:
              maxUnavailable: 1
              selector:
                matchLabels:
                  app: web

            """,
            Mended("KUBE5001", App().TrimEnd() + "\n"));
        Assert.DoesNotContain("namespace", Mended("KUBE5001", App().Replace(", namespace: shop", "")));
    }

    [Theory]
    [InlineData("StatefulSet", "apps/v1")]
    [InlineData("Rollout", "argoproj.io/v1alpha1")]
    [InlineData("CloneSet", "apps.kruise.io/v1alpha1")]
    public void Other_kinds_too(string kind, string apiVersion) => Assert.Equal(Add, Offered("KUBE5001", App(kind: kind, apiVersion: apiVersion)));

    [Fact]
    public void None_where_the_selector_is_not_known_or_selects_others_too()
    {
        Assert.Equal(Add, Offered("KUBE5001", App().Replace("app: web }", "app: '${APP}' }")));
        Assert.Equal("", Offered("KUBE5001", App().Replace("matchLabels: { app: web }", "matchLabels: { app: '${APP}' }")));
        Assert.Equal("", Offered("KUBE5001", App(), null, ("b.yaml", App(name: "other"))));
        Assert.Equal("", Offered("KUBE5001", App(), null, ("b.yaml", App(name: "other", kind: "Job", apiVersion: "batch/v1"))));
        Assert.Equal(Add, Offered("KUBE5001", App(), null, ("b.yaml", App(name: "other", ns: "else"))));
    }

    [Fact]
    public void None_where_the_name_is_taken_or_not_known()
    {
        Assert.Equal("", Offered("KUBE5001", App(), null, ("b.yaml", Budget("maxUnavailable: 1", Db, "web"))));
        Assert.Equal("", Offered("KUBE5001", App(), null, ("b.yaml", Budget("maxUnavailable: 1", Db, "web", ""))));
        Assert.Equal(Add, Offered("KUBE5001", App(), null, ("b.yaml", Budget("maxUnavailable: 1", Db, "web", ", namespace: else"))));
        Assert.Equal("", Offered("KUBE5001", App(), null, ("b.yaml", App(kind: "StatefulSet").Replace("app: web", "app: db"))));
        Assert.Equal("", Offered("KUBE5001", App(name: "'${NAME}'")));
        Assert.Equal("", Offered("KUBE5001", App(ns: "'${NAMESPACE}'")));
    }

    [Fact]
    public void None_for_a_kubernetes_that_does_not_serve_it()
    {
        Assert.Equal("", Offered("KUBE5001", App(), Options("kubernetes_version=1.20")));
        Assert.Equal(Add, Offered("KUBE5001", App(), Options("kubernetes_version=1.21")));
    }

    // KUBE5002

    [Theory]
    [InlineData("maxUnavailable: 0", 3, "Set maxUnavailable to 1")]
    [InlineData("maxUnavailable: 0%", 3, "Set maxUnavailable to 1")]
    [InlineData("minAvailable: 100%", 3, "Set maxUnavailable to 1 in place of minAvailable")]
    [InlineData("minAvailable: 3", 3, "Set maxUnavailable to 1 in place of minAvailable")]
    [InlineData("maxUnavailable: 0", 1, "")]
    [InlineData("minAvailable: 1", 1, "")]
    [InlineData("maxUnavailable: 0", "${N}", "")]
    public void A_budget_lets_one_go_of_several(string limit, object replicas, string expected)
    {
        Assert.Equal(expected, Offered("KUBE5002", Files(App(Spreading, replicas), Budget(limit))));
        if (expected.Length > 0) Assert.Contains("spec: {maxUnavailable: 1, selector:", Mended("KUBE5002", Files(App(Spreading, replicas), Budget(limit))));
    }

    [Fact]
    public void None_where_no_workload_is_seen() => Assert.Equal("", Offered("KUBE5002", Budget("maxUnavailable: 0")));

    // KUBE5004

    [Theory]
    [InlineData("minAvailable: 5", 6, "a,b,c", "Lower minAvailable to 4, which the loss of a zone leaves")]
    [InlineData("minAvailable: 90%", 6, "a,b,c", "")]
    [InlineData("minAvailable: 80%", 6, "a,b,c", "Lower minAvailable to 66%, which the loss of a zone leaves")]
    [InlineData("minAvailable: 2", 3, "a,b", "Lower minAvailable to 1, which the loss of a zone leaves")]
    public void A_budget_demands_what_a_lost_zone_leaves(string limit, int replicas, string zones, string expected) =>
        Assert.Equal(expected, Offered("KUBE5004", Files(App(Spreading, replicas), Budget(limit)), Options("zones=" + zones)));

    [Fact]
    public void None_of_assumed_zones_and_none_that_costs_a_quorum()
    {
        Assert.Equal("", Offered("KUBE5004", Files(App(Spreading, 6), Budget("minAvailable: 5"))));
        Assert.Equal("", Offered("KUBE5004", Files(App(Spreading, 3, "StatefulSet"), Budget("minAvailable: 2")), Options("zones=a,b")));
        Assert.Contains("to 3", Offered("KUBE5004", Files(App(Spreading, 5, "StatefulSet"), Budget("minAvailable: 4")), Options("zones=a,b,c")));
    }

    // KUBE5005

    [Theory]
    [InlineData("maxUnavailable: 1", "{matchLabels: {app: web, tier: front-end}}", "Select tier = frontend, the label of Deployment 'shop/web'")]
    [InlineData("minAvailable: 1", "{matchExpressions: [{key: app, operator: In, values: [web]}, {key: tier, operator: In, values: [FrontEnd]}]}", "Select tier = frontend, the label of Deployment 'shop/web'")]
    [InlineData("maxUnavailable: 1", "{matchLabels: {app: web, stage: prod}}", "")]
    [InlineData("minAvailable: 3", "{matchLabels: {app: web, tier: front-end}}", "")]
    public void A_label_is_spelled_as_on_the_pods(string limit, string selector, string expected) =>
        Assert.Equal(expected, Offered("KUBE5005", Files(App(Spreading, labels: "app: web, tier: frontend"), Budget(limit, selector))));

    [Fact]
    public void None_where_it_would_then_block() =>
        Assert.Equal("", Offered("KUBE5005", Files(App(Spreading, labels: "app: web, tier: frontend"), Budget("minAvailable: 2", "{matchLabels: {app: web, tier: front-end}}")), Options("zones=a,b")));
}
