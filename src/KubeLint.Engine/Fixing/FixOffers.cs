using KubeLint.Edits;
using KubeLint.Findings;

namespace KubeLint.Engine.Fixing;

/// <summary>Says of reported findings how they can be mended. Only what keeps the promise of <see cref="FixRound"/> is offered.</summary>
internal static class FixOffers
{
    /// <summary>The findings of a set with their repairs.</summary>
    /// <param name="reported">The findings as data.</param>
    /// <param name="set">What they were found in.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<ReportedFinding> AddTo(IReadOnlyList<ReportedFinding> reported, ManifestSet set, CancellationToken cancellation)
    {
        var offers = reported.Select(_ => new List<ReportedFix>()).ToList();
        var fixes = set.Findings.Select(f => FixCandidate.FixesOf(f, out _).Where(fix => !IsRendered(set, fix)).ToList()).ToList();

        // All the first choices are tried together, then all the second ones.
        for (var choice = 0; fixes.Any(f => f.Count > choice); choice++)
        {
            List<FixCandidate> untried = [.. fixes.Select((own, i) => (own, i)).Where(f => f.own.Count > choice).Select(f => new FixCandidate(set.Findings[f.i], set.Identities[f.i], f.own[choice], f.i))];
            while (untried.Count > 0)
            {
                var round = new FixRound(set, untried, cancellation);
                foreach (var good in round.Accepted) offers[good.Order].Add(Offer(set, good));
                untried = [.. untried.Where(c => !round.Accepted.Contains(c) && !round.Refused.ContainsKey(c))];
            }
        }

        return [.. reported.Select((finding, i) => offers[i].Count == 0 ? finding : finding with { Fixes = offers[i] })];
    }

    private static bool IsRendered(ManifestSet set, Fix fix) => fix.Edits.Any(edit => set.File(FixCandidate.FileOf(edit).Path).IsRendered);

    private static ReportedFix Offer(ManifestSet set, FixCandidate candidate)
    {
        var made = new FixComposition(set, [], [candidate]).Outcomes;
        return new ReportedFix(
            Visible.Text(candidate.Fix.Title),
            candidate.Fix.Id,
            [.. candidate.Files.Where(f => made.ContainsKey(f.Path)).SelectMany(f => made[f.Path].Changes.Select(change => ReportedChange.Of(f, change)))]);
    }
}
