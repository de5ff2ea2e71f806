using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// EKS and kOps. Sources: eksctl-io/eksctl pkg/apis/eksctl.io/v1alpha5 types.go; kubernetes/kops pkg/apis/kops;
// aws-controllers-k8s/{eks,ec2}-controller; upbound/provider-aws and crossplane-contrib/provider-aws, package/crds;
// aws/eks-anywhere pkg/api/v1alpha1.
internal sealed partial record PoolDialect
{
    private static IEnumerable<PoolDialect> Aws() =>
    [
        new("eksctl.io", "ClusterConfig")
        {
            Pools = ["managedNodeGroups []", "nodeGroups []"],
            Zones =
            [
                "availabilityZones []",
                Lookup("subnets []", "vpc subnets * {az:%}"),
                Opaque("localZones"),
                "^availabilityZones []",
                "^vpc subnets * {az}",
            ],

            // eksctl takes three zones of the region.
            Omitted = OmittedZones.EveryZone,
            Region = ["^metadata region"],
            Minimum = ["minSize"],
            Maximum = ["maxSize"],
            Desired = ["desiredCapacity"],
            NodeType = ["instanceType", "instanceTypes []"],
            IsOneGroup = true,
            IsCluster = true,
            Labels = ["labels"],
            Cluster = ["^metadata name"],
            OtherNodes = ["^fargateProfiles", "^autoModeConfig", "^karpenter"],
        },
        Kops("kops.k8s.io"),
        Kops("kops"),
        new("eks.services.k8s.aws", "Nodegroup")
        {
            Zones = [Opaque("spec subnets []"), Via("spec subnetRefs [] from name", new ZoneTarget("ec2.services.k8s.aws", "Subnet", "spec availabilityZone"))],
            Minimum = ["spec scalingConfig minSize"],
            Maximum = ["spec scalingConfig maxSize"],
            Desired = ["spec scalingConfig desiredSize"],
            IsOneGroup = true,
            NodeType = ["spec instanceTypes []"],
            Cluster = ["spec clusterName", "spec clusterRef from name"],
        },
        Crossplane("eks.aws.upbound.io", "ec2.aws.upbound.io", "subnetId"),
        Crossplane("eks.aws.m.upbound.io", "ec2.aws.m.upbound.io", "subnetId"),
        Crossplane("eks.aws.crossplane.io", "ec2.aws.crossplane.io", "subnet"),

        // A failure domain here is a zone of the data centre's, or a site of its own.
        new("anywhere.eks.amazonaws.com", "Cluster")
        {
            Pools = ["spec workerNodeGroupConfigurations []"],
            Zones =
            [
                "failureDomains []",
                ViaKind("^spec datacenterRef name", "^spec datacenterRef kind", new ZoneTarget("anywhere.eks.amazonaws.com", "CloudStackDatacenterConfig", "spec availabilityZones [] name")),
            ],
            Minimum = ["autoscalingConfiguration minCount"],
            Maximum = ["autoscalingConfiguration maxCount"],
            Desired = ["count"],
            Autoscaled = ["autoscalingConfiguration"],
            Cluster = ["^metadata name"],
            IsCluster = true,
            NamesDomains = true,
        },
    ];

    // Masters, API servers and bastions run no workloads. A group stands in the zones of its subnets, which the Cluster names.
    private static PoolDialect Kops(string group) => new(group, "InstanceGroup")
    {
        Zones =
        [
            "spec zones []",
            ViaPart("spec subnets []", ["metadata labels kops.k8s.io/cluster"],
                new ZoneTarget(group, "Cluster", "spec subnets [name=%] zone", "spec networking subnets [name=%] zone")),
        ],
        Minimum = ["spec minSize"],
        Maximum = ["spec maxSize"],
        IsOneGroup = true,
        NodeType = ["spec machineType"],
        NoWorkers = ["spec role=Master", "spec role=ControlPlane", "spec role=APIServer", "spec role=Bastion"],
        Labels = ["spec nodeLabels"],
        Cluster = ["metadata labels kops.k8s.io/cluster"],
    };

    // An older version has a list of one where a newer has an object.
    private static PoolDialect Crossplane(string group, string network, string subnet) => new(group, "NodeGroup")
    {
        Zones =
        [
            Opaque($"spec forProvider {subnet}s []"),
            Via($"spec forProvider {subnet}Refs [] name", new ZoneTarget(network, "Subnet", "spec forProvider availabilityZone")),
            Opaque($"spec forProvider {subnet}Selector"),
        ],
        Elsewhere = "spec initProvider",
        Region = ["spec forProvider region"],
        Minimum = ["spec forProvider scalingConfig [?] minSize"],
        Maximum = ["spec forProvider scalingConfig [?] maxSize"],
        Desired = ["spec forProvider scalingConfig [?] desiredSize"],
        IsOneGroup = true,
        NodeType = ["spec forProvider instanceTypes []"],
        Cluster = ["spec forProvider clusterName", "spec forProvider clusterNameRef name"],
        ClusterSelector = ("spec forProvider clusterNameSelector", "Cluster"),
    };
}
