using System.Globalization;
using KubeLint.Findings;
using KubeLint.Survival;
using Spectre.Console;

namespace KubeLint.Cli;

/// <summary>Shows on a terminal what survives.</summary>
/// <param name="output">Where to.</param>
/// <param name="areZonesGiven">Whether the command line names the zones.</param>
internal sealed class SurvivalTables(TextWriter output, bool areZonesGiven)
{
    // Into a file or a pipe nothing is wrapped.
    private const int WidestFile = 500;

    /// <summary>Writes a report.</summary>
    public void Write(SurvivalReport report)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.UsesColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.UsesColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = WidestFile;
        if (report.Clusters.Count == 0) output.WriteLine("There is no workload here");
        foreach (var cluster in report.Clusters)
        {
            console.MarkupLine($"[bold]Replicas that remain in the worst placement that the scheduler admits: {Text(areZonesGiven ? $"{cluster.Zones.Count} zones (--zones)" : cluster.Zones.Description)}[/]");
            console.Write(TableOf(cluster));
            foreach (var line in Summary(cluster)) console.MarkupLine(line);
            console.WriteLine();
        }
    }

    private static Table TableOf(ClusterSurvival cluster)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Workload").AddColumn(new TableColumn("Replicas").RightAligned());
        foreach (var zone in cluster.Lost) table.AddColumn(new TableColumn(zone is null ? "without any one" : $"without {Text(zone)}").RightAligned().NoWrap());
        table.AddColumn("What bounds the loss");
        foreach (var survival in cluster.Workloads)
        {
            var workload = survival.Workload;
            table.AddRow([
                Text($"{workload.Resource.Kind} {(workload.Resource.NamespaceName is { Length: > 0 } ns ? ns + "/" : "")}{workload.Resource.Name}"),
                workload.Replicas.Count is { } count ? Text(count.ToString(CultureInfo.InvariantCulture)) : "[dim]?[/]",
                .. cluster.Lost.Select(zone => Cell(survival.After(zone), workload.Replicas.Count)),
                survival.Unknown is { } unknown ? $"[dim]unknown: {Text(unknown)}[/]" : Text(survival.Bound + (workload.Replicas.Origin.Length > 0 ? $"; replicas{workload.Replicas.Origin}" : "")),
            ]);
        }

        return table;
    }

    private static string Cell(int? remaining, long? replicas) => remaining switch
    {
        null => "[dim]?[/]",
        0 => "[red]0[/]",
        { } some when some < replicas => $"[yellow]{some}[/]",
        { } all => $"[green]{all}[/]",
    };

    private static IEnumerable<string> Summary(ClusterSurvival cluster)
    {
        foreach (var zone in cluster.Lost)
        {
            var (left, unknown) = (cluster.Workloads.Count(w => w.After(zone) == 0), cluster.Workloads.Count(w => w.After(zone) is null));
            yield return $"Losing {(zone is null ? "one zone" : Text(zone))} may leave {left} of {cluster.Workloads.Count} workloads without a replica{(unknown > 0 ? $"; {unknown} unknown" : "")}";
        }
    }

    private static string Text(string text) => Markup.Escape(Visible.Text(text));
}
