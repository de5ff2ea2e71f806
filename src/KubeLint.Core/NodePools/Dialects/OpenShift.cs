using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// OpenShift's machine API, Hive and HyperShift. Sources: openshift/api machine/v1beta1 (types_awsprovider.go and its
// like) and autoscaling.openshift.io/v1beta1; openshift/hive apis/hive/v1 machinepool_types.go; openshift/hypershift
// api/hypershift/v1beta1 nodepool_types.go.
internal sealed partial record PoolDialect
{
    private const string MachineSpec = "spec template spec providerSpec value";

    private static IEnumerable<PoolDialect> OpenShift() =>
    [
        new("machine.openshift.io", "MachineSet")
        {
            Zones =
            [
                $"{MachineSpec} placement availabilityZone",
                $"{MachineSpec} zone",
                $"{MachineSpec} availabilityZone",
                $"{MachineSpec} failureDomain name",
                $"{MachineSpec} failureDomain",
            ],
            Region = [$"{MachineSpec} placement region"],
            Cloud = [$"{MachineSpec} kind"],
            Desired = ["spec replicas"],
            Scaler = ("autoscaling.openshift.io", "MachineAutoscaler", "spec scaleTargetRef name", "spec minReplicas", "spec maxReplicas"),
            NodeType = [$"{MachineSpec} instanceType", $"{MachineSpec} machineType", $"{MachineSpec} vmSize", $"{MachineSpec} profile"],

            // The installer makes the first ones itself: one by itself is an addition to those.
            FewestPools = 2,
            NoWorkers = ["spec template metadata labels machine.openshift.io/cluster-api-machine-role=master"],
            Labels = ["spec template spec metadata labels"],
            Cluster = ["metadata labels machine.openshift.io/cluster-api-cluster", "spec selector matchLabels machine.openshift.io/cluster-api-cluster"],
        },
        new("hive.openshift.io", "MachinePool")
        {
            Zones = ["spec platform * zones []", Opaque("spec platform aws subnets []"), "spec platform nutanix failureDomains []"],

            // Hive makes a MachineSet in each zone of the region that has machines of the type.
            Omitted = OmittedZones.EveryZone,
            Minimum = ["spec autoscaling minReplicas"],
            Maximum = ["spec autoscaling maxReplicas"],
            Desired = ["spec replicas"],
            Autoscaled = ["spec autoscaling"],
            NodeType = ["spec platform aws type", "spec platform gcp type", "spec platform azure type", "spec platform ibmcloud type"],
            Labels = ["spec labels"],
            Cluster = ["spec clusterDeploymentRef name"],
        },
        new("hypershift.openshift.io", "NodePool")
        {
            Zones = ["spec platform azure availabilityZone", "spec platform openstack availabilityZone", Opaque("spec platform aws subnet")],
            Minimum = ["spec autoScaling min"],
            Maximum = ["spec autoScaling max"],
            Desired = ["spec replicas"],
            Autoscaled = ["spec autoScaling"],
            NodeType = ["spec platform aws instanceType", "spec platform azure vmSize"],
            Autohealing = "spec management autoRepair",
            Labels = ["spec nodeLabels"],
            Cluster = ["spec clusterName"],
        },
    ];
}
