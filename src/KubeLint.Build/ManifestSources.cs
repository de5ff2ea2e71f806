using KubeLint.Engine;

namespace KubeLint.Build;

/// <summary>Which manifests a project has, and which of them others may have too.</summary>
internal sealed class ManifestSources
{
    private readonly Dictionary<string, List<string>> shared = new(StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    /// <param name="project">The project's full path.</param>
    /// <param name="items">Full paths, and whether nobody but the default pattern named them.</param>
    /// <param name="roots">Full paths of the folders that the project names.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ManifestSources(string project, IEnumerable<(string Path, bool IsDefault)> items, IEnumerable<string> roots, CancellationToken cancellation)
    {
        var projects = new ProjectFolders(project);
        var folder = Path.GetDirectoryName(project)!;
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, isDefault) in items)
        {
            if (isDefault && projects.IsOfAnother(path, folder)) continue;
            own.Add(path);
            if (isDefault && projects.HoldsAnother(folder)) Share(folder, path);
        }

        var missing = new List<string>();
        foreach (var root in roots.Select(r => r.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)).Distinct(StringComparer.Ordinal))
        {
            if (!Directory.Exists(root))
            {
                missing.Add(root);
                continue;
            }

            var (files, unlisted) = ManifestDiscovery.Find([root], cancellation);
            foreach (var path in files.Concat(unlisted))
                if (!projects.IsOfAnother(path, root) && own.Add(path)) Share(root, path);
        }

        Files = [.. own];
        MissingRoots = missing;
    }

    /// <summary>Full paths of all manifests, and of folders that can't be listed: they are one set, whoever tells of them.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Full paths of named folders that are not there.</summary>
    public IReadOnlyList<string> MissingRoots { get; }

    /// <summary>The manifests of folders that another project of this build has taken.</summary>
    /// <param name="take">Takes a folder, or says that another one has it.</param>
    public ISet<string> SharedFiles(Func<string, bool> take) => new HashSet<string>(shared.Where(s => !take(s.Key)).SelectMany(s => s.Value), StringComparer.Ordinal);

    private void Share(string folder, string path)
    {
        if (!shared.TryGetValue(folder, out var files)) shared.Add(folder, files = []);
        files.Add(path);
    }
}
