using KubeLint.Engine;
using KubeLint.Engine.Fixing;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary>
/// Replaces files: at any moment a file is the old or the new one as a whole. A link stays a link, and its target is
/// replaced; a file keeps its permissions. As every replacement, it parts the names of a file that has several (hard links).
/// </summary>
/// <param name="roots">The full paths that the user named; nothing outside of them is written.</param>
/// <param name="create">Creates the file that takes the old one's place; by default on the disk.</param>
internal sealed class FileWriter(IEnumerable<string> roots, Func<string, Stream>? create = null)
{
    private const string Changed = "it has changed since it was read, and was left as it is; run this again";

    // Of a named file only what stands beside it is taken to be meant, should it be a link.
    private readonly List<string> folders = [.. roots.Select(r => RealPath.Of(Directory.Exists(r) ? r : Path.GetDirectoryName(r)!)).Distinct()];
    private readonly Dictionary<string, byte[]> written = new(PathNames.Comparer);

    /// <summary>Why a file must not be written, for people; null where it may be.</summary>
    /// <param name="path">Its full path.</param>
    public string? WhyKept(string path)
    {
        try
        {
            var real = RealPath.Of(path);
            if (!folders.Any(f => RealPath.IsWithin(real, f))) return $"this is a link to {Visible.Text(real)}, which is outside of what was named; name that file itself";
            return new FileInfo(real) is { Exists: true, IsReadOnly: true } ? "this file is read-only" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return AtomicFile.Reason(e);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Why it is as it was, for people; null where it is written.</returns>
    public string? Write(FixedFile file)
    {
        try
        {
            var path = RealPath.Of(file.Path!);
            if (written.TryGetValue(path, out var before) && before.AsSpan().SequenceEqual(file.After)) return null;
            if (WhyKept(path) is { } reason) return reason;
            if (!IsStill(path, file.Before) || !AtomicFile.Replace(path, new(file.After), () => IsStill(path, file.Before), create)) return Changed;
            written[path] = file.After;
            return null;
        }
        catch (Exception e) when (AtomicFile.IsFault(e))
        {
            return "it can't be written: " + AtomicFile.Reason(e);
        }
    }

    // A pipe has no length and would wait for ever.
    private static bool IsStill(string path, byte[] bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
}
