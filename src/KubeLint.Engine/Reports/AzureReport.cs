using KubeLint.Configuration;
using KubeLint.Findings;

namespace KubeLint.Engine.Reports;

/// <summary>Writes a report as logging commands, which Azure Pipelines makes issues of. It knows errors and warnings alone: what is only a suggestion is a warning there.</summary>
public static class AzureReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        foreach (var finding in report.Findings.OrderByDescending(f => f.Severity)) output.Write(Command(report, finding) + "\n");
    }

    private static string Command(LintReport report, ReportedFinding finding)
    {
        var (place, file) = (finding.Place.Start, ReportedFile.Of(report, finding.Place.File));
        var source = file is null ? "" : $"sourcepath={Escaped(Visible.Path(file))};linenumber={place.Line};columnnumber={place.Column};";
        return $"##vso[task.logissue type={(finding.Severity == Severity.Error ? "error" : "warning")};{source}code={Escaped(finding.RuleId)};]{Escaped(finding.Message)}";
    }

    // As CommandStringConvertor of the agent takes them back.
    private static string Escaped(string text) =>
        Visible.Text(text).Replace("%", "%AZP25").Replace(";", "%3B").Replace("\r", "%0D").Replace("\n", "%0A").Replace("]", "%5D");
}
