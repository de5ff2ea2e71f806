using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE1004: hard zone constraints whose worst admissible placement still puts all replicas in one zone.</summary>
public sealed class SkewTests
{
    private static void Says(string expected, string podSpec, object? replicas = null, params string[] settings) =>
        Assert.Equal(expected, Ids(App(podSpec, replicas), Options(settings)));

    [Fact]
    public void A_skew_as_large_as_the_replicas_admits_them_all_to_one_zone()
    {
        Says("", Spread(Hard(skew: 2)), 3);
        Says("KUBE1004", Spread(Hard(skew: 3)), 3);
        Says("KUBE1004", Spread(Hard(skew: 9)), 3);
        Says("", Spread(Hard(skew: 9), Hard("topology.k8s.aws/zone-id", 1)), 3);
        Says("KUBE1004", Spread(Hard(skew: 3), Hard(Host)), 3);
    }

    [Fact]
    public void Zones_known_or_not()
    {
        Says("KUBE1004", Spread(Hard(skew: 2)), 2, "zones=a,b");
        Says("", Spread(Hard(skew: 2)), 3, "zones=a,b");
        Says("", Spread(Hard(skew: 2)), "${N}");
        Says("KUBE1004", Spread(Hard(skew: 2)), "${N}", "assumed_replicas=2");
    }

    [Fact]
    public void Min_domains_beyond_the_zones_make_the_skew_a_cap()
    {
        Says("KUBE1004", Spread(Hard(skew: 3, more: "minDomains: 4")), 3);
        Says("", Spread(Hard(skew: 2, more: "minDomains: 4")), 3);
        Says("", Spread(Hard(skew: 1, more: "minDomains: '${D}'")), 3);
    }

    [Fact]
    public void Anti_affinity_beside_it_bounds_more()
    {
        Says("", Spread(Hard(skew: 3)) + "\n" + Apart(), 3);
        Says("KUBE1004", Spread(Hard(skew: 3)) + "\n" + Apart(Host), 3);
    }

    [Fact]
    public void Zones_that_node_affinity_shuts_do_not_bound()
    {
        // Two zones are left: with a policy that counts the third, its empty domain keeps the minimum at 0.
        Says("", Spread(Hard(skew: 1)) + "\n" + OnZones("In", "a", "b"), 2, "zones=a,b,c");
        Says("KUBE1004", Spread(Hard(skew: 2, more: "nodeAffinityPolicy: Ignore")) + "\n" + OnZones("In", "a", "b"), 2, "zones=a,b,c");
    }

    [Fact]
    public void Pods_of_others_that_the_selector_counts_make_worse_placements_possible()
    {
        var mine = App(Spread(Hard()), 2);
        string Other(int replicas, string spec = "", string ns = "shop") => App(spec, replicas, name: "other", ns: ns);
        Assert.Equal("", Ids(mine));
        Assert.Equal("KUBE1001 KUBE1004", Ids(Files(mine, Other(2))));
        Assert.Equal("KUBE1001", Ids(Files(mine, Other(2, ns: "elsewhere"))));
        Assert.Equal("KUBE1004 KUBE1004", Ids(Files(mine, Other(2, Spread(Hard())))));
        Assert.Equal("", Ids(Files(mine, Other(1, Spread(Hard())))));
        Assert.Contains("its selector also counts the pods of Deployment 'shop/other' (2 replicas)", Find(Files(mine, Other(2))).Single(f => f.Rule.Id == "KUBE1004").Message);
    }

    [Fact]
    public void A_revision_of_ones_own_is_never_shared()
    {
        var mine = App(Spread(Hard(more: "matchLabelKeys: [pod-template-hash]")), 2);
        Assert.Equal("KUBE1001", Ids(Files(mine, App("", 4, name: "other"))));
        var byTier = App(Spread(Hard(more: "matchLabelKeys: [tier]")), 2, labels: "app: web, tier: a");
        Assert.Equal("KUBE1001", Ids(Files(byTier, App("", 4, name: "other", labels: "app: web, tier: b"))));
        Assert.Equal("KUBE1001 KUBE1004", Ids(Files(byTier, App("", 4, name: "other", labels: "app: web, tier: a"))));
    }

    [Fact]
    public void Too_many_to_enumerate_is_silent() =>
        Assert.Equal("KUBE1001", Ids(Files(App(Spread(Hard()), 6), App("", 30, name: "other"))));
}
