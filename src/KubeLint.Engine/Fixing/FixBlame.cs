using KubeLint.Findings;

namespace KubeLint.Engine.Fixing;

/// <summary>Which repairs are at fault where findings stay or come.</summary>
internal sealed class FixBlame
{
    private readonly IReadOnlyList<FixCandidate> trial;

    /// <summary>Compares what was found with what is found.</summary>
    /// <param name="before">Without repairs.</param>
    /// <param name="after">With all of these repairs.</param>
    /// <param name="accepted">Repairs that are known to be good together.</param>
    /// <param name="trial">Repairs that may be at fault; at least one.</param>
    public FixBlame(ManifestSet before, ManifestSet after, IReadOnlyList<FixCandidate> accepted, IReadOnlyList<FixCandidate> trial)
    {
        this.trial = trial;
        var was = before.Identities.GroupBy(i => i).ToDictionary(g => g.Key, g => g.Count());
        var mended = accepted.Concat(trial).GroupBy(c => c.Identity).ToDictionary(g => g.Key, g => g.Count());
        Groups = [.. Faults()];

        IEnumerable<(IReadOnlyList<FixCandidate> Suspects, string Reason)> Faults()
        {
            foreach (var same in after.Findings.Zip(after.Identities, (finding, identity) => (finding, identity)).GroupBy(p => p.identity).Where(g => g.Count() > Allowed(g.Key)))
            {
                var finding = same.First().finding;
                List<FixCandidate> own = [.. trial.Where(c => c.Identity == same.Key)];
                if (own.Count > 0) yield return (own, $"with it {finding.Rule.Id} would still be found there");
                else yield return (Near(finding), $"it would bring {finding.Rule.Id} in {Visible.Text(finding.Span.File.Path)}: {finding.Message}");
            }
        }

        int Allowed(string identity) =>
            (was.TryGetValue(identity, out var count) ? count : 0) - (mended.TryGetValue(identity, out var gone) ? gone : 0);
    }

    /// <summary>For each finding that should not be there, the repairs that may have brought it, and what to say of them. None where all is well.</summary>
    public IReadOnlyList<(IReadOnlyList<FixCandidate> Suspects, string Reason)> Groups { get; }

    // Most repairs reach no farther than their object, and a finding about another may come from any.
    private IReadOnlyList<FixCandidate> Near(Finding finding)
    {
        var place = ObjectName.Of(finding);
        List<FixCandidate> near = [.. trial.Where(c => c.Objects.Contains(place))];
        if (near.Count == 0) near = [.. trial.Where(c => c.Files.Any(f => f.Path == place.File))];
        return near.Count > 0 ? near : trial;
    }
}
