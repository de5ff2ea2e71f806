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

    private readonly IAnsiConsole console = ConsoleOn(output);

    /// <summary>Writes another table.</summary>
    public void Write(Table table) => console.Write(table);

    /// <summary>Writes a report.</summary>
    public void Write(SurvivalReport report)
    {
        if (report.Clusters.All(c => c.Workloads.Count == 0)) output.WriteLine("There is no workload here");
        foreach (var cluster in report.Clusters)
        {
            var zones = Text(areZonesGiven ? $"{cluster.Zones.Count} zones (--zones)" : cluster.Zones.Description);
            if (cluster.Workloads.Count > 0)
            {
                console.MarkupLine($"[bold]Replicas that remain in the worst placement that the scheduler admits: {zones}[/]");
                console.Write(Replicas(cluster));
                foreach (var line in Summary(cluster)) console.MarkupLine(line);
                console.WriteLine();
            }

            if (cluster.Volumes.Count + cluster.LoadBalancers.Count == 0) continue;
            console.MarkupLine($"[bold]Volumes of one zone, and load balancers: {zones}[/]");
            console.Write(Things(cluster));
            console.WriteLine();
        }
    }

    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.UsesColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.UsesColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = WidestFile;
        return console;
    }

    private static Table Replicas(ClusterSurvival cluster)
    {
        var table = Columns(cluster, "Workload", "Replicas", "What bounds the loss");
        foreach (var survival in cluster.Workloads)
        {
            var workload = survival.Workload;
            table.AddRow([
                Text(workload.DisplayName),
                workload.Replicas.Count is { } count ? Text(count.ToString(CultureInfo.InvariantCulture)) : "[dim]?[/]",
                .. cluster.Lost.Select(zone => Cell(survival.After(zone), workload.Replicas.Count)),
                Notes(survival),
            ]);
        }

        return table;
    }

    private static Table Things(ClusterSurvival cluster)
    {
        var table = Columns(cluster, "Object", "Zone", "Notes");
        foreach (var thing in cluster.Volumes.Concat(cluster.LoadBalancers))
        {
            table.AddRow([
                Text(thing.Resource.DisplayName),
                thing.Zone is { } own ? Text(own) : thing.Unknown is null ? "several" : "[dim]?[/]",
                .. cluster.Lost.Select(zone => thing.GoesWith(zone) switch { null => "[dim]?[/]", true => "[red]lost[/]", false => "[green]stays[/]" }),
                thing.Unknown is { } unknown ? $"[dim]unknown: {Text(unknown)}[/]" : "",
            ]);
        }

        return table;
    }

    private static Table Columns(ClusterSurvival cluster, string first, string second, string last)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(first).AddColumn(new TableColumn(second).RightAligned());
        foreach (var zone in cluster.Lost) table.AddColumn(new TableColumn(zone is null ? "without any one" : $"without {Text(zone)}").RightAligned().NoWrap());
        return table.AddColumn(last);
    }

    private static string Notes(WorkloadSurvival survival)
    {
        var notes = new List<string> { survival.Unknown is { } unknown ? $"[dim]unknown: {Text(unknown)}[/]" : Text(survival.Bound) };
        if (survival.Workload.Replicas.Origin is { Length: > 0 } origin) notes.Add(Text("replicas" + origin));
        if (survival.OwnVolumes.Where(v => v.IsZonal == true).Select(v => v.Name).ToList() is { Count: > 0 } zonal)
            notes.Add(Text($"lost replicas wait for their volumes in that zone: {string.Join(", ", zonal)}"));
        if (survival.OwnVolumes.Where(v => v.IsZonal is null).Select(v => v.Name).ToList() is { Count: > 0 } open)
            notes.Add($"[dim]{Text($"whether volumes stay in their zone is not known: {string.Join(", ", open)}")}[/]");
        return string.Join("; ", notes);
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
