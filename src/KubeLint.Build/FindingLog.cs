using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Findings;
using KubeLint.Rules;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KubeLint.Build;

/// <summary>Logs findings as the compiler logs its own: errors, warnings, and messages for what is only a suggestion.</summary>
/// <param name="log">MSBuild's log.</param>
/// <param name="engine">MSBuild, which may make errors of warnings.</param>
/// <param name="switches">What the project makes of severities.</param>
/// <param name="project">The project's full path.</param>
/// <param name="hasFullPaths">Whether to name files by full paths, or by paths relative to the project.</param>
internal sealed class FindingLog(TaskLoggingHelper log, IBuildEngine engine, CompilerSwitches switches, string project, bool hasFullPaths)
{
    /// <summary>Logs a finding, whose severity is that of this build.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="root">The full path that its file is relative to.</param>
    public void Tell(ReportedFinding finding, string root)
    {
        var full = PathNames.Full(root, finding.Place.File);
        var shown = hasFullPaths ? full : PathNames.Relative(Path.GetDirectoryName(project)!, full);
        Tell(finding.RuleId, finding.Severity, Visible.Path(shown), finding.Place.Start.Line, finding.Place.Start.Column, finding.Message);
    }

    /// <summary>Logs what is wrong in the project's properties.</summary>
    public void Tell(string message) =>
        Tell(HostRules.InvalidConfiguration.Id, switches.Apply(HostRules.InvalidConfiguration.Id, HostRules.InvalidConfiguration.DefaultSeverity), project, 0, 0, Visible.Text(message));

    private void Tell(string id, Severity severity, string file, int line, int column, string message)
    {
        // The compiler shows the link behind the message as well: plain consoles have no other place.
        var link = RuleLinks.RepositoryUrl is null ? null : RuleLinks.To(RuleCatalogue.FindById(id)!);
        var text = link is null ? message : $"{message} ({link})";
        if (severity == Severity.Error) log.LogError(null, id, null, link, file, line, column, 0, 0, text);
        else if (severity == Severity.Info) log.LogMessage(null, id, null, file, line, column, 0, 0, MessageImportance.Normal, text);
        else if (severity != Severity.Warning) return;

        // Where nothing is to fail the build and MSBuild would make an error of it, it is seen as the warning would be.
        else if (switches.FailsNever && engine is IBuildEngine8 newer && newer.ShouldTreatWarningAsError(id)) log.LogMessage(null, id, null, file, line, column, 0, 0, MessageImportance.High, text);
        else log.LogWarning(null, id, null, link, file, line, column, 0, 0, text);
    }
}
