using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// Cluster API and its providers. Sources: the CRDs in config/crd/bases of kubernetes-sigs/cluster-api,
// cluster-api-provider-{aws,azure,gcp,ibmcloud}, oracle/cluster-api-provider-oci, outscale/cluster-api-provider-outscale
// and scaleway/cluster-api-provider-scaleway.
internal sealed partial record PoolDialect
{
    private const string Infrastructure = "infrastructure.cluster.x-k8s.io";
    private const string NodeGroupSize = "metadata annotations cluster.x-k8s.io/cluster-api-autoscaler-node-group-";

    // Machines take these templates' zones where they state no failure domain of their own.
    private static readonly ZoneTarget[] MachineTemplates =
    [
        new(Infrastructure, "OscMachineTemplate", "spec template spec node vm subregionNames []", "spec template spec node vm subregionName"),
        new(Infrastructure, "IBMVPCMachineTemplate", "spec template spec zone"),
        new(Infrastructure, "AzureMachineTemplate", "spec template spec failureDomain"),
    ];

    private static IEnumerable<PoolDialect> ClusterApi()
    {
        PoolDialect machines = new("cluster.x-k8s.io", "MachineDeployment")
        {
            Zones =
            [
                "spec template spec failureDomain",
                ViaKind("spec template spec infrastructureRef name", "spec template spec infrastructureRef kind", MachineTemplates),
            ],
            Minimum = [NodeGroupSize + "min-size"],
            Maximum = [NodeGroupSize + "max-size"],
            Desired = ["spec replicas"],
            Cluster = ["spec clusterName", "metadata labels cluster.x-k8s.io/cluster-name"],
            Cloud = ["spec template spec infrastructureRef kind"],
        };
        PoolDialect pool = new("cluster.x-k8s.io", "MachinePool")
        {
            Zones = ["spec failureDomains []"],
            Minimum = [NodeGroupSize + "min-size"],
            Maximum = [NodeGroupSize + "max-size"],
            Desired = ["spec replicas"],
            Cluster = ["spec clusterName", "metadata labels cluster.x-k8s.io/cluster-name"],
            Cloud = ["spec template spec infrastructureRef kind"],
            Detail = ("spec template spec infrastructureRef kind", "spec template spec infrastructureRef name"),
        };
        yield return machines;

        // A MachineSet of a MachineDeployment is controlled by it and no pool of its own.
        yield return machines with { Kind = "MachineSet" };
        yield return pool;
        yield return pool with { Group = "exp.cluster.x-k8s.io" };
        yield return new("cluster.x-k8s.io", "Cluster")
        {
            Pools = ["spec topology workers machineDeployments []", "spec topology workers machinePools []"],
            Zones =
            [
                "failureDomain",
                "failureDomains []",
                ViaPart("class", ["spec topology class", "spec topology classRef name"],
                    new ZoneTarget("cluster.x-k8s.io", "ClusterClass", "spec workers machineDeployments [class=%] failureDomain", "spec workers machinePools [class=%] failureDomains []")),
            ],
            Minimum = [NodeGroupSize + "min-size"],
            Maximum = [NodeGroupSize + "max-size"],
            Desired = ["replicas"],
            Cluster = ["^metadata name"],
        };
        foreach (var row in Providers()) yield return row;
    }

    private static IEnumerable<PoolDialect> Providers()
    {
        const string scaling = "spec scaling";
        yield return Provided("AWSManagedMachinePool") with
        {
            Zones = ["spec availabilityZones []", Opaque("spec subnetIDs []"), Opaque("spec availabilityZoneSubnetType")],
            Omitted = OmittedZones.EveryZone,
            IsOneGroup = true,
            Minimum = [$"{scaling} minSize"],
            Maximum = [$"{scaling} maxSize"],
            NodeType = ["spec instanceType"],
        };
        yield return Provided("AWSMachinePool") with
        {
            Zones = ["spec availabilityZones []", Opaque("spec subnets []")],
            IsOneGroup = true,
            Minimum = ["spec minSize"],
            Maximum = ["spec maxSize"],
            NodeType = ["spec awsLaunchTemplate instanceType"],
        };
        yield return Provided("ROSAMachinePool") with
        {
            Zones = ["spec availabilityZone", Opaque("spec subnet")],
            Minimum = ["spec autoscaling minReplicas"],
            Maximum = ["spec autoscaling maxReplicas"],
            Autoscaled = ["spec autoscaling"],
            NodeType = ["spec instanceType"],
        };

        // Azure's scale sets without zones are regional: no zone is promised to their machines.
        PoolDialect managed = Provided("AzureManagedMachinePool") with
        {
            Required = ["spec mode", "spec sku"],
            Zones = ["spec availabilityZones []"],
            Omitted = OmittedZones.NoGuarantee,
            IsOneGroup = true,
            Minimum = [$"{scaling} minSize"],
            Maximum = [$"{scaling} maxSize"],
            Autoscaled = [scaling],
            NodeType = ["spec sku"],
        };
        yield return managed;
        yield return managed with { Group = "exp.infrastructure.cluster.x-k8s.io" };
        yield return Provided("AzureMachinePool") with
        {
            Required = ["spec template vmSize"],
            IsZonedByOwner = true,
            ZonePlace = "spec failureDomains",
            Omitted = OmittedZones.NoGuarantee,
            NodeType = ["spec template vmSize"],
        };
        yield return Provided("GCPManagedMachinePool") with
        {
            Zones = ["spec nodeLocations []"],
            Minimum = [SizePath.PerZone($"{scaling} minCount")],
            Maximum = [SizePath.PerZone($"{scaling} maxCount")],
            Autoscaled = [scaling],
            NodeType = ["spec machineType", "spec instanceType"],
            Autohealing = "spec management autoRepair",
        };
        yield return Provided("ScalewayManagedMachinePool") with
        {
            Zones = ["spec zone"],
            Minimum = [$"{scaling} minSize"],
            Maximum = [$"{scaling} maxSize"],
            Autoscaled = [$"{scaling} autoscaling"],
            NodeType = ["spec nodeType"],
            Required = ["spec nodeType"],
            Autohealing = "spec autohealing",
            IsAutohealedByDefault = false,
            PublicIpDisabled = "spec publicIPDisabled",
        };
        yield return Provided("OCIManagedMachinePool") with { Zones = ["spec nodePoolNodeConfig placementConfigs [] availabilityDomain"], NodeType = ["spec nodeShape"] };
        yield return Provided("OCIMachinePool") with { Zones = ["spec placementDetails [] availabilityDomain"] };
    }

    // A pool in more detail: a MachinePool points to it, and states its size where it does not.
    private static PoolDialect Provided(string kind) => new(Infrastructure, kind) { Cluster = ["metadata labels cluster.x-k8s.io/cluster-name"] };
}
