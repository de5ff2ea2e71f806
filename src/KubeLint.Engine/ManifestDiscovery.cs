namespace KubeLint.Engine;

/// <summary>Finds the files that may hold manifests.</summary>
public static class ManifestDiscovery
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".yaml", ".yml", ".json" };
    private static readonly string[] ProjectPatterns = ["*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>
    /// The files that paths name: a file itself, whatever its name; of a folder all .yaml, .yml and .json files and
    /// kustomizations below it, except what git ignores, hidden folders, node_modules, and bin and obj beside a project.
    /// Links to folders are not followed, so that no loop can catch the search.
    /// </summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Full paths in ordinal order, each once; folders that can't be listed are in <c>Unlisted</c>.</returns>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Unlisted) Find(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var unlisted = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) Walk(path, GitIgnore.For(path, PathNames.GitRoot(path)), found, unlisted, cancellation);
            else found.Add(path);
        }

        return ([.. found.OrderBy(f => f, StringComparer.Ordinal)], unlisted);
    }

    private static void Walk(string folder, GitIgnore? rules, HashSet<string> found, List<string> unlisted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unlisted.Add(folder);
            return;
        }

        bool? isProject = null;
        foreach (var entry in entries)
        {
            var isFolder = (entry.Attributes & FileAttributes.Directory) != 0;
            if (!isFolder)
            {
                if ((Extensions.Contains(entry.Extension) || entry.Name == "Kustomization") && !GitIgnore.Ignores(rules, entry.FullName, false)) found.Add(entry.FullName);
                continue;
            }

            if (entry.Name[0] == '.' || entry.Name == "node_modules" || (entry.Attributes & FileAttributes.ReparsePoint) != 0) continue;
            if (entry.Name is "bin" or "obj" && (isProject ??= ProjectPatterns.Any(p => Directory.EnumerateFiles(folder, p).Any()))) continue;
            if (GitIgnore.Ignores(rules, entry.FullName, true)) continue;
            Walk(entry.FullName, GitIgnore.Below(rules, entry.FullName), found, unlisted, cancellation);
        }
    }
}
