namespace KubeLint.Placement;

/// <summary>Finds the worst case by trying every order in which the scheduler could admit pods to nodes.</summary>
public static class PlacementEnumeration
{
    /// <summary>
    /// The worst case of the first workload. Pods of the others come in any order between its own.
    /// </summary>
    /// <param name="workloads">Workloads and their numbers of pods; the first is the one asked for.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="zoneKey">The label that names a node's zone.</param>
    /// <param name="lost">The zone that is lost; null: the one whose loss takes most.</param>
    /// <param name="mostStates">How many different placements to look at before giving up.</param>
    /// <returns>Null where there are more placements than that.</returns>
    public static WorstCase? Worst(IReadOnlyList<(Pod Pod, int Replicas)> workloads, IReadOnlyList<SchedulingNode> nodes, string zoneKey, string? lost = null, int mostStates = 2_000)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<int[]>();
        open.Push(new int[workloads.Count * nodes.Count]);
        seen.Add(Name(open.Peek()));
        WorstCase? worst = null;
        while (open.Count > 0)
        {
            var state = open.Pop();
            var isFinal = true;
            var running = Running(state, workloads, nodes);
            for (var w = 0; w < workloads.Count; w++)
            {
                if (Placed(state, w, nodes.Count) == workloads[w].Replicas) continue;
                for (var n = 0; n < nodes.Count; n++)
                {
                    if (!SchedulerFilters.Admit(workloads[w].Pod, nodes[n], nodes, running)) continue;
                    isFinal = false;
                    var next = (int[])state.Clone();
                    next[(w * nodes.Count) + n]++;
                    if (!seen.Add(Name(next))) continue;
                    if (seen.Count > mostStates) return null;
                    open.Push(next);
                }
            }

            if (!isFinal) continue;
            var outcome = Outcome(state, nodes, zoneKey, lost);
            if (worst is null || outcome.Remaining < worst.Remaining || (outcome.Remaining == worst.Remaining && outcome.MostInOneZone > worst.MostInOneZone)) worst = outcome;
        }

        return worst;
    }

    private static string Name(int[] state) => string.Join(",", state);

    private static int Placed(int[] state, int workload, int nodeCount)
    {
        var sum = 0;
        for (var n = 0; n < nodeCount; n++) sum += state[(workload * nodeCount) + n];
        return sum;
    }

    private static List<RunningPod> Running(int[] state, IReadOnlyList<(Pod Pod, int Replicas)> workloads, IReadOnlyList<SchedulingNode> nodes)
    {
        var pods = new List<RunningPod>();
        for (var i = 0; i < state.Length; i++)
        {
            if (state[i] > 0) pods.Add(new RunningPod(workloads[i / nodes.Count].Pod, nodes[i % nodes.Count]) { Count = state[i] });
        }

        return pods;
    }

    private static WorstCase Outcome(int[] state, IReadOnlyList<SchedulingNode> nodes, string zoneKey, string? lost)
    {
        var byZone = nodes.Select((node, n) => (zone: node.Labels.TryGetValue(zoneKey, out var zone) ? zone : "", count: state[n]))
            .GroupBy(x => x.zone, x => x.count).Select(g => (Zone: g.Key, Count: g.Sum())).ToList();
        return new WorstCase(byZone.Sum(z => z.Count), byZone.Where(z => lost is null || z.Zone == lost).Select(z => z.Count).DefaultIfEmpty().Max());
    }
}
