using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Planning;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Commands;

/// <summary>What makes <c>drill</c> look at a live cluster, and work on it.</summary>
internal sealed class LiveDrillOptions
{
    private readonly Option<bool> live = new("--live") { Description = "Look where the pods of a live cluster really are: the plan's, where PATH is the folder of one, else the one that kubectl is set up for." };
    private readonly Option<string?> kubeconfig = new("--kubeconfig") { Description = "The kubeconfig that kubectl takes.", HelpName = "FILE" };
    private readonly Option<string?> context = new("--context") { Description = "The context that kubectl takes.", HelpName = "NAME" };
    private readonly Option<bool> execute = new("--execute") { Description = "Cordon and drain the nodes of the one zone that --lose names, watch what remains, and undo it." };
    private readonly Option<int> hold = new("--hold") { Description = "For how many minutes the zone stays empty.", HelpName = "MINUTES", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> undo = new("--undo") { Description = "Uncordon the nodes that an interrupted drill has cordoned." };
    private readonly ClusterOptions cluster = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { live, kubeconfig, context, execute, hold, undo }) command.Add(option);
        cluster.AddTo(command, isActing: true);
    }

    /// <summary>Whether a live cluster is meant.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(live) || parsed.GetValue(execute) || parsed.GetValue(undo);

    /// <summary>Drills.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">The folder of the plan; null where none is named.</param>
    /// <param name="lose">The zones that are lost; none for each.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(ParseResult parsed, string? path, string[] lose, string format, CancellationToken cancellation)
    {
        var around = cluster.Surroundings(parsed);
        if (parsed.GetValue(execute) && lose.Length != 1) return Refusal.Of("--execute empties one zone: name it by --lose");
        if (parsed.GetValue(execute) && !around.Confirmation.IsPossible) return Refusal.NobodyToAsk();
        var connection = Connection(parsed);
        var isOfPlan = path is not null && connection.Length == 0;
        var plan = isOfPlan ? WrittenPlan.Read(path!) : null;
        if (isOfPlan && plan is null) return Refusal.NoPlan(path!);
        try
        {
            using var folder = new PrivateFolder();
            var kubectl = plan is null ? around.Kubectl(connection) : around.Kubectl(await around.Terraform(plan).Outputs(cancellation), folder);
            var now = await kubectl.Read(cancellation);
            var drain = new ZoneDrain(kubectl, around);
            if (parsed.GetValue(undo)) return await drain.Undo(now);
            if (lose.FirstOrDefault(zone => !now.Zones.Contains(zone)) is { } unknown) return Refusal.Of($"'{Visible.Text(unknown)}' is no zone of the cluster; it has {string.Join(", ", now.Zones.Select(Visible.Text))}");
            if (now.Zones.Count == 0) return Refusal.Of("no node of the cluster names its zone");
            var losses = (lose.Length == 0 ? now.Zones : lose.Distinct(StringComparer.Ordinal)).Select(now.Losing).ToList();
            if (format == OutputFormat.Json) around.Output.Write(PlainJson.Write(losses));
            else LiveDrillTables.Write(losses, around.Output);
            if (!parsed.GetValue(execute)) return losses.TrueForAll(loss => loss.IsSurvived) ? ExitCode.Clean : ExitCode.Findings;
            if (!await around.Confirmation.Ask($"Drain {losses[0].Nodes.Count} nodes of {lose[0]} for {parsed.GetValue(hold)} minutes?", lose[0], cancellation)) return ExitCode.Findings;
            return await drain.Run(now, lose[0], Patience.Of(parsed.GetValue(hold)), cancellation);
        }
        catch (Exception e) when (e is StepFailure or ProgramException)
        {
            around.Error.WriteLine($"kubelint-kapsule: {Visible.Text(e.Message)}");
            return ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            around.Error.WriteLine("kubelint-kapsule: interrupted");
            return Steps.Interrupted;
        }
    }

    private string[] Connection(ParseResult parsed) =>
    [
        .. parsed.GetValue(kubeconfig) is { } file ? ["--kubeconfig=" + file] : Array.Empty<string>(),
        .. parsed.GetValue(context) is { } name ? ["--context=" + name] : Array.Empty<string>(),
    ];
}
