using System.Globalization;
using KubeLint.Cli;
using KubeLint.Findings;
using Spectre.Console;

namespace KubeLint.Provisioner.Live;

/// <summary>Shows a drill of a live cluster on a terminal.</summary>
internal static class LiveDrillTables
{
    /// <summary>Writes what the loss of each zone takes.</summary>
    public static void Write(IReadOnlyList<LiveLoss> losses, TextWriter output)
    {
        var tables = new SurvivalTables(output, areZonesGiven: false);
        tables.Write(Workloads(losses));
        tables.Write(Things(losses));
        foreach (var loss in losses) output.WriteLine(Verdict(loss));
    }

    private static Table Workloads(IReadOnlyList<LiveLoss> losses)
    {
        var table = Columns("Ready pods that remain", losses, "Ready");
        for (var i = 0; i < losses[0].Workloads.Count; i++)
        {
            var workload = losses[0].Workloads[i];
            table.AddRow([$"{workload.Kind} {Text(workload.ToString())}", $"{workload.Ready} of {workload.Replicas}", .. losses.Select(loss => Cell(loss.Workloads[i]))]);
        }

        return table;
    }

    private static Table Things(IReadOnlyList<LiveLoss> losses)
    {
        var table = Columns("What else goes with a zone", losses);
        table.AddRow(["Nodes", .. losses.Select(loss => Count(loss.Nodes.Count))]);
        table.AddRow(["Volumes", .. losses.Select(loss => Count(loss.Volumes.Count))]);
        table.AddRow(["Load balancers", .. losses.Select(loss => loss.LoadBalancers.Count == 0 ? "0" : Text(string.Join(", ", loss.LoadBalancers.Select(balancer => string.Join(", ", balancer.Addresses.DefaultIfEmpty(balancer.Object.Name))))))]);
        table.AddRow(["Control plane", .. losses.Select(loss => loss.TakesControlPlane switch { null => "[dim]?[/]", true => "[red]out of reach[/]", false => "[green]answers[/]" })]);
        return table;
    }

    private static Table Columns(string first, IReadOnlyList<LiveLoss> losses, params string[] more)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(first);
        foreach (var title in more.Concat(losses.Select(loss => $"without {Text(loss.Zone)}"))) table.AddColumn(new TableColumn(title).RightAligned());
        return table;
    }

    private static string Cell(LiveWorkloadLoss loss)
    {
        var waiting = loss.Volumes > 0 ? $"; {Count(loss.Volumes)} wait for volumes" : "";
        return loss.Remaining > 0 ? $"{(loss.InZone > 0 ? "[yellow]" : "[green]")}{Count(loss.Remaining)}{waiting}[/]" : $"[red]0{waiting}[/]";
    }

    private static string Verdict(LiveLoss loss)
    {
        var gone = loss.Workloads.Where(workload => workload.Remaining <= 0).ToLookup(workload => workload.IsOfSystem, workload => workload.ToString());
        var parts = new[]
        {
            gone[false].Any() ? $"no ready pod remains of {string.Join(", ", gone[false])}" : "every workload survives",
            gone[true].Any() ? $"of the provider's own, {string.Join(", ", gone[true])} has to start anew" : null,
            loss.TakesControlPlane == true ? "kubectl and new pods have to wait: the control plane's load balancer stands there" : null,
        };
        return Visible.Text($"Without {loss.Zone}: {string.Join("; ", parts.OfType<string>())}");
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => Markup.Escape(Visible.Text(text));
}
