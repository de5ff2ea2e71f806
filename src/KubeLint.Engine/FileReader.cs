using System.Globalization;
using KubeLint.Configuration;
using KubeLint.Engine.Trees;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Terraform;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>A file as it was read.</summary>
/// <param name="Path">Its full path; null for standard input.</param>
/// <param name="Name">How reports call it.</param>
/// <param name="Options">What is configured for it.</param>
/// <param name="Content">What it holds.</param>
internal sealed record ReadFile(string? Path, string Name, LintOptions Options, ManifestFile Content)
{
    /// <summary>Its bytes, where they are kept: those of standard input, and where they are asked for those of files that declare something.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Whether it is what a template was rendered to: its lines are not those of the template, which no change of it would mend.</summary>
    public bool IsRendered { get; init; }

    /// <summary>What names its content, where that is asked for.</summary>
    public string? ContentId { get; init; }
}

/// <summary>Reads manifest files one after the other; what can't be read becomes a finding.</summary>
/// <param name="root">The full path that reported paths are relative to.</param>
/// <param name="optionsFor">What is configured for a file, by its full path.</param>
/// <param name="tree">Where the files are.</param>
/// <param name="keepsBytes">Whether to keep the bytes of files that declare something.</param>
/// <param name="contentId">Names the content of files, of so many bytes; null where that is not asked for.</param>
internal sealed class FileReader(string root, Func<string, LintOptions> optionsFor, IFileTree tree, bool keepsBytes = false, Func<byte[], int, string>? contentId = null)
{
    /// <summary>The size in bytes up to which files are read.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private readonly ManifestReader reader = new();
    private byte[] buffer = new byte[64 * 1024];

    /// <summary>Whether a file that is there could not be read.</summary>
    public bool HasMissed { get; private set; }

    public static Finding Unreadable(string path, string message, LintOptions options) =>
        new(HostRules.UnreadableManifest, new SourceSpan(new SourceFile(path, ""), 0, 0), message) { Severity = options.SeverityOf(HostRules.UnreadableManifest) };

    public ReadFile Read(string path)
    {
        var name = PathNames.Relative(root, path);
        var options = optionsFor(path);
        var length = 0;
        var content = Guard(name, options, () => IsPartOfModule(path) ? new ManifestFile([], [], [], new DocumentCounts(0, 1, 0, 0, 0)) : Load(path, name, options, out length) ?? Parse(name, options, buffer, length));
        return new ReadFile(path, name, options, content)
        {
            Bytes = keepsBytes && content.Documents.Count > 0 ? Copy(length) : null,
            ContentId = length > 0 ? contentId?.Invoke(buffer, length) : null,
        };
    }

    /// <summary>Reads a file as if it had other bytes, or what is no file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">The bytes, which are kept.</param>
    public ReadFile Reread(ReadFile file, byte[] bytes) =>
        file with { Content = Guard(file.Name, file.Options, () => Parse(file.Name, file.Options, bytes, bytes.Length)), Bytes = bytes };

    // A part of a module says too little: what is missing in it may be declared beside it, in a language that is not read yet.
    private bool IsPartOfModule(string path) =>
        TerraformReader.IsConfiguration(path) && tree.List(Path.GetDirectoryName(path)!).Any(e => !e.IsFolder && e.Name.EndsWith(".tf", PathNames.Comparison));

    private static ManifestFile Guard(string name, LintOptions options, Func<ManifestFile> read)
    {
        try
        {
            return read();
        }
        // A fault in one file must not take the other files' findings with it. Where code is missing, all files fail alike.
        catch (Exception e) when (!IsMissingCode(e))
        {
            var failed = Failed(name, $"KubeLint failed to read this file and passed it over: {e.GetType().Name}: {e.Message}; please report this with the file", options);
            return failed with { Problems = [.. failed.Problems.Select(p => p with { Rule = HostRules.RuleFailed, Severity = options.SeverityOf(HostRules.RuleFailed) })] };
        }
    }

    private ManifestFile Parse(string name, LintOptions options, byte[] bytes, int length)
    {
        var text = ManifestText.Decode(bytes, length, out var error);
        return TerraformReader.Accepts(name, text) ? TerraformReader.Read(name, text, options) : reader.Read(name, text, options, error);
    }

    // Fills the buffer, or says at once what is to be said of the file.
    private ManifestFile? Load(string path, string name, LintOptions options, out int length)
    {
        length = 0;
        try
        {
            using var stream = tree.Open(path);
            var size = stream.CanSeek ? stream.Length : 0;
            if (size > LargestFile)
                return MentionsManifest(stream) ? Failed(name, $"this file is {(size / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture)} MB large; KubeLint reads manifests of up to {LargestFile / 1048576} MB", options) : new ManifestFile([], [], [], new DocumentCounts(0, 0, 0, 1, 0));
            length = Fill(stream);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            HasMissed |= e is not (FileNotFoundException or DirectoryNotFoundException);
            return Failed(name, "this file can't be read: " + Reason(e), options);
        }
    }

    private static ManifestFile Failed(string name, string message, LintOptions options) =>
        new([], [], [Unreadable(name, message, options)], new DocumentCounts(0, 0, 0, 0, 1));

    private static bool IsMissingCode(Exception e) =>
        e is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException or MissingMemberException
        || (e is TypeInitializationException { InnerException: { } inner } && IsMissingCode(inner));

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it is not there, or a link that leads nowhere",
        UnauthorizedAccessException => "access is denied",
        _ => e.Message.TrimEnd('.'),
    };

    private static bool MentionsManifest(Stream stream)
    {
        using var lines = new StreamReader(stream, System.Text.Encoding.UTF8, true, 1 << 16, leaveOpen: true);
        var chunk = new char[1 << 20];
        var (hasVersion, hasKind) = (false, false);
        var rest = "";
        int count;
        while ((count = lines.ReadBlock(chunk, 0, chunk.Length)) > 0 && !(hasVersion && hasKind))
        {
            // A word may stand across the border of two chunks.
            var text = rest + new string(chunk, 0, count);
            rest = text.Substring(Math.Max(0, text.Length - "apiVersion".Length));
            hasVersion |= text.IndexOf("apiVersion", StringComparison.Ordinal) >= 0;
            hasKind |= text.IndexOf("kind", StringComparison.Ordinal) >= 0;
        }

        return hasVersion && hasKind;
    }

    private byte[] Copy(int length)
    {
        var copy = new byte[length];
        Array.Copy(buffer, copy, length);
        return copy;
    }

    private int Fill(Stream stream)
    {
        var length = 0;
        int count;
        while ((count = stream.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += count;
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }

        return length;
    }
}
