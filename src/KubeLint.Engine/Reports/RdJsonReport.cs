using System.Text;
using KubeLint.Configuration;
using KubeLint.Rules;
using KubeLint.Syntax;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report in reviewdog's format, with fixes as suggestions. Lines and columns start at 1, columns count bytes of UTF-8,
/// ends are exclusive.
/// </summary>
public static class RdJsonReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        output.Write("{\n\"source\": ");
        output.Write(Object(("name", "\"KubeLint\""), ("url", RuleLinks.BrowserUrl(RuleLinks.RepositoryUrl) is { } url ? Quote(url) : null)));
        output.Write(",\n\"diagnostics\": ");
        WriteLines(output, report.Findings.GroupBy(f => f.Place.File).SelectMany(file =>
        {
            var lines = ReportedFile.LinesOf(report, file.Key);
            return file.Select(finding => Diagnostic(report, finding, lines));
        }));
        output.Write("\n}\n");
    }

    private static string Diagnostic(LintReport report, ReportedFinding finding, string[] lines)
    {
        var suggestions = Suggestions(finding).Select(change => Object(("range", Range(change.Place, lines)), ("text", Quote(change.NewText)))).ToList();
        var link = RuleCatalogue.FindById(finding.RuleId) is { } rule ? RuleLinks.To(rule) : null;
        return Object(
            // Reviewdog puts it into comments, which are Markdown.
            ("message", Quote(MarkdownText.Inline(finding.Message))),
            ("location", Location(report, finding.Place, lines)),
            ("severity", finding.Severity switch { Severity.Error => "\"ERROR\"", Severity.Warning => "\"WARNING\"", _ => "\"INFO\"" }),
            ("code", Object(("value", Quote(finding.RuleId)), ("url", link is null ? null : Quote(link)))),
            ("suggestions", suggestions.Count == 0 ? null : Array(suggestions)));
    }

    // Each is a whole fix, and one of them is to be taken. Reviewdog shows one comment for all, where the first one stands.
    private static IEnumerable<ReportedChange> Suggestions(ReportedFinding finding)
    {
        var changes = finding.Fixes.Where(f => f.Changes.Count == 1 && f.Changes[0].Place.File == finding.Place.File).Select(f => f.Changes[0]).ToList();
        return changes.Where(c => (c.Place.Start.Line, c.Place.End.Line) == (changes[0].Place.Start.Line, changes[0].Place.End.Line));
    }

    private static string Location(LintReport report, ReportedPlace place, string[] lines) =>
        Object(("path", Quote(ReportedFile.Of(report, place.File) ?? "stdin")), ("range", Range(place, lines)));

    private static string Range(ReportedPlace place, string[] lines) => Object(("start", Position(place.Start, lines)), ("end", Position(place.End, lines)));

    // Of a file that can't be read again the columns are left out: a wrong one would have people mend the wrong text.
    private static string Position(LinePosition position, string[] lines)
    {
        var line = position.Line <= lines.Length ? lines[position.Line - 1] : null;
        var column = line is null || position.Column > line.Length + 1 ? null : Number(1 + Encoding.UTF8.GetByteCount(line.ToCharArray(), 0, position.Column - 1));
        return Object(("line", Number(position.Line)), ("column", column));
    }
}
