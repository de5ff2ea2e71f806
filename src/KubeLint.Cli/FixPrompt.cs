using KubeLint.Engine.Fixing;
using KubeLint.Engine.Reports;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary>Asks somebody about each finding that can be mended.</summary>
/// <param name="input">Where answers come from.</param>
/// <param name="output">Where questions go.</param>
/// <param name="usesColor">Whether the output understands ANSI colours.</param>
internal sealed class FixPrompt(TextReader input, TextWriter output, bool usesColor)
{
    private readonly Dictionary<string, string> always = new(StringComparer.Ordinal);

    /// <summary>Asks about one.</summary>
    public FixAnswer Ask(FixProposal proposal)
    {
        var finding = proposal.Finding;
        if (always.TryGetValue(finding.RuleId, out var chosen) && IndexOf(proposal, chosen) is >= 0 and var known) return new FixAnswer(known);
        output.WriteLine($"\n{Visible.Path(finding.Place.File)}:{finding.Place.Start.Line}:{finding.Place.Start.Column} {finding.RuleId} {finding.Message}");
        var hasChoice = proposal.Choices.Count > 1;
        for (var i = 0; i < proposal.Choices.Count; i++) Show(proposal.Choices[i], hasChoice ? $"{i + 1}: " : "");
        return Answer(proposal, hasChoice ? "number, number and a" : "y, a");
    }

    private static int IndexOf(FixProposal proposal, string id)
    {
        for (var i = 0; i < proposal.Choices.Count; i++)
        {
            if (proposal.Choices[i].Id == id) return i;
        }

        return -1;
    }

    private void Show(ProposedFix fix, string number)
    {
        output.WriteLine($"{number}{fix.Title}{(fix.Files.Count == 0 ? " (KubeLint can't make it here)" : "")}");
        var diff = new UnifiedDiff(output, isForPeople: true, usesColor);
        foreach (var file in fix.Files) diff.Write(file.Name, file.Text, file.Changes);
    }

    private FixAnswer Answer(FixProposal proposal, string yes)
    {
        while (true)
        {
            output.Write($"Mend it? [{yes} (all of {proposal.Finding.RuleId}), n, q] ");
            if (input.ReadLine()?.Trim().ToLowerInvariant() is not { } answer || answer is "q" or "quit") return new FixAnswer(null, Stops: true);
            if (answer is "n" or "no") return new FixAnswer(null);
            if (ChoiceIn(proposal, answer) is not { } choice) continue;
            if (answer.EndsWith('a')) always[proposal.Finding.RuleId] = proposal.Choices[choice].Id;
            return new FixAnswer(choice);
        }
    }

    private static int? ChoiceIn(FixProposal proposal, string answer)
    {
        if (proposal.Choices.Count == 1) return answer is "y" or "yes" or "a" ? 0 : null;
        return int.TryParse(answer.EndsWith('a') ? answer[..^1] : answer, out var number) && number >= 1 && number <= proposal.Choices.Count ? number - 1 : null;
    }
}
