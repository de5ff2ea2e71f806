using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as a JSON array. Lines and columns start at 1, columns count UTF-16 units, ends are exclusive.
/// </summary>
public static class JsonReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        WriteLines(output, report.Findings.Select(Finding));
        output.Write('\n');
    }

    private static string Finding(ReportedFinding finding)
    {
        var (start, end) = (finding.Place.Start, finding.Place.End);
        return Object(
            ("rule", Quote(finding.RuleId)),
            ("severity", Quote(finding.Severity.ToString().ToLowerInvariant())),
            ("message", Quote(finding.Message)),
            ("file", Quote(finding.Place.File)),
            ("line", Number(start.Line)),
            ("column", Number(start.Column)),
            ("endLine", Number(end.Line)),
            ("endColumn", Number(end.Column)),
            ("apiVersion", Quote(finding.Object?.ApiVersion)),
            ("kind", Quote(finding.Object?.Kind)),
            ("namespace", Quote(finding.Object?.Namespace)),
            ("name", Quote(finding.Object?.Name)),
            ("path", Quote(finding.FieldPath)),
            ("fingerprint", Quote(finding.Fingerprint)));
    }
}
