using static KubeLint.NodePools.SizePath;
using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// GKE. A pool that names no zones has those of its cluster: the zone in which a zonal cluster stands and those beside it,
// or all of the region. Sizes count the nodes of each zone, unless they say total. Sources:
// GoogleCloudPlatform/k8s-config-connector crds/container_v1beta1_*.yaml; upbound/provider-gcp package/crds.
internal sealed partial record PoolDialect
{
    private static IEnumerable<PoolDialect> Google()
    {
        const string connector = "container.cnrm.cloud.google.com";
        PoolDialect pool = new(connector, "ContainerNodePool")
        {
            Zones =
            [
                "spec nodeLocations []",
                Via("spec clusterRef name", new ZoneTarget(connector, "ContainerCluster", Beside("spec nodeLocations []", "spec location"), Region("spec location"))),
                Opaque("spec clusterRef external"),
                Region("spec location"),
            ],
            Omitted = OmittedZones.Unknown,
            Region = ["spec location"],
            Minimum = ["spec autoscaling totalMinNodeCount", PerZone("spec autoscaling minNodeCount")],
            Maximum = ["spec autoscaling totalMaxNodeCount", PerZone("spec autoscaling maxNodeCount")],
            Desired = [PerZone("spec nodeCount"), PerZone("spec initialNodeCount")],
            Autoscaled = ["spec autoscaling"],
            NodeType = ["spec nodeConfig machineType"],
            Autohealing = "spec management autoRepair",
            Cluster = ["spec clusterRef name", "spec clusterRef external"],
        };
        yield return pool;

        // The pool that every cluster is made with, unless it is taken away.
        yield return new(connector, "ContainerCluster")
        {
            Zones = [Beside("spec nodeLocations []", "spec location"), Region("spec location")],
            Region = ["spec location"],
            Required = ["spec location"],
            Desired = [PerZone("spec initialNodeCount")],
            NodeType = ["spec nodeConfig machineType"],
            NoWorkers = ["metadata annotations cnrm.cloud.google.com/remove-default-node-pool=true", "spec removeDefaultNodePool=true"],
            Cluster = ["metadata name"],
            Noun = DefaultPool,
        };
        foreach (var (group, zones) in new[] { ("container.gcp.upbound.io", "nodeLocations"), ("container.gcp.m.upbound.io", "nodeLocations"), ("container.gcp.crossplane.io", "locations") })
        {
            const string spec = "spec forProvider";
            yield return pool with
            {
                Group = group,
                Kind = "NodePool",
                Elsewhere = "spec initProvider",
                Zones =
                [
                    $"{spec} {zones} []",
                    Via($"{spec} clusterRef name", new ZoneTarget(group, "Cluster", Beside($"{spec} {zones} []", $"{spec} location"), Region($"{spec} location"))),
                    Opaque($"{spec} cluster"),
                    Selected($"{spec} clusterSelector", new ZoneTarget(group, "Cluster", Beside($"{spec} {zones} []", $"{spec} location"), Region($"{spec} location"))),
                    Region($"{spec} location"),
                ],
                Region = [$"{spec} location"],
                Minimum = [$"{spec} autoscaling [?] totalMinNodeCount", PerZone($"{spec} autoscaling [?] minNodeCount")],
                Maximum = [$"{spec} autoscaling [?] totalMaxNodeCount", PerZone($"{spec} autoscaling [?] maxNodeCount")],
                Desired = [PerZone($"{spec} nodeCount"), PerZone($"{spec} initialNodeCount")],
                Autoscaled = [$"{spec} autoscaling [?]"],
                NodeType = [$"{spec} nodeConfig [?] machineType"],
                Autohealing = $"{spec} management [?] autoRepair",
                Cluster = [$"{spec} cluster", $"{spec} clusterRef name"],
                ClusterSelector = ($"{spec} clusterSelector", "Cluster"),
            };

            // Crossplane's own provider takes the default pool away, upbound's leaves it unless it is told to.
            if (group == "container.gcp.crossplane.io") continue;
            yield return new(group, "Cluster")
            {
                Elsewhere = "spec initProvider",
                Zones = [Beside($"{spec} {zones} []", $"{spec} location"), Region($"{spec} location")],
                Region = [$"{spec} location"],
                Required = [$"{spec} location"],
                Desired = [PerZone($"{spec} initialNodeCount")],
                NodeType = [$"{spec} nodeConfig [?] machineType"],
                NoWorkers = [$"{spec} removeDefaultNodePool=true"],
                Cluster = ["metadata name"],
                Noun = DefaultPool,
            };
        }
    }

    /// <summary>How messages call the pool that a GKE cluster is made with.</summary>
    public const string DefaultPool = "default node pool";
}
