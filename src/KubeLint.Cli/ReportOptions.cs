using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using KubeLint.Engine;
using KubeLint.Engine.Reports;
using KubeLint.Findings;
using KubeLint.Syntax;
using Microsoft.Win32.SafeHandles;

namespace KubeLint.Cli;

/// <summary>How <c>kubelint check</c> writes what it found: in one form or several, each to standard output or to its file.</summary>
internal sealed class ReportOptions
{
    private const string StandardOutput = "-";
    private const nint StandardOutputHandle = 1;

    private static readonly ReportFormat ForPeople = ReportFormat.All[0];

    private readonly Option<string[]> format = new("--format")
    {
        HelpName = "NAME[=FILE]",
        Description = $"How to write the findings, and the file to write them to instead of standard output. Repeated, or with commas, they are written in several forms. {string.Join("; ", ReportFormat.All.Select(f => $"{f.Name}: {f.Summary}"))}.",
        DefaultValueFactory = _ => [ForPeople.Name],
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        format.CompletionSources.Add(_ => ReportFormat.All.Select(f => new CompletionItem(f.Name)));
        format.Validators.Add(result =>
        {
            _ = Asked([.. result.Tokens.Select(t => t.Value)], out var problem);
            if (problem is not null) result.AddError(problem);
        });
        command.Options.Add(format);
    }

    /// <summary>Whether what is asked for tells how findings can be mended.</summary>
    public bool OffersFixes(ParseResult parsed) => Asked(parsed).Any(a => a.Format.OffersFixes);

    /// <summary>Writes a report as it was asked for, and says for people what could not be written.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="report">The report.</param>
    /// <param name="workingFolder">The full path that paths are shown relative to.</param>
    /// <returns>Whether all is written.</returns>
    public bool Write(ParseResult parsed, LintReport report, string workingFolder)
    {
        var asked = Asked(parsed);
        var isWritten = true;
        foreach (var (format, file) in asked)
        {
            var bytes = Rendered(format, report, workingFolder, file is null && Terminal.UsesColor);
            try
            {
                if (file is null) WriteToStandardOutput(bytes, format == ReportFormat.All[0]);
                else WriteToFile(Path.GetFullPath(file, workingFolder), bytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"kubelint: {(file is null ? "standard output" : $"'{Visible.Text(file)}'")} can't be written: {AtomicFile.Reason(e)}");
                isWritten = false;
            }
        }

        if (!asked.Any(a => a.File is null && a.Format == ForPeople)) Console.Error.WriteLine(TextReport.Summary(report, workingFolder));
        return isWritten;
    }

    // A report is whole before a byte of it is written.
    private static ArraySegment<byte> Rendered(ReportFormat format, LintReport report, string workingFolder, bool usesColor)
    {
        using var bytes = new MemoryStream();
        using (var output = new StreamWriter(bytes, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
        {
            if (format.Write(report, new ReportTarget(output, workingFolder, usesColor)) is { } missing) Console.Error.WriteLine($"kubelint: {missing}");
        }

        return new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    // People who have left early, as with | head, have read enough, and the console's own stream says nothing of it. A program
    // that has left early has half a report.
    private static void WriteToStandardOutput(ArraySegment<byte> bytes, bool isForPeople)
    {
        using var output = isForPeople ? Console.OpenStandardOutput() : PipeOut() ?? Console.OpenStandardOutput();
        output.Write(bytes);
    }

    // Only of what can't be sought: a stream of its own would write over what others write to the same file.
    private static FileStream? PipeOut()
    {
        if (OperatingSystem.IsWindows()) return null;
        var stream = new FileStream(new SafeFileHandle(StandardOutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!stream.CanSeek) return stream;
        stream.Dispose();
        return null;
    }

    private static void WriteToFile(string path, ArraySegment<byte> bytes)
    {
        // Steps of a job share it: what they wrote before stays.
        var shared = Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY");
        if (!string.IsNullOrEmpty(shared) && PathNames.Comparer.Equals(Path.GetFullPath(shared), path)) AtomicFile.Append(path, bytes);
        else AtomicFile.Write(path, bytes);
    }

    private IReadOnlyList<(ReportFormat Format, string? File)> Asked(ParseResult parsed) => Asked(parsed.GetValue(format)!, out _);

    private static List<(ReportFormat Format, string? File)> Asked(IReadOnlyList<string> values, out string? problem)
    {
        var asked = new List<(ReportFormat Format, string? File)>();
        problem = null;
        foreach (var value in values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)))
        {
            var equals = value.IndexOf('=');
            var (name, file) = equals < 0 ? (value, null) : (value[..equals].TrimEnd(), value[(equals + 1)..].TrimStart());
            if (file == StandardOutput) file = null;
            if (ReportFormat.All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known) asked.Add((known, file));
            else problem ??= NoSuchFormat(name);
            if (file?.Length == 0) problem ??= $"--format {name}= names no file; write it as in --format {name}=report.{name}, or {name} alone for standard output";
        }

        problem ??= Conflict(asked);
        return asked;
    }

    private static string NoSuchFormat(string name)
    {
        var names = ReportFormat.All.Select(f => f.Name).ToList();
        return $"'{Visible.Text(name)}' is no format;{(Spelling.Nearest(name, names) is { } near ? $" did you mean {near}?" : "")} there are {string.Join(", ", names)}";
    }

    private static string? Conflict(IReadOnlyList<(ReportFormat Format, string? File)> asked)
    {
        var output = asked.Where(a => a.File is null).Select(a => a.Format.Name).ToList();
        if (output.Count > 1) return $"--format {output[0]} and {output[1]} would both go to standard output; name a file for one of them, as in {output[1]}=report.{output[1]}";
        var shared = asked.Where(a => a.File is not null).GroupBy(a => Path.GetFullPath(a.File!), PathNames.Comparer).FirstOrDefault(g => g.Count() > 1);
        return shared is null ? null : $"--format {string.Join(" and ", shared.Select(a => a.Format.Name))} would both be written to '{Visible.Text(shared.First().File!)}'; name a file for each";
    }
}
