using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

/// <summary>What Kubernetes' reader takes although YAML wants it further right.</summary>
public sealed class LooseTextTests
{
    [Theory]
    [InlineData("v: \"a\nb\"\n", "a b")]
    [InlineData("v: \"a \\\nb \\\n c\"\nx: y\n", "a  b   c")]
    [InlineData("x:\n  y: \"a\n b\"\nv: c\n", "c")]
    [InlineData("x:\n- \"a\\\"\nb\"\nv: c\n", "c")]
    public void A_quoted_text_may_go_on_at_the_left(string lines, string text)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
            Assert.Equal(text.Replace(" ", ""), ((Syntax.ScalarNode)Value(lines.Replace("\n", lineEnd))).Text.Replace(" ", ""));
    }

    [Theory]
    [InlineData("v: {w: [\na,\nb\n]}\n", "{w: ['a', 'b']}")]
    [InlineData("v:\n  w: [\n  a, # it's\n  'b', \"c\"\n  ]\n", "{w: ['a', 'b', 'c']}")]
    [InlineData("v:\n  w: {\n  a: b,\n  c: [d,\n e]\n  }\n  x: [p,\n  q]\n", "{w: {a: 'b', c: ['d', 'e']}, x: ['p', 'q']}")]
    [InlineData("v:\n- - [a,\nb]\n", "[[['a', 'b']]]")]
    public void What_stands_in_brackets_may_too(string lines, string shown) => Assert.Equal(shown, Shown(lines));

    [Fact]
    public void Places_stay_what_they_are()
    {
        var text = StorageClass.Replace("provisioner", "parameters: {x: {y: [\na,\nb]}}\nmore: \"x\ny\"\nprovisioner");
        Assert.Equal("KUBE3001@11:20", Found(text));
    }

    [Fact]
    public void Where_it_does_not_help_the_fault_is_told() => Assert.Equal("KUBE0001@5:1", Found("apiVersion: v1\nkind: Service\nv: [\na,\n{b\n"));
}
