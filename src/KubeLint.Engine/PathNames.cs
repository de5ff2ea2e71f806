using System.Globalization;
using System.Text;

namespace KubeLint.Engine;

/// <summary>Names files the way reports and fingerprints want them.</summary>
public static class PathNames
{
    /// <summary>Compares paths as the system does: Windows takes <c>Deploy</c> and <c>deploy</c> for one.</summary>
    public static StringComparer Comparer { get; } = Comparison == StringComparison.Ordinal ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>How <see cref="Comparer"/> compares.</summary>
    public static StringComparison Comparison => Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path of a file relative to a folder, with forward slashes. Both must be full paths.</summary>
    public static string Relative(string folder, string path)
    {
        var from = Split(folder);
        var to = Split(path);
        var common = 0;
        while (common < from.Length && common < to.Length && Comparer.Equals(from[common], to[common])) common++;
        if (common == 0 && from.Length > 0 && to.Length > 0 && Path.DirectorySeparatorChar == '\\') return path.Replace('\\', '/');
        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>The full path of a file that <see cref="Relative"/> named.</summary>
    public static string Full(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));

    /// <summary>How people are shown a file: the shorter of its names, /dev/fd/63 rather than ../../../dev/fd/63.</summary>
    /// <param name="workingFolder">The full path of the folder that they are in.</param>
    /// <param name="full">The file's full path.</param>
    public static string Shown(string workingFolder, string full) => Relative(workingFolder, full) is var relative && relative.Length <= full.Length ? relative : full;

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

    /// <summary>A full path, with forward slashes, as a file URI.</summary>
    public static string FileUri(string path)
    {
        if (path.StartsWith("//", StringComparison.Ordinal)) return "file:" + RelativeUri(path);
        return path[0] == '/' ? "file://" + RelativeUri(path) : $"file:///{path.Substring(0, 2)}{RelativeUri(path.Substring(2))}";
    }

    /// <summary>A relative path, with forward slashes, as a relative reference of RFC 3986.</summary>
    public static string RelativeUri(string path)
    {
        // Uri.EscapeDataString escapes differently, and fails on half of a surrogate pair, on some runtimes.
        var result = new StringBuilder(path.Length + 8);
        foreach (var unit in Encoding.UTF8.GetBytes(path))
        {
            if (StaysInUri((char)unit)) result.Append((char)unit);
            else result.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    // What may stand in any segment of a path, and the slash between them.
    private static bool StaysInUri(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "/-._~!$&'()*+,;=@".IndexOf(c) >= 0;

    private static string[] Split(string path) => path.Split([Path.DirectorySeparatorChar, '/'], StringSplitOptions.RemoveEmptyEntries);
}
