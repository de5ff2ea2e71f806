using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE4006 and 4007: Services and the workloads that they lead to.</summary>
public sealed class TrafficTests
{
    private static string Service(string more, string selector = "app: web", string annotations = "", string ns = ", namespace: shop") =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: front{ns}, annotations: {{{annotations}}}}}\nspec: {{{more}selector: {{{selector}}}, ports: [{{port: 80}}]}}\n";

    private static bool IsLocal(string service, params string[] workloads) => Tells("KUBE4006", Files([service, .. workloads]), Options("zones=a,b,c"));

    private const string Inside = "internalTrafficPolicy: Local, ";

    [Theory]
    [InlineData("", false)]
    [InlineData("internalTrafficPolicy: Local, ", true)]
    [InlineData("internalTrafficPolicy: Cluster, ", false)]
    [InlineData("internalTrafficPolicy: '${POLICY}', ", false)]
    [InlineData("externalTrafficPolicy: Local, ", false)] // nothing comes from outside
    [InlineData("type: ClusterIP, externalTrafficPolicy: Local, ", false)]
    [InlineData("type: LoadBalancer, externalTrafficPolicy: Local, ", true)]
    [InlineData("type: NodePort, externalTrafficPolicy: Local, ", true)]
    [InlineData("type: '${TYPE}', externalTrafficPolicy: Local, ", false)]
    [InlineData("type: LoadBalancer, externalTrafficPolicy: Cluster, ", false)]
    [InlineData("type: ExternalName, internalTrafficPolicy: Local, ", false)]
    public void Local_policies(string policy, bool expected) => Assert.Equal(expected, IsLocal(Service(policy), App(replicas: 2)));

    [Fact]
    public void Local_with_fewer_replicas_than_known_zones()
    {
        Assert.True(IsLocal(Service(Inside), App(replicas: 1)));
        Assert.False(IsLocal(Service(Inside), App(replicas: 3)));
        Assert.False(IsLocal(Service(Inside), App(replicas: 0)));
        Assert.False(IsLocal(Service(Inside), App(replicas: "${N}")));
        Assert.False(IsLocal(Service(Inside)));
        Assert.False(Tells("KUBE4006", Files(Service(Inside), App(replicas: 2))));
        Assert.False(Tells("KUBE4006", Files(Service(Inside), App(replicas: 2)), Options("zones=a,b,c"), isOpen: true));
    }

    [Fact]
    public void Local_with_all_that_it_leads_to()
    {
        Assert.False(IsLocal(Service(Inside), App(replicas: 2), App(name: "other", replicas: 1)));
        Assert.True(IsLocal(Service(Inside), App(replicas: 1), App(name: "other", replicas: 1)));
        Assert.False(IsLocal(Service(Inside), App(replicas: 1), App(name: "other", replicas: 1, labels: "app: '${APP}'")));
        Assert.False(IsLocal(Service(Inside), App(replicas: 1), App(name: "agent", kind: "DaemonSet")));
        Assert.False(IsLocal(Service(Inside), App(kind: "DaemonSet")));
        Assert.False(IsLocal(Service(Inside, ns: ""), App(replicas: 2)));
        Assert.False(IsLocal(Service(Inside, "app: web, tier: front"), App(replicas: 2)));
        Assert.True(IsLocal(Service(Inside, "app: web, tier: front"), App(replicas: 2, labels: "app: web, tier: front")));
        Assert.False(IsLocal(Service(Inside, "app: '${APP}'"), App(replicas: 2)));
    }

    [Fact]
    public void What_an_operator_made_may_stand_behind_it_too()
    {
        var owned = App(name: "made", replicas: 3).Replace("namespace: shop", "namespace: shop, ownerReferences: [{controller: true}]");
        Assert.False(IsLocal(Service(Inside), App(replicas: 2), owned));
        Assert.True(IsLocal(Service(Inside), App(replicas: 2), owned.Replace("Deployment", "ReplicaSet"))); // of that Deployment
    }

    [Fact]
    public void Local_from_inside_and_outside_are_two_fields()
    {
        var found = Find([("app.yaml", Files(Service("type: NodePort, internalTrafficPolicy: Local, externalTrafficPolicy: Local, "), App(replicas: 2)))], Options("zones=a,b,c"), Only("KUBE4006"));
        Assert.Equal(["spec.externalTrafficPolicy", "spec.internalTrafficPolicy"], found.Select(f => f.FieldPath).Order());
        Assert.All(found, f => Assert.Contains("leads to 2 replicas of Deployment 'shop/web', so at least 1 of 3 zones (kubelint.zones) has no such node", f.Message));
    }

    [Theory]
    [InlineData("trafficDistribution: PreferClose, ", "", true)]
    [InlineData("trafficDistribution: PreferSameZone, ", "", true)]
    [InlineData("trafficDistribution: PreferSameNode, ", "", false)]
    [InlineData("trafficDistribution: '${D}', ", "", false)]
    [InlineData("", "service.kubernetes.io/topology-mode: Auto", true)]
    [InlineData("", "service.kubernetes.io/topology-mode: auto", true)]
    [InlineData("", "service.kubernetes.io/topology-mode: Disabled", false)]
    [InlineData("", "service.kubernetes.io/topology-aware-hints: auto", true)]
    [InlineData("", "", false)]
    public void Routing_by_zone(string setting, string annotations, bool expected) =>
        Assert.Equal(expected, Tells("KUBE4007", Files(Service(setting, annotations: annotations), App())));

    [Theory]
    [InlineData("", 3, true)]
    [InlineData("", 1, false)]
    [InlineData("", "${N}", false)]
    [InlineData("hard", 3, false)]
    [InlineData("soft", 3, false)]
    [InlineData("skewed", 3, true)]
    [InlineData("missing", 3, true)]
    [InlineData("pinned", 3, true)]
    [InlineData("gathered", 3, true)]
    public void Routing_by_zone_towards(string spread, object replicas, bool expected)
    {
        var pods = spread switch
        {
            "hard" => Spread(Hard()),
            "soft" => Spread(Soft()),
            "skewed" => Spread(Hard(skew: 5)),
            "missing" => Spread(Hard(selector: Db)),
            "pinned" => $"nodeSelector: {{{Zone}: a}}",
            "gathered" => Together(),
            _ => "",
        };
        Assert.Equal(expected, Tells("KUBE4007", Files(Service("trafficDistribution: PreferClose, "), App(pods, replicas))));
    }

    [Fact]
    public void Routing_by_zone_towards_several()
    {
        var service = Service("trafficDistribution: PreferClose, ");
        Assert.False(Tells("KUBE4007", Files(service, App(), App(Spread(Hard()), name: "other"))));
        Assert.True(Tells("KUBE4007", Files(service, App(), App(replicas: 1, name: "canary"))));
        Assert.False(Tells("KUBE4007", Files(service, App(kind: "DaemonSet"))));
        Assert.False(Tells("KUBE4007", Files(service, App(labels: "app: '${APP}'"))));
        Assert.False(Tells("KUBE4007", Files(service, App()), Options("zones=a")));
    }
}
