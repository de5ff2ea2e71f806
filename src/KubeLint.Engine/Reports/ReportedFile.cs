using KubeLint.Findings;
using KubeLint.Yaml;

namespace KubeLint.Engine.Reports;

/// <summary>The files that a report names: what they are called elsewhere, and what they hold.</summary>
internal static class ReportedFile
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>How a server that has the repository finds a file: relative to its root, or in full where it lies outside of it; null for standard input.</summary>
    public static string? Of(LintReport report, string path)
    {
        if (path == ManifestSource.InputName) return null;
        return IsWithinRoot(path) ? path : Full(report.Root, path);
    }

    /// <summary>The full path of a file, with forward slashes.</summary>
    public static string Full(string root, string path) => PathNames.Full(root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether a reported path lies below the report's root.</summary>
    public static bool IsWithinRoot(string path) => path != ".." && !path.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(path);

    /// <summary>How people are shown a file. A line may start with it.</summary>
    public static string Shown(string root, string workingFolder, string path) =>
        path == ManifestSource.InputName ? path : Visible.Path(PathNames.Shown(workingFolder, PathNames.Full(root, path)));

    /// <summary>The lines of a file without their ends; none where it can't be read again.</summary>
    public static string[] LinesOf(LintReport report, string path)
    {
        if (!report.Texts.TryGetValue(path, out var text))
        {
            try
            {
                var file = new FileInfo(PathNames.Full(report.Root, path));
                if (file.Exists && file.Length > FileReader.LargestFile) return [];
                var bytes = File.ReadAllBytes(file.FullName);
                text = ManifestText.Decode(bytes, bytes.Length, out _);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }

        return text.Replace("\r\n", "\n").Split(LineBreaks);
    }
}
