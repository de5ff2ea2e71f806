using System.CommandLine;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Live;
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
    /// <param name="isJson">Whether programs read it.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public Task<int> Run(ParseResult parsed, string? path, string[] lose, bool isJson, CancellationToken cancellation) => LiveAction.Run(async () =>
    {
        var around = cluster.Surroundings(parsed);
        var executes = parsed.GetValue(execute);
        if (executes && lose.Length != 1) throw new UsageFailure("--execute empties one zone: name it by --lose");
        if (executes && isJson) throw new UsageFailure("--execute tells what happens while it happens, which is no JSON: leave --format out");
        if (executes) LiveAction.DemandAgreement(around);

        using var folder = new PrivateFolder();
        var kubectl = await Connect(parsed, path, around, folder, cancellation);
        if (parsed.GetValue(undo)) return await new ZoneDrain(kubectl, around).Undo(await kubectl.Read(cancellation));
        var drill = new LiveDrillRun(kubectl, around);
        return executes ? await drill.Execute(lose[0], parsed.GetValue(hold), cancellation) : await drill.Tell(lose, isJson, cancellation);
    });

    private async Task<KubectlTool> Connect(ParseResult parsed, string? path, Surroundings around, PrivateFolder folder, CancellationToken cancellation)
    {
        if (Connection(parsed) is { Length: > 0 } chosen) return around.Kubectl(chosen);
        return path is null ? around.Kubectl() : around.Kubectl(await around.Terraform(LiveAction.PlanIn(path)).Outputs(cancellation), folder);
    }

    private string[] Connection(ParseResult parsed) =>
    [
        .. parsed.GetValue(kubeconfig) is { } file ? ["--kubeconfig=" + file] : Array.Empty<string>(),
        .. parsed.GetValue(context) is { } name ? ["--context=" + name] : Array.Empty<string>(),
    ];
}
