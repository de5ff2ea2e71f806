using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>Holds a cluster against its plan, step by step. What <c>apply</c> waits for is what <c>status</c> shows.</summary>
internal static class ClusterCheck
{
    /// <summary>Looks at the cluster. One that does not answer for a while is waited for as for anything else.</summary>
    public static async Task<StepStatus> Look(KubectlTool kubectl, Func<LiveCluster, StepStatus> check, CancellationToken cancellation)
    {
        var answer = await kubectl.TryRead(cancellation);
        return answer.Cluster is { } cluster ? check(cluster) : Answer(answer);
    }

    /// <summary>Whether the cluster answers.</summary>
    public static StepStatus Answer((LiveCluster? Cluster, string? Why) answer) => new("cluster",
        [new ItemStatus("", answer.Cluster is not null, answer.Cluster is { } cluster ? $"answers{VersionsOf(cluster)}" : $"does not answer: {answer.Why}")]);

    /// <summary>Whether each zone has its nodes, and they are ready.</summary>
    public static StepStatus Nodes(WrittenPlan plan, LiveCluster cluster) => new("nodes", [.. plan.Zones.Select(zone =>
    {
        var nodes = cluster.Nodes.Where(node => node.Zone == zone.Name).ToList();
        var (ready, cordoned) = (nodes.Count(node => node.IsReady), nodes.Count(node => node.IsCordoned));
        return new ItemStatus(zone.Name, ready >= zone.Nodes && cordoned == 0, $"{ready} of at least {zone.Nodes} nodes ready{(cordoned > 0 ? $", {cordoned} cordoned" : "")}") { Zone = zone.Name, Ready = ready, Wanted = zone.Nodes };
    })]);

    /// <summary>Whether the classes of volumes are there, and wait for the first pod.</summary>
    public static StepStatus Storage(WrittenPlan plan, LiveCluster cluster) => new("storage",
    [
        .. plan.Classes.Select(name => cluster.Classes.FirstOrDefault(other => other.Name == name) is not { } found ? new ItemStatus(name, false, "not there") : Binding(found, found.Waits)),

        // The plan's claims name their class; a default class that binds at once is for people to know.
        .. cluster.Classes.Where(other => other.IsDefault && !plan.Classes.Contains(other.Name)).Select(other => Binding(other, isDone: true)),
    ]);

    /// <summary>Whether the workloads have their replicas, and they are ready.</summary>
    public static StepStatus Workloads(WrittenPlan plan, LiveCluster cluster) => new("workloads", [.. plan.Workloads.Select(workload =>
    {
        var pods = cluster.PodsOf(workload).ToList();
        var ready = pods.Where(pod => pod.IsReady).ToList();
        var zones = new SortedDictionary<string, int>(plan.Zones.ToDictionary(zone => zone.Name, zone => ready.Count(pod => cluster.ZoneOf(pod) == zone.Name)), StringComparer.Ordinal);
        var trouble = ready.Count >= workload.Replicas ? null : pods.Where(pod => !pod.IsReady).Select(pod => pod.Trouble).FirstOrDefault(reason => reason is not null);
        var state = $"{ready.Count} of at least {workload.Replicas} ready ({string.Join(", ", zones.Select(zone => $"{zone.Key} {zone.Value}"))}){(trouble is null ? "" : $", {trouble}")}";
        return new ItemStatus(workload.Object.ToString(), ready.Count >= workload.Replicas, state) { Ready = ready.Count, Wanted = workload.Replicas, ReadyByZone = zones };
    })]);

    /// <summary>Whether the load balancers have the addresses that were reserved for them.</summary>
    public static StepStatus Balancers(WrittenPlan plan, LiveCluster cluster, TerraformOutputs outputs) => new("load balancers", [.. plan.Balancers.Select(planned =>
    {
        var found = cluster.LoadBalancers.FirstOrDefault(balancer => balancer.Object == planned.Service);
        var reserved = outputs.Addresses.GetValueOrDefault(planned.Zone);
        var addresses = found?.Addresses ?? [];
        var state = found is null ? "not there"
            : addresses.Count == 0 ? "no address yet"
            : reserved is not null && !addresses.Contains(reserved) ? $"{string.Join(", ", addresses)}, and not the reserved {reserved}"
            : string.Join(", ", addresses);
        return new ItemStatus(planned.Service.ToString(), reserved is not null && addresses.Contains(reserved), state) { Zone = planned.Zone, Addresses = addresses };
    })]);

    /// <summary>Whether the name of the entry leads to the load balancers.</summary>
    public static async Task<StepStatus> Names(string name, TerraformOutputs outputs, INameResolver names, CancellationToken cancellation)
    {
        var addresses = await names.Resolve(name, cancellation);
        var strangers = addresses.Except(outputs.Addresses.Values).ToList();
        var state = addresses.Count == 0 ? "no answer yet"
            : strangers.Count > 0 ? $"leads to {string.Join(", ", strangers)}, which is no load balancer of the plan"
            : string.Join(", ", addresses);
        return new StepStatus("DNS", [new ItemStatus(name, addresses.Count > 0 && strangers.Count == 0, state) { Addresses = addresses }]);
    }

    private static string VersionsOf(LiveCluster cluster) =>
        cluster.Nodes.Select(node => node.Version).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } versions ? $"; nodes run {string.Join(", ", versions)}" : "";

    private static ItemStatus Binding(LiveClass found, bool isDone) =>
        new(found.Name, isDone, $"{(found.Waits ? "waits for the first pod" : "binds before a pod has a zone")}{(found.IsDefault ? " (default class)" : "")}");
}
