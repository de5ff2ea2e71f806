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
            return Reason(e);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Why it is as it was, for people; null where it is written.</returns>
    public string? Write(FixedFile file)
    {
        string? temporary = null;
        try
        {
            var path = RealPath.Of(file.Path!);
            if (written.TryGetValue(path, out var before) && before.AsSpan().SequenceEqual(file.After)) return null;
            if (WhyKept(path) is { } reason) return reason;
            if (!IsStill(path, file.Before)) return Changed;

            // Hidden, and with an ending that no search for manifests takes.
            temporary = Path.Combine(Path.GetDirectoryName(path)!, $".kubelint-{Guid.NewGuid():N}.tmp");
            using (var stream = create?.Invoke(temporary) ?? Create(temporary))
            {
                stream.Write(file.After);
                if (stream is FileStream disk) disk.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            if (!IsStill(path, file.Before)) return Changed;
            if (OperatingSystem.IsWindows()) File.Replace(temporary, path, null);
            else File.Move(temporary, path, overwrite: true);
            written[path] = file.After;
            return null;
        }
        // The runtime takes a file that the system finds too large for a wrong argument.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return "it can't be written: " + Reason(e);
        }
        finally
        {
            if (temporary is not null) Discard(temporary);
        }
    }

    // Until it has the old one's permissions no one else may read it.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    // A pipe has no length and would wait for ever.
    private static bool IsStill(string path, byte[] bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever keeps us from deleting it keeps it.
        }
    }

    // The runtime adds the path, which is that of a file that is gone.
    private static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "access is denied",
        ArgumentOutOfRangeException => "the file would be too large",
        _ => Visible.Text(e.Message.Split(" : '")[0].TrimEnd('.')),
    };
}
