using System.Runtime.CompilerServices;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>Looks how a cluster stands against its plan, and changes nothing.</summary>
/// <param name="plan">The plan.</param>
/// <param name="around">What it works with.</param>
internal sealed class StatusRun(WrittenPlan plan, Surroundings around)
{
    private const string Infrastructure = "infrastructure";

    /// <summary>Looks. Steps that can't be looked at before another is done are told as not done.</summary>
    /// <exception cref="StepFailure">A program is missing, or can't answer.</exception>
    /// <exception cref="ProgramException">A program can't be started.</exception>
    public async Task<ClusterStatus> Look(CancellationToken cancellation)
    {
        var steps = await Each(cancellation).ToListAsync(cancellation);
        return new ClusterStatus(plan.Cluster, steps.TrueForAll(step => step.IsDone), steps);
    }

    private async IAsyncEnumerable<StepStatus> Each([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var folder = new PrivateFolder();
        var outputs = await around.Terraform(plan).Outputs(cancellation);
        yield return new StepStatus(Infrastructure, [outputs.Kubeconfig is null ? new ItemStatus("", false, "Terraform's state holds no cluster; 'kubelint-kapsule apply' makes it") : new ItemStatus("", true, "Terraform's state holds the cluster")]);
        if (outputs.Kubeconfig is null) yield break;

        var answer = await around.Kubectl(outputs, folder).TryRead(cancellation);
        yield return ClusterCheck.Answer(answer);
        if (answer.Cluster is { } cluster)
        {
            yield return ClusterCheck.Nodes(plan, cluster);
            yield return ClusterCheck.Storage(plan, cluster);
            yield return ClusterCheck.Balancers(plan, cluster, outputs);
            yield return ClusterCheck.Workloads(plan, cluster);
        }

        if (plan.Entry is { } entry) yield return await ClusterCheck.Names(entry, outputs, around.Names, cancellation);
    }
}
