using System.CommandLine;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Trees;

namespace KubeLint.Cli;

/// <summary><c>kubelint check</c>: lints files, folders and standard input.</summary>
internal sealed class CheckCommand
{
    private readonly InputOptions inputs = new("lint", takesRules: true);
    private readonly SelectionOptions selection = new();
    private readonly ReportOptions reports = new();
    private readonly NewFindingOptions newFindings = new();
    private readonly Option<string> failOn = new("--fail-on")
    {
        Description = "The severity from which on findings make the exit code 1: error, warning, info or never.",
        DefaultValueFactory = _ => "warning",
    };

    private readonly Option<bool> requireManifests = new("--require-manifests") { Description = "Fail with exit code 2 where no manifest was read, so that nothing read can't pass for nothing found." };

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var check = new CheckCommand();
        check.failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var command = new TaughtCommand("check", "Lints Kubernetes manifests: YAML and JSON files, folders of them, or what comes through a pipe.", """
              kubelint check deploy/                              all manifests below a folder
              kubelint check deploy/ --exclude 'legacy/'          but for some
              helm template shop ./chart | kubelint check -       what a chart renders to
              kustomize build overlays/prod | kubelint check -    what a kustomization builds
              kubectl get deploy,sts,svc,pvc,hpa,pdb,nodes -A -o yaml | kubelint check -
              terraform show -json tfplan | kubelint check - deploy/
              kubelint check deploy/ --rule KUBE1001,immediate-binding
              kubelint check deploy/ --format sarif > kubelint.sarif
            """);
        check.inputs.AddTo(command);
        check.selection.AddTo(command);
        check.reports.AddTo(command);
        check.newFindings.AddTo(command);
        command.Options.Add(check.failOn);
        command.Options.Add(check.requireManifests);
        command.SetAction(check.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (inputs.Of(parsed, Console.Error) is not { } read) return ExitCode.Usage;
        var select = selection.Read(parsed, read.ExcludedRules, out var problem);
        if (problem is not null) return Refuse(problem);

        var request = newFindings.Apply(parsed, new LintRequest(read.WorkingFolder, read.Paths) { Excluded = read.Excluded, NamesTemplates = true }, read.HasStandardInput, out problem);
        using var since = request.Since;
        var found = problem is null ? Lint(parsed, request with { Input = read.ReadStandardInput() }, out problem) : null;
        if (found is null) return Refuse(problem!);
        var report = select(found);
        if (newFindings.Write(parsed, report, read.WorkingFolder) is { } written) return written;
        if (!reports.Write(parsed, report, read.WorkingFolder)) return ExitCode.InternalFailure;
        NewFindingOptions.TellStale(report, Console.Error);
        if (report.Counts.Read == 0 && parsed.GetValue(requireManifests)) return Refuse("no manifest was read, and --require-manifests asks for one; are these the right paths?");
        return IsGated(report, parsed.GetValue(failOn)!) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"kubelint: {why}");
        return ExitCode.Usage;
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
