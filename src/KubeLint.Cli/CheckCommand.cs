using System.CommandLine;
using System.Text;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Reports;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary><c>kubelint check</c>: lints files, folders and standard input.</summary>
internal static class CheckCommand
{
    private const string StandardInput = "-";

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders to lint; - for standard input. By default the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
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
        command.SetAction(parsed => Run(parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, parsed.GetValue(failOn)!));
        return command;
    }

    private static int Run(string[] paths, string format, string failOn)
    {
        var working = Directory.GetCurrentDirectory();
        var files = paths.Length == 0 ? ["."] : paths.Where(p => p != StandardInput).ToArray();
        foreach (var path in files)
        {
            // A link that leads nowhere is there, and a finding tells of it.
            if (Path.Exists(path) || (path.Length > 0 && new FileInfo(path).LinkTarget is not null)) continue;
            Console.Error.WriteLine(path.StartsWith('-')
                ? $"kubelint: '{Visible.Text(path)}' is no option, and no file is there by that name; try 'kubelint check --help'"
                : $"kubelint: '{Visible.Text(path)}' is not there; name files, folders, or - for standard input");
            return ExitCode.Usage;
        }

        using var progress = new Progress(Console.Error, !Console.IsErrorRedirected);
        var report = LintRun.Execute(new LintRequest(working, files)
        {
            Input = paths.Contains(StandardInput) ? ReadInput() : null,
            Progress = progress.Tell,
        });
        progress.Clear();

        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16))
        {
            if (format == "json") JsonReport.Write(report, output);
            else if (format == "sarif") SarifReport.Write(report, output);
            else new TextReport(output, working, UsesColor()).Write(report);
        }

        if (format != "text") Console.Error.WriteLine(TextReport.Summary(report));
        var gate = failOn switch { "error" => Severity.Error, "warning" => Severity.Warning, "info" => Severity.Info, _ => (Severity?)null };
        return gate is { } least && report.Findings.Any(f => f.Severity >= least) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static byte[] ReadInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    // https://no-color.org and the terminals that know no colours.
    private static bool UsesColor() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
