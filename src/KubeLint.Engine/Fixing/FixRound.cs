using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Fixing;

/// <summary>
/// Makes as many repairs of one set of findings as keep the promise: what they mend is gone, and nothing is found that
/// was not there. Others are taken back.
/// </summary>
internal sealed class FixRound
{
    private readonly ManifestSet start;
    private readonly CancellationToken cancellation;
    private readonly List<FixCandidate> accepted = [];
    private readonly Dictionary<FixCandidate, string> refused = [];

    /// <summary>Makes repairs.</summary>
    /// <param name="start">What their findings were found in.</param>
    /// <param name="candidates">The repairs.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FixRound(ManifestSet start, IReadOnlyList<FixCandidate> candidates, CancellationToken cancellation)
    {
        (this.start, this.cancellation, Result) = (start, cancellation, start);
        while (candidates.Count > 0) candidates = Attempt(candidates);
    }

    /// <summary>The repairs that are made, by themselves and together.</summary>
    public IReadOnlyList<FixCandidate> Accepted => accepted;

    /// <summary>The repairs that are not to be made, and why. What is in neither list stands in the way of one that is made.</summary>
    public IReadOnlyDictionary<FixCandidate, string> Refused => refused;

    /// <summary>The set as it is then.</summary>
    public ManifestSet Result { get; private set; }

    /// <summary>The changed texts by file.</summary>
    public IReadOnlyDictionary<string, EditOutcome> Outcomes { get; private set; } = new Dictionary<string, EditOutcome>();

    // Makes some of the repairs, or refuses at least one; returns those that are to be tried again.
    private IReadOnlyList<FixCandidate> Attempt(IReadOnlyList<FixCandidate> candidates)
    {
        List<FixCandidate> trial = [.. candidates], waiting = [];
        while (trial.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var made = new FixComposition(start, accepted, trial);
            foreach (var refusal in made.Refused) refused.Add(refusal.Key, refusal.Value);
            waiting.AddRange(made.Clashing);
            trial = [.. made.Made];

            // Then only those are left that contradict what is made already.
            if (trial.Count == 0) return InOrder(waiting.Except(made.Clashing));
            var after = start.With(made.Outcomes.ToDictionary(o => o.Key, o => o.Value.Text), cancellation);
            var blame = new FixBlame(start, after, accepted, trial).Groups;
            if (blame.Count == 0)
            {
                accepted.AddRange(trial);
                (Result, Outcomes) = (after, made.Outcomes);
                return InOrder(waiting);
            }

            foreach (var (suspects, reason) in blame)
            {
                // Another group may have had the same ones.
                List<FixCandidate> own = [.. suspects.Where(trial.Contains)];
                if (own.Count == 1) refused.Add(own[0], reason);
                else waiting.AddRange(own.Skip((own.Count + 1) / 2));
                trial = [.. trial.Except(own.Count == 1 ? own : own.Skip((own.Count + 1) / 2))];
            }
        }

        return InOrder(waiting);
    }

    private static IReadOnlyList<FixCandidate> InOrder(IEnumerable<FixCandidate> candidates) => [.. candidates.OrderBy(c => c.Order)];
}
