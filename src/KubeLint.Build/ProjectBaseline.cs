using KubeLint.Engine;
using KubeLint.Engine.Gating;
using KubeLint.Engine.Reports;
using KubeLint.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KubeLint.Build;

/// <summary>The findings that a project has accepted, which its build leaves out.</summary>
/// <param name="name">The file, as the project names it; null or empty for none.</param>
/// <param name="path">The full path of the file.</param>
/// <param name="isWritten">Whether this build accepts what it finds.</param>
/// <param name="log">Tells what is wrong.</param>
/// <param name="messages">Tells what is only said.</param>
internal sealed class ProjectBaseline(string? name, string path, bool isWritten, FindingLog log, TaskLoggingHelper messages)
{
    private const string Remedy = "'dotnet build -p:KubeLintWriteBaseline=true' or 'kubelint check --write-baseline'";

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none that counts.</returns>
    public Baseline? Read()
    {
        try
        {
            if (name is { Length: > 0 }) return isWritten ? null : Baseline.Read(path, Remedy);
            if (isWritten) log.Tell("KubeLintWriteBaseline needs KubeLintBaseline, the file to write, as in -p:KubeLintBaseline=kubelint.baseline.json");
        }
        catch (IOException e)
        {
            log.Tell($"KubeLintBaseline '{name}' {e.Message}");
        }

        return null;
    }

    /// <summary>Writes it where that is asked for, and tells of it.</summary>
    /// <param name="report">All that counts in this build.</param>
    /// <returns>What is not accepted.</returns>
    public LintReport Update(LintReport report)
    {
        foreach (var line in report.LeftOut?.StaleLines(Remedy) ?? []) messages.LogMessage(MessageImportance.Normal, "{0}", line);
        if (!isWritten || name is not { Length: > 0 }) return report;
        var baseline = Baseline.Of(path, report);
        try
        {
            baseline.Write();
        }
        catch (IOException e)
        {
            log.Tell($"KubeLintBaseline '{name}' can't be written: {e.Message}");
            return report;
        }

        messages.LogMessage(MessageImportance.High, "{0}", $"{Visible.Text(path)} accepts {TextReport.Many(baseline.Known.Total, "finding")} from now on");
        return report with { Findings = baseline.RelativeTo(report.Root).NewAmong(report.Findings) };
    }
}
