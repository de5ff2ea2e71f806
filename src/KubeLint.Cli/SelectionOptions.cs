using System.CommandLine;
using KubeLint.Engine;
using KubeLint.Findings;
using KubeLint.Rules;

namespace KubeLint.Cli;

/// <summary>Which findings <c>kubelint check</c> tells.</summary>
internal sealed class SelectionOptions
{
    // What says that something was not judged is told whatever is asked for: silence would pass for a pass.
    private static readonly string[] AlwaysTold = [HostRules.UnreadableManifest.Id, HostRules.RuleFailed.Id];

    private readonly Option<string[]> rules = new("--rule")
    {
        Description = "Tell the findings of these rules alone, and of what could not be read: ids or names, with commas or repeated.",
        HelpName = "RULE",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        rules.CompletionSources.Add(_ => RuleNames.Completions);
        command.Options.Add(rules);
    }

    /// <summary>What the command line selects of a report.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="excluded">The ids of rules that are left out.</param>
    /// <param name="problem">What is wrong with it, for people; else null.</param>
    public Func<LintReport, LintReport> Read(ParseResult parsed, IReadOnlyList<string> excluded, out string? problem)
    {
        var ids = RuleNames.Rules(RuleNames.Split(parsed.GetValue(rules) ?? []), out problem);
        var selected = new HashSet<string>(ids.Count == 0 ? RuleCatalogue.Descriptors.Select(d => d.Id) : ids.Concat(AlwaysTold));
        selected.ExceptWith(excluded);
        return report => report with { Findings = [.. report.Findings.Where(finding => selected.Contains(finding.RuleId))] };
    }
}
