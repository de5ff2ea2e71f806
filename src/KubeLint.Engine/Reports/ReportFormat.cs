namespace KubeLint.Engine.Reports;

/// <summary>A form in which reports are written.</summary>
/// <param name="Name">Its name, as users type it.</param>
/// <param name="Summary">What it is for, in a few words.</param>
/// <param name="Write">Writes a report; returns what it had to leave out, for people, else null.</param>
public sealed record ReportFormat(string Name, string Summary, Func<LintReport, ReportTarget, string?> Write)
{
    /// <summary>Whether it tells how findings can be mended; see <see cref="LintRequest.OffersFixes"/>.</summary>
    public bool OffersFixes { get; init; }

    /// <summary>All there are, those for people first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", "for people: by file, each finding with its line", Complete((report, target) => new TextReport(target.Output, target.WorkingFolder, target.UsesColor).Write(report))),
        new("markdown", "a pull request's comment, or a job's summary page", (report, target) => MarkdownReport.Write(report, target.Output)),
        new("json", "an array of findings, for scripts", Complete((report, target) => JsonReport.Write(report, target.Output))),
        new("sarif", "SARIF 2.1.0 with fixes, for code scanning and editors", (report, target) => SarifReport.Write(report, target.Output)) { OffersFixes = true },
        new("github", "annotations of GitHub Actions", Complete((report, target) => GitHubReport.Write(report, target.Output))),
        new("gitlab", "GitLab's Code Quality report", Complete((report, target) => GitLabReport.Write(report, target.Output))),
        new("azure", "issues of Azure Pipelines", Complete((report, target) => AzureReport.Write(report, target.Output))),
        new("junit", "JUnit XML, for whatever shows test results", Complete((report, target) => JUnitReport.Write(report, target.Output))),
        new("rdjson", "reviewdog's diagnostics with suggestions, for reviews", Complete((report, target) => RdJsonReport.Write(report, target.Output))) { OffersFixes = true },
    ];

    private static Func<LintReport, ReportTarget, string?> Complete(Action<LintReport, ReportTarget> write) => (report, target) =>
    {
        write(report, target);
        return null;
    };
}

/// <summary>Where a report is written.</summary>
/// <param name="Output">What takes it.</param>
/// <param name="WorkingFolder">The full path that paths are shown relative to, where people read them.</param>
/// <param name="UsesColor">Whether the output understands ANSI colours.</param>
public sealed record ReportTarget(TextWriter Output, string WorkingFolder, bool UsesColor);
