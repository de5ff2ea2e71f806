using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE1009 to 1012 and 1014: replicas against zones.</summary>
public sealed class ReplicaCountTests
{
    private static string Service(string selector = "app: web", string ns = "shop") =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: front, namespace: {ns}}}\nspec: {{selector: {{{selector}}}, ports: [{{port: 80}}]}}\n";

    private static string Scaled(string kind, string apiVersion, string setting) =>
        $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: scaler, namespace: shop}}\nspec: {{scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}, {setting}}}\n";

    // KUBE1009

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData("${N}", false)]
    [InlineData("null", true)]
    public void One_replica(object replicas, bool expected) => Assert.Equal(expected, Tells("KUBE1009", App(replicas: replicas)));

    [Theory]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "minReplicas: 1", true)]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "maxReplicas: 9", true)]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "minReplicas: '${MIN}'", false)]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "minReplicas: 2", false)]
    [InlineData("ScaledObject", "keda.sh/v1alpha1", "minReplicaCount: 1", true)]
    [InlineData("ScaledObject", "keda.sh/v1alpha1", "maxReplicaCount: 9", false)]
    public void One_replica_by_an_autoscaler(string kind, string apiVersion, string setting, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1009", Files(App(replicas: 3), Scaled(kind, apiVersion, setting))));

    [Theory]
    [InlineData("Deployment", "app: web", "shop", false)]
    [InlineData("StatefulSet", "app: web", "shop", false)]
    [InlineData("DaemonSet", "app: web", "shop", false)]
    [InlineData("Job", "app: web", "shop", true)] // ends
    [InlineData("Deployment", "app: db", "shop", true)]
    [InlineData("Deployment", "app: '${APP}'", "shop", false)]
    [InlineData("Deployment", "app: web", "other", true)]
    public void One_replica_beside_others_of_a_Service(string kind, string labels, string ns, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1009", Files(App(replicas: 1), App(replicas: 2, kind: kind, apiVersion: kind == "Job" ? "batch/v1" : "apps/v1", name: "other", labels: labels, ns: ns), Service())));

    [Fact]
    public void One_replica_and_its_variants_and_its_own_Service()
    {
        Assert.True(Tells("KUBE1009", Files(App(replicas: 1), Service())));
        Assert.True(Tells("KUBE1009", Files(App(replicas: 1), App(replicas: 2), Service())));
        Assert.True(Tells("KUBE1009", Files(App(replicas: 1), App(replicas: 2, name: "other"), Service("app: db"))));
        Assert.True(Tells("KUBE1009", Files(App(replicas: 1), App(replicas: 2, name: "other"), "apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {type: ExternalName, externalName: a.b, selector: {app: web}}\n")));
    }

    [Fact]
    public void One_replica_in_an_open_set()
    {
        Assert.True(Tells("KUBE1009", App(replicas: 1), isOpen: true));
        Assert.False(Tells("KUBE1009", App(replicas: "null"), isOpen: true));
        Assert.False(Tells("KUBE1009", Files(App(replicas: 1), Service()), isOpen: true));
    }

    [Theory]
    [InlineData("zones=a", false)]
    [InlineData("zones=a,b", true)]
    [InlineData("provider=digitalocean", false)]
    [InlineData("provider=aws", true)]
    public void One_replica_in_one_site(string setting, bool expected) => Assert.Equal(expected, Tells("KUBE1009", App(replicas: 1), Options(setting)));

    [Fact]
    public void One_replica_that_is_assumed() => Assert.Contains("1 replica (assumed)", Message("KUBE1009", App(replicas: "${N}"), Options("assumed_replicas=1")));

    // KUBE1010

    [Theory]
    [InlineData(1, "a,b,c", false)]
    [InlineData(2, "a,b,c", true)]
    [InlineData(3, "a,b,c", false)]
    [InlineData(2, "a,b", false)]
    [InlineData(2, "", false)]
    [InlineData("${N}", "a,b,c", false)]
    public void Fewer_than_zones(object replicas, string zones, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1010", App(replicas: replicas), zones.Length > 0 ? Options("zones=" + zones) : null));

    [Fact]
    public void Fewer_than_the_zones_where_pods_may_stand()
    {
        Assert.False(Tells("KUBE1010", App(OnZones("In", "a", "b"), 2), Options("zones=a,b,c")));
        Assert.False(Tells("KUBE1010", App(OnZones("NotIn", "c"), 2), Options("zones=a,b,c")));
        Assert.True(Tells("KUBE1010", App(OnZones("In", "a", "b", "c"), 2)));
        Assert.Contains("2 of 3 zones (of its node affinity)", Message("KUBE1010", App(OnZones("In", "a", "b", "c"), 2)));
        Assert.False(Tells("KUBE1010", App("nodeName: node-1", 2), Options("zones=a,b,c")));
        Assert.False(Tells("KUBE1010", App("schedulerName: other", 2), Options("zones=a,b,c")));
        Assert.True(Tells("KUBE1010", Files([App(replicas: 2), .. new[] { "a", "b", "c" }.Select(z => $"apiVersion: v1\nkind: Node\nmetadata: {{name: n{z}, labels: {{{Zone}: {z}}}}}\n")])));
    }

    // KUBE1011

    [Theory]
    [InlineData(3, "a,b,c", false)]
    [InlineData(4, "a,b,c", true)]
    [InlineData(2, "a", true)]
    [InlineData(4, "", false)]
    [InlineData("${N}", "a,b,c", false)]
    public void More_than_zones(object replicas, string zones, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1011", App(Apart(), replicas), zones.Length > 0 ? Options("zones=" + zones) : null));

    [Fact]
    public void More_than_zones_where_each_takes_one()
    {
        Assert.False(Tells("KUBE1011", App(Apart(Host), 4), Options("zones=a,b,c")));
        Assert.False(Tells("KUBE1011", App(Apart(Zone, Db), 4), Options("zones=a,b,c")));
        Assert.False(Tells("KUBE1011", App(PreferApart(), 4), Options("zones=a,b,c")));
        Assert.True(Tells("KUBE1011", App(Apart(OldZone), 4), Options("zones=a,b,c")));
    }

    // KUBE1012

    [Theory]
    [InlineData("", "", true)]
    [InlineData("matchLabelKeys: [pod-template-hash]", "", false)]
    [InlineData("matchLabelKeys: [app.kubernetes.io/version]", "", true)]
    [InlineData("matchLabelKeys: ['${KEY}']", "", false)]
    [InlineData("", "1.26", false)]
    [InlineData("", "1.27", true)]
    public void Counts_both_revisions(string more, string version, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1012", App(Spread(Hard(more: more))), version.Length > 0 ? Options("kubernetes_version=" + version) : null));

    [Fact]
    public void Counts_both_revisions_of_a_Deployment_that_rolls()
    {
        static string With(string strategy) => App(Spread(Hard())).Replace("replicas: 3", "replicas: 3\n  strategy: " + strategy);
        Assert.True(Tells("KUBE1012", With("{type: RollingUpdate}")));
        Assert.True(Tells("KUBE1012", With("{rollingUpdate: {maxSurge: 1}}")));
        Assert.False(Tells("KUBE1012", With("{type: Recreate}")));
        Assert.False(Tells("KUBE1012", With("{type: '${STRATEGY}'}")));
        Assert.False(Tells("KUBE1012", App(Spread(Hard()), kind: "StatefulSet")));
        Assert.False(Tells("KUBE1012", App(Spread(Hard()), 1)));
        Assert.False(Tells("KUBE1012", App(Spread(Soft()))));
        Assert.False(Tells("KUBE1012", App(Spread(Hard(Host)))));
        Assert.False(Tells("KUBE1012", App(Spread(Hard())), Options("zones=a")));
    }

    [Theory]
    [InlineData("{matchLabels: {app: web, version: v1}}", false)] // may part the revisions
    [InlineData("{matchExpressions: [{key: app, operator: In, values: [web]}]}", true)]
    [InlineData("{matchExpressions: [{key: app, operator: Exists}]}", true)]
    [InlineData("{matchExpressions: [{key: version, operator: Exists}]}", false)]
    [InlineData("{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}", false)]
    [InlineData("{}", true)]
    public void Counts_both_revisions_by_what_never_changes(string selector, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1012", App(Spread(Hard(selector: selector)), labels: "app: web, version: v1")));

    // KUBE1014

    [Theory]
    [InlineData(4, 4, 1, "a,b,c", true)]
    [InlineData(4, 3, 1, "a,b,c", false)]
    [InlineData(3, 4, 1, "a,b,c", false)] // one for each zone
    [InlineData(6, 4, 2, "a,b,c", false)]
    [InlineData(7, 4, 2, "a,b,c", true)]
    [InlineData(6, 4, 1, "", false)]
    public void More_domains_than_zones(int replicas, int domains, int skew, string zones, bool expected) =>
        Assert.Equal(expected, Tells("KUBE1014", App(Spread(Hard(skew: skew, more: $"minDomains: {domains}")), replicas), zones.Length > 0 ? Options("zones=" + zones) : null));

    [Fact]
    public void More_domains_than_zones_that_count()
    {
        var spread = Spread(Hard(more: "minDomains: 3")) + "\n" + OnZones("In", "a", "b");
        Assert.True(Tells("KUBE1014", App(spread, 4), Options("zones=a,b,c")));
        Assert.True(Tells("KUBE1014", App(spread, 4)));
        Assert.False(Tells("KUBE1014", App(spread.Replace("minDomains: 3", "minDomains: 3, nodeAffinityPolicy: Ignore"), 4), Options("zones=a,b,c")));
        Assert.False(Tells("KUBE1014", App(spread.Replace("minDomains: 3", "minDomains: 3, nodeAffinityPolicy: Ignore"), 4)));
        Assert.False(Tells("KUBE1014", App(Spread(Hard(selector: Db, more: "minDomains: 5")), 9), Options("zones=a,b,c")));
    }
}
