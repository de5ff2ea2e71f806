using KubeLint.Engine.Gating;
using KubeLint.Findings;

namespace KubeLint.Engine.Fixing;

/// <summary>Names findings so that they stay the same while items of lists come and go.</summary>
internal static class FindingIdentity
{
    /// <summary>The fingerprints that findings had if items had no index. Those that can't be told apart share one.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings) =>
        [.. Fingerprint.Of([.. findings.Select(f => f with { FieldPath = FindingKey.WithoutIndexes(f.FieldPath) })]).Select(f => f.Split(':')[0])];
}
