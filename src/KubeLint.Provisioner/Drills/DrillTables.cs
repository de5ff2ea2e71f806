using KubeLint.Cli;
using KubeLint.Findings;
using Spectre.Console;

namespace KubeLint.Provisioner.Drills;

/// <summary>Shows a drill on a terminal.</summary>
internal static class DrillTables
{
    /// <summary>Writes a drill.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="losses">The zones that are lost, one at a time.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Drill drill, IReadOnlyList<ZoneLoss> losses, TextWriter output)
    {
        var tables = new SurvivalTables(output, areZonesGiven: false);
        tables.Write(losses.Count == 1 ? drill.Survival.Losing(losses[0].Zone) : drill.Survival);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("What else goes with a zone");
        foreach (var loss in losses) table.AddColumn(new TableColumn($"without {Text(loss.Zone)}").RightAligned());
        foreach (var volumes in VolumesOf(losses)) table.AddRow([$"Volumes of {Text(volumes.Name)}", .. volumes.Lost]);
        foreach (var name in losses[0].Names) table.AddRow([$"Answers of {Text(name.Name)}", .. losses.Select(loss => Answers(loss.Names.First(n => n.Name == name.Name)))]);
        table.AddRow(["Control plane", .. losses.Select(loss => loss.TakesControlPlane ? "[red]out of reach[/]" : "[green]answers[/]")]);
        if (losses.Any(loss => loss.TakesGateway)) table.AddRow(["Way out of all nodes", .. losses.Select(loss => loss.TakesGateway ? "[red]lost[/]" : "[green]stays[/]")]);
        tables.Write(table);
        foreach (var loss in losses) output.WriteLine(Verdict(loss));
    }

    private static IEnumerable<(string Name, IEnumerable<string> Lost)> VolumesOf(IReadOnlyList<ZoneLoss> losses) =>
        from workload in losses[0].Workloads
        where losses.Any(loss => Same(loss, workload).LostVolumes != 0)
        select ($"{workload.Namespace}/{workload.Name}", losses.Select(loss => Same(loss, workload).LostVolumes switch
        {
            null => "[dim]?[/]",
            0 => "[green]all stay[/]",
            { } lost => $"[yellow]{lost} of {workload.Replicas} wait[/]",
        }));

    private static WorkloadLoss Same(ZoneLoss loss, WorkloadLoss workload) =>
        loss.Workloads.First(other => (other.Kind, other.Namespace, other.Name) == (workload.Kind, workload.Namespace, workload.Name));

    private static string Answers(DnsLoss name) => name switch
    {
        { After: [] } => "[red]none[/]",
        _ when name.After.Count == name.Before.Count => "[green]all[/]",
        _ => $"[green]{Text(string.Join(", ", name.After))}[/] after {name.TtlSeconds} s",
    };

    private static string Verdict(ZoneLoss loss)
    {
        var gone = loss.Workloads.Where(workload => workload.Remaining is not > 0).Select(workload => workload.Name).ToList();
        var limits = new[]
        {
            loss.TakesControlPlane ? "kubectl and new pods have to wait: the control plane's load balancer stands there" : null,
            loss.TakesGateway ? "no node reaches the outside, nor the control plane: the public gateway stands there" : null,
        }.OfType<string>();
        var verdict = gone.Count == 0 ? "every workload survives" : $"may be gone, or is not known: {Visible.Text(string.Join(", ", gone))}";
        return $"Without {Visible.Text(loss.Zone)}: {string.Join("; ", limits.Prepend(verdict))}";
    }

    private static string Text(string text) => Markup.Escape(Visible.Text(text));
}
