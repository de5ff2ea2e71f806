using System.Text;
using KubeLint.Findings;

namespace KubeLint.Engine;

/// <summary>
/// Writes files so that at any moment a file is the old or the new one as a whole, whether the process is killed or the disk is full.
/// </summary>
public static class AtomicFile
{
    /// <summary>What the runtime gives for the attributes of what is not there.</summary>
    private const FileAttributes Missing = (FileAttributes)(-1);

    private static readonly string[] DeviceFolders = ["/dev/", "/proc/", @"\\.\"];

    /// <summary>
    /// Writes a file, and creates its folder where that is missing. A file keeps its permissions. What is no common file, a
    /// link, a pipe or a device such as <c>/dev/stdout</c>, is written as it stands, and not in one step.
    /// </summary>
    /// <param name="path">Its full path.</param>
    /// <param name="bytes">What it shall hold.</param>
    /// <exception cref="IOException">It could not be written, and a common file is as it was; the message says why, for people.</exception>
    public static void Write(string path, ArraySegment<byte> bytes)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            if (File.Exists(folder)) throw new IOException("it would be in a folder, and a file has that folder's name");
            Directory.CreateDirectory(folder);
            using var standing = OpenAsItStands(path);
            if (standing is null)
            {
                Replace(path, bytes);
                return;
            }

            if (standing.CanSeek && standing.Length > 0) standing.SetLength(0);
            standing.Write(bytes.Array!, bytes.Offset, bytes.Count);
            standing.Flush();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new IOException(Reason(e), e);
        }
    }

    /// <summary>Adds to the end of a file, as <see cref="Write"/> writes it.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="bytes">What comes behind what it holds; on a line of its own.</param>
    /// <exception cref="IOException">It could not be written; see <see cref="Write"/>.</exception>
    public static void Append(string path, ArraySegment<byte> bytes)
    {
        byte[] before;
        try
        {
            before = File.Exists(path) ? File.ReadAllBytes(path) : [];
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new IOException(Reason(e), e);
        }

        var between = before.Length == 0 || before[before.Length - 1] == '\n' ? "" : "\n";
        Write(path, new([.. before, .. Encoding.UTF8.GetBytes(between), .. bytes]));
    }

    /// <summary>Puts a new file in the place of an old one, or where there is none. It keeps the old one's permissions.</summary>
    /// <param name="path">The full path of a file that is no link.</param>
    /// <param name="bytes">What it shall hold.</param>
    /// <param name="isStillMeant">Asked when the new file is whole and the old one still stands; null where nothing can hinder.</param>
    /// <param name="open">Opens the file that takes the old one's place; by default on the disk.</param>
    /// <param name="outlastsPowerLoss">Whether to wait until the disk has it.</param>
    /// <returns>Whether it was meant.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing it is forbidden.</exception>
    public static bool Replace(string path, ArraySegment<byte> bytes, Func<bool>? isStillMeant = null, Func<string, Stream>? open = null, bool outlastsPowerLoss = true)
    {
        // Hidden, and with an ending that no search for manifests takes.
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".kubelint-{Guid.NewGuid():N}.tmp");
        try
        {
            // A copy has the permissions of its original from the start: no one may read it who might not read that.
            var isThere = File.Exists(path);
            if (isThere) File.Copy(path, temporary);
            using (var stream = open?.Invoke(temporary) ?? new FileStream(temporary, isThere ? FileMode.Truncate : FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes.Array!, bytes.Offset, bytes.Count);
                if (outlastsPowerLoss && stream is FileStream disk) disk.Flush(flushToDisk: true);
            }

            if (isStillMeant?.Invoke() == false) return false;
            if (File.Exists(path)) File.Replace(temporary, path, null);
            else File.Move(temporary, path);
            return true;
        }
        finally
        {
            Discard(temporary);
        }
    }

    /// <summary>Whether a fault is one of files, rather than of the program.</summary>
    // The runtime takes a file that the system finds too large for a wrong argument, as it does a path that none can have.
    public static bool IsFault(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>What went wrong with a file, for people, without its path.</summary>
    public static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "access is denied",
        ArgumentOutOfRangeException => "the file would be too large",
        PathTooLongException => "its name is too long",

        // The runtime adds the path, which may be that of a file that is gone.
        _ => Visible.Text(e.Message.Split([" : '"], StringSplitOptions.None)[0].TrimEnd('.')),
    };

    /// <summary>Opens a file that must stay the one it is; null where a new one may take its place.</summary>
    /// <exception cref="UnauthorizedAccessException">It must not be written, wherefore it must not be replaced either.</exception>
    private static FileStream? OpenAsItStands(string path)
    {
        var info = new FileInfo(path);
        if (info.Attributes == Missing) return null;
        if ((info.Attributes & FileAttributes.Directory) != 0) throw new IOException("it is a folder");
        var isLink = (info.Attributes & FileAttributes.ReparsePoint) != 0;
        var isDevice = info.Length == 0 && DeviceFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        if (isLink || isDevice || !stream.CanSeek) return stream;
        stream.Dispose();
        return null;
    }

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
}
