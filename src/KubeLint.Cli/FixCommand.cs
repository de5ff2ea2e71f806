using System.CommandLine;
using System.Text;
using KubeLint.Configuration;
using KubeLint.Engine;
using KubeLint.Engine.Fixing;
using KubeLint.Engine.Reports;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary><c>kubelint fix</c>: mends what check finds, where there is a repair.</summary>
internal static class FixCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var inputs = new InputOptions("mend", takesRules: false);
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; show a diff that 'git apply' takes. The exit code is that of the real run." };
        var rules = new Option<string[]>("--rule") { Description = "Mend the findings of these rules alone, whatever their severity: ids or names, with commas or repeated." };
        var prefer = new Option<string[]>("--prefer") { Description = "Where there are several fixes, take this one: its name, as hard, or for one rule KUBE1003=hard; with commas or repeated." };
        var severity = new Option<string>("--severity")
        {
            Description = "The severity from which on findings are mended: error, warning or info.",
            DefaultValueFactory = _ => "warning",
        };
        severity.AcceptOnlyFromAmong("error", "warning", "info");
        var interactive = new Option<bool>("--interactive", "-i") { Description = "Show each fix and ask whether to make it." };
        var format = new Option<string>("--format") { Description = "How to write what was done: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new TaughtCommand(
            "fix",
            "Mends what 'kubelint check' finds, where there is a fix that takes the finding away and brings no other. All else in a file stays as it is, byte for byte. The exit code is 1 where errors or warnings are left, and 3 where a file could not be written.",
            """
              kubelint fix deploy/ --dry-run | git apply
              kubelint fix deploy/ --rule KUBE1001 --prefer hard
              kubelint fix deploy/ --interactive
              kubelint fix - < web.yaml > mended.yaml
            """)
        {
            dryRun, rules, prefer, severity, interactive, format,
        };
        inputs.AddTo(command);
        rules.CompletionSources.Add(_ => RuleNames.Completions);
        command.SetAction(parsed => inputs.Of(parsed, Console.Error) is not { } read ? ExitCode.Usage
            : new FixSession(read, parsed.GetValue(dryRun), parsed.GetValue(format) == "json").Run(
                parsed.GetValue(rules) ?? [], parsed.GetValue(prefer) ?? [], parsed.GetValue(severity)!, parsed.GetValue(interactive)));
        return command;
    }
}

/// <summary>One run of <c>kubelint fix</c>.</summary>
/// <param name="inputs">What to mend.</param>
/// <param name="isDryRun">Whether to write nothing.</param>
/// <param name="isJson">Whether to report as JSON.</param>
internal sealed class FixSession(Inputs inputs, bool isDryRun, bool isJson)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> rules, IReadOnlyList<string> prefer, string severity, bool isInteractive)
    {
        var ids = RuleNames.Rules(RuleNames.Split(rules), out var problem);
        var preferences = RuleNames.Preferences(prefer, out var unclear);
        if ((problem ?? unclear ?? Conflict(isInteractive)) is { } wrong)
        {
            Console.Error.WriteLine($"kubelint: {wrong}");
            return ExitCode.Usage;
        }

        using var progress = new Progress(Console.Error, !isInteractive && !Console.IsErrorRedirected);
        var writer = new FileWriter(inputs.Paths.Select(p => Path.GetFullPath(p, inputs.WorkingFolder)));
        var result = FixRun.Execute(new FixRequest(new LintRequest(inputs.WorkingFolder, inputs.Paths) { Input = inputs.ReadStandardInput(), Excluded = inputs.Excluded, Progress = progress.Tell })
        {
            RuleIds = ids,
            Preferences = preferences,
            From = Enum.Parse<Severity>(severity, ignoreCase: true),
            WhyKept = writer.WhyKept,
            Ask = isInteractive ? new FixPrompt(Console.In, Console.Error, Terminal.UsesColor).Ask : null,
        });
        progress.Clear();
        return Finish(result, writer);
    }

    private string? Conflict(bool isInteractive) =>
        isInteractive && Console.IsInputRedirected ? "--interactive asks questions, and standard input is no terminal that could answer them"
        : isJson && inputs.HasStandardInput && !isDryRun ? "--format json and - need --dry-run: standard output takes the mended text alone"
        : null;

    private int Finish(FixResult result, FileWriter writer)
    {
        var missed = isDryRun ? [] : result.Files.Where(f => f.Path is not null).Select(f => (f.Name, Reason: writer.Write(f))).Where(f => f.Reason is not null).ToDictionary(f => f.Name, f => f.Reason!);
        result = result.Without(missed);
        using (var output = Console.OpenStandardOutput()) Write(result, output);
        return missed.Count > 0 ? ExitCode.InternalFailure
            : result.Report.Findings.Any(f => f.Severity >= Severity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }

    // Where standard output has another use, people are told on standard error.
    private void Write(FixResult result, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        if (isJson)
        {
            FixJson.Write(result, isDryRun, text);
            Console.Error.WriteLine(FixText.Summary(result, isDryRun));
            return;
        }

        if (isDryRun) WriteDiff(result, text);
        else if (inputs.HasStandardInput) output.Write(result.Files.FirstOrDefault(f => f.Path is null)?.After ?? result.Input!);
        var isFree = !isDryRun && !inputs.HasStandardInput;
        new FixText(isFree ? text : Console.Error, inputs.WorkingFolder, isFree && Terminal.UsesColor).Write(result, isDryRun);
    }

    private static void WriteDiff(FixResult result, TextWriter output)
    {
        var diff = new UnifiedDiff(output, !Console.IsOutputRedirected, Terminal.UsesColor);
        foreach (var file in result.Files)
        {
            var (text, changes) = file.AsPatched;
            diff.Write(file.Path is null ? "stdin" : file.Name, text, changes);
            if (!file.IsUtf8) Console.Error.WriteLine($"kubelint: {Visible.Text(file.Name)} is not UTF-8: the diff shows its text, and git can't apply it");
        }
    }
}
