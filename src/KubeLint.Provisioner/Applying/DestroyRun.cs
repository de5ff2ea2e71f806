using KubeLint.Cli;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Applying;

/// <summary>
/// Takes a cluster away. What Kubernetes has made outside of Terraform's state goes first: load balancers and volumes would
/// outlive the cluster, cost on, and keep the private network from being deleted.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="around">What it works with.</param>
/// <param name="asksKubernetes">Whether the cluster is asked; false where it is gone for good.</param>
internal sealed class DestroyRun(WrittenPlan plan, Surroundings around, bool asksKubernetes)
{
    private const string VolumeDriver = "csi.scaleway.com";

    /// <summary>Runs.</summary>
    /// <param name="command">The command that continues after a failure.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(string command, CancellationToken cancellation)
    {
        using var folder = new PrivateFolder();
        var changes = folder.At("changes.tfplan");
        KubectlTool? kubectl = null;
        var cluster = LiveCluster.Empty;

        return await new Steps(around.Output, around.Error).Take(
        [
            new("programs", "Looking at Terraform and kubectl", cancel => around.CheckPrograms(plan, cancel)),
            new("prepare", "Preparing Terraform", cancel => around.Terraform(plan).Init(cancel)),
            new("cluster", "What Kubernetes has made", async cancel =>
            {
                var outputs = await around.Terraform(plan).Outputs(cancel);
                if (outputs.Kubeconfig is null || !asksKubernetes)
                {
                    around.Output.WriteLine("      not looked at: there is no cluster to ask");
                    return;
                }

                kubectl = around.Kubectl(outputs, folder);
                cluster = (await kubectl.TryRead(cancel)) switch
                {
                    (LiveCluster read, _) => read,
                    var (_, why) => throw new StepFailure($"the cluster does not answer ({why}), and its load balancers and volumes may outlive it; where it is gone for good, add --without-kubernetes"),
                };
                foreach (var balancer in cluster.LoadBalancers) around.Output.WriteLine($"      load balancer of {balancer.Object} {string.Join(", ", balancer.Addresses)}");
                foreach (var volume in VolumesOf(cluster)) around.Output.WriteLine($"      volume {volume.Name}{(volume.Claim is { } claim ? $" of {claim}" : "")}, with its data");
            }),
            new("changes", "What Terraform would delete", async cancel =>
            {
                if (!await around.Terraform(plan).Plan(changes, destroys: true, cancel)) throw new StepsEnd("There is nothing left to destroy", ExitCode.Clean);
                if (!await around.Confirmation.Ask($"Delete cluster '{plan.Cluster}' with all that is shown above, data too?", plan.Cluster, cancel)) throw new StepsEnd("Nothing was deleted", ExitCode.Findings);
            }),
            new("load balancers", "Deleting load balancers", async cancel =>
            {
                foreach (var balancer in cluster.LoadBalancers) await Delete(kubectl!, balancer.Object, cancel);
            }),
            new("volumes", "Deleting volumes and what uses them", async cancel =>
            {
                if (kubectl is not null) await DeleteVolumes(kubectl, cluster, cancel);
            }),
            new("infrastructure", "Deleting records, addresses, nodes, cluster and network", async cancel =>
            {
                await around.Terraform(plan).Apply(changes, cancel);
                around.Output.WriteLine($"{plan.Cluster} is gone");
            }),
        ], command, cancellation);
    }

    private async Task DeleteVolumes(KubectlTool kubectl, LiveCluster cluster, CancellationToken cancel)
    {
        var volumes = VolumesOf(cluster).ToList();
        var claims = volumes.Select(volume => volume.Claim).OfType<ObjectName>().ToList();

        // A claim stays as long as a pod uses it, and a pod comes back as long as something controls it.
        foreach (var owner in cluster.Pods.Where(pod => pod.Claims.Any(claims.Contains)).Select(pod => pod.Owner).Distinct()) await Delete(kubectl, owner, cancel);
        foreach (var volume in volumes.Where(volume => volume.IsRetained))
            await kubectl.Stream(cancel, "patch", "persistentvolume", volume.Name, "--patch", """{"spec":{"persistentVolumeReclaimPolicy":"Delete"}}""");
        foreach (var claim in claims) await Delete(kubectl, claim, cancel);
        await around.Patience.Until(() => ClusterCheck.Look(kubectl, Left, cancel), around.Output, cancel);
    }

    // kubectl waits until the object is gone, and an object of a load balancer goes after the load balancer.
    private Task Delete(KubectlTool kubectl, ObjectName item, CancellationToken cancel) =>
        kubectl.Stream(cancel, "delete", item.Kind.ToLowerInvariant(), item.Name, "--namespace", item.Namespace ?? "default", "--ignore-not-found", "--wait", $"--timeout={around.Patience.Minutes}m");

    private static StepStatus Left(LiveCluster cluster)
    {
        var left = VolumesOf(cluster).Select(volume => volume.Name).ToList();
        return new StepStatus("volumes", [new ItemStatus("", left.Count == 0, left.Count == 0 ? "no volume is left" : $"volumes left: {string.Join(", ", left)}")]);
    }

    private static IEnumerable<LiveVolume> VolumesOf(LiveCluster cluster) => cluster.Volumes.Where(volume => volume.Driver == VolumeDriver);
}
