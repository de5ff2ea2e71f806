using KubeLint.Engine;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

/// <summary>Plans as KubeLint sees them where they are written.</summary>
internal static class Linted
{
    /// <summary>All findings of all severities.</summary>
    public static IReadOnlyList<ReportedFinding> Find(IReadOnlyList<PlannedFile> files)
    {
        using var folder = new TempFolder();
        new PlanFolder(folder.Path).Write(files);
        return LintRun.Execute(new LintRequest(folder.Path, ["."])).Findings;
    }

    /// <summary>One line each.</summary>
    public static string Lines(IEnumerable<ReportedFinding> findings) => string.Join("\n", findings.Select(f => $"{f.RuleId} {f.Place.File}: {f.Message}"));
}
