namespace KubeLint.Build;

/// <summary>Tells whose manifests are whose: those below a folder with a project in it belong to that project.</summary>
/// <param name="project">The full path of the project that asks.</param>
internal sealed class ProjectFolders(string project)
{
    private readonly Dictionary<string, bool> others = new(StringComparer.Ordinal);

    /// <summary>Whether a folder holds a project beside the one that asks.</summary>
    public bool HoldsAnother(string folder)
    {
        if (others.TryGetValue(folder, out var known)) return known;
        var found = Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.*proj").Any(file => IsProject(file) && !string.Equals(file, project, StringComparison.OrdinalIgnoreCase));
        others.Add(folder, found);
        return found;
    }

    /// <summary>Whether another project's folder stands between a file and a folder above it.</summary>
    public bool IsOfAnother(string file, string folder)
    {
        for (var at = Path.GetDirectoryName(file); at is not null && at.Length > folder.Length; at = Path.GetDirectoryName(at))
            if (HoldsAnother(at)) return true;
        return false;
    }

    // Of the patterns that MSBuild loads, those of languages; .vcxproj and .shproj hold no package.
    private static bool IsProject(string file) => Path.GetExtension(file).ToLowerInvariant() is ".csproj" or ".fsproj" or ".vbproj";
}
