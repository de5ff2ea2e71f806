using KubeLint.Configuration;
using KubeLint.Findings;

namespace KubeLint.Engine.Reports;

/// <summary>Writes a report for people: by file, each finding with the line it is about, and a summary.</summary>
/// <param name="output">Where to.</param>
/// <param name="workingFolder">The full path that shown paths are relative to.</param>
/// <param name="usesColor">Whether the output understands ANSI colours.</param>
public sealed class TextReport(TextWriter output, string workingFolder, bool usesColor)
{
    private const int WidestLine = 160;
    private const int MostNotes = 10;

    /// <summary>Writes a report.</summary>
    public void Write(LintReport report)
    {
        foreach (var file in report.Findings.GroupBy(f => f.Place.File))
        {
            output.WriteLine(Ansi.Colored(usesColor, "1", Shown(report, file.Key)));
            var lines = ReportedFile.LinesOf(report, file.Key);
            foreach (var finding in file) Write(finding, lines, report);
            output.WriteLine();
        }

        output.WriteLine(Summary(report, workingFolder));
        if (report.Findings.FirstOrDefault(f => f.Object is not null) is { } first) output.WriteLine($"'kubelint explain {first.RuleId}' tells why it matters and what to do");
    }

    /// <summary>What was found, what was read and built, and what was passed over and why.</summary>
    /// <param name="report">The report.</param>
    /// <param name="workingFolder">The full path that shown paths are relative to; by default the report's root.</param>
    public static string Summary(LintReport report, string? workingFolder = null)
    {
        var counts = report.Counts;
        var (errors, warnings, infos) = (report.Count(Severity.Error), report.Count(Severity.Warning), report.Count(Severity.Info));
        var severities = new[]
        {
            errors > 0 ? Many(errors, "error") : null,
            warnings > 0 ? Many(warnings, "warning") : null,
            infos > 0 ? $"{infos} info" : null,
        }.OfType<string>();
        var (kind, leftOut) = report.LeftOut is { } old ? ("new finding", $"{(old.Since is null ? "" : $" since {old.Since}")} ({old.Known} known {(old.Known == 1 ? "is" : "are")} not shown)") : ("finding", "");
        var found = report.Findings.Count > 0 ? $"{Many(report.Findings.Count, kind)}{leftOut}: {string.Join(", ", severities)}"
            : counts.Read == 0 ? "No findings, for no manifest was read" : $"No {kind}s{leftOut}";
        var passedOver = new[]
        {
            counts.PassedOver > 0 ? $"{counts.PassedOver} of kinds that no rule reads" : null,
            counts.Templates > 0 ? $"{Many(counts.Templates, "template")} (Helm and the like)" : null,
            counts.NoManifests > 0 ? $"{counts.NoManifests} that {(counts.NoManifests == 1 ? "is no manifest" : "are no manifests")}" : null,
            counts.Unreadable > 0 ? $"{counts.Unreadable} unreadable" : null,
        }.OfType<string>().ToList();
        return $"{found}\nRead {Many(counts.Read, "manifest")} in {Many(report.Files, "file")}{(report.Kustomizations > 0 ? $", built {Many(report.Kustomizations, "kustomization")}" : "")}"
            + (passedOver.Count > 0 ? $"; passed over: {string.Join(", ", passedOver)}" : "")
            + string.Concat(report.Notes.Take(MostNotes).Select(note => $"\n{ReportedFile.Shown(report.Root, workingFolder ?? report.Root, note.Place.File)}:{note.Place.Start.Line}: {note.Message}"))
            + (report.Notes.Count > MostNotes ? $"\n… and {report.Notes.Count - MostNotes} more like these" : "");
    }

    /// <summary>A number of things, for people.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them.</param>
    /// <param name="nouns">Several of them, where that takes more than an s.</param>
    public static string Many(int count, string noun, string? nouns = null) => $"{count} {(count == 1 ? noun : nouns ?? noun + "s")}";

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
            var file = path == finding.Place.File ? "" : Shown(report, path) + ":";
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
        var shown = line.Substring(skip, stop - skip).TrimEnd().Replace('\t', ' ');
        (from, to) = (Math.Min(from - skip, shown.Length), Math.Min(to - skip, shown.Length));
        var before = (skip > 0 ? "…" : "") + Visible.Part(shown, 0, from);
        var marked = from < to ? Visible.Part(shown, from, to) : "";
        var after = Visible.Part(shown, Math.Max(from, to), shown.Length) + (stop < line.Length ? "…" : "");
        var margin = $"{number,6}";
        output.WriteLine($"{margin} | {before}{marked}{after}");
        output.WriteLine($"{new string(' ', margin.Length)} | {new string(' ', before.Length)}{Ansi.Colored(usesColor, color, new string('^', Math.Max(1, marked.Length)))}");
    }

    private string Shown(LintReport report, string path) => ReportedFile.Shown(report.Root, workingFolder, path);
}
