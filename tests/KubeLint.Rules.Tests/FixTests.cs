using KubeLint.Findings;

namespace KubeLint.Rules.Tests;

/// <summary>What rules mend, shown by the pages' bad manifests.</summary>
public sealed class FixTests
{
    public static TheoryData<string, int> BadManifests => RulePage.PlacesOf(Examples);

    public static TheoryData<string, int> FixedManifests => RulePage.PlacesOf(Examples.Where(example => example.Fixed.Count > 0));

    private static IEnumerable<Example> Examples =>
        RulePage.All.Where(page => !page.FileName.StartsWith("KUBE0", StringComparison.Ordinal)).SelectMany(page => page.Examples).Where(example => example.IsBad && example.IsManifest);

    [Theory]
    [MemberData(nameof(BadManifests))]
    public void Each_fix_takes_its_finding_away_and_brings_no_other(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        var before = ExampleRun.FindIn(example, example.Block.Text);
        foreach (var finding in before)
        {
            foreach (var fix in finding.Fixes)
            {
                var text = ExampleRun.Edit(example.Block.Text, [fix]);
                var after = ExampleRun.FindIn(example, text);
                Assert.False(after.Any(f => NameOf(f) == NameOf(finding)), $"{example.Place}: '{fix.Title}' leaves '{finding.Message}'\n{text}");
                var gained = after.FirstOrDefault(f => !before.Any(b => NameOf(b) == NameOf(f)));
                Assert.True(gained is null, $"{example.Place}: '{fix.Title}' brings '{gained?.Message}'\n{text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadManifests))]
    public void Fixes_are_offered_by_rules_that_say_so_and_chosen_by_id(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        foreach (var finding in ExampleRun.FindIn(example, example.Block.Text))
        {
            var fixes = finding.Fixes.ToList();
            Assert.True(fixes.Count == 0 || finding.Rule.HasFixes, $"{finding.Rule.Id} offers '{fixes.FirstOrDefault()?.Title}', and its descriptor does not say that it has fixes");
            if (fixes.Count == 1) Assert.Equal("", fixes[0].Id);
            else Assert.All(fixes, fix => Assert.Matches("^[a-z][a-z0-9-]*$", fix.Id));
            Assert.Equal(fixes.Count, fixes.Select(fix => fix.Id).Distinct().Count());
            Assert.All(fixes, fix => Assert.True(fix.Edits.Count > 0 && char.IsUpper(fix.Title[0]) && !fix.Title.EndsWith('.'), $"{example.Place}: '{fix.Title}'"));
        }
    }

    [Theory]
    [MemberData(nameof(FixedManifests))]
    public void A_page_shows_what_fixes_of_its_rule_make(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        var offered = ExampleRun.FindIn(example, example.Block.Text).Where(f => page.StartsWith(f.Rule.Id, StringComparison.Ordinal)).SelectMany(f => f.Fixes).ToLookup(fix => fix.Id);
        foreach (var shown in example.Fixed)
        {
            Assert.True(offered[Example.ChoiceOf(shown)].Any(), $"{shown.Place}: no such fix is offered, but '{string.Join("', '", offered.Select(o => o.Key))}'");
            var text = ExampleRun.Edit(example.Block.Text, offered[Example.ChoiceOf(shown)]);
            Assert.True(text == shown.Text, $"{shown.Place}: the fix makes\n{text}");
            Assert.DoesNotContain(ExampleRun.FindIn(example, text), f => page.StartsWith(f.Rule.Id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_page_shows_every_choice_where_its_rule_has_fixes_and_none_where_it_has_not()
    {
        foreach (var rule in RuleCatalogue.Descriptors)
        {
            var examples = RulePage.Named(rule.PageName).Examples.Where(e => e.IsManifest && e.IsBad).ToList();
            var shown = examples.SelectMany(e => e.Fixed).Select(Example.ChoiceOf).Distinct().Order(StringComparer.Ordinal);
            var offered = examples.SelectMany(e => ExampleRun.FindIn(e, e.Block.Text)).Where(f => f.Rule == rule).SelectMany(f => f.Fixes).Select(fix => fix.Id).Distinct().Order(StringComparer.Ordinal);
            Assert.True(offered.SequenceEqual(shown), $"rules/{rule.PageName}:1: the fixes are '{string.Join("', '", offered)}', and 'yaml fixed' blocks show '{string.Join("', '", shown)}'");
            Assert.True(rule.HasFixes == shown.Any(), $"rules/{rule.PageName}:1: the descriptor says {(rule.HasFixes ? "that there are fixes" : "that there is no fix")}");
        }
    }

    // What stays the same while a fix moves lines.
    private static string NameOf(Finding finding) => $"{finding.Rule.Id} {finding.Resource?.DisplayName} {finding.FieldPath}";
}
