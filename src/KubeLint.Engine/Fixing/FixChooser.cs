using KubeLint.Edits;
using KubeLint.Findings;

namespace KubeLint.Engine.Fixing;

/// <summary>Decides which findings are mended, and how.</summary>
internal sealed class FixChooser(FixRequest request)
{
    private readonly Dictionary<string, FixAnswer> answers = new(StringComparer.Ordinal);
    private bool isStopped;

    /// <summary>Whether a finding is to be mended if it can be.</summary>
    public bool IsWanted(Finding finding) =>
        request.RuleIds.Count > 0 ? request.RuleIds.Contains(finding.Rule.Id, StringComparer.OrdinalIgnoreCase) : finding.Severity >= request.From;

    /// <summary>The repair to make, or why there is none; neither where the finding has none.</summary>
    /// <param name="set">What it was found in.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="reported">The same as data.</param>
    public (Fix? Fix, string? Reason, IReadOnlyList<string> Choices) Choose(ManifestSet set, Finding finding, ReportedFinding reported)
    {
        var fixes = FixCandidate.FixesOf(finding, out var failure);
        if (fixes.Count == 0) return (null, failure, []);
        var files = fixes.SelectMany(f => f.Edits).Select(FixCandidate.FileOf).Distinct().Select(f => set.File(f.Path));
        if (files.Select(f => f.Path is { } path ? request.WhyKept(path) : null).FirstOrDefault(reason => reason is not null) is { } kept) return (null, kept, []);
        if (request.Ask is not null) return Ask(set, finding, reported, fixes);
        return fixes.Count == 1 ? (fixes[0], null, []) : Prefer(finding.Rule.Id, fixes);
    }

    /// <summary>Forgets the answer about a finding that is mended: what is called so from now on is another one.</summary>
    public void Forget(string fingerprint) => answers.Remove(fingerprint);

    private (Fix? Fix, string? Reason, IReadOnlyList<string> Choices) Prefer(string rule, IReadOnlyList<Fix> fixes)
    {
        var own = request.Preferences.Where(p => p.RuleId == rule).ToList();
        foreach (var preference in own.Concat(request.Preferences.Where(p => p.RuleId is null)))
        {
            if (fixes.FirstOrDefault(f => f.Id.Equals(preference.Choice, StringComparison.OrdinalIgnoreCase)) is { } preferred) return (preferred, null, []);
        }

        var choices = string.Join(", ", fixes.Select(f => $"{rule}={f.Id} ({Visible.Text(f.Title)})"));
        var why = own.Count > 0 ? $"'{Visible.Text(own[0].Choice)}' is no fix of it" : "there are several ways";
        return (null, $"{why}; choose one with --prefer: {choices}", [.. fixes.Select(f => f.Id)]);
    }

    private (Fix? Fix, string? Reason, IReadOnlyList<string> Choices) Ask(ManifestSet set, Finding finding, ReportedFinding reported, IReadOnlyList<Fix> fixes)
    {
        if (!answers.TryGetValue(reported.Fingerprint, out var answer))
        {
            if (isStopped) return (null, "it was not asked for any more", []);

            // What can't be made needs no question; the round tells why.
            var proposals = fixes.Select((f, i) => Propose(set, new FixCandidate(finding, "", f, i))).ToList();
            if (proposals.All(p => p.Files.Count == 0)) return (fixes[0], null, []);
            answers.Add(reported.Fingerprint, answer = request.Ask!(new FixProposal(reported, proposals)));
        }

        isStopped |= answer.Stops;
        return answer.Choice is { } choice && choice < fixes.Count ? (fixes[choice], null, []) : (null, answer.Stops ? "it was not asked for any more" : "it was declined", []);
    }

    private static ProposedFix Propose(ManifestSet set, FixCandidate candidate)
    {
        var outcomes = new FixComposition(set, [], [candidate]).Outcomes;
        return new ProposedFix(Visible.Text(candidate.Fix.Title), candidate.Fix.Id, [.. outcomes.Select(o => new ProposedText(o.Key, set.TextOf(o.Key), o.Value.Changes))]);
    }
}
