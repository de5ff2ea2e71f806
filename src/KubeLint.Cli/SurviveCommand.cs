using System.CommandLine;
using System.Text;
using KubeLint.Engine;
using KubeLint.Engine.Reports;
using KubeLint.Findings;
using KubeLint.Survival;
using KubeLint.Views;

namespace KubeLint.Cli;

/// <summary><c>kubelint survive</c>: what remains when a zone is lost.</summary>
internal static class SurviveCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var inputs = new InputOptions("judge", takesRules: false);
        var zones = new Option<string?>("--zones")
        {
            Description = "The zones of the cluster, with commas between them. By default kubelint.zones, else those of the node pools that are found.",
        };
        var lose = new Option<string?>("--lose") { Description = "Show the loss of this zone alone." };
        var format = new Option<string>("--format") { Description = "How to write it: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new TaughtCommand(
            "survive",
            "Tells for each workload what remains when a zone is lost, in the worst placement that the scheduler admits.",
            """
              kubelint survive deploy/
              kubelint survive deploy/ --zones fr-par-1,fr-par-2,fr-par-3 --lose fr-par-1
              kubectl get deploy,sts,svc,pvc,pv,hpa,nodes -A -o yaml | kubelint survive -
            """)
        { zones, lose, format };
        inputs.AddTo(command);
        command.SetAction(parsed => inputs.Of(parsed, Console.Error) is not { } read ? ExitCode.Usage : Run(read, parsed.GetValue(zones), parsed.GetValue(lose), parsed.GetValue(format)!));
        return command;
    }

    private static int Run(Inputs inputs, string? zones, string? lose, string format)
    {
        var names = zones?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (names is { Count: 0 }) return Refuse("--zones names no zone; write them as in --zones fr-par-1,fr-par-2,fr-par-3");

        using var progress = new Progress(Console.Error, !Console.IsErrorRedirected);
        var source = new ManifestSource(inputs.WorkingFolder, inputs.Paths, inputs.Excluded) { Configure = options => names is null ? options : options with { Zones = names } };
        var read = source.Read(inputs.ReadStandardInput(), progress.Tell);
        progress.Clear();
        var report = SurvivalReport.Of(new Inventory(read.Sets().Whole));
        if (lose is not null)
        {
            report = report.Losing(lose);
            if (!report.Zones.Contains(lose, StringComparer.Ordinal))
            {
                return Refuse(report.Zones.Count == 0
                    ? "--lose needs to know the zones of the cluster; name them, as in --zones fr-par-1,fr-par-2,fr-par-3"
                    : $"'{Visible.Text(lose)}' is no zone of the cluster; it has {string.Join(", ", report.Zones.Select(Visible.Text))}");
            }
        }

        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16))
        {
            if (format == "json") SurvivalJson.Write(report, output);
            else new SurvivalTables(output, names is not null).Write(report);
        }

        // What could not be read is not judged, and a review must know.
        if (read.Counts.Unreadable > 0) Console.Error.WriteLine($"kubelint: {read.Counts.Unreadable} of the files or documents could not be read; 'kubelint check' tells which and why");
        return ExitCode.Clean;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"kubelint: {why}");
        return ExitCode.Usage;
    }
}
