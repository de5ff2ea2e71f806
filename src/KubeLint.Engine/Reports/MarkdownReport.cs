using System.Text;
using KubeLint.Configuration;
using KubeLint.Rules;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report for a pull request's comment or a job's summary page: by file, in sections that fold. What is too long for a
/// comment is cut, the least grave first, and the report says so.
/// </summary>
public static class MarkdownReport
{
    /// <summary>What a bot finds its own comment by, to write it anew.</summary>
    public const string Marker = "<!-- kubelint -->";

    // GitHub takes 65,536 characters; the heading and the last lines take a part of them.
    private const int MostCharacters = 63_000;

    // What stands around the findings of a file, beside its name.
    private const int SectionCharacters = 60;

    private const int MostRelated = 10;

    /// <summary>Writes a report.</summary>
    /// <returns>What was left out, for people; null where all is there.</returns>
    public static string? Write(LintReport report, TextWriter output)
    {
        var summary = TextReport.Summary(report).Split('\n');
        output.Write($"{Marker}\n### KubeLint\n\n**{MarkdownText.Inline(summary[0])}**\n");
        var shown = Fitting(report);
        foreach (var file in shown.GroupBy(s => s.Finding.Place.File)) output.Write(Section(report, file.Key, file.Select(s => s.Line)));
        var left = report.Findings.Count - shown.Count;
        if (left > 0) output.Write($"\n**{left} more {(left == 1 ? "finding is" : "findings are")} not shown here**: a comment has room for these. The log, or another format, has them all.\n");
        foreach (var line in summary.Skip(1)) output.Write($"\n{MarkdownText.Inline(line)}\n");
        return left > 0 ? $"{TextReport.Many(left, "finding")} did not fit into a comment and {(left == 1 ? "was" : "were")} left out of the markdown report" : null;
    }

    private static string Section(LintReport report, string file, IEnumerable<string> lines) =>
        $"\n<details open><summary>{MarkdownText.Html(Name(report, file))}</summary>\n\n{string.Concat(lines)}\n</details>\n";

    // The gravest that fit, in their order again.
    private static List<(ReportedFinding Finding, string Line)> Fitting(LintReport report)
    {
        var room = MostCharacters;
        var opened = new HashSet<string>();
        return
        [
            .. report.Findings.Select((finding, i) => (Finding: finding, Line: Line(report, finding), Order: i)).OrderByDescending(f => f.Finding.Severity)
                .TakeWhile(f => (room -= f.Line.Length + (opened.Add(f.Finding.Place.File) ? MarkdownText.Html(Name(report, f.Finding.Place.File)).Length + SectionCharacters : 0)) >= 0)
                .OrderBy(f => f.Order).Select(f => (f.Finding, f.Line)),
        ];
    }

    private static string Line(LintReport report, ReportedFinding finding)
    {
        var rule = RuleCatalogue.FindById(finding.RuleId);
        var id = rule is not null && RuleLinks.To(rule) is { } link ? $"[{rule.Id}]({link})" : finding.RuleId;
        var text = new StringBuilder($"- **{finding.Severity.ToString().ToLowerInvariant()}** {id} in line {finding.Place.Start.Line}: {MarkdownText.Inline(finding.Message)}\n");
        foreach (var related in finding.Related.Take(MostRelated))
            text.Append($"  - {MarkdownText.Html(Name(report, related.Place.File))} line {related.Place.Start.Line}: {MarkdownText.Inline(related.Message)}\n");
        if (finding.Related.Count > MostRelated) text.Append($"  - and {finding.Related.Count - MostRelated} more places\n");
        return text.ToString();
    }

    private static string Name(LintReport report, string file) => ReportedFile.Of(report, file) ?? "standard input";
}
