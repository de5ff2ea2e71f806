namespace KubeLint.Engine.Gating;

/// <summary>Findings that are known, and how often each: of three where two are known one is new.</summary>
/// <param name="counts">How many there are of each, one at least.</param>
public sealed class KnownFindings(IReadOnlyDictionary<FindingKey, int> counts)
{
    /// <summary>How many there are of each.</summary>
    public IReadOnlyDictionary<FindingKey, int> Counts { get; } = counts;

    /// <summary>How many there are.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>The findings of a report.</summary>
    public static KnownFindings Of(IEnumerable<FindingKey> keys) => new(keys.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count()));

    /// <summary>What is known by one or the other.</summary>
    public KnownFindings Or(KnownFindings other)
    {
        var both = Counts.ToDictionary(c => c.Key, c => c.Value);
        foreach (var pair in other.Counts) both[pair.Key] = Math.Max(pair.Value, both.TryGetValue(pair.Key, out var count) ? count : 0);
        return new KnownFindings(both);
    }

    /// <summary>The findings that are not known, in their order. Of equal ones the first are taken for those that are.</summary>
    public IReadOnlyList<ReportedFinding> NewAmong(IEnumerable<ReportedFinding> findings)
    {
        var left = Counts.ToDictionary(c => c.Key, c => c.Value);
        return [.. findings.Where(f => !Take(FindingKey.Of(f)))];

        bool Take(FindingKey key)
        {
            if (!left.TryGetValue(key, out var count) || count == 0) return false;
            left[key] = count - 1;
            return true;
        }
    }
}
