using KubeLint.Engine.Trees;

namespace KubeLint.Engine;

/// <summary>Finds the files that may hold manifests.</summary>
public static class ManifestDiscovery
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".yaml", ".yml", ".json" };
    private static readonly HashSet<string> ProjectExtensions = new(StringComparer.OrdinalIgnoreCase) { ".csproj", ".fsproj", ".vbproj" };

    /// <summary>
    /// The files that paths name: a file itself, whatever its name; of a folder all .yaml, .yml and .json files and
    /// kustomizations below it, except what git ignores, hidden folders, node_modules, and bin and obj beside a project.
    /// Links to folders are not followed, so that no loop can catch the search.
    /// </summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Full paths in ordinal order, each once; folders that can't be listed are in <c>Unlisted</c>.</returns>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Unlisted) Find(IEnumerable<string> paths, CancellationToken cancellation = default) => Find(paths, DiskTree.Instance, cancellation);

    /// <summary>The same in a tree.</summary>
    internal static (IReadOnlyList<string> Files, IReadOnlyList<string> Unlisted) Find(IEnumerable<string> paths, IFileTree tree, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var unlisted = new List<string>();
        foreach (var path in paths)
        {
            if (tree.HasFolder(path)) Walk(tree, path, GitIgnore.For(path, PathNames.GitRoot(path), tree), found, unlisted, cancellation);

            // On the disk a path that leads nowhere is a finding; in a revision it is one that came later.
            else if (tree is DiskTree || tree.HasFile(path)) found.Add(path);
        }

        return ([.. found.OrderBy(f => f, StringComparer.Ordinal)], unlisted);
    }

    private static void Walk(IFileTree tree, string folder, GitIgnore? rules, HashSet<string> found, List<string> unlisted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        List<TreeEntry> entries;
        try
        {
            entries = [.. tree.List(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unlisted.Add(folder);
            return;
        }

        bool? isProject = null;
        foreach (var entry in entries)
        {
            if (!entry.IsFolder)
            {
                if ((Extensions.Contains(Path.GetExtension(entry.Name)) || entry.Name == "Kustomization") && !GitIgnore.Ignores(rules, entry.Path, false)) found.Add(entry.Path);
                continue;
            }

            if (entry.Name[0] == '.' || entry.Name == "node_modules" || entry.IsLink) continue;
            if (entry.Name is "bin" or "obj" && (isProject ??= entries.Any(e => !e.IsFolder && ProjectExtensions.Contains(Path.GetExtension(e.Name))))) continue;
            if (GitIgnore.Ignores(rules, entry.Path, true)) continue;
            Walk(tree, entry.Path, GitIgnore.Below(rules, entry.Path, tree), found, unlisted, cancellation);
        }
    }
}
