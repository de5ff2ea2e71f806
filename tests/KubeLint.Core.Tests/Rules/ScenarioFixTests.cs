using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Tests.Model;

namespace KubeLint.Tests.Rules;

/// <summary>What the promise of fixes means to every rule, in trees that no front end wrote.</summary>
public sealed class ScenarioFixTests
{
    public static TheoryData<int> Firing => [.. Enumerable.Range(0, Scenarios.Firing.Length)];

    [Theory]
    [MemberData(nameof(Firing))]
    public void Each_fix_takes_its_finding_away_and_brings_no_other(int index)
    {
        var scenario = Scenarios.Firing[index];
        var before = Lint(scenario, scenario.Roots);
        foreach (var (finding, fix) in before.SelectMany(f => f.Fixes, (finding, fix) => (finding, fix)))
        {
            var after = Lint(scenario, Made(scenario.Roots, fix)).Select(NameOf).ToList();
            Assert.True(after.Count(name => name == NameOf(finding)) < before.Count(f => NameOf(f) == NameOf(finding)), $"{scenario.Name}: '{fix.Title}' leaves '{finding.Message}'");
            Assert.Empty(after.Except(before.Select(NameOf)));
        }
    }

    private static IReadOnlyList<Finding> Lint(Scenario scenario, Node[] roots) => new Linter(RuleCatalogue.Rules).Lint(Tree.Set(scenario.Options, roots), [], []);

    private static Node[] Made(Node[] roots, Fix fix) =>
    [
        .. roots.Select(root => EditedTree.Apply(root, fix.Edits.Where(edit => edit is not AddDocument && RootOf(edit) == root))),
        .. fix.Edits.OfType<AddDocument>().Select(add => add.Root),
    ];

    private static Node? RootOf(Edit edit)
    {
        var place = EditPlan.PlaceOf(edit);
        while (place.Parent is { } parent) place = parent;
        return place.Node;
    }

    private static string NameOf(Finding finding) => $"{finding.Rule.Id} {finding.Resource?.DisplayName} {finding.FieldPath}";
}
