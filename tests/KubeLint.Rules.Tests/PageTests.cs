using KubeLint.Engine;

namespace KubeLint.Rules.Tests;

public sealed class PageTests
{
    private static readonly string[] Headings =
    [
        "## What it finds",
        "## Why it matters",
        "## Example",
        "## Fix",
        "## When to suppress",
        "## Sources",
    ];

    public static TheoryData<string> RuleIds => [.. RuleCatalogue.Descriptors.Select(rule => rule.Id)];

    public static TheoryData<string> RuleIdsAboutObjects => [.. RuleCatalogue.Rules.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(RuleCatalogue.Descriptors.Select(rule => rule.PageName), RulePage.All.Select(page => page.FileName));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_page_says_what_the_descriptor_says(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        var page = RulePage.Named(rule.PageName);
        string[] head =
        [
            $"# {rule.Id}: {rule.Name}",
            "",
            $"Default severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}",
            "",
            $"{rule.Summary}.",
            "",
        ];
        for (var i = 0; i < head.Length; i++)
            Assert.True(head[i] == page.Lines[i], $"rules/{page.FileName}:{i + 1}: expected '{head[i]}', found '{page.Lines[i]}'");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_page_has_the_fixed_headings_in_their_order_and_text_below_each(string id)
    {
        var page = RulePage.Named(RuleCatalogue.Find(id)!.PageName);
        Assert.True(Headings.SequenceEqual(page.Headings), $"rules/{page.FileName}:1: the headings are {string.Join(", ", page.Headings)}");
        foreach (var heading in Headings)
        {
            var line = page.Lines.ToList().IndexOf(heading) + 1;
            Assert.True(page.Section(heading).Trim().Length > heading.Length, $"rules/{page.FileName}:{line}: there is nothing below '{heading}'");
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_block_of_a_page_belongs_to_an_example(string id)
    {
        var page = RulePage.Named(RuleCatalogue.Find(id)!.PageName);
        Assert.True(page.Faults.Count == 0, string.Join("\n", page.Faults));
    }

    [Theory]
    [MemberData(nameof(RuleIdsAboutObjects))]
    public void A_page_of_a_rule_about_objects_says_how_to_suppress_it(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        var page = RulePage.Named(rule.PageName);
        var section = page.Section("## When to suppress");
        string[] wanted = [$"`# kubelint:disable {id} -- reason`", $"`kubelint/disable: {id}`", $"`dotnet_diagnostic.{id}.severity = none`"];
        foreach (var syntax in wanted)
            Assert.True(section.Contains(syntax), $"rules/{page.FileName}:{page.Lines.ToList().IndexOf("## When to suppress") + 1}: this section does not show {syntax}");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_host_carries_the_page(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        Assert.Equal(RulePage.Named(rule.PageName).Text, RulePages.Read(rule).ReplaceLineEndings("\n"));
    }
}
