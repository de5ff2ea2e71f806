using System.Globalization;
using System.Runtime.ExceptionServices;
using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Engine;

/// <summary>What a run is asked to lint.</summary>
/// <param name="WorkingFolder">The full path that relative paths start from.</param>
/// <param name="Paths">Files and folders.</param>
public sealed record LintRequest(string WorkingFolder, IReadOnlyList<string> Paths)
{
    /// <summary>Text to lint beside the files, as from standard input; null for none.</summary>
    public byte[]? Input { get; init; }

    /// <summary>
    /// Whether more is declared where KubeLint does not look, as in C# beside YAML; see <see cref="ResourceSet.IsOpen"/>.
    /// Asked only when files are read.
    /// </summary>
    public Func<bool>? IsOpen { get; init; }

    /// <summary>Full paths of further files that what the request says was taken from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What else the request was taken from, as text; a report that is kept counts for the same text only.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The full path of a file that keeps the report for the next run; null for none. Paths alone are kept so, not <see cref="Input"/>.</summary>
    public string? CacheFile { get; init; }

    /// <summary>Told of the number of files read, and of all, now and then.</summary>
    public Action<int, int>? Progress { get; init; }
}

/// <summary>What a run found.</summary>
/// <param name="Root">The full path that the files' paths are relative to: the git root, else the working folder.</param>
/// <param name="Findings">The findings in source order.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Counts">What became of their documents.</param>
public sealed record LintReport(string Root, IReadOnlyList<ReportedFinding> Findings, int Files, DocumentCounts Counts)
{
    /// <summary>Why the files were linted, for people; null where nothing has changed since the report was made.</summary>
    public string? Reason { get; init; }

    /// <summary>Text that can't be read again, by path.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>How many findings there are of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}

/// <summary>From files to a report.</summary>
public static class LintRun
{
    /// <summary>How reports call standard input.</summary>
    public const string InputName = "<stdin>";

    /// <summary>The size in bytes up to which files are read.</summary>
    internal const int LargestFile = 64 * 1024 * 1024;

    private const int FewFiles = 8;

    /// <summary>Runs.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LintReport Execute(LintRequest request, CancellationToken cancellation = default)
    {
        var paths = request.Paths.Select(p => Path.GetFullPath(Path.Combine(request.WorkingFolder, p))).ToList();
        var (started, reason) = (DateTime.UtcNow, (string?)"no report is kept");
        var root = PathNames.GitRoot(paths.Count > 0 && Directory.Exists(paths[0]) ? paths[0] : paths.Count > 0 ? Path.GetDirectoryName(paths[0])! : request.WorkingFolder) ?? request.WorkingFolder;
        var (files, unlisted) = ManifestDiscovery.Find(paths, cancellation);
        var cache = request.CacheFile is { } kept ? new ReportCache(kept, root, files, unlisted, request.Sources, request.Variant) : null;
        if (cache?.Load(out reason) is { } known) return known;
        var configuration = new ConfigurationChain(root);
        var read = new ManifestFile[files.Count];
        var next = -1;
        var done = 0;
        var missed = false;

        // Each reader works to the end: a new one would start without the strings that the files share.
        void ReadFiles()
        {
            var reader = new FileReader(root, configuration);
            for (int i; !cancellation.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < files.Count;)
            {
                read[i] = reader.Read(files[i]);
                request.Progress?.Invoke(Interlocked.Increment(ref done), files.Count);
            }

            if (reader.HasMissed) Volatile.Write(ref missed, true);
        }

        // A few files are read before other threads have started. Readers stop by themselves: Parallel fails with
        // something else where it is stopped while it starts them.
        if (files.Count < FewFiles) ReadFiles();
        else InParallel(ReadFiles);
        cancellation.ThrowIfCancellationRequested();

        var results = read.ToList();
        var texts = new Dictionary<string, string>();
        if (request.Input is { } input)
        {
            var options = configuration.OptionsFor(Path.Combine(request.WorkingFolder, "stdin.yaml"));
            results.Add(new FileReader(root, configuration).Read(InputName, options, input, input.Length));
            texts.Add(InputName, ManifestText.Decode(input, input.Length, out _));
        }

        var set = new ResourceSet(results.SelectMany(r => r.Documents).SelectMany(Resource.ReadAll), request.IsOpen?.Invoke() == true);
        var findings = new Linter().Lint(new Inventory(set), results.SelectMany(r => r.Suppressions), results.SelectMany(r => r.Problems), cancellation)
            .Concat(unlisted.Select(folder => FileReader.Unreadable(PathNames.Relative(root, folder), "this folder can't be listed", configuration.OptionsFor(folder))))
            .Concat(configuration.Problems)
            .Where(f => f.Severity != Severity.None);
        var counts = results.Aggregate(default(DocumentCounts), (sum, r) => sum + r.Counts);
        var report = new LintReport(root, ReportedFinding.From(Linter.InSourceOrder(findings)), results.Count, counts) { Reason = reason, Texts = texts };

        // What can't be read now may be readable the next time, and its size and time will not tell.
        if (!missed && !configuration.HasMissed) cache?.Save(report, configuration.LookedFor, started);
        return report;
    }

    private static void InParallel(Action work)
    {
        try
        {
            Parallel.Invoke([.. Enumerable.Repeat(work, Environment.ProcessorCount)]);
        }
        catch (AggregateException e)
        {
            // Each has failed for the same reason, most likely.
            ExceptionDispatchInfo.Capture(e.InnerExceptions[0]).Throw();
        }
    }

    private sealed class FileReader(string root, ConfigurationChain configuration)
    {
        private readonly ManifestReader reader = new();
        private byte[] buffer = new byte[64 * 1024];

        /// <summary>Whether a file that is there could not be read.</summary>
        public bool HasMissed { get; private set; }

        public static Finding Unreadable(string path, string message, LintOptions options) =>
            new(HostRules.UnreadableManifest, new SourceSpan(new SourceFile(path, ""), 0, 0), message) { Severity = options.SeverityOf(HostRules.UnreadableManifest) };

        public ManifestFile Read(string path)
        {
            var name = PathNames.Relative(root, path);
            var options = configuration.OptionsFor(path);
            try
            {
                return Load(path, name, options, out var length) ?? Read(name, options, buffer, length);
            }
            // A fault in one file must not take the other files' findings with it. Where code is missing, all files fail alike.
            catch (Exception e) when (!IsMissingCode(e))
            {
                var failed = Failed(name, $"KubeLint failed to read this file and passed it over: {e.GetType().Name}: {e.Message}; please report this with the file", options);
                return failed with { Problems = [.. failed.Problems.Select(p => p with { Rule = HostRules.RuleFailed, Severity = options.SeverityOf(HostRules.RuleFailed) })] };
            }
        }

        public ManifestFile Read(string name, LintOptions options, byte[] bytes, int length)
        {
            var text = ManifestText.Decode(bytes, length, out var error);
            return reader.Read(name, text, options, error);
        }

        // Fills the buffer, or says at once what is to be said of the file.
        private ManifestFile? Load(string path, string name, LintOptions options, out int length)
        {
            length = 0;
            try
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
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
}
