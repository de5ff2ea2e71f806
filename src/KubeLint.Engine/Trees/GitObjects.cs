using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KubeLint.Engine.Trees;

/// <summary>Reads objects of a repository, from one process of git for all of them.</summary>
/// <param name="git">Asks the repository.</param>
internal sealed class GitObjects(Git git) : IDisposable
{
    private const int LargestPointer = 1024;
    private static readonly Regex Pointer = new(@"\Aversion \S*git-lfs\S*\n(?:[^\n]*\n)*?oid sha256:(?<oid>[0-9a-f]{64})\n", RegexOptions.CultureInvariant);

    private readonly object gate = new();
    private readonly Lazy<string> largeFiles = new(() => Path.Combine(git.Folder, git.Run("rev-parse --git-common-dir").Output.Trim(), "lfs", "objects"));
    private Process? process;

    /// <summary>Why an object could not be read, for people; null where all could.</summary>
    public string? Fault { get; private set; }

    /// <summary>The name that git gives to the content of a file: a hash over its size and its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="like">Another name in the same repository, whose length tells which hash it is.</param>
    public static string IdOf(byte[] bytes, int length, string like)
    {
        using var hash = IncrementalHash.CreateHash(like.Length == 64 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {length.ToString(CultureInfo.InvariantCulture)}\0"));
        hash.AppendData(bytes, 0, length);
        return string.Concat(hash.GetHashAndReset().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads a file's content as a checkout gives it: where Git LFS has committed a pointer, what it points to, if that was fetched.</summary>
    /// <param name="id">The name of what is committed.</param>
    /// <exception cref="IOException">The repository lacks it; <see cref="Fault"/> says so too.</exception>
    public Stream ReadFile(string id)
    {
        var content = Read(id);
        if (content is not MemoryStream { Length: <= LargestPointer } few || Pointer.Match(Encoding.UTF8.GetString(few.ToArray())) is not { Success: true } pointer) return content;
        var large = pointer.Groups["oid"].Value;
        var file = Path.Combine(largeFiles.Value, large.Substring(0, 2), large.Substring(2, 2), large);
        return File.Exists(file) ? DiskTree.Instance.Open(file) : content;
    }

    /// <summary>Reads what is committed.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="IOException">The repository lacks it; <see cref="Fault"/> says so too.</exception>
    public Stream Read(string id)
    {
        lock (gate)
        {
            try
            {
                return Fault is null ? Ask(id) : throw new IOException(Fault);
            }
            catch (Exception e) when (e is IOException or FormatException or GitException)
            {
                Fault ??= e.Message;
                throw new IOException(Fault, e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is null) return;
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(1_000)) process.Kill();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }

    private Stream Ask(string id)
    {
        if (process is null)
        {
            process = git.Start("cat-file --batch");
            process.BeginErrorReadLine();
        }

        Git.Write(process, id + "\n");
        var output = process.StandardOutput.BaseStream;
        var answer = ReadLine(output).Split(' ');
        if (answer.Length != 3) throw new IOException($"needs the object {id}, which this clone lacks; fetch it with 'git fetch --refetch'");
        var size = long.Parse(answer[2], CultureInfo.InvariantCulture);
        var content = size <= FileReader.LargestFile ? (Stream)new MemoryStream((int)size) : new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        Copy(output, content, size);
        if (output.ReadByte() != '\n') throw new IOException("needs git, which has ended too early");
        content.Position = 0;
        return content;
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int c; (c = stream.ReadByte()) != '\n'; line.Append((char)c))
            if (c < 0) throw new IOException("needs git, which has ended too early");
        return line.ToString();
    }

    private static void Copy(Stream from, Stream to, long count)
    {
        var buffer = new byte[1 << 16];
        while (count > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0) throw new IOException("needs git, which has ended too early");
            to.Write(buffer, 0, read);
            count -= read;
        }
    }
}
