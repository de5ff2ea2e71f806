using KubeLint.Configuration;
using KubeLint.Findings;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as GitLab's Code Quality takes it, an array of issues. GitLab compares branches by fingerprints, and makes
/// one issue of two that have the same: ours do not move with lines, and are all different.
/// </summary>
public static class GitLabReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        WriteLines(output, report.Findings.Select(f => Issue(report, f)));
        output.Write('\n');
    }

    private static string Issue(LintReport report, ReportedFinding finding) => Object(
        ("description", Quote(Visible.Text(finding.Message))),
        ("check_name", Quote(finding.RuleId)),
        ("fingerprint", Quote(finding.Fingerprint)),
        ("severity", finding.Severity switch { Severity.Error => "\"critical\"", Severity.Warning => "\"major\"", _ => "\"info\"" }),
        ("location", Object(
            ("path", Quote(ReportedFile.Of(report, finding.Place.File) ?? "stdin")),
            ("lines", Object(("begin", Number(finding.Place.Start.Line)), ("end", Number(finding.Place.End.Line)))))));
}
