using System.CommandLine;
using System.Text;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Reports;

namespace KubeLint.Cli;

/// <summary><c>kubelint check</c>: lints files, folders and standard input.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var paths = Inputs.Argument("lint");
        var format = new Option<string>("--format")
        {
            Description = "How to write the findings: text, json or sarif.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The severity from which on findings make the exit code 1: error, warning, info or never.",
            DefaultValueFactory = _ => "warning",
        };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var command = new Command("check", "Lints Kubernetes manifests: YAML and JSON files, folders of them, or what comes through a pipe.") { paths, format, failOn };
        command.SetAction(parsed => Run(Inputs.Of(parsed.GetValue(paths)), parsed.GetValue(format)!, parsed.GetValue(failOn)!));
        return command;
    }

    private static int Run(Inputs inputs, string format, string failOn)
    {
        if (!inputs.AreThere(Console.Error)) return ExitCode.Usage;

        using var progress = new Progress(Console.Error, !Console.IsErrorRedirected);
        var report = LintRun.Execute(new LintRequest(inputs.WorkingFolder, inputs.Paths) { Input = inputs.ReadStandardInput(), OffersFixes = format == "sarif", Progress = progress.Tell });
        progress.Clear();

        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16))
        {
            if (format == "json") JsonReport.Write(report, output);
            else if (format == "sarif") SarifReport.Write(report, output);
            else new TextReport(output, inputs.WorkingFolder, Terminal.UsesColor).Write(report);
        }

        if (format != "text") Console.Error.WriteLine(TextReport.Summary(report));
        var gate = failOn switch { "error" => Severity.Error, "warning" => Severity.Warning, "info" => Severity.Info, _ => (Severity?)null };
        return gate is { } least && report.Findings.Any(f => f.Severity >= least) ? ExitCode.Findings : ExitCode.Clean;
    }
}
