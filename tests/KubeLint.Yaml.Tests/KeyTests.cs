using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class KeyTests
{
    [Fact]
    public void The_last_of_two_equal_keys_counts_and_is_told()
    {
        const string text = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            provisioner: ebs.csi.aws.com
            volumeBindingMode: WaitForFirstConsumer
            volumeBindingMode: Immediate
            """;
        Assert.Equal("KUBE0001@5:1 KUBE3001@5:20", Found(text));
        Assert.Contains("line 4", Lint(text)[0].Message);
        Assert.Equal("volumeBindingMode", At(text, Lint(text)[0].Span));
    }

    [Theory]
    [InlineData("metadata: {name: a, name: b}\n", "3:21")]
    [InlineData("metadata:\n  name: a\n  \"name\": b\n", "5:3")]
    [InlineData("spec:\n  containers:\n  - name: a\n    name: b\n", "6:5")]
    [InlineData("spec:\n  containers:\n  - env: [{name: a, value: b, value: c}]\n", "5:31")]
    [InlineData("metadata:\n  managedFields:\n  - a: b\n    a: c\n", "6:5")]
    [InlineData("a: 1\na: 2\na: 3\n", "4:1 KUBE0001@5:1")]
    public void Equal_keys_are_told_wherever_they_stand(string lines, string places) =>
        Assert.Equal("KUBE0001@" + places, Found("apiVersion: v1\nkind: Service\n" + lines));

    [Fact]
    public void Own_and_merged_keys_are_no_equal_keys() =>
        Assert.Empty(Lint("apiVersion: v1\nkind: Service\na: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n"));

    [Theory]
    [InlineData("v:\n  ? [a, b]\n  : c\n  d: 1\n", "{d: 1 …}")]
    [InlineData("v:\n  ? {a: b}\n  : c\n  d: 1\n", "{d: 1 …}")]
    [InlineData("a: &x k\nv:\n  *x : c\n  d: 1\n", "{d: 1 …}")]
    [InlineData("v:\n  ? a\n  : b\n  ? c\n", "{a: 'b', c: null}")]
    [InlineData("v: {a, b: 1}\n", "{a: null, b: 1}")]
    [InlineData("v:\n  1: a\n  true: b\n  \"\": c\n", "{1: 'a', true: 'b', : 'c'}")]
    [InlineData("v:\n  ${KEY}: a\n  b: 1\n", "{${KEY}: 'a', b: 1 …}")]
    [InlineData("v: [a: b, c]\n", "[{a: 'b'}, 'c']")]
    public void Keys_that_are_no_texts_leave_a_mapping_incomplete(string lines, string shown) => Assert.Equal(shown, Shown(lines));

    [Theory]
    [InlineData("${AZ}")]
    [InlineData("eu-${AZ}-1")]
    [InlineData("$AZ")]
    [InlineData("$(AZ)")]
    [InlineData("$[AZ]")]
    [InlineData("<<AZ>>")]
    [InlineData("<zone>")]
    [InlineData("<your zone here>")]
    [InlineData("\"{{ .Values.zone }}\"")]
    [InlineData("'{{ zone }}-a'")]
    [InlineData("a{{ zone }}")]
    [InlineData("\"{% zone %}\"")]
    [InlineData("\"<%= zone %>\"")]
    [InlineData("#{zone}#", true)]
    [InlineData("\"#{zone}#\"")]
    [InlineData("\"@zone@\"")]
    [InlineData("\"%zone%\"")]
    [InlineData("__ZONE__")]
    public void A_placeholder_is_unknown(string written, bool isComment = false) => Assert.Equal(isComment ? "null" : "?", Shown("v: " + written + "\n"));

    [Theory]
    [InlineData("a$b")]
    [InlineData("$5 and more")]
    [InlineData("a < b")]
    [InlineData("a_b_c")]
    [InlineData("user@host")]
    [InlineData("100%")]
    [InlineData("a}}b")]
    [InlineData("__")]
    public void What_only_looks_like_a_placeholder_is_text(string written) => Assert.Equal($"'{written}'", Shown("v: " + written + "\n"));
}
