namespace KubeLint.Build;

/// <summary>Tells whether a project can declare Kubernetes objects in code, with the types of KubernetesClient.</summary>
internal static class KubernetesModels
{
    private const string Library = "KubernetesClient";

    /// <summary>Whether a project references the types, by packages and projects in its assets file or by file.</summary>
    /// <param name="assetsFile">The full path of NuGet's project.assets.json, which need not be there.</param>
    /// <param name="references">File names or assembly names of direct references.</param>
    public static bool AreReferenced(string? assetsFile, IEnumerable<string> references)
    {
        if (references.Any(r => Path.GetFileName(r).StartsWith(Library, StringComparison.OrdinalIgnoreCase))) return true;
        try
        {
            // Libraries are keys as in "KubernetesClient/15.0.1" and "KubernetesClient.Models/12.0.16", direct ones and others.
            return assetsFile is { Length: > 0 } && File.Exists(assetsFile) && File.ReadAllText(assetsFile).IndexOf($"\"{Library}", StringComparison.OrdinalIgnoreCase) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not to know is not to say that there are none.
            return true;
        }
    }
}
