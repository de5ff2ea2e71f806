using System.Globalization;
using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Live;

/// <summary>
/// Empties a zone for real: cordons and drains its nodes as budgets allow, watches what remains, and undoes it, whatever
/// happens. A node that it cordons carries a mark, by which an interrupted drill is undone.
/// </summary>
/// <param name="kubectl">kubectl with the cluster.</param>
/// <param name="around">What it works with.</param>
internal sealed class ZoneDrain(KubectlTool kubectl, Surroundings around)
{
    private readonly Dictionary<ObjectName, int> last = [];
    private readonly Dictionary<ObjectName, int> fewest = [];

    /// <summary>Empties a zone and fills it again.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="hold">For how long the zone stays empty, and how often it is looked at.</param>
    /// <param name="cancellation">Interrupts it, and it is undone.</param>
    /// <returns>The exit code: whether every workload kept a ready pod all the time.</returns>
    public async Task<int> Run(LiveCluster cluster, string zone, Patience hold, CancellationToken cancellation)
    {
        if (cluster.Nodes.Where(node => node.Drilled is not null).ToList() is { Count: > 0 } marked)
            throw new StepFailure($"a drill of {marked[0].Drilled} has not been undone on {string.Join(", ", marked.Select(node => node.Name))}: run 'kubelint-kapsule drill --undo' first");
        var nodes = cluster.Nodes.Where(node => node.Zone == zone).ToList();
        Watch(cluster);
        try
        {
            var mark = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            foreach (var node in nodes.Where(node => !node.IsCordoned))
            {
                // The mark comes first: a node that is cordoned without it would be taken for somebody else's work.
                await kubectl.Stream(cancellation, "annotate", "node", node.Name, $"{LiveCluster.DrillMark}={mark}");
                await kubectl.Stream(cancellation, "cordon", node.Name);
            }

            await Drain(nodes, cancellation);
            around.Output.WriteLine($"{zone} is empty");
            await Hold(hold, cancellation);
            return Tell(zone);
        }
        finally
        {
            await UndoAnyway();
        }
    }

    /// <summary>Uncordons the nodes that a drill has cordoned.</summary>
    /// <param name="cluster">The cluster as it is; null to look.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="StepFailure">A node could not be uncordoned.</exception>
    public async Task<int> Undo(LiveCluster? cluster)
    {
        // What was interrupted is undone all the same.
        cluster ??= await kubectl.Read(CancellationToken.None);
        var (undone, failures) = (new List<string>(), new List<string>());
        foreach (var node in cluster.Nodes.Where(node => node.Drilled is not null).Select(node => node.Name))
        {
            try
            {
                await kubectl.Stream(CancellationToken.None, "uncordon", node);
                await kubectl.Stream(CancellationToken.None, "annotate", "node", node, LiveCluster.DrillMark + "-");
                undone.Add(node);
            }
            catch (StepFailure e)
            {
                // One that can't be undone, as it may be gone by now, keeps no other from it.
                failures.Add($"{node}: {e.Message}");
            }
        }

        if (undone.Count + failures.Count == 0) around.Output.WriteLine("No node carries the mark of a drill");
        else around.Output.WriteLine(Visible.Text($"Undone: {string.Join(", ", undone)}"));
        return failures.Count == 0 ? ExitCode.Clean : throw new StepFailure(string.Join("; ", failures));
    }

    private async Task UndoAnyway()
    {
        try
        {
            _ = await Undo(cluster: null);
        }
        catch (Exception e) when (e is StepFailure or ProgramException)
        {
            throw new StepFailure($"nodes of the drill may still be cordoned ({e.Message}): run 'kubelint-kapsule drill --undo' for the same cluster");
        }
    }

    // Drained one by one, each node could take pods over from the one before; cordoned together, none can.
    private async Task Drain(List<LiveNode> nodes, CancellationToken cancellation)
    {
        var drain = kubectl.Stream(cancellation, ["drain", .. nodes.Select(node => node.Name), "--ignore-daemonsets", "--delete-emptydir-data", $"--timeout={around.Patience.Minutes}m"]);
        while (!drain.IsCompleted)
        {
            await Task.WhenAny(drain, Task.Delay(around.Patience.Pause, CancellationToken.None));
            if (!drain.IsCompleted && (await kubectl.TryRead(CancellationToken.None)).Cluster is { } now) Watch(now);
        }

        await drain;
    }

    private async Task Hold(Patience hold, CancellationToken cancellation)
    {
        for (var looks = 1; ; looks++)
        {
            Watch(await kubectl.Read(cancellation));
            if (looks >= hold.Looks) return;
            await Task.Delay(hold.Pause, cancellation);
        }
    }

    private void Watch(LiveCluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            var ready = cluster.PodsOf(workload).Count(pod => pod.IsReady);
            if (last.GetValueOrDefault(workload.Object, -1) == ready) continue;
            if (last.ContainsKey(workload.Object)) around.Output.WriteLine($"      {Visible.Text(workload.Object.ToString())}: {ready} of {workload.Replicas} ready");
            last[workload.Object] = ready;
            if (!workload.IsOfSystem) fewest[workload.Object] = Math.Min(fewest.GetValueOrDefault(workload.Object, ready), ready);
        }
    }

    private int Tell(string zone)
    {
        var gone = fewest.Where(entry => entry.Value == 0).Select(entry => entry.Key.ToString()).Order(StringComparer.Ordinal).ToList();
        around.Output.WriteLine(Visible.Text(gone.Count == 0 ? $"Without {zone} every workload kept a ready pod all the time" : $"Without {zone} there was a time without a ready pod of {string.Join(", ", gone)}"));
        return gone.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }
}
