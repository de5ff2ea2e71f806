using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Running;

/// <summary>Comments and annotations that silence rules, and what is said of those that do nothing.</summary>
public sealed class SuppressionTests
{
    // The finding of this one is KUBE1001 at 9:5.
    private static readonly string App3 = App();

    private static string At(int line, string comment)
    {
        var lines = App3.Split('\n').ToList();
        lines[line - 1] += comment;
        return string.Join("\n", lines);
    }

    private static string Above(int line, params string[] comments)
    {
        var lines = App3.Split('\n').ToList();
        lines.InsertRange(line - 1, comments);
        return string.Join("\n", lines);
    }

    [Fact]
    public void On_the_line_or_right_above_it()
    {
        Assert.Equal("KUBE1001 9:5", Lint(App3));
        Assert.Equal("", Lint(At(9, " # kubelint:disable KUBE1001")));
        Assert.Equal("", Lint(Above(9, "    # kubelint:disable KUBE1001 -- the cluster has one zone")));
        Assert.Equal("", Lint(Above(9, "# kubelint:disable KUBE1001", "    # and a word about it")));
        Assert.Equal("KUBE0003 8:40, KUBE1001 9:5", Lint(At(8, " # kubelint:disable KUBE1001")));
        Assert.Equal("KUBE0003 8:1, KUBE1001 10:5", Lint(Above(8, "# kubelint:disable KUBE1001")));
    }

    [Fact]
    public void Before_the_first_key_for_the_whole_document()
    {
        Assert.Equal("", Lint("# kubelint:disable KUBE1001\n" + App3));
        Assert.Equal("", Lint("# a word\n\n# kubelint:disable KUBE1001\n# another\n" + App3));
        Assert.Equal("", Lint("---\n# kubelint:disable KUBE1001\n" + App3));
        Assert.Equal("KUBE1001 22:5", Lint(Files("# kubelint:disable KUBE1001\n" + App3, App3)));
        Assert.Equal("KUBE1001 9:5", Lint(Files(App3, "# kubelint:disable KUBE1001\n" + App3)));
    }

    [Theory]
    [InlineData("# kubelint:disable KUBE1001, KUBE1003", "KUBE0003")]
    [InlineData("# kubelint:disable kube1001", "")]
    [InlineData("# kubelint:disable KUBE1001 a cache", "KUBE0002 KUBE1001")]
    [InlineData("# kubelint:disable KUBE9999", "KUBE0002 KUBE1001")]
    [InlineData("# kubelint:disable missing-zone-spread", "KUBE0002 KUBE1001")]
    [InlineData("# kubelint:disable", "KUBE0002 KUBE1001")]
    [InlineData("# kubelint:disable -- KUBE1001", "KUBE0002 KUBE1001")]
    [InlineData("#kubelint:disable KUBE1001", "")]
    [InlineData("# see kubelint:disable KUBE1001", "KUBE1001")]
    public void Ids(string comment, string expected) => Assert.Equal(expected, Manifests.Ids(comment + "\n" + App3));

    [Fact]
    public void What_only_looks_like_a_comment_is_none() =>
        Assert.Equal("KUBE1001", Manifests.Ids(App3.Replace("namespace: shop", "namespace: shop, annotations: {note: 'x # kubelint:disable KUBE1001'}")));

    [Fact]
    public void The_annotation_on_the_object_or_on_the_pod_template()
    {
        Assert.Equal("", Lint(App3.Replace("namespace: shop", "namespace: shop, annotations: {kubelint/disable: KUBE1001}")));
        Assert.Equal("", Lint(App3.Replace("metadata: { labels", "metadata: { annotations: {kubelint/disable: 'KUBE1001 -- known'}, labels")));
        Assert.Equal("KUBE0003 KUBE1001", Manifests.Ids(App3.Replace("namespace: shop", "namespace: shop, annotations: {kubelint/disable: KUBE1003}")));
        Assert.Equal("KUBE0002 KUBE1001", Manifests.Ids(App3.Replace("namespace: shop", "namespace: shop, annotations: {kubelint/disable: nonsense}")));
        Assert.Equal("KUBE1001 21:5", Lint(Files(App3.Replace("namespace: shop", "namespace: shop, annotations: {kubelint/disable: KUBE1001}"), App3)));
    }

    [Fact]
    public void Every_suppression_that_covers_a_finding_is_used() =>
        Assert.Equal("", Lint("# kubelint:disable KUBE1001\n" + At(9, " # kubelint:disable KUBE1001")));

    [Fact]
    public void A_suppression_of_a_rule_that_is_off_is_no_fault() =>
        Assert.Equal("", Lint("# kubelint:disable KUBE1001\n" + App3, LinterTests.Severity("KUBE1001", Configuration.Severity.None)));
}
