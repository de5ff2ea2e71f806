using KubeLint.Engine;

namespace KubeLint.Cli;

/// <summary>Where a path leads once every link on the way is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The full path without links. What is not there is taken as it is named.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var at = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(Parts(path[at.Length..]));
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..") at = Path.GetDirectoryName(at) ?? at;
            if (part is "." or "..") continue;
            var next = Path.Combine(at, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks) throw new IOException($"the links of '{path}' lead in a circle");
            var root = Path.GetPathRoot(target)!;
            if (root.Length > 0) at = root;
            foreach (var own in Parts(target[root.Length..])) rest.Push(own);
        }

        return at;
    }

    /// <summary>Whether a path is a folder or stands below it; both without links.</summary>
    public static bool IsWithin(string path, string folder) =>
        PathNames.Comparer.Equals(path, folder) || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, PathNames.Comparison);

    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
