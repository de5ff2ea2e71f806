using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Fixing;

/// <summary>Repairs made in texts: as many of them as can be made together, the first in source order before others.</summary>
internal sealed class FixComposition
{
    private readonly ManifestSet set;
    private readonly List<FixCandidate> made = [];
    private readonly List<FixCandidate> clashing = [];
    private readonly Dictionary<FixCandidate, string> refused = [];
    private readonly Dictionary<string, EditOutcome> outcomes = new(StringComparer.Ordinal);

    /// <summary>Makes repairs.</summary>
    /// <param name="set">What their findings were found in.</param>
    /// <param name="certain">Repairs that can be made together.</param>
    /// <param name="more">Repairs to make beside them.</param>
    public FixComposition(ManifestSet set, IReadOnlyCollection<FixCandidate> certain, IReadOnlyCollection<FixCandidate> more)
    {
        this.set = set;
        var given = new HashSet<FixCandidate>(certain);
        foreach (var group in ByFiles([.. certain, .. more]))
        {
            List<FixCandidate> together = [.. group.Where(given.Contains)];
            if (together.Count > 0) TryMake(together);
            Grow(together, [.. group.Where(c => !given.Contains(c))]);
        }

        made.Sort((a, b) => a.Order.CompareTo(b.Order));
    }

    /// <summary>Those of the further repairs that are made, in source order.</summary>
    public IReadOnlyList<FixCandidate> Made => made;

    /// <summary>Those that can be made, but not beside the others.</summary>
    public IReadOnlyList<FixCandidate> Clashing => clashing;

    /// <summary>Those that can't be made, and why.</summary>
    public IReadOnlyDictionary<FixCandidate, string> Refused => refused;

    /// <summary>The changed texts by file.</summary>
    public IReadOnlyDictionary<string, EditOutcome> Outcomes => outcomes;

    // What shares no file can't disturb each other.
    private static IEnumerable<IEnumerable<FixCandidate>> ByFiles(IReadOnlyList<FixCandidate> candidates)
    {
        var groups = new Dictionary<string, List<FixCandidate>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var near = candidate.Files.Where(f => groups.ContainsKey(f.Path)).Select(f => groups[f.Path]).Distinct().ToList();
            var group = near.FirstOrDefault() ?? [];
            var joined = near.Skip(1).SelectMany(g => g).Append(candidate).ToList();
            group.AddRange(joined);
            foreach (var file in joined.SelectMany(c => c.Files)) groups[file.Path] = group;
        }

        return groups.Values.Distinct().Select(g => g.OrderBy(c => c.Order));
    }

    // Halves until what can't be made is found, so that it takes nothing else with it.
    private void Grow(List<FixCandidate> together, IReadOnlyList<FixCandidate> more)
    {
        if (more.Count == 0) return;
        var refusal = TryMake([.. together, .. more]);
        if (refusal is null)
        {
            together.AddRange(more);
            made.AddRange(more);
        }
        else if (more.Count > 1)
        {
            Grow(together, [.. more.Take(more.Count / 2)]);
            Grow(together, [.. more.Skip(more.Count / 2)]);
        }
        else if (together.Count == 0 || (refusal = Edit(more, new Dictionary<string, EditOutcome>())) is not null)
        {
            refused.Add(more[0], refusal);
        }
        else
        {
            clashing.Add(more[0]);
        }
    }

    private string? TryMake(IReadOnlyList<FixCandidate> candidates)
    {
        var results = new Dictionary<string, EditOutcome>();
        if (Edit(candidates, results) is { } refusal) return refusal;
        foreach (var result in results) outcomes[result.Key] = result.Value;
        return null;
    }

    // Why it can't be made; null where it can.
    private string? Edit(IReadOnlyList<FixCandidate> candidates, Dictionary<string, EditOutcome> results)
    {
        foreach (var file in candidates.SelectMany(c => c.Fix.Edits).GroupBy(e => FixCandidate.FileOf(e).Path))
        {
            var text = set.TextOf(file.Key, out var error);
            if (error is not null) return error;
            var outcome = YamlEditor.Edit(file.Key, text, [.. file]);
            if (outcome.Refusal is not null) return outcome.Refusal;
            if (outcome.Changes.Count > 0) results[file.Key] = outcome;
        }

        return null;
    }
}
