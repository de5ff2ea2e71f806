using KubeLint.Configuration;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>
/// The node labels that stand for zones and regions. Sources: Kubernetes' well-known labels page (failure-domain
/// labels deprecated since 1.17), Amazon EKS (zone ids).
/// </summary>
public static class ZoneKeys
{
    /// <summary>The well-known zone label.</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The well-known region label.</summary>
    public const string Region = "topology.kubernetes.io/region";

    /// <summary>The well-known node-name label.</summary>
    public const string HostName = "kubernetes.io/hostname";

    private const string DeprecatedZone = "failure-domain.beta.kubernetes.io/zone";
    private const string DeprecatedRegion = "failure-domain.beta.kubernetes.io/region";

    /// <summary>Deprecated keys and what replaced them.</summary>
    public static IReadOnlyDictionary<string, string> Deprecated { get; } = new Dictionary<string, string>
    {
        [DeprecatedZone] = Zone,
        [DeprecatedRegion] = Region,
    };

    /// <summary>Keys that were never labels of nodes, though further from a well-known key than a slip of the hand.</summary>
    private static readonly Dictionary<string, string> Mistaken = new()
    {
        ["failure-domain.kubernetes.io/zone"] = Zone,
        ["failure-domain.kubernetes.io/region"] = Region,
        ["topology.beta.kubernetes.io/zone"] = Zone,
        ["topology.beta.kubernetes.io/region"] = Region,
        ["beta.kubernetes.io/zone"] = Zone,
        ["kubernetes.io/zone"] = Zone,
        ["kubernetes.io/region"] = Region,
        ["topology.k8s.io/zone"] = Zone,
        ["topology.k8s.io/region"] = Region,
        ["topology.kubernetes.io/availability-zone"] = Zone,
        ["topology.kubernetes.io/az"] = Zone,
    };

    /// <summary>Words that stand for zones in examples, though nodes carry no such label unless someone put it there.</summary>
    private static readonly Dictionary<string, string> Bare = new(StringComparer.OrdinalIgnoreCase) { ["zone"] = Zone, ["region"] = Region };

    /// <summary>Whether a label names a node's zone: the well-known one, its deprecated form, EKS's zone id, or a configured one.</summary>
    public static bool IsZone(string key, LintOptions options) =>
        key is Zone or DeprecatedZone or "topology.k8s.aws/zone-id" || options.ZoneKeys.Contains(key, StringComparer.Ordinal);

    /// <summary>Whether a label names a node's region.</summary>
    public static bool IsRegion(string key) => key is Region or DeprecatedRegion;

    /// <summary>Whether Kubernetes itself sets a label on nodes, or did so.</summary>
    public static bool IsWellKnown(string key) => key is Zone or Region or HostName or DeprecatedZone or DeprecatedRegion;

    /// <summary>The well-known key that was surely meant by one that no node carries; null where it may be right.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isKnown">Whether the user, or a node, says that nodes carry it.</param>
    public static string? MeantBy(string key, Func<string, bool> isKnown)
    {
        if (IsWellKnown(key) || isKnown(key)) return null;
        if (Mistaken.TryGetValue(key, out var meant) || Bare.TryGetValue(key, out meant)) return meant;
        return new[] { Zone, Region, DeprecatedZone, DeprecatedRegion }.FirstOrDefault(wellKnown => IsSlip(key, wellKnown)) is { } near
            ? Deprecated.TryGetValue(near, out var current) ? current : near
            : null;
    }

    // At most two letters wrong, missing, too many or swapped, and at most one of them in the last word: node is no slip of zone.
    private static bool IsSlip(string key, string wellKnown) =>
        Spelling.IsWithin(key, wellKnown, 2) && Spelling.IsWithin(LastWord(key), LastWord(wellKnown), 1);

    private static string LastWord(string key) => key.Substring(key.LastIndexOf('/') + 1);
}
