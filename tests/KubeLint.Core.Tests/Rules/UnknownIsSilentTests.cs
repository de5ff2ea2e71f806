using FsCheck;
using FsCheck.Fluent;
using KubeLint.Syntax;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Rules;

/// <summary>
/// Rules report only what is certain. Whatever becomes unknown in a set, findings may go, but none may come that was
/// not there before. Exceptions: an object whose root, apiVersion or kind is not known is no object; and evidence about
/// the cluster (see <see cref="Scenario.Evidence"/>), for a cluster of which nothing is known is taken to have three zones.
/// </summary>
public sealed class UnknownIsSilentTests
{
    public static TheoryData<string> Names(string kind) => [.. (kind == "firing" ? Scenarios.Firing : Scenarios.All).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names), "all")]
    public void Each_set_has_the_findings_that_it_should_have(string name)
    {
        var scenario = Find(name);
        Assert.Equal(scenario.Findings, string.Join(", ", Found(scenario.Rules, scenario.Options, scenario.Roots)));
    }

    [Theory]
    [MemberData(nameof(Names), "all")]
    public void No_finding_comes_when_one_value_becomes_unknown(string name)
    {
        var scenario = Find(name);
        var before = Found(scenario.Rules, scenario.Options, scenario.Roots);
        var added = new List<string>();
        foreach (var (root, path) in Places(scenario))
        {
            foreach (var (how, change) in new (string, Func<Node, Node>)[] { ("unknown", _ => Unknown), ("a placeholder", _ => Placeholder("${X}")), ("incomplete", Incomplete) })
            {
                var after = Found(scenario.Rules, scenario.Options, Changed(scenario, [(root, path)], change));
                added.AddRange(after.Except(before).Select(f => $"{f}, when {root} {path} is {how}"));
            }
        }

        Assert.Equal("", string.Join("\n", added));
    }

    [Theory]
    [MemberData(nameof(Names), "all")]
    public void No_finding_comes_when_any_values_become_unknown(string name)
    {
        var scenario = Find(name);
        var before = Found(scenario.Rules, scenario.Options, scenario.Roots);
        var places = Places(scenario).ToArray();
        var subsets = from count in Gen.Choose(1, 4)
                      from chosen in Gen.ArrayOf(Gen.Elements(places), count)
                      select chosen;
        Prop.ForAll(subsets.ToArbitrary(), chosen => !Found(scenario.Rules, scenario.Options, Changed(scenario, chosen, _ => Unknown)).Except(before).Any())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20_260_707, 77_777));
    }

    private static Scenario Find(string name) => Scenarios.All.Single(s => s.Name == name);

    private static IEnumerable<(int Root, string Path)> Places(Scenario scenario) =>
        scenario.Roots.SelectMany((root, i) => Paths(root).Select(path => (i, path)))
            .Where(p => p.path is not ("apiVersion" or "kind") && !scenario.Evidence.Contains($"{p.i} {p.path}"));

    private static Node[] Changed(Scenario scenario, IEnumerable<(int Root, string Path)> places, Func<Node, Node> change)
    {
        var roots = scenario.Roots.ToArray();
        foreach (var (root, path) in places)
        {
            // What stands below an unknown value is gone with it.
            if (Paths(roots[root]).Contains(path)) roots[root] = With(roots[root], path, change);
        }

        return roots;
    }
}
