namespace KubeLint.Providers;

/// <summary>
/// Scaleway Kapsule's default StorageClass by version. Source: scaleway/docs-content multi-az-clusters.mdx: it waits for the
/// first consumer since 1.24.17, 1.25.13, 1.26.8, 1.27.5 and 1.28.1.
/// </summary>
public static class KapsuleStorage
{
    private static readonly Dictionary<int, int> FirstPatch = new() { [24] = 17, [25] = 13, [26] = 8, [27] = 5, [28] = 1 };

    /// <summary>Whether the default class of a version binds volumes before their pod has a zone; null where that depends on a patch that is not stated.</summary>
    /// <param name="version">The version, as <c>1.27.3</c>, <c>v1.27.3</c> or <c>1.27</c>.</param>
    public static bool? BindsImmediately(string version)
    {
        if (!Version.TryParse(version.TrimStart('v'), out var parsed) || parsed.Major != 1) return null;
        if (parsed.Minor < FirstPatch.Keys.Min()) return true;
        if (!FirstPatch.TryGetValue(parsed.Minor, out var patch)) return false;
        return parsed.Build < 0 ? null : parsed.Build < patch;
    }

    /// <summary>The first version of the same minor, or of the oldest that has one, whose default class waits.</summary>
    public static string FirstThatWaits(string version)
    {
        var minor = Version.TryParse(version.TrimStart('v'), out var parsed) && FirstPatch.ContainsKey(parsed.Minor) ? parsed.Minor : FirstPatch.Keys.Min();
        return $"1.{minor}.{FirstPatch[minor]}";
    }
}
