using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Rules;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as workflow commands, which GitHub Actions makes annotations of. Of each kind it shows the first ten of a
/// step, so that the gravest findings come first.
/// </summary>
public static class GitHubReport
{
    private const int MostShown = 10;

    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        foreach (var finding in report.Findings.OrderByDescending(f => f.Severity)) output.Write(Command(report, finding) + "\n");
        if (report.Findings.GroupBy(f => f.Severity).Any(kind => kind.Count() > MostShown))
            output.Write($"GitHub shows the first {MostShown} errors, warnings and notices of a step as annotations; this log has all {report.Findings.Count}\n");
    }

    private static string Command(LintReport report, ReportedFinding finding)
    {
        var kind = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var properties = Place(report, finding.Place).Append(("title", Title(finding.RuleId)));
        return $"::{kind} {string.Join(",", properties.Select(p => $"{p.Item1}={Property(p.Item2)}"))}::{Data(finding.Message)}";
    }

    private static IEnumerable<(string, string)> Place(LintReport report, ReportedPlace place)
    {
        // What came through a pipe stands in no file that GitHub could show.
        if (ReportedFile.Of(report, place.File) is not { } file) yield break;
        yield return ("file", Visible.Path(file));
        yield return ("line", JsonText.Number(place.Start.Line));

        // The runner drops columns where they belong to different lines. Behind a line break nothing is left of the stretch.
        var lastLine = place.End.Line > place.Start.Line && place.End.Column == 1 ? place.End.Line - 1 : place.End.Line;
        if (lastLine == place.Start.Line) yield return ("col", JsonText.Number(place.Start.Column));
        yield return ("endLine", JsonText.Number(lastLine));
        if (place.End.Line == place.Start.Line) yield return ("endColumn", JsonText.Number(place.End.Column));
    }

    private static string Title(string id) => RuleCatalogue.FindById(id) is { } rule ? $"{id} {rule.Name}" : id;

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");

    // As ActionCommand of GitHub's runner takes them back.
    private static string Data(string text) => Visible.Text(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");
}
