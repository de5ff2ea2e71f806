using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// Gardener, Rancher and Kubermatic. Sources: gardener/gardener pkg/apis/core/v1beta1 types_shoot.go and
// pkg/apis/extensions/v1alpha1 types_worker.go; gardener/machine-controller-manager pkg/apis/machine/v1alpha1;
// rancher/rancher pkg/apis/provisioning.cattle.io/v1 and rancher/machine drivers; kubermatic/machine-controller sdk.
internal sealed partial record PoolDialect
{
    private static IEnumerable<PoolDialect> Others()
    {
        const string machine = "spec template spec providerSpec value cloudProviderSpec";
        yield return new("core.gardener.cloud", "Shoot")
        {
            Pools = ["spec provider workers []"],
            Zones = ["zones []"],

            // Shoots on Azure are zoned by their workers' zones; those without are not zoned.
            OmittedWhere = ("^spec provider type", "azure", OmittedZones.NoGuarantee),
            ZonePlace = "zones",
            Cloud = ["spec provider type"],
            Region = ["^spec region"],
            Minimum = ["minimum"],
            Maximum = ["maximum"],
            NodeType = ["machine type"],
            NoWorkers = ["controlPlane"],
            Labels = ["labels"],
            Cluster = ["^metadata name"],
            IsCluster = true,
        };
        yield return new("extensions.gardener.cloud", "Worker")
        {
            Cloud = ["spec type"],
            Pools = ["spec pools []"],
            Zones = ["zones []"],
            Region = ["^spec region"],
            Minimum = ["minimum"],
            Maximum = ["maximum"],
            NodeType = ["machineType"],
            Labels = ["labels"],
            Cluster = ["^metadata namespace"],
            IsCluster = true,
        };

        // Its machine controller manager has one deployment for each zone of a pool, scaled by what is declared elsewhere.
        foreach (var kind in new[] { "MachineDeployment", "MachineSet" })
        {
            yield return new("machine.sapcloud.io", kind)
            {
                Zones = [Via("spec template spec class name", new ZoneTarget("machine.sapcloud.io", "MachineClass", "nodeTemplate zone"))],
                Cluster = ["metadata namespace"],
            };
        }

        yield return new("provisioning.cattle.io", "Cluster")
        {
            Pools = ["spec rkeConfig machinePools [workerRole=true]"],
            Zones =
            [
                ViaKind("machineConfigRef name", "machineConfigRef kind",
                    new ZoneTarget("rke-machine-config.cattle.io", "Amazonec2Config", "zone") { Prefix = "region" },
                    new ZoneTarget("rke-machine-config.cattle.io", "AzureConfig", "availabilityZone"),
                    new ZoneTarget("rke-machine-config.cattle.io", "GoogleConfig", "zone")),
            ],
            Minimum = ["autoscalingMinSize"],
            Maximum = ["autoscalingMaxSize"],
            Desired = ["quantity"],
            Cluster = ["^metadata name"],
            IsCluster = true,
        };
        yield return new("cluster.k8s.io", "MachineDeployment")
        {
            Zones = [$"{machine} availabilityZone", $"{machine} zone", $"{machine} zones []", $"{machine} zoneID"],
            OmittedWhere = ("spec template spec providerSpec value cloudProvider", "azure", OmittedZones.NoGuarantee),
            ZonePlace = $"{machine} zones",
            Cloud = ["spec template spec providerSpec value cloudProvider"],
            Region = [$"{machine} region"],
            Minimum = ["metadata annotations cluster.k8s.io/cluster-api-autoscaler-node-group-min-size"],
            Maximum = ["metadata annotations cluster.k8s.io/cluster-api-autoscaler-node-group-max-size"],
            Desired = ["spec replicas"],
            NodeType = [$"{machine} instanceType", $"{machine} machineType", $"{machine} vmSize", $"{machine} commercialType", $"{machine} flavor"],
        };
    }
}
