using KubeLint.Resources;

namespace KubeLint.NodePools;

/// <summary>Where objects beside pools name zones: gateways, load balancers, subnets. Sources: those of the pools of the same provider.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Zones">The paths to the zones' names.</param>
internal sealed record ZonePlaces(string Group, string Kind, params string[] Zones)
{
    /// <summary>The path to the region that is stated beside them; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>The places that KubeLint reads.</summary>
    public static IReadOnlyList<ZonePlaces> All { get; } =
    [
        new("infrastructure.cluster.x-k8s.io", "ScalewayCluster", "spec failureDomains []", "spec network publicGateways [] zone", "spec network controlPlaneLoadBalancer zone", "spec network controlPlaneExtraLoadBalancers [] zone") { Region = "spec region" },
        new("infrastructure.cluster.x-k8s.io", "ScalewayManagedCluster", "spec network publicGateways [] zone") { Region = "spec region" },
        new("vpc.scaleway.upbound.io", "PublicGateway", "spec forProvider zone"),
        new("vpc.scaleway.m.upbound.io", "PublicGateway", "spec forProvider zone"),
        new("ec2.services.k8s.aws", "Subnet", "spec availabilityZone"),
        new("ec2.aws.upbound.io", "Subnet", "spec forProvider availabilityZone") { Region = "spec forProvider region" },
        new("ec2.aws.m.upbound.io", "Subnet", "spec forProvider availabilityZone") { Region = "spec forProvider region" },
        new("ec2.aws.crossplane.io", "Subnet", "spec forProvider availabilityZone") { Region = "spec forProvider region" },
        new("container.cnrm.cloud.google.com", "ContainerCluster", "spec nodeLocations []") { Region = "spec location" },
        new("container.gcp.upbound.io", "Cluster", "spec forProvider nodeLocations []") { Region = "spec forProvider location" },
        new("container.gcp.m.upbound.io", "Cluster", "spec forProvider nodeLocations []") { Region = "spec forProvider location" },
        new(Declaration.Group, "scaleway_vpc_public_gateway", "spec zone"),
        new(Declaration.Group, "scaleway_vpc_gateway_network", "spec zone"),
        new(Declaration.Group, "scaleway_lb", "spec zone"),
        new(Declaration.Group, "scaleway_lb_ip", "spec zone"),
        new(Declaration.Group, "aws_subnet", "spec availability_zone") { Region = "spec region" },
        new(Declaration.Group, "google_container_cluster", "spec node_locations []") { Region = "spec location" },
    ];
}
