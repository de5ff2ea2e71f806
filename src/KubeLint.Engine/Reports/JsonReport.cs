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
        WriteLines(output, report.Findings.Select(f => Object([.. Members(f)])));
        output.Write('\n');
    }

    /// <summary>The members of a finding.</summary>
    internal static IEnumerable<(string Name, string? Value)> Members(ReportedFinding finding) =>
    [
        ("rule", Quote(finding.RuleId)),
        ("severity", Quote(finding.Severity.ToString().ToLowerInvariant())),
        ("message", Quote(finding.Message)),
        ("file", Quote(finding.Place.File)),
        .. Members(finding.Place),
        ("apiVersion", Quote(finding.Object?.ApiVersion)),
        ("kind", Quote(finding.Object?.Kind)),
        ("namespace", Quote(finding.Object?.Namespace)),
        ("name", Quote(finding.Object?.Name)),
        ("path", Quote(finding.FieldPath)),
        ("fingerprint", Quote(finding.Fingerprint)),
    ];

    /// <summary>The members of a place in a file.</summary>
    internal static IEnumerable<(string Name, string? Value)> Members(ReportedPlace place) =>
    [
        ("line", Number(place.Start.Line)),
        ("column", Number(place.Start.Column)),
        ("endLine", Number(place.End.Line)),
        ("endColumn", Number(place.End.Column)),
    ];
}
