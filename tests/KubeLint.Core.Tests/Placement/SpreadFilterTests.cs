using KubeLint.Placement;
using static KubeLint.Tests.Placement.Stage;

namespace KubeLint.Tests.Placement;

/// <summary>The topology-spread filter, node by node: + admits, - not now, x never.</summary>
public sealed class SpreadFilterTests
{
    private static readonly SchedulingNode A1 = Node("a1", "a"), A2 = Node("a2", "a"), B1 = Node("b1", "b"), C1 = Node("c1", "c");

    [Theory]
    [InlineData(1, "", "+++")]
    [InlineData(1, "a", "-++")]
    [InlineData(1, "ab", "--+")]
    [InlineData(1, "abc", "+++")]
    [InlineData(1, "aabc", "-++")]
    [InlineData(2, "a", "+++")]
    [InlineData(2, "aa", "-++")]
    [InlineData(2, "aabb", "--+")]
    [InlineData(3, "aabb", "+++")]
    [InlineData(3, "aaabbbc", "+++")]
    [InlineData(3, "aaaabbbc", "-++")]
    public void One_constraint_lets_a_zone_lead_the_lowest_by_maxSkew(int maxSkew, string running, string expected) =>
        Assert.Equal(expected, Spread(Pod(Hard(maxSkew)), [A1, B1, C1], In(running)));

    [Theory]
    [InlineData(1, "abc", "+++")]
    [InlineData(3, "abc", "+++")]
    [InlineData(4, "", "+++")]
    [InlineData(4, "a", "-++")]
    [InlineData(4, "abc", "---")] // Three domains are fewer than four, so the minimum counts as 0.
    public void Fewer_domains_than_minDomains_make_the_minimum_0(int minDomains, string running, string expected) =>
        Assert.Equal(expected, Spread(Pod(Hard() with { MinDomains = minDomains }), [A1, B1, C1], In(running)));

    [Fact]
    public void Pods_are_counted_over_all_nodes_of_a_zone() =>
        Assert.Equal("--+", Spread(Pod(Hard()), [A1, A2, B1], On(A2)));

    [Fact]
    public void ScheduleAnyway_has_no_say()
    {
        Assert.Equal("+++", Spread(Pod(Soft()), [A1, B1, C1], In("aaaa")));
        Assert.Equal("+", Spread(Pod(Soft(key: "rack")), [A1]));
        Assert.Equal("-+", Spread(Pod(Soft(key: "rack"), Hard()), [A1, B1], In("a")));
    }

    [Fact]
    public void A_pod_without_constraints_may_run_anywhere() => Assert.Equal("+", Spread(Pod(), [Node("n", "")]));

    [Fact]
    public void A_null_selector_counts_nothing_and_an_empty_one_everything()
    {
        Assert.Equal("+++", Spread(Pod(Hard(selector: PodSelector.Nothing)), [A1, B1, C1], In("aaa")));
        Assert.Equal("-++", Spread(Pod(Hard(selector: Everything)), [A1, B1, C1], On(A1, "app=db")));
    }

    public static TheoryData<Requirement, string, string> Selectors => new()
    {
        { Is("app", "web"), "app=web", "-+" },
        { Is("app", "web", "db"), "app=db", "-+" },
        { Is("app", "web"), "app=db", "++" },
        { Is("app", "web"), "", "++" },
        { Not("app", "db"), "app=cache", "-+" },
        { Not("app", "db"), "", "-+" },
        { Not("app", "db"), "app=db", "++" },
        { Has("app"), "app=db", "-+" },
        { Has("app"), "tier=front", "++" },
        { Lacks("tier"), "app=db", "-+" },
        { Lacks("tier"), "tier=front", "++" },
    };

    /// <summary>The incoming pod is app=web, which each of these selectors matches; the running one has the labels given.</summary>
    [Theory]
    [MemberData(nameof(Selectors))]
    public void A_selector_counts_the_pods_that_it_matches(Requirement requirement, string labels, string expected) =>
        Assert.Equal(expected, Spread(Pod(Hard(selector: new PodSelector([requirement]))), [A1, B1], On(A1, labels)));

    [Fact]
    public void Every_requirement_must_hold()
    {
        var selector = new PodSelector([Is("app", "web"), Lacks("canary")]);
        Assert.Equal("-+", Spread(Pod(Hard(selector: selector)), [A1, B1], On(A1)));
        Assert.Equal("++", Spread(Pod(Hard(selector: selector)), [A1, B1], On(A1, "app=web,canary=yes")));
    }

    [Fact]
    public void A_pod_that_its_selector_misses_is_not_counted_itself()
    {
        var other = Pod(Hard(selector: new PodSelector([Is("app", "db")])));
        Assert.Equal("++", Spread(other, [A1, B1], On(A1, "app=db")));
        Assert.Equal("-+", Spread(other, [A1, B1], On(A1, "app=db"), On(A1, "app=db")));
    }

    [Fact]
    public void MatchLabelKeys_count_pods_of_the_same_value_only()
    {
        var pod = Pod(Hard() with { MatchLabelKeys = ["hash"] }) with { Labels = Labels("app=web,hash=2") };
        Assert.Equal("++", Spread(pod, [A1, B1], On(A1, "app=web,hash=1")));
        Assert.Equal("-+", Spread(pod, [A1, B1], On(A1, "app=web,hash=2")));
        Assert.Equal("++", Spread(pod, [A1, B1], On(A1, "app=web")));
    }

    [Fact]
    public void MatchLabelKeys_that_the_pod_lacks_are_ignored() =>
        Assert.Equal("-+", Spread(Pod(Hard() with { MatchLabelKeys = ["hash"] }), [A1, B1], On(A1, "app=web,hash=1")));

    [Fact]
    public void Other_namespaces_and_terminating_pods_do_not_count()
    {
        Assert.Equal("++", Spread(Pod(Hard()), [A1, B1], On(A1, ns: "other")));
        Assert.Equal("++", Spread(Pod(Hard()), [A1, B1], On(A1, isTerminating: true)));
        Assert.Equal("-+", Spread(Pod(Hard()), [A1, B1], On(A1, ns: "other"), On(A1)));
    }

    [Fact]
    public void A_node_without_the_key_is_out_and_makes_no_domain()
    {
        var bare = Node("n", "");
        Assert.Equal("-+x", Spread(Pod(Hard()), [A1, B1, bare], In("a")));
        Assert.Equal("-+x", Spread(Pod(Hard()), [A1, B1, bare], On(A1), On(bare), On(bare)));
    }

    [Fact]
    public void A_node_counts_only_with_the_keys_of_all_hard_constraints()
    {
        // a1 has no rack, so its pod is counted for neither constraint, and zone a is no domain.
        var a1 = Node("a1", "a");
        var a2 = Node("a2", "a", "rack=r1");
        var b1 = Node("b1", "b", "rack=r2");
        var pod = Pod(Hard(), Hard(key: "rack"));
        Assert.Equal("x++", Spread(pod, [a1, a2, b1], On(a1)));
        Assert.Equal("--+", Spread(pod, [a1, a2, b1], On(a2))); // The first constraint that a1 breaks is the skew of its zone.
        Assert.Equal("-+", Spread(Pod(Hard(), Soft(key: "rack")), [a1, b1], On(a1)));
    }

    [Fact]
    public void Every_constraint_must_hold()
    {
        var nodes = new[] { A1, A2, B1 };
        var pod = Pod(Hard(2), Hard(1, Host));
        Assert.Equal("+++", Spread(pod, nodes));
        Assert.Equal("-++", Spread(pod, nodes, On(A1)));
        Assert.Equal("--+", Spread(pod, nodes, On(A1), On(A2)));
        Assert.Equal("+++", Spread(pod, nodes, On(A1), On(A2), On(B1)));
        Assert.Equal("--+", Spread(Pod(Hard(2), Hard(1)), nodes, On(A1)));
    }

    [Fact]
    public void A_zone_that_the_node_affinity_shuts_is_a_domain_only_where_the_policy_ignores_affinity()
    {
        var pod = Pod(Hard()) with { NodeSelector = [Is(Zone, "a", "b")] };
        Assert.Equal("+++", Spread(pod, [A1, B1, C1], In("ab")));
        Assert.Equal("--+", Spread(pod with { SpreadConstraints = [Hard() with { HonorsNodeAffinity = false }] }, [A1, B1, C1], In("ab")));

        var byAffinity = Pod(Hard()) with { NodeAffinity = [[Is(Zone, "a")], [Is(Zone, "b")]] };
        Assert.Equal("+++", Spread(byAffinity, [A1, B1, C1], In("ab")));
    }

    [Fact]
    public void A_tainted_zone_is_no_domain_only_where_the_policy_honors_taints()
    {
        var tainted = Node("c1", "c", "", new Taint("gpu", "yes", "NoSchedule"));
        var nodes = new[] { A1, B1, tainted };
        var honoring = Hard() with { HonorsTaints = true };
        Assert.Equal("--+", Spread(Pod(Hard()), nodes, In("ab")));
        Assert.Equal("+++", Spread(Pod(honoring), nodes, In("ab")));
        Assert.Equal("--+", Spread(Pod(honoring) with { Tolerations = [new("gpu", "Exists", "", "")] }, nodes, In("ab")));
    }

    [Theory]
    [InlineData("PreferNoSchedule", "--+")]
    [InlineData("NoExecute", "+++")]
    public void Only_taints_that_keep_pods_away_shut_a_zone(string effect, string expected) =>
        Assert.Equal(expected, Spread(Pod(Hard() with { HonorsTaints = true }), [A1, B1, Node("c1", "c", "", new Taint("t", "", effect))], In("ab")));

    [Fact]
    public void Counts_are_told_by_domain()
    {
        var counts = SchedulerFilters.Count(Pod(Hard()), Hard(), [A1, A2, B1], [On(A1), On(A2), On(B1, "app=db")]);
        Assert.Equal([KeyValuePair.Create("a", 2), KeyValuePair.Create("b", 0)], counts.OrderBy(c => c.Key));
    }

    private static RunningPod[] In(string zones) => [.. zones.Select(z => On(z switch { 'a' => A1, 'b' => B1, _ => C1 }))];
}
