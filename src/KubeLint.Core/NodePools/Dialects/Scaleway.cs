namespace KubeLint.NodePools;

// Kapsule. A pool has one zone, by default that of the provider's configuration. Source: scaleway/crossplane-provider-scaleway
// package/crds/k8s.scaleway.upbound.io_pools.yaml ("The zone … Defaults to provider zone", minSize, autohealing, publicIpDisabled).
internal sealed partial record PoolDialect
{
    private static IEnumerable<PoolDialect> Scaleway()
    {
        foreach (var group in new[] { "k8s.scaleway.upbound.io", "k8s.scaleway.m.upbound.io" })
        {
            const string spec = "spec forProvider";
            yield return new(group, "Pool")
            {
                Required = [$"{spec} nodeType"],
                Elsewhere = "spec initProvider",
                Zones = [$"{spec} zone", "spec initProvider zone"],
                Omitted = OmittedZones.OneDefault,
                ZonePlace = $"{spec} zone",
                Region = [$"{spec} region"],
                Minimum = [$"{spec} minSize"],
                Maximum = [$"{spec} maxSize"],
                Desired = [$"{spec} size"],
                Autoscaled = [$"{spec} autoscaling"],
                NodeType = [$"{spec} nodeType"],
                Autohealing = $"{spec} autohealing",
                IsAutohealedByDefault = false,
                PublicIpDisabled = $"{spec} publicIpDisabled",
                Cluster = [$"{spec} clusterId", $"{spec} clusterIdRef name"],
                ClusterSelector = ($"{spec} clusterIdSelector", "Cluster"),
            };
        }
    }
}
