using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Yaml;

namespace KubeLint.Engine.Reports;

/// <summary>Writes a report for people: by file, each finding with the line it is about, and a summary.</summary>
/// <param name="output">Where to.</param>
/// <param name="workingFolder">The full path that shown paths are relative to.</param>
/// <param name="usesColor">Whether the output understands ANSI colours.</param>
public sealed class TextReport(TextWriter output, string workingFolder, bool usesColor)
{
    private const int WidestLine = 160;
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>Writes a report.</summary>
    public void Write(LintReport report)
    {
        foreach (var file in report.Findings.GroupBy(f => f.Place.File))
        {
            output.WriteLine(Ansi.Colored(usesColor, "1", Visible.Text(Shown(report, file.Key))));
            var lines = LinesOf(report, file.Key);
            foreach (var finding in file) Write(finding, lines, report);
            output.WriteLine();
        }

        foreach (var note in report.Notes) output.WriteLine($"{Visible.Text(Shown(report, note.Place.File))}:{note.Place.Start.Line}: {note.Message}");
        output.WriteLine(Summary(report));
        if (report.Findings.FirstOrDefault(f => f.Object is not null) is { } first) output.WriteLine($"'kubelint explain {first.RuleId}' tells why it matters and what to do");
    }

    /// <summary>What was found, what was read and built, and what was passed over and why, in two lines.</summary>
    public static string Summary(LintReport report)
    {
        var counts = report.Counts;
        var (errors, warnings, infos) = (report.Count(Severity.Error), report.Count(Severity.Warning), report.Count(Severity.Info));
        var severities = new[]
        {
            errors > 0 ? Many(errors, "error") : null,
            warnings > 0 ? Many(warnings, "warning") : null,
            infos > 0 ? $"{infos} info" : null,
        }.OfType<string>();
        var found = report.Findings.Count == 0 ? "No findings" : $"{Many(report.Findings.Count, "finding")}: {string.Join(", ", severities)}";
        var passedOver = new[]
        {
            counts.PassedOver > 0 ? $"{counts.PassedOver} of kinds that no rule reads" : null,
            counts.Templates > 0 ? $"{Many(counts.Templates, "template")} (Helm and the like)" : null,
            counts.NoManifests > 0 ? $"{counts.NoManifests} that {(counts.NoManifests == 1 ? "is no manifest" : "are no manifests")}" : null,
            counts.Unreadable > 0 ? $"{counts.Unreadable} unreadable" : null,
        }.OfType<string>().ToList();
        return $"{found}\nRead {Many(counts.Read, "manifest")} in {Many(report.Files, "file")}{(report.Kustomizations > 0 ? $", built {Many(report.Kustomizations, "kustomization")}" : "")}"
            + (passedOver.Count > 0 ? $"; passed over: {string.Join(", ", passedOver)}" : "")
            + (report.Notes.Count > 0 ? $"; not judged: {Many(report.Notes.Count, "part")} of kustomizations" : "");
    }

    internal static string Many(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private void Write(ReportedFinding finding, string[] lines, LintReport report)
    {
        var (start, end) = (finding.Place.Start, finding.Place.End);
        var severity = finding.Severity.ToString().ToLowerInvariant();
        var color = finding.Severity switch { Severity.Error => "31", Severity.Warning => "33", _ => "36" };
        output.WriteLine($"  {start.Line}:{start.Column} {Ansi.Colored(usesColor, color, $"{severity} {finding.RuleId}")} {finding.Message}");
        if (start.Line <= lines.Length && lines[start.Line - 1].Trim().Length > 0) WriteExcerpt(lines[start.Line - 1], start.Line, start.Column - 1, end.Line == start.Line ? end.Column - 1 : int.MaxValue, color);
        foreach (var related in finding.Related)
        {
            var (path, place) = (related.Place.File, related.Place.Start);
            var file = path == finding.Place.File ? "" : Visible.Text(Shown(report, path)) + ":";
            output.WriteLine($"      {file}{place.Line}:{place.Column} {related.Message}");
        }
    }

    private void WriteExcerpt(string line, int number, int from, int to, string color)
    {
        // Long lines, as in one-line JSON, are cut around the place, and never within a surrogate pair.
        var skip = line.Length > WidestLine && from > WidestLine / 2 ? from - (WidestLine / 2) : 0;
        if (skip > 0 && char.IsLowSurrogate(line[skip])) skip--;
        var stop = Math.Min(skip + WidestLine, line.Length);
        if (stop < line.Length && char.IsLowSurrogate(line[stop])) stop--;
        var shown = line.Substring(skip, stop - skip).TrimEnd();
        (from, to) = (Math.Min(from - skip, shown.Length), Math.Min(to - skip, shown.Length));
        var before = (skip > 0 ? "…" : "") + Plain(shown.Substring(0, from));
        var marked = from < to ? Plain(shown.Substring(from, to - from)) : "";
        var after = Plain(shown.Substring(Math.Max(from, to))) + (stop < line.Length ? "…" : "");
        var margin = $"{number,6}";
        output.WriteLine($"{margin} | {before}{marked}{after}");
        output.WriteLine($"{new string(' ', margin.Length)} | {new string(' ', before.Length)}{Ansi.Colored(usesColor, color, new string('^', Math.Max(1, marked.Length)))}");
    }

    private static string Plain(string text) => Visible.Text(text.Replace('\t', ' '));

    /// <summary>How people are shown a file: the shorter of its names, /dev/fd/63 rather than ../../../dev/fd/63.</summary>
    internal static string Shown(string root, string workingFolder, string path)
    {
        if (path == ManifestSource.InputName) return path;
        var full = PathNames.Full(root, path);
        var relative = PathNames.Relative(workingFolder, full);
        return relative.Length <= full.Length ? relative : full;
    }

    private string Shown(LintReport report, string path) => Shown(report.Root, workingFolder, path);

    private static string[] LinesOf(LintReport report, string path)
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
