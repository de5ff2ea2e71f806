namespace KubeLint.Engine;

/// <summary>Names files the way reports and fingerprints want them.</summary>
public static class PathNames
{
    /// <summary>The path of a file relative to a folder, with forward slashes. Both must be full paths.</summary>
    public static string Relative(string folder, string path)
    {
        var from = Split(folder);
        var to = Split(path);
        var common = 0;
        while (common < from.Length && common < to.Length && string.Equals(from[common], to[common], Comparison)) common++;
        if (common == 0 && from.Length > 0 && to.Length > 0 && Path.DirectorySeparatorChar == '\\') return path.Replace('\\', '/');
        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>The full path of a file that <see cref="Relative"/> named.</summary>
    public static string Full(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));

    /// <summary>The root of the git repository that holds a folder; null where there is none.</summary>
    public static string? GitRoot(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git)) return at.FullName;
        }

        return null;
    }

    private static StringComparison Comparison => Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string[] Split(string path) => path.Split([Path.DirectorySeparatorChar, '/'], StringSplitOptions.RemoveEmptyEntries);
}
