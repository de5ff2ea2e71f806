using FsCheck;
using FsCheck.Fluent;

namespace KubeLint.Yaml.Tests;

public sealed class RenderedTemplatesTests
{
    private static readonly string Rendered =
        """
        ---
        # Source: shop/templates/web.yaml
        kind: A
        a: |
          # Source: not/this.yaml
        ---
        # Source: shop/charts/db/templates/sts.yaml
        kind: B
        ---
        kind: C
        ---

        # Source: shop/templates/web.yaml
        kind: D

        """.ReplaceLineEndings("\n");

    [Fact]
    public void Documents_are_parted_by_the_template_that_made_them()
    {
        var parts = RenderedTemplates.Part(Rendered, _ => true, out var rest);

        Assert.Equal(
            [("shop/templates/web.yaml", "kind: A\na: |\n  # Source: not/this.yaml\n---\nkind: D\n"), ("shop/charts/db/templates/sts.yaml", "kind: B\n")],
            parts);
        Assert.Equal(Rendered.Count(c => c == '\n'), rest.Count(c => c == '\n'));
        Assert.Equal(["---", "kind: C"], rest.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData("kind: A\n")]
    [InlineData("# a word first\n# Source: a.yaml\nkind: A\n")]
    [InlineData("kind: A\n# Source: a.yaml\n")]
    [InlineData("# Source: /etc/passwd\nkind: A\n")]
    [InlineData("# Source: a/../../b.yaml\nkind: A\n")]
    [InlineData("# Source: a\\b.yaml\nkind: A\n")]
    [InlineData("# Source: c:b.yaml\nkind: A\n")]
    [InlineData("# Source: a\u001b[31m.yaml\nkind: A\n")]
    [InlineData("# Source: \nkind: A\n")]
    public void What_names_no_template_stays_as_it_is(string text)
    {
        Assert.Empty(RenderedTemplates.Part(text, _ => true, out var rest));
        Assert.Equal(text, rest);
    }

    [Fact]
    public void A_name_that_is_refused_stays_too()
    {
        Assert.Empty(RenderedTemplates.Part(Rendered, _ => false, out var rest));
        Assert.Equal(Rendered, rest);
    }

    [Fact]
    public void Windows_line_ends_are_kept()
    {
        Assert.Equal([("a.yaml", "kind: A\r\n")], RenderedTemplates.Part("---\r\n# Source: a.yaml\r\nkind: A\r\n", _ => true, out var rest));
        Assert.Equal("   \r\n                \r\n       \r\n", rest);
    }

    [Fact]
    public void No_document_is_lost_and_none_is_told_twice()
    {
        var line = Gen.Elements("---", "# Source: a.yaml", "# Source: b/c.yaml", "kind: A", "x: 1", "", "...", "# word");
        Prop.ForAll(Gen.ListOf(line).ToArbitrary(), lines =>
        {
            var text = string.Join('\n', lines);
            var parts = RenderedTemplates.Part(text, _ => true, out var rest);
            string[] kept = [.. parts.SelectMany(p => p.Text.Split('\n')), .. rest.Split('\n')];
            return kept.Count(l => l.Trim() is "kind: A" or "x: 1") == lines.Count(l => l is "kind: A" or "x: 1") && rest.Length == text.Length;
        }).QuickCheckThrowOnFailure();
    }
}
