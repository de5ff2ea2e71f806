
namespace KubeLint.Rules.Tests;

public sealed class ExampleTests
{
    // Node pools are declared in YAML and Terraform; C# meets nodes only as what it reads. And what rests on other objects
    // being absent is never known beside code, which YAML may complete.
    private static readonly string[] RulesOnlyForManifests =
    [
        "KUBE1013", "KUBE2001", "KUBE2002", "KUBE2003", "KUBE2004", "KUBE2005", "KUBE2006", "KUBE2007", "KUBE2008", "KUBE2009", "KUBE2010", "KUBE2011", "KUBE2012", "KUBE2013",
        "KUBE3002", "KUBE3003", "KUBE4003", "KUBE4005", "KUBE4006", "KUBE4008", "KUBE4009", "KUBE4010", "KUBE4011", "KUBE5001", "KUBE5004", "KUBE5005",
    ];

    public static TheoryData<string, int> Examples => RulePage.PlacesOf(RulePage.All.SelectMany(page => page.Examples));

    public static TheoryData<string, int> BadManifests =>
        RulePage.PlacesOf(RulePage.All.Where(page => !page.FileName.StartsWith("KUBE0", StringComparison.Ordinal))
            .SelectMany(page => page.Examples).Where(example => example.IsBad && example.IsManifest));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_of_every_page_give_what_they_say(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        var actual = ExampleRun.Lint(example);
        if (RepositoryPaths.Updates && example.IsBad && actual.Count == example.Expected.Count) example.Findings!.Rewrite(actual);
        Assert.True(
            example.Expected.SequenceEqual(actual),
            $"""
            {example.Place}: this {(example.IsBad ? "bad" : "good")} example does not give what the page says.
            The page says:
            {Listed(example.Expected)}
            KubeLint says:
            {Listed(actual)}
            """);
    }

    [Theory]
    [MemberData(nameof(BadManifests))]
    public void Every_finding_of_an_example_can_be_suppressed_on_its_line(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        var lines = example.Block.Lines.ToArray();
        foreach (var group in example.Expected.Select(f => f.Split(' ', 4)).GroupBy(f => int.Parse(f[0].Split(':')[0])))
            lines[group.Key - 1] += $" # kubelint:disable {string.Join(", ", group.Select(f => f[2]).Distinct())} -- shown on purpose";

        var left = ExampleRun.LintManifest(example, string.Join("\n", lines) + "\n");
        Assert.True(left.Count == 0, $"{example.Place}: with a suppression on every line that has a finding there is still\n{Listed(left)}");
    }

    [Fact]
    public void Every_page_of_a_rule_about_objects_has_a_bad_and_a_good_example_of_that_rule()
    {
        foreach (var rule in RuleCatalogue.Rules.Select(rule => rule.Descriptor))
        {
            var examples = RulePage.Named(rule.PageName).Examples;
            Assert.True(examples.Exists(e => e.IsBad && e.Expected.Any(line => line.Contains($" {rule.Id} "))), $"rules/{rule.PageName}:1: no bad example gives {rule.Id}");
            Assert.True(examples.Exists(e => !e.IsBad), $"rules/{rule.PageName}:1: there is no good example");
        }
    }

    [Fact]
    public void Every_page_whose_rule_code_can_break_shows_it_in_CSharp_with_the_findings_of_YAML()
    {
        foreach (var rule in RuleCatalogue.Rules.Select(rule => rule.Descriptor).Where(rule => !RulesOnlyForManifests.Contains(rule.Id)))
        {
            var examples = RulePage.Named(rule.PageName).Examples;
            var manifests = examples.Where(e => e.IsManifest && e.IsBad).Select(WithoutPlaces).ToHashSet();
            Assert.True(examples.Exists(e => e.IsCSharp && e.IsBad), $"rules/{rule.PageName}:1: there is no bad example in C#");
            Assert.True(examples.Exists(e => e.IsCSharp && !e.IsBad), $"rules/{rule.PageName}:1: there is no good example in C#");
            foreach (var example in examples.Where(e => e.IsCSharp && e.IsBad))
                Assert.True(manifests.Contains(WithoutPlaces(example)), $"{example.Place}: no manifest of the page has the same findings");
        }

        static string WithoutPlaces(Example example) => string.Join("\n", example.Expected.Select(line => line[(line.IndexOf(' ') + 1)..]));
    }

    [Fact]
    public void Bad_examples_give_findings_of_their_own_rule_in_its_default_severity()
    {
        foreach (var rule in RuleCatalogue.Descriptors)
        {
            foreach (var example in RulePage.Named(rule.PageName).Examples.Where(e => e.IsBad))
            {
                var own = $" {rule.DefaultSeverity.ToString().ToLowerInvariant()} {rule.Id} ";
                Assert.True(example.Expected.Any(line => line.Contains(own)), $"{example.Place}: this bad example gives no finding '{own.Trim()}'");
            }
        }
    }

    private static string Listed(IReadOnlyList<string> findings) => findings.Count == 0 ? "(nothing)" : string.Join("\n", findings);
}
