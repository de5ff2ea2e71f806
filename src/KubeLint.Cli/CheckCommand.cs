using System.CommandLine;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Trees;

namespace KubeLint.Cli;

/// <summary><c>kubelint check</c>: lints files, folders and standard input.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> paths = Inputs.Argument("lint");
    private readonly ReportOptions reports = new();
    private readonly NewFindingOptions newFindings = new();
    private readonly Option<string> failOn = new("--fail-on")
    {
        Description = "The severity from which on findings make the exit code 1: error, warning, info or never.",
        DefaultValueFactory = _ => "warning",
    };

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var check = new CheckCommand();
        check.failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var command = new Command("check", "Lints Kubernetes manifests: YAML and JSON files, folders of them, or what comes through a pipe.") { check.paths, check.failOn };
        check.reports.AddTo(command);
        check.newFindings.AddTo(command);
        command.SetAction(check.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var inputs = Inputs.Of(parsed.GetValue(paths));
        if (!inputs.AreThere(Console.Error)) return ExitCode.Usage;

        var request = newFindings.Apply(parsed, new LintRequest(inputs.WorkingFolder, inputs.Paths), inputs.HasStandardInput, out var problem);
        using var since = request.Since;
        var report = problem is null ? Lint(parsed, request with { Input = inputs.ReadStandardInput() }, out problem) : null;
        if (report is null)
        {
            Console.Error.WriteLine($"kubelint: {problem}");
            return ExitCode.Usage;
        }

        if (newFindings.Write(parsed, report, inputs.WorkingFolder) is { } written) return written;
        reports.Write(parsed, report, inputs.WorkingFolder);
        NewFindingOptions.TellStale(report, Console.Error);
        return IsGated(report, parsed.GetValue(failOn)!) ? ExitCode.Findings : ExitCode.Clean;
    }

    private LintReport? Lint(ParseResult parsed, LintRequest request, out string? problem)
    {
        problem = null;
        using var progress = new Progress(Console.Error, !Console.IsErrorRedirected);
        try
        {
            return LintRun.Execute(request with { OffersFixes = reports.OffersFixes(parsed), Progress = progress.Tell });
        }
        catch (GitException e)
        {
            problem = NewFindingOptions.Told(e);
            return null;
        }
    }

    private static bool IsGated(LintReport report, string failOn) =>
        Enum.TryParse<Severity>(failOn, ignoreCase: true, out var least) && report.Findings.Any(f => f.Severity >= least);
}
