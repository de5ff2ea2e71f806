using KubeLint.Cli;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>
/// Makes what a plan says, in the order in which one thing needs the other. The provider waits for the cluster, which has no
/// nodes at first (<c>pool_required</c>), and for its pools; what Kubernetes makes by itself is waited for here.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="around">What it works with.</param>
/// <param name="takesConflicts">Whether fields that others have changed in the cluster are taken back.</param>
internal sealed class ApplyRun(WrittenPlan plan, Surroundings around, bool takesConflicts)
{
    /// <summary>Runs.</summary>
    /// <param name="command">The command that continues after a failure.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(string command, CancellationToken cancellation)
    {
        using var folder = new PrivateFolder();
        var changes = folder.At("changes.tfplan");
        var (hasChanges, outputs) = (false, TerraformOutputs.None);
        KubectlTool Kubectl() => around.Kubectl(outputs, folder);

        List<Step> steps =
        [
            new("programs", "Looking at Terraform and kubectl", cancel => around.CheckPrograms(plan, cancel)),
            new("prepare", "Preparing Terraform", cancel => around.Terraform(plan).Init(cancel)),
            new("changes", "What Terraform would change", async cancel =>
            {
                hasChanges = await around.Terraform(plan).Plan(changes, destroys: false, cancel);
                if (!await around.Confirmation.Ask($"Apply this, and the manifests, to '{plan.Cluster}'?", "yes", cancel)) throw new StepsEnd("Nothing was changed", ExitCode.Findings);
            }),
            new("infrastructure", "Network, cluster, nodes, addresses and records", async cancel =>
            {
                if (hasChanges) await around.Terraform(plan).Apply(changes, cancel);
                else around.Output.WriteLine("      all there");
            }),
            new("cluster", "The cluster answers", async cancel =>
            {
                outputs = await around.Terraform(plan).Outputs(cancel);
                await around.Patience.Until(async () => ClusterCheck.Answer(await Kubectl().TryRead(cancel)), around.Output, cancel);
            }),
            new("nodes", "Nodes are ready in every zone", cancel => Wait(cluster => ClusterCheck.Nodes(plan, cluster), cancel)),
            new("storage", "Volumes wait for their pod's zone", async cancel =>
            {
                RefuseImmediate(await Kubectl().Read(cancel));
                await Kubectl().Apply([plan.BaseManifest], takesConflicts, cancel);
                await Wait(cluster => ClusterCheck.Storage(plan, cluster), cancel);
            }),
            new("manifests", "Ingress controller, load balancers and workloads", cancel => Kubectl().Apply(plan.OtherManifests, takesConflicts, cancel)),
            new("load balancers", "Load balancers have their addresses", cancel => Wait(cluster => ClusterCheck.Balancers(plan, cluster, outputs), cancel)),
            new("workloads", "Workloads are ready", cancel => Wait(cluster => ClusterCheck.Workloads(plan, cluster), cancel)),
        ];
        if (plan.Entry is { } entry) steps.Add(new("DNS", $"{entry} leads to the load balancers", cancel => around.Patience.Until(() => ClusterCheck.Names(entry, outputs, around.Names, cancel), around.Output, cancel)));
        var code = await new Steps(around.Output, around.Error).Take(steps, command, cancellation);
        if (code == ExitCode.Clean) around.Output.WriteLine($"{plan.Cluster} is as planned");
        return code;

        Task Wait(Func<LiveCluster, StepStatus> check, CancellationToken cancel) => around.Patience.Until(() => ClusterCheck.Look(Kubectl(), check, cancel), around.Output, cancel);
    }

    private void RefuseImmediate(LiveCluster cluster)
    {
        if (cluster.Classes.FirstOrDefault(found => !found.Waits && plan.Classes.Contains(found.Name)) is { } wrong)
            throw new StepFailure($"StorageClass '{wrong.Name}' is there and binds volumes before their pod has a zone, which can't be changed: delete the class, which keeps its volumes, and it is made anew");
    }
}
