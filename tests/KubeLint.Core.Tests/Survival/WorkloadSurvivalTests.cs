using KubeLint.Resources;
using KubeLint.Survival;
using KubeLint.Views;
using KubeLint.Yaml;
using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Survival;

/// <summary>What is left of workloads when zones are lost.</summary>
public sealed class WorkloadSurvivalTests
{
    private static readonly string Node = "{apiVersion: v1, kind: Node, metadata: {name: NAME, labels: {topology.kubernetes.io/zone: ZONE}}}\n";

    private static SurvivalReport Of(string yaml, params string[] settings)
    {
        var read = new ManifestReader().Read("app.yaml", yaml, Options(settings));
        Assert.Empty(read.Problems);
        return SurvivalReport.Of(new Inventory(new ResourceSet(read.Documents.SelectMany(Resource.ReadAll))));
    }

    /// <summary>Each workload in a short form, as in <c>web: a 4, b 4, c 6 (zone spread, maxSkew 1)</c>.</summary>
    private static string Say(SurvivalReport report) => string.Join("; ", report.Clusters.SelectMany(c => c.Workloads.Select(w =>
        $"{w.Workload.Resource.Name}: {string.Join(", ", c.Lost.Select(z => $"{z ?? "any"} {w.After(z)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}"))} ({w.Unknown ?? w.Bound})")));

    private static void Says(string expected, string podSpec, object? replicas = null, params string[] settings) =>
        Assert.Equal(expected, Say(Of(App(podSpec, replicas), settings)));

    [Fact]
    public void Nothing_spreads() => Says("web: any 0 (nothing)", "", 6);

    [Fact]
    public void A_spread_leaves_what_its_skew_admits()
    {
        Says("web: any 4 (zone spread, maxSkew 1)", Spread(Hard()), 6);
        Says("web: a 4, b 4, c 4 (zone spread, maxSkew 1)", Spread(Hard()), 6, "zones=a,b,c");
        Says("web: a 3, b 3 (zone spread, maxSkew 1)", Spread(Hard()), 6, "zones=a,b");
        Says("web: any 3 (zone spread, maxSkew 2)", Spread(Hard(skew: 2), Hard("topology.k8s.aws/zone-id", 5)), 6);
        Says("web: any 0 (zone spread, maxSkew 6)", Spread(Hard(skew: 6)), 6);
    }

    [Fact]
    public void Anti_affinity_leaves_all_but_one()
    {
        Says("web: any 2 (anti-affinity: one replica in each zone)", Apart(), 3);
        // Three zones take three of five; of these one is lost.
        Says("web: any 2 (anti-affinity: one replica in each zone)", Apart(), 5);
    }

    [Fact]
    public void A_zone_without_its_pods_takes_none()
    {
        Says("web: a 0, b 3 (pinned to a)", "nodeSelector: {topology.kubernetes.io/zone: a}", 3, "zones=a,b");
        Says("web: a 2, b 2, c 4 (zone spread, maxSkew 1)", Spread(Hard()) + "\n" + OnZones("In", "a", "b"), 4, "zones=a,b,c");
        Says("web: any 0 (pinned to a)", "nodeSelector: {topology.kubernetes.io/zone: a}", 3);
    }

    [Fact]
    public void Preferences_and_constraints_that_miss_hold_nothing()
    {
        Says("web: any 0 (nothing: zones are only preferred)", Spread(Soft()), 3);
        Says("web: any 0 (nothing: zones are only preferred)", PreferApart(), 3);
        Says("web: any 0 (nothing: its zone spread misses its own pods)", Spread(Hard(selector: Db)), 3);
        Says("web: any 0 (pod affinity gathers its pods)", Together(), 3);
        Says("web: any 0 (pod affinity gathers its pods)", Together() + "\n" + Spread(Hard()), 3);
        Says("web: any 0 (a single replica)", Spread(Hard()), 1);
    }

    [Fact]
    public void One_site_takes_all()
    {
        Says("web: any 0 (zone spread, maxSkew 1)", Spread(Hard()), 3, "provider=digitalocean");
        Says("web: a 0 (zone spread, maxSkew 1)", Spread(Hard()), 3, "zones=a");
    }

    [Theory]
    [InlineData("the number of replicas is not known", "", "${N}")]
    [InlineData("another scheduler places its pods", "schedulerName: volcano")]
    [InlineData("it runs on node n1 alone, whose zone is not known here", "nodeName: n1")]
    [InlineData("its pods run beside other pods (required pod affinity)", "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: db}}}]}}")]
    [InlineData("its node selector or node affinity is not known", "nodeSelector: {topology.kubernetes.io/zone: '${ZONE}'}")]
    [InlineData("its spread constraints are not known", "topologySpreadConstraints: ${SPREAD}")]
    [InlineData("it is spread over another key, which may stand for zones", "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: rack, labelSelector: {matchLabels: {app: web}}}]}}")]
    [InlineData("a spread constraint is not known in full, or is over another key than zones", "topologySpreadConstraints: [{maxSkew: '${S}', topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]")]
    [InlineData("its pod anti-affinity is not known", "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: '${KEY}', labelSelector: {matchLabels: {app: web}}}]}}")]
    [InlineData("more than 10000 replicas", "", 10001)]
    public void What_is_not_known_is_said(string why, string podSpec, object? replicas = null) => Says($"web: any ? ({why})", podSpec, replicas);

    [Fact]
    public void Pods_of_others_that_the_constraint_counts_make_it_worse()
    {
        var mine = App(Spread(Hard()), 2);
        string Other(int replicas) => App("", replicas, name: "other");
        Assert.Equal("web: any 0 (zone spread, maxSkew 1, shared with other); other: any 0 (nothing)", Say(Of(Files(mine, Other(2)))));
        Assert.Equal("web: any ? (its spread constraint counts pods of other workloads too); other: any 0 (nothing)", Say(Of(Files(mine, Other(20)))));

        // Two of the other's pods in zone a admit all three to zone b, and never to a.
        var pinned = App("nodeSelector: {topology.kubernetes.io/zone: a}", 2, name: "other");
        Assert.Equal("web: a 1, b 0 (zone spread, maxSkew 1, shared with other); other: a 0, b 2 (pinned to a)", Say(Of(Files(App(Spread(Hard()), 3), pinned), "zones=a,b")));
    }

    [Fact]
    public void Zones_come_from_the_nodes_and_their_number_bounds_nothing_that_is_not_known()
    {
        string Nodes(params string[] zones) => Files([.. zones.Select((z, i) => Node.Replace("NAME", $"n{i}").Replace("ZONE", z))]);
        Assert.Equal("web: a 2, b 2, c 2 (zone spread, maxSkew 1)", Say(Of(Files(App(Spread(Hard()), 3), Nodes("a", "b", "c")))));

        // One replica a node: of three replicas no two zones' nodes hold all.
        Assert.Equal("web: a ?, b ? (the nodes of one zone may be too few for all replicas)", Say(Of(Files(App(Apart(Host), 3), Nodes("a", "b")))));
    }

    [Fact]
    public void Objects_with_other_zones_configured_stand_apart()
    {
        var reader = new ManifestReader();
        var documents = new[] { ("x.yaml", "zones=a,b"), ("y.yaml", "zones=c,d") }.SelectMany(f => reader.Read(f.Item1, App("", name: f.Item1[..1]), Options(f.Item2)).Documents);
        var report = SurvivalReport.Of(new Inventory(new ResourceSet(documents.SelectMany(Resource.ReadAll))));

        Assert.Equal("x: a 0, b 0 (nothing); y: c 0, d 0 (nothing)", Say(report));
        Assert.Equal(["a", "b", "c", "d"], report.Zones);
        Assert.Equal("x:  (nothing); y: d 0 (nothing)", Say(report.Losing("d")));
    }

    private const string Claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data, namespace: shop}\nspec: {accessModes: [ReadWriteOnce], storageClassName: fast}\n";
    private const string Class = "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: csi.scaleway.com\nvolumeBindingMode: WaitForFirstConsumer\n";

    [Fact]
    public void A_shared_volume_of_one_zone_gathers_all_replicas()
    {
        var mine = App(Spread(Hard()) + "\nvolumes: [{name: v, persistentVolumeClaim: {claimName: data}}]", 3);
        Assert.Equal("web: any 0 (all share volume 'data', which stands in one zone)", Say(Of(Files(mine, Claim, Class))));
        Assert.Equal("web: any 2 (zone spread, maxSkew 1)", Say(Of(Files(mine, Claim, Class.Replace("csi.scaleway.com", "nfs.csi.k8s.io")))));
    }

    [Theory]
    [InlineData("csi.scaleway.com", true)]
    [InlineData("nfs.csi.k8s.io", false)]
    [InlineData("example.com/disk", null)]
    public void A_replica_s_own_volume_may_stay_in_its_zone(string provisioner, bool? isZonal)
    {
        var set = App(Spread(Hard()), 3, "StatefulSet") + "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast}}]\n";
        var survival = Assert.Single(Of(Files(set, Class.Replace("csi.scaleway.com", provisioner))).Clusters.SelectMany(c => c.Workloads));
        Assert.Equal([("data", isZonal)], survival.OwnVolumes.Select(v => (v.Name, v.IsZonal)));
        Assert.Equal(2, survival.After(null));
    }

    private static string Things(string yaml, params string[] settings) => string.Join("; ", Of(yaml, settings).Clusters.SelectMany(c => c.Volumes.Concat(c.LoadBalancers).Select(t =>
        $"{t.Resource.Name}: {string.Join(", ", c.Lost.Select(z => $"{z ?? "any"} {t.GoesWith(z)?.ToString() ?? "?"}"))}{(t.Unknown is { } why ? $" ({why})" : "")}")));

    [Fact]
    public void Load_balancers_go_with_their_zone()
    {
        string Entry(string annotation) => $"apiVersion: v1\nkind: Service\nmetadata: {{name: web, annotations: {{{annotation}}}}}\nspec: {{type: LoadBalancer, selector: {{app: web}}, ports: [{{port: 443}}]}}\n";
        Assert.Equal("web: fr-par-1 True, fr-par-2 False", Things(Entry("service.beta.kubernetes.io/scw-loadbalancer-zone: fr-par-1"), "zones=fr-par-1,fr-par-2"));
        Assert.Equal("web: any True", Things(Entry("service.beta.kubernetes.io/scw-loadbalancer-zone: fr-par-1")));
        Assert.Equal("web: any ? (it stands in one zone, which it does not name)", Things(Entry("service.beta.kubernetes.io/scw-loadbalancer-type: LB-S")));
        Assert.Equal("web: any False", Things(Entry("cloud.google.com/l4-rbs: enabled")));
        Assert.Equal("web: any ? (it is narrowed to the subnet a, which lies in one zone)", Things(Entry("service.beta.kubernetes.io/aws-load-balancer-subnets: a")));
        Assert.Equal("web: any ? (its provider is not known)", Things(Entry("note: x")));
        Assert.Equal("web: any ? (where OVHcloud puts it is not known)", Things(Entry("loadbalancer.ovhcloud.com/class: octavia")));
    }

    [Fact]
    public void Volumes_go_with_their_zone()
    {
        string Volume(string driver, string handle, string more = "") => $"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: disk}}\nspec: {{capacity: {{storage: 1Gi}}, csi: {{driver: {driver}, volumeHandle: {handle}}}{more}}}\n";
        string On(string key, string zones) => $", nodeAffinity: {{required: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {key}, operator: In, values: [{zones}]}}]}}]}}}}";
        const string Id = "fr-par-1/11111111-1111-1111-1111-111111111111";
        Assert.Equal("disk: fr-par-1 True, fr-par-2 False", Things(Volume("csi.scaleway.com", Id), "zones=fr-par-1,fr-par-2"));
        Assert.Equal("disk: fr-par-1 False, fr-par-2 True", Things(Volume("ebs.csi.aws.com", "x", On("topology.ebs.csi.aws.com/zone", "fr-par-2")), "zones=fr-par-1,fr-par-2"));
        Assert.Equal("", Things(Volume("ebs.csi.aws.com", "x", On(Zone, "fr-par-1, fr-par-2")), "zones=fr-par-1,fr-par-2"));
        Assert.Equal("disk: fr-par-1 ?, fr-par-2 ? (it stands in one zone, which it does not name)", Things(Volume("ebs.csi.aws.com", "vol-0123456789abcdef0"), "zones=fr-par-1,fr-par-2"));
        Assert.Equal("", Things(Volume("nfs.csi.k8s.io", "x")));
    }
}
