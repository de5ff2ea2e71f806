using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Rules;

namespace KubeLint.Build;

/// <summary>
/// What a project's properties make of severities, as the C# compiler does it for its analyzers: NoWarn comes first, then the lists of
/// ids, then TreatWarningsAsErrors; at last KubeLint's own KubeLintFailOn.
/// </summary>
internal sealed class CompilerSwitches
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> silenced;
    private readonly HashSet<string> errors;
    private readonly HashSet<string> notErrors;
    private readonly bool areWarningsErrors;
    private readonly Severity? failOn;

    /// <summary>Takes the properties as they stand in the project.</summary>
    public CompilerSwitches(string? noWarn, string? warningsAsErrors, string? warningsNotAsErrors, bool treatWarningsAsErrors, string? failOn)
    {
        silenced = Ids(noWarn);
        errors = Ids(warningsAsErrors);
        notErrors = Ids(warningsNotAsErrors);
        areWarningsErrors = treatWarningsAsErrors;
        var value = failOn?.Trim().ToLowerInvariant() ?? "";
        (this.failOn, FailsNever, IsUnderstood) = value switch
        {
            "" => ((Severity?)null, false, true),
            "error" => (Severity.Error, false, true),
            "warning" => (Severity.Warning, false, true),
            "info" => (Severity.Info, false, true),
            "never" => (null, true, true),
            _ => (null, false, false),
        };
    }

    /// <summary>Whether no finding fails the build.</summary>
    public bool FailsNever { get; }

    /// <summary>Whether KubeLintFailOn has a value that there is.</summary>
    public bool IsUnderstood { get; }

    /// <summary>The severity that a finding has in this project's build.</summary>
    public Severity Apply(string ruleId, Severity severity)
    {
        if (severity == Severity.None || silenced.Contains(ruleId)) return Severity.None;
        var isListed = errors.Contains(ruleId);
        if (FailsNever) return severity == Severity.Error || isListed ? Severity.Warning : severity;
        if (notErrors.Contains(ruleId))
        {
            // Where a warning stands in both lists, MSBuild makes an error of what the compiler leaves.
            if (severity == Severity.Warning && isListed) return Severity.Error;

            // What is a warning by itself and an error by configuration alone becomes a warning again.
            return severity == Severity.Error && !isListed && RuleCatalogue.FindById(ruleId)?.DefaultSeverity == Severity.Warning ? Severity.Warning : severity;
        }

        if (isListed) return Severity.Error;

        // A fault of KubeLint breaks no build unless somebody asked for just that.
        if (ruleId == HostRules.RuleFailed.Id) return severity;
        return severity >= failOn || (severity == Severity.Warning && areWarningsErrors) ? Severity.Error : severity;
    }

    private static HashSet<string> Ids(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
