using KubeLint.Engine.Fixing;

namespace KubeLint.Engine.Reports;

/// <summary>Writes for people what was mended and what was not.</summary>
/// <param name="output">Where to.</param>
/// <param name="workingFolder">The full path that shown paths are relative to.</param>
/// <param name="usesColor">Whether the output understands ANSI colours.</param>
public sealed class FixText(TextWriter output, string workingFolder, bool usesColor)
{
    /// <summary>Writes it.</summary>
    /// <param name="result">What became of the findings.</param>
    /// <param name="isDryRun">Whether nothing is written.</param>
    public void Write(FixResult result, bool isDryRun)
    {
        var told = result.Fixed.Select(f => (f.Finding, Line: $"{Ansi.Colored(usesColor, "32", isDryRun ? "would fix" : "fixed")} {f.Finding.RuleId} {f.Title}"))
            .Concat(result.Left.Where(f => f.Reason is not null).Select(f => (f.Finding, Line: $"{Ansi.Colored(usesColor, "33", "not fixed")} {f.Finding.RuleId} {f.Finding.Message}\n      {f.Reason}")));
        foreach (var file in told.GroupBy(t => t.Finding.Place.File).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Ansi.Colored(usesColor, "1", ReportedFile.Shown(result.Report.Root, workingFolder, file.Key)));
            foreach (var (finding, line) in file) output.WriteLine($"  {finding.Place.Start.Line}:{finding.Place.Start.Column} {line}");
            output.WriteLine();
        }

        output.WriteLine(Summary(result, isDryRun));
    }

    /// <summary>What was done, in one line or two.</summary>
    public static string Summary(FixResult result, bool isDryRun)
    {
        var (refused, without) = (result.Left.Count(f => f.Reason is not null), result.Left.Where(f => f.Reason is null).ToList());
        var done = result.Fixed.Count == 0 ? "Nothing fixed"
            : $"{(isDryRun ? "Would fix" : "Fixed")} {TextReport.Many(result.Fixed.Count, "finding")} in {TextReport.Many(result.Files.Count, "file")}";
        var rules = without.GroupBy(f => f.Finding.RuleId).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()})");
        return done
            + (result.Gone > 0 && result.Fixed.Count > 0 ? $"; {result.Gone} more {(result.Gone == 1 ? "is" : "are")} gone with {(result.Fixed.Count == 1 ? "it" : "them")}" : "")
            + (refused > 0 ? $"; {refused} not fixed" : "")
            + (without.Count > 0 ? $"\nKubeLint has no fix for {string.Join(", ", rules)}; 'kubelint explain {without[0].Finding.RuleId}' tells what to do" : "");
    }
}
