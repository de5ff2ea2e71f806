using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class SuppressionTests
{
    private const string Head = "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\nprovisioner: ebs.csi.aws.com\n";
    private const string Mode = "volumeBindingMode: Immediate";
    private const string Off = "# kubelint:disable KUBE3001";

    [Theory]
    [InlineData(Head + Mode + " " + Off + " -- one zone\n")]
    [InlineData(Head + Mode + " #kubelint:disable KUBE3001\n")]
    [InlineData(Head + Mode + "\t#   kubelint:disable   kube3001\n")]
    [InlineData(Head + Off + "\n" + Mode + "\n")]
    [InlineData(Head + "  " + Off + "\n" + Mode)]
    [InlineData(Head + Off + "\n# why\n#\n" + Mode + "\n")]
    [InlineData(Head + "# why\n" + Off + "\n" + Mode + "\n")]
    [InlineData(Off + " -- for all\n" + Head + Mode + "\n")]
    [InlineData("# licence\n" + Off + "\n---\n" + Head + Mode + "\n")]
    [InlineData("---\n# c\n" + Off + "\n\n" + Head + Mode + "\n")]
    [InlineData("--- " + Off + "\n" + Head + Mode + "\n")]
    [InlineData("--- &root\n" + Off + "\n" + Head + Mode + "\n")]
    [InlineData("%YAML 1.1\n" + Off + "\n---\n" + Head + Mode + "\n")]
    [InlineData("\ufeff" + Off + "\n" + Head + Mode + "\n")]
    public void A_comment_silences_its_line_or_its_document(string text)
    {
        Assert.Empty(Lint(text));
        Assert.Empty(Lint(text.Replace("\n", "\r\n")));
        Assert.Empty(Lint(text.Replace("\n", "\r")));
    }

    [Fact]
    public void A_duplicate_key_can_be_suppressed_too() =>
        Assert.Empty(Lint(Head + Mode.Replace("Immediate", "WaitForFirstConsumer") + "\n" + Mode.Replace("Immediate", "WaitForFirstConsumer") + " # kubelint:disable KUBE0001 -- kept for an old tool\n"));

    [Theory]
    [InlineData(Head + Off + "\n\n" + Mode + "\n", "KUBE0003@5:1 KUBE3001@7:20")]
    [InlineData(Head + Mode + "\n" + Off + "\n", "KUBE3001@5:20 KUBE0003@6:1")]
    [InlineData("apiVersion: storage.k8s.io/v1 " + Off + "\n" + "kind: StorageClass\nprovisioner: ebs.csi.aws.com\n" + Mode + "\n", "KUBE0003@1:31 KUBE3001@4:20")]
    [InlineData(Head + Mode + " # kubelint:disable KUBE3001, KUBE9999\n", "KUBE0002@5:30")]
    [InlineData(Head + Mode + " # kubelint:disable\n", "KUBE3001@5:20 KUBE0002@5:30")]
    public void A_comment_elsewhere_silences_nothing(string text, string findings)
    {
        Assert.Equal(findings, Found(text));
        Assert.Equal(findings, Found(text.Replace("\n", "\r\n")));
    }

    [Theory]
    [InlineData("parameters: {x: \"a " + Off + "\"}\n")]
    [InlineData("parameters:\n  x: 'a\n    " + Off + "'\n")]
    [InlineData("parameters:\n  x: |\n    a\n    " + Off + "\n    b\n")]
    [InlineData("parameters:\n  x: >-\n    " + Off + "\n")]
    [InlineData("parameters:\n  x: a" + Off + "\n")]
    [InlineData("parameters: {\"a " + Off + "\": b}\n")]
    public void What_stands_in_a_text_is_no_comment(string lines) => Assert.Equal("KUBE3001@" + (5 + lines.Count(c => c == '\n')) + ":20", Found(Head + lines + Mode + "\n"));

    [Fact]
    public void A_comment_behind_a_block_scalar_is_one() =>
        Assert.Empty(Lint(Head + "parameters:\n  x: |\n    a\n" + Off + "\n" + Mode + "\n"));

    [Fact]
    public void A_document_wide_comment_ends_with_its_document() =>
        Assert.Equal("KUBE3001@12:20", Found(Off + "\n" + Head + Mode + "\n---\n" + Head + Mode + "\n"));

    [Fact]
    public void Comments_stand_in_containers_too()
    {
        var text = Deployment.Replace("      - name: web\n", "      - name: web # kubelint:disable KUBE1001\n");
        Assert.Equal("KUBE1001@12:5 KUBE0003@14:19", Found(text));
        Assert.Empty(Lint(Deployment.Replace("    spec:\n      containers", "    spec: # kubelint:disable KUBE1001\n      containers")));
    }

    [Fact]
    public void Very_many_comments_are_read_quickly_enough()
    {
        var text = Head + string.Concat(Enumerable.Repeat("x: 1 " + Off + "\n", 1)) + "parameters:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  k{i}: v {Off}\n")) + Mode;
        Assert.Equal(20_001, Lint(text).Count(f => f.Rule.Id == "KUBE0003"));
    }
}
