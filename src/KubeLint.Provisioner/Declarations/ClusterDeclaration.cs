using KubeLint.Provisioner.Scaleway;

namespace KubeLint.Provisioner.Declarations;

/// <summary>A cluster over several zones and what runs in it. All that is here has been checked.</summary>
/// <param name="Name">The name of the cluster, of its network, and of the namespace of its workloads.</param>
/// <param name="Region">The region.</param>
/// <param name="Zones">The zones that have nodes, sorted: two at least.</param>
/// <param name="Nodes">The nodes of each zone.</param>
/// <param name="KubernetesVersion">The minor version, as <c>1.34</c>.</param>
/// <param name="Isolation">How nodes reach the internet.</param>
/// <param name="Maintenance">When patches are installed.</param>
/// <param name="Dns">The DNS zone of the records; null for none.</param>
/// <param name="IngressReplicas">The replicas of the ingress controller.</param>
/// <param name="Workloads">What runs in the cluster, sorted by name.</param>
internal sealed record ClusterDeclaration(
    string Name,
    ScalewayRegion Region,
    IReadOnlyList<string> Zones,
    NodeDeclaration Nodes,
    string KubernetesVersion,
    Isolation Isolation,
    MaintenanceWindow Maintenance,
    DnsZone? Dns,
    int IngressReplicas,
    IReadOnlyList<WorkloadDeclaration> Workloads)
{
    /// <summary>
    /// The zones that have a load balancer: those with nodes that offer them. One would be lost with its zone, so where
    /// there are fewer than two, others of the region help out; a load balancer reaches the nodes of every zone.
    /// </summary>
    public IReadOnlyList<string> LoadBalancerZones { get; } =
        [.. Region.LoadBalancerZones.OrderBy(zone => !Zones.Contains(zone)).Take(Math.Max(2, Region.LoadBalancerZones.Intersect(Zones).Count())).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The zone of the public gateway in full isolation: that of the control plane's own load balancer, nodes or not.
    /// Anywhere else, a second zone would take all nodes' way along. The first zone of every region offers gateways
    /// (scaleway/scaleway-sdk-go, api/vpcgw/v2 Zones()).
    /// </summary>
    public string GatewayZone => Region.PrimaryZone;
}

/// <summary>The nodes of each zone.</summary>
/// <param name="Type">The type of Instance.</param>
/// <param name="Min">The fewest in a zone.</param>
/// <param name="Max">The most in a zone.</param>
internal sealed record NodeDeclaration(string Type, int Min, int Max);

/// <summary>How nodes reach the internet (scaleway/docs-content, secure-cluster-with-private-network.mdx).</summary>
internal enum Isolation
{
    /// <summary>By public addresses of their own, which let nothing in.</summary>
    Controlled,

    /// <summary>Through one public gateway; they have no public addresses.</summary>
    Full,
}

/// <summary>The two hours in which patches are installed.</summary>
/// <param name="Day">The day, as <c>sunday</c>, or <c>any</c>.</param>
/// <param name="Hour">The hour at which it opens, in UTC.</param>
internal sealed record MaintenanceWindow(string Day, int Hour);

/// <summary>A DNS zone that Scaleway serves.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Subdomain">The part below it; empty for the domain itself.</param>
internal sealed record DnsZone(string Domain, string Subdomain)
{
    /// <summary>The record of the load balancers, below the zone. No Ingress has its host, so that its health check is the controller's own.</summary>
    public const string Entry = "ingress";

    /// <summary>The full name.</summary>
    public string Name => Subdomain.Length == 0 ? Domain : $"{Subdomain}.{Domain}";
}

/// <summary>Something that runs in the cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">Its container image.</param>
/// <param name="Replicas">How many replicas, or the fewest where it is scaled.</param>
/// <param name="Autoscaling">How it is scaled; null where it is not.</param>
/// <param name="Ports">The TCP ports.</param>
/// <param name="Host">The name below the DNS zone by which it is reached; null for none.</param>
/// <param name="HealthPath">The path that answers when it is ready; null for none.</param>
/// <param name="State">What makes it stateful; null where it is not.</param>
/// <param name="Cpu">The processor time to reserve, as Kubernetes writes it.</param>
/// <param name="Memory">The memory to reserve, as Kubernetes writes it.</param>
internal sealed record WorkloadDeclaration(
    string Name, string Image, int Replicas, AutoscalingDeclaration? Autoscaling, IReadOnlyList<int> Ports, string? Host, string? HealthPath, StateDeclaration? State, string Cpu, string Memory);

/// <summary>How a workload is scaled.</summary>
/// <param name="Max">The most replicas.</param>
/// <param name="CpuPercent">The use of the requested processor time to keep.</param>
internal sealed record AutoscalingDeclaration(int Max, int CpuPercent);

/// <summary>What a replica keeps.</summary>
/// <param name="VolumeSize">The size of its volume, as Kubernetes writes it; null for none.</param>
/// <param name="MountPath">The path at which it is mounted.</param>
internal sealed record StateDeclaration(string? VolumeSize, string MountPath);
