using KubeLint.Syntax;
using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class AnchorTests
{
    [Theory]
    [InlineData("a: &x 3\nv: *x", "3")]
    [InlineData("a: &x text\nv: *x", "'text'")]
    [InlineData("a: &x \"3\"\nv: *x", "'3'")]
    [InlineData("a: &x [1, 2]\nv: *x", "[1, 2]")]
    [InlineData("a: &x {b: c}\nv: *x", "{b: 'c'}")]
    [InlineData("a: &x\n  b: c\nv: *x", "{b: 'c'}")]
    [InlineData("a: &x\nv: *x", "null")]
    [InlineData("&x a: b\nv: *x", "'a'")]
    [InlineData("a: &x 1\nb: &x 2\nv: *x", "2")]
    [InlineData("a: &x {b: &y 1}\nv: [*x, *y]", "[{b: 1}, 1]")]
    [InlineData("a: &x !!str 3\nv: *x", "'3'")]
    [InlineData("a: !!str &x 3\nv: *x", "'3'")]
    public void An_alias_is_its_anchors_value(string lines, string shown) => Assert.Equal(shown, Shown(lines));

    [Theory]
    [InlineData("a: &x text\nv: *x\n", "text")]
    [InlineData("a: &x !!str text\nv: *x\n", "text")]
    [InlineData("a: !!str &x \"text\"\nv: *x\n", "\"text\"")]
    [InlineData("a: &x {b: c}\nv: *x\n", "{b: c}")]
    [InlineData("a: &x [b]\nv: *x\n", "[b]")]
    [InlineData("a: &x # why\n  b: c\nv: *x\n", "b: c")]
    [InlineData("a: &x\n- b\nv: *x\n", "- b")]
    public void An_alias_points_to_where_the_anchors_value_stands(string lines, string written)
    {
        const string head = "apiVersion: v1\nkind: Service\n";
        Assert.Equal(written, At(head + lines, Value(lines).Span));
    }

    [Theory]
    [InlineData("a: &x {b: 1, c: 2}\nv:\n  <<: *x", "{b: 1, c: 2}")]
    [InlineData("a: &x {b: 1, c: 2}\nv:\n  <<: *x\n  b: 3", "{b: 3, c: 2}")]
    [InlineData("a: &x {b: 1, c: 2}\nv:\n  b: 3\n  <<: *x", "{b: ?, c: 2}")]
    [InlineData("a: &x {b: 1}\nd: &y {b: 2, c: 2}\nv:\n  <<: [*x, *y]", "{b: 1, c: 2}")]
    [InlineData("a: &x {b: 1}\nd: &y {b: 2, c: 2}\nv:\n  <<: *x\n  <<: *y", "{b: 1, c: 2}")]
    [InlineData("a: &x {b: 1}\nd: &y {<<: *x, c: 2}\nv:\n  <<: *y", "{c: 2, b: 1}")]
    [InlineData("v:\n  <<: {b: 1}\n  c: 2", "{c: 2, b: 1}")]
    [InlineData("a: &x {b: 1}\nv:\n  !!merge <<: *x", "{b: 1}")]
    public void Merge_keys_add_what_is_not_there(string lines, string shown) => Assert.Equal(shown, Shown(lines));

    [Theory]
    [InlineData("a: &x {b: 1}\nv:\n  \"<<\": *x", "{<<: {b: 1}}")]
    [InlineData("a: &x {b: 1}\nv:\n  '<<': *x", "{<<: {b: 1}}")]
    public void A_quoted_merge_key_is_a_key(string lines, string shown) => Assert.Equal(shown, Shown(lines));

    [Theory]
    [InlineData("v:\n  <<: text\n  b: 1")]
    [InlineData("v:\n  <<:\n  b: 1")]
    [InlineData("v:\n  <<: [text]\n  b: 1")]
    [InlineData("v:\n  <<: ${BASE}\n  b: 1")]
    [InlineData("a: &x {? [k] : c}\nv:\n  <<: *x\n  b: 1")]
    public void A_merge_of_what_is_no_mapping_leaves_the_rest_unknown(string lines) => Assert.Equal("{b: 1 …}", Shown(lines));

    [Fact]
    public void Merged_keys_point_to_the_source()
    {
        const string head = "apiVersion: v1\nkind: Service\n";
        const string lines = "a: &x\n  b: 1\nv:\n  <<: *x\n  c: 2\n";
        var mapping = Assert.IsType<MappingNode>(Value(lines));
        var merged = mapping.Find("b")!.Value;
        Assert.Equal((4, 3), (merged.KeySpan.StartPosition.Line, merged.KeySpan.StartPosition.Column));
        Assert.Equal("b", At(head + lines, merged.KeySpan));
    }

    [Fact]
    public void A_finding_at_an_alias_stands_at_its_anchor()
    {
        const string text = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata:
              name: a
              labels:
                mode: &mode Immediate
            provisioner: ebs.csi.aws.com
            volumeBindingMode: *mode
            """;
        Assert.Equal("KUBE3001@6:17", Found(text));
    }

    [Fact]
    public void What_was_passed_over_in_a_container_is_unknown_elsewhere()
    {
        Assert.Equal("?", Shown("containers:\n- resources: &r {limits: {cpu: 1}}\n  args: &a [b]\nv: *r"));
        Assert.Equal("{b: 1 …}", Shown("containers:\n- resources: &r {limits: {cpu: 1}}\nv:\n  b: 1\n  <<: *r"));
        Assert.Equal("[?]", Shown("containers: &c\n- name: a\nv: *c").Replace("{name: 'a'}", "?"));
    }

    [Theory]
    [InlineData("v: *nowhere\n", "3:4")]
    [InlineData("v: &a [*a]\n", "3:8")]
    [InlineData("v: &a {b: *a}\n", "3:11")]
    public void An_alias_without_an_anchor_before_it_is_a_fault(string lines, string place)
    {
        Assert.Equal("KUBE0001@" + place, Found("apiVersion: v1\nkind: Service\n" + lines));
    }

    [Fact]
    public void Anchors_end_with_their_document()
    {
        var text = "apiVersion: v1\nkind: Service\na: &x 1\n---\napiVersion: v1\nkind: Service\nv: *x\n";
        Assert.Equal("KUBE0001@7:4", Found(text));
    }
}
