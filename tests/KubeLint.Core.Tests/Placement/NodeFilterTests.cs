using KubeLint.Placement;
using static KubeLint.Tests.Placement.Stage;

namespace KubeLint.Tests.Placement;

/// <summary>The other filters: node selector, node affinity, taints, and anti-affinity in both directions.</summary>
public sealed class NodeFilterTests
{
    private static readonly SchedulingNode A1 = Node("a1", "a"), A2 = Node("a2", "a"), B1 = Node("b1", "b"), C1 = Node("c1", "c", "size=8");
    private static readonly SchedulingNode[] All = [A1, A2, B1, C1];

    [Fact]
    public void A_node_selector_needs_every_pair()
    {
        Assert.Equal("a1 a2", Admitted(Pod() with { NodeSelector = [Is(Zone, "a")] }, All));
        Assert.Equal("a2", Admitted(Pod() with { NodeSelector = [Is(Zone, "a"), Is(Host, "a2")] }, All));
        Assert.Equal("", Admitted(Pod() with { NodeSelector = [Is(Zone, "z")] }, All));
    }

    [Fact]
    public void Terms_of_node_affinity_are_ored_and_expressions_in_one_are_anded()
    {
        Assert.Equal("a1 a2 c1", Admitted(Pod() with { NodeAffinity = [[Is(Zone, "a")], [Is(Zone, "c")]] }, All));
        Assert.Equal("a2", Admitted(Pod() with { NodeAffinity = [[Is(Zone, "a", "b"), Is(Host, "a2")]] }, All));
        Assert.Equal("b1", Admitted(Pod() with { NodeAffinity = [[Not(Zone, "a"), Lacks("size")]] }, All));
        Assert.Equal("", Admitted(Pod() with { NodeAffinity = [[]] }, All));
        Assert.Equal("", Admitted(Pod() with { NodeAffinity = [] }, All));
    }

    [Theory]
    [InlineData("Gt", "4", "c1")]
    [InlineData("Gt", "8", "")]
    [InlineData("Lt", "9", "c1")]
    [InlineData("Lt", "8", "")]
    [InlineData("Gt", "x", "")]
    public void Numbers_are_compared(string name, string value, string expected) =>
        Assert.Equal(expected, Admitted(Pod() with { NodeAffinity = [[new Requirement("size", name, [value])]] }, All));

    [Fact]
    public void Selector_and_affinity_both_count() =>
        Assert.Equal("a1", Admitted(Pod() with { NodeSelector = [Is(Zone, "a")], NodeAffinity = [[Not(Host, "a2")]] }, All));

    [Theory]
    [InlineData("gpu", "Equal", "yes", "NoSchedule", true)]
    [InlineData("gpu", "Equal", "yes", "", true)]
    [InlineData("gpu", "Equal", "no", "", false)]
    [InlineData("gpu", "Equal", "yes", "NoExecute", false)]
    [InlineData("gpu", "Exists", "", "", true)]
    [InlineData("", "Exists", "", "", true)]
    [InlineData("", "Equal", "", "", false)]
    [InlineData("cpu", "Exists", "", "", false)]
    public void Taints_need_tolerations(string key, string name, string value, string effect, bool isTolerated)
    {
        var node = Node("n", "a", "", new Taint("gpu", "yes", "NoSchedule"));
        Assert.Equal("", Admitted(Pod(), [node]));
        Assert.Equal(isTolerated ? "n" : "", Admitted(Pod() with { Tolerations = [new Toleration(key, name, value, effect)] }, [node]));
    }

    [Fact]
    public void A_pod_stays_out_of_domains_that_hold_what_it_keeps_away_from()
    {
        var pod = Pod() with { AntiAffinity = [new AntiAffinityTerm(Zone, new PodSelector([Is("app", "db")]))] };
        Assert.Equal("b1 c1", Admitted(pod, All, On(A1, "app=db")));
        Assert.Equal("a1 a2 b1 c1", Admitted(pod, All, On(A1)));
        Assert.Equal("a1 a2 b1 c1", Admitted(pod, All, On(A1, "app=db", ns: "other")));
    }

    [Fact]
    public void A_running_pod_keeps_others_out_of_its_domain()
    {
        var hermit = On(A1, "app=db") with { Pod = new Pod("shop", Labels("app=db")) { AntiAffinity = [new AntiAffinityTerm(Zone, Web)] } };
        Assert.Equal("b1 c1", Admitted(Pod(), All, hermit));
        Assert.Equal("a1 a2 b1 c1", Admitted(Pod() with { Labels = Labels("app=cache") }, All, hermit));
    }

    [Fact]
    public void Anti_affinity_over_host_names_leaves_other_nodes_of_the_zone()
    {
        var pod = Pod() with { AntiAffinity = [new AntiAffinityTerm(Host, Web)] };
        Assert.Equal("a2 b1 c1", Admitted(pod, All, On(A1)));
    }

    [Fact]
    public void A_terminating_pod_still_keeps_others_away() =>
        Assert.Equal("b1 c1", Admitted(Pod() with { AntiAffinity = [new AntiAffinityTerm(Zone, Web)] }, All, On(A1, isTerminating: true)));

    [Fact]
    public void Nodes_without_the_key_share_no_domain()
    {
        var bare = Node("n", "");
        var pod = Pod() with { AntiAffinity = [new AntiAffinityTerm(Zone, Web)] };
        Assert.Equal("n", Admitted(pod, [bare], On(bare)));
    }

    [Fact]
    public void All_filters_must_agree()
    {
        var pod = Pod(Hard()) with { NodeSelector = [Is(Zone, "a", "b")], AntiAffinity = [new AntiAffinityTerm(Host, Web)] };
        Assert.Equal("a1 a2 b1", Admitted(pod, All));
        Assert.Equal("b1", Admitted(pod, All, On(A1)));
        Assert.Equal("a2", Admitted(pod, All, On(A1), On(B1)));
    }
}
