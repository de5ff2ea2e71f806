using KubeLint.Engine;

namespace KubeLint.Build;

/// <summary>Which manifests a project has.</summary>
internal sealed class ManifestSources
{
    /// <summary>Finds them.</summary>
    /// <param name="project">The project's full path.</param>
    /// <param name="items">Full paths, and whether nobody but the default pattern named them.</param>
    /// <param name="roots">Full paths of the folders that the project names.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ManifestSources(string project, IEnumerable<(string Path, bool IsDefault)> items, IEnumerable<string> roots, CancellationToken cancellation)
    {
        var projects = new ProjectFolders(project);
        var folder = Path.GetDirectoryName(project)!;
        var found = new HashSet<string>(PathNames.Comparer);
        foreach (var (path, isDefault) in items)
            if (!isDefault || !projects.IsOfAnother(path, folder)) found.Add(path);

        var missing = new List<string>();
        foreach (var root in roots.Select(r => r.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)).Distinct(PathNames.Comparer))
        {
            if (!Directory.Exists(root))
            {
                missing.Add(root);
                continue;
            }

            var (files, unlisted) = ManifestDiscovery.Find([root], cancellation);
            found.UnionWith(files.Concat(unlisted).Where(path => !projects.IsOfAnother(path, root)));
        }

        Files = [.. found];
        MissingRoots = missing;
    }

    /// <summary>Full paths of all manifests, and of folders that can't be listed: they are one set.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Full paths of named folders that are not there.</summary>
    public IReadOnlyList<string> MissingRoots { get; }
}
