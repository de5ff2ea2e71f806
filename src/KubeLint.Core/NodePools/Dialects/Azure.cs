namespace KubeLint.NodePools;

// AKS. Without zones an agent pool is regional: Azure promises no zone to its machines. Sources: Azure/azure-service-operator
// v2/api/containerservice; upbound/provider-azure package/crds; azure-aks-docs articles/aks/reliability-availability-zones-configure.md.
internal sealed partial record PoolDialect
{
    private static readonly PoolDialect AgentPool = new("containerservice.azure.com", "ManagedClustersAgentPool")
    {
        Required = ["spec owner"],
        Zones = ["spec availabilityZones []"],
        Omitted = OmittedZones.NoGuarantee,
        Minimum = ["spec minCount"],
        Maximum = ["spec maxCount"],
        Desired = ["spec count"],
        Autoscaled = ["spec enableAutoScaling"],
        IsOneGroup = true,
        NodeType = ["spec vmSize"],
        Cluster = ["spec owner name"],
    };

    private static IEnumerable<PoolDialect> Azure()
    {
        yield return AgentPool;
        yield return AgentPool with
        {
            Group = Infrastructure,
            Kind = "AzureASOManagedMachinePool",
            Pools = ["spec resources [kind=ManagedClustersAgentPool]"],
            Cluster = ["spec resources [kind=ManagedClustersAgentPool] spec owner name"],
        };
        yield return AgentPool with
        {
            Kind = "ManagedCluster",
            Required = ["^spec owner"],
            Pools = ["spec agentPoolProfiles []"],
            Zones = ["availabilityZones []"],
            ZonePlace = "availabilityZones",
            Region = ["^spec location"],
            Minimum = ["minCount"],
            Maximum = ["maxCount"],
            Desired = ["count"],
            Autoscaled = ["enableAutoScaling"],
            NodeType = ["vmSize"],
            Cluster = ["^metadata name"],
        };
        foreach (var group in new[] { "containerservice.azure.upbound.io", "containerservice.azure.m.upbound.io" })
        {
            yield return new(group, "KubernetesClusterNodePool")
            {
                Required = ["spec forProvider vmSize"],
                Elsewhere = "spec initProvider",
                Zones = ["spec forProvider zones []"],
                Omitted = OmittedZones.NoGuarantee,
                ZonePlace = "spec forProvider zones",
                Minimum = ["spec forProvider minCount"],
                Maximum = ["spec forProvider maxCount"],
                Desired = ["spec forProvider nodeCount"],
                Autoscaled = ["spec forProvider autoScalingEnabled", "spec forProvider enableAutoScaling"],
                IsOneGroup = true,
                NodeType = ["spec forProvider vmSize"],
                Cluster = ["spec forProvider kubernetesClusterId", "spec forProvider kubernetesClusterIdRef name"],
                ClusterSelector = ("spec forProvider kubernetesClusterIdSelector", "KubernetesCluster"),
            };
            yield return new(group, "KubernetesCluster")
            {
                Pools = ["spec forProvider defaultNodePool [?]"],
                Required = ["vmSize"],
                Elsewhere = "spec initProvider",
                Zones = ["zones []"],
                Omitted = OmittedZones.NoGuarantee,
                ZonePlace = "zones",
                Region = ["^spec forProvider location"],
                Minimum = ["minCount"],
                Maximum = ["maxCount"],
                Desired = ["nodeCount"],
                Autoscaled = ["autoScalingEnabled", "enableAutoScaling"],
                IsOneGroup = true,
                NodeType = ["vmSize"],
                Cluster = ["^metadata name"],
            };
        }
    }
}
