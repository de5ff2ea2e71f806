using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Planning;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Live;

/// <summary>Drills a live cluster.</summary>
/// <param name="kubectl">kubectl with the cluster.</param>
/// <param name="around">What it works with.</param>
internal sealed class LiveDrillRun(KubectlTool kubectl, Surroundings around)
{
    /// <summary>Tells what zones take of what runs now.</summary>
    /// <param name="lose">The zones; none for each.</param>
    /// <param name="isJson">Whether programs read it.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code: whether all workloads survive.</returns>
    /// <exception cref="StepFailure">There is no such zone, or no answer.</exception>
    public async Task<int> Tell(string[] lose, bool isJson, CancellationToken cancellation)
    {
        var cluster = await kubectl.Read(cancellation);
        var losses = LossesOf(cluster, lose);
        if (isJson) around.Output.Write(PlainJson.Write(losses));
        else LiveDrillTables.Write(losses, around.Output);
        return losses.TrueForAll(loss => loss.IsSurvived) ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>Empties a zone for real, if people agree, and undoes it.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="hold">For how many minutes it stays empty.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code: whether all workloads survived.</returns>
    /// <exception cref="StepFailure">There is no such zone, or it could not be emptied.</exception>
    public async Task<int> Execute(string zone, int hold, CancellationToken cancellation)
    {
        var cluster = await kubectl.Read(cancellation);
        var losses = LossesOf(cluster, [zone]);
        LiveDrillTables.Write(losses, around.Output);
        if (await around.Confirmation.Ask($"Drain {string.Join(", ", losses[0].Nodes.Select(Visible.Text))} and keep the zone empty for {hold} min?", zone, cancellation))
            return await new ZoneDrain(kubectl, around).Run(cluster, zone, Patience.Of(hold), cancellation);
        around.Output.WriteLine("Nothing was drained");
        return ExitCode.Findings;
    }

    private static List<LiveLoss> LossesOf(LiveCluster cluster, string[] lose)
    {
        if (cluster.Zones.Count == 0) throw new UsageFailure("no node of the cluster names its zone");
        if (lose.FirstOrDefault(zone => !cluster.Zones.Contains(zone)) is { } unknown) throw new UsageFailure($"'{unknown}' is no zone of the cluster; it has {string.Join(", ", cluster.Zones)}");
        return [.. (lose.Length == 0 ? cluster.Zones : lose.Distinct(StringComparer.Ordinal)).Select(cluster.Losing)];
    }
}
