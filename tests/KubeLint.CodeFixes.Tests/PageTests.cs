using KubeLint.Analyzers.Tests;
using KubeLint.Rules.Tests;

namespace KubeLint.CodeFixes.Tests;

/// <summary>The C# of the rules' pages: what a rule can mend of an object can be written there.</summary>
public sealed class PageTests
{
    public static TheoryData<string, int> BadPrograms => RulePage.PlacesOf(RulePage.All.SelectMany(page => page.Examples).Where(example => example.IsBad && example.IsCSharp));

    [Theory]
    [MemberData(nameof(BadPrograms))]
    public async Task Each_fix_that_a_rule_offers_is_made_in_the_code_of_its_page(string page, int line)
    {
        var example = RulePage.ExampleAt(page, line);
        var verifier = new Verifier { IsProgram = true, Options = (example.Settings?.Lines ?? []).Select(l => l.Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(l => l[0], l => l[1]) };
        var project = verifier.ProjectOf(example.Block.Text);
        foreach (var found in await verifier.Find(project))
        {
            var session = (await FixSession.Begin(project, [found], default))!;
            var offered = await Verifier.Offered(project, found);
            Assert.Equal(session.FixesFor(found).Select(f => f.Key), offered.Select(o => o.EquivalenceKey));
            foreach (var fix in offered) await verifier.CheckMended(Verifier.ChangeOf(fix).GetProject(project.Id)!, [.. await verifier.Find(project)], found.Id, 1);
        }
    }
}
