using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// Live nodes, and Karpenter's pools. Sources: k8s.io/api/core/v1 types.go; kubernetes-sigs/karpenter pkg/apis/v1
// nodepool.go and nodeclaim.go; each provider's node class.
internal sealed partial record PoolDialect
{
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    private static readonly ZoneTarget[] NodeClasses =
    [
        new("karpenter.k8s.aws", "EC2NodeClass", "status subnets [] zone"),
        new("karpenter.alibabacloud.com", "ECSNodeClass", "spec vSwitchSelectorTerms [] zoneID"),
        new("karpenter-ibm.sh", "IBMNodeClass", "spec zone"),
        new("karpenter.ibm.sh", "IBMNodeClass", "spec zone"),
    ];

    private static IEnumerable<PoolDialect> Kubernetes() =>
    [
        new("", "Node")
        {
            Zones = [$"metadata labels {ZoneLabel}", "metadata labels failure-domain.beta.kubernetes.io/zone"],
            Labels = ["metadata labels"],

            // Servers of k3s and the like carry the label of a control plane and run workloads all the same: the taint keeps them off.
            NoWorkers = ["spec taints [key=node-role.kubernetes.io/control-plane]", "spec taints [key=node-role.kubernetes.io/master]"],
            FewestPools = 2,
            Noun = "node",
        },
        new("karpenter.sh", "NodePool")
        {
            Labels = ["spec template metadata labels"],
            Zones =
            [
                .. Requirements("spec template spec requirements"),
                $"spec template metadata labels {ZoneLabel}",
                ViaKind("spec template spec nodeClassRef name", "spec template spec nodeClassRef kind", NodeClasses),
            ],
            Omitted = OmittedZones.EveryZone,
            Cloud = ["spec template spec nodeClassRef group"],
            Desired = ["spec replicas"],
            ScalesFromZero = true,
        },
        new("karpenter.sh", "Provisioner")
        {
            Labels = ["spec labels"],
            Zones = [.. Requirements("spec requirements"), $"spec labels {ZoneLabel}"],
            Omitted = OmittedZones.EveryZone,
            ScalesFromZero = true,
        },

        // What the controller made for one node. One by itself may be any cluster's.
        new("karpenter.sh", "NodeClaim")
        {
            Labels = ["metadata labels"],
            Zones = [$"metadata labels {ZoneLabel}", .. Requirements("spec requirements")],
            FewestPools = 2,
            Noun = "node claim",
        },
    ];

    private static ZonePath[] Requirements(string path) =>
    [
        $"{path} [key={ZoneLabel},operator=In] values []",
        Opaque($"{path} [key={ZoneLabel}]"),
        Opaque($"{path} [key=topology.k8s.aws/zone-id]"),
    ];
}
