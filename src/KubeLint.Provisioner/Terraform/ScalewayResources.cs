namespace KubeLint.Provisioner.Terraform;

// Resources of scaleway/terraform-provider-scaleway, with the fields that are used here. A property's name in snake case is the
// field's (PlainJson.WriteTerraform); what a field means is said in the provider's docs/resources.

/// <summary>A resource, or a source of data, of Terraform.</summary>
internal abstract record TerraformBlock;

/// <summary><c>scaleway_vpc</c>.</summary>
internal sealed record Vpc(string Name, string Region, IReadOnlyList<string> Tags) : TerraformBlock;

/// <summary><c>scaleway_vpc_private_network</c>.</summary>
internal sealed record PrivateNetwork(string Name, string Region, IReadOnlyList<string> Tags, string VpcId) : TerraformBlock;

/// <summary><c>scaleway_k8s_cluster</c>.</summary>
internal sealed record KapsuleCluster(string Name, string Region, string Type, string Version, string Cni, string PrivateNetworkId) : TerraformBlock
{
    public required AutoUpgrade AutoUpgrade { get; init; }

    public required AutoscalerConfig AutoscalerConfig { get; init; }

    public required bool DeleteAdditionalResources { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }
}

/// <summary><c>auto_upgrade</c> of a cluster; hours are in UTC.</summary>
internal sealed record AutoUpgrade(bool Enable, string MaintenanceWindowDay, int MaintenanceWindowStartHour);

/// <summary><c>autoscaler_config</c> of a cluster.</summary>
internal sealed record AutoscalerConfig(bool BalanceSimilarNodeGroups, bool IgnoreDaemonsetsUtilization);

/// <summary><c>scaleway_k8s_pool</c>.</summary>
internal sealed record NodePool(string ClusterId, string Name, string NodeType, string Region, string Zone) : TerraformBlock
{
    public required bool Autohealing { get; init; }

    public required bool Autoscaling { get; init; }

    public required int Size { get; init; }

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    public required bool PublicIpDisabled { get; init; }

    public required UpgradePolicy UpgradePolicy { get; init; }

    public required bool WaitForPoolReady { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }
}

/// <summary><c>upgrade_policy</c> of a pool, in nodes.</summary>
internal sealed record UpgradePolicy(int MaxSurge, int MaxUnavailable);

/// <summary><c>scaleway_vpc_public_gateway</c>.</summary>
internal sealed record PublicGateway(string Name, string Type, string Zone, IReadOnlyList<string> Tags) : TerraformBlock;

/// <summary><c>scaleway_vpc_gateway_network</c>.</summary>
internal sealed record GatewayNetwork(string GatewayId, string PrivateNetworkId, string Zone, bool EnableMasquerade, IpamConfig IpamConfig) : TerraformBlock;

/// <summary><c>ipam_config</c> of a gateway network.</summary>
internal sealed record IpamConfig(bool PushDefaultRoute);

/// <summary><c>scaleway_lb_ip</c>.</summary>
internal sealed record LoadBalancerAddress(string Zone, IReadOnlyList<string> Tags) : TerraformBlock;

/// <summary>The source of data <c>scaleway_domain_zone</c>.</summary>
internal sealed record DomainZone(string Domain, string Subdomain) : TerraformBlock;

/// <summary><c>scaleway_domain_record</c>; the time to live is in seconds.</summary>
internal sealed record DomainRecord(string DnsZone, string Name, string Type, string Data, int Ttl) : TerraformBlock
{
    public HttpService? HttpService { get; init; }
}

/// <summary><c>http_service</c> of a record.</summary>
internal sealed record HttpService(IReadOnlyList<string> Ips, string Url, string MustContain, string Strategy, string UserAgent);

/// <summary><c>local_file</c> of hashicorp/terraform-provider-local.</summary>
internal sealed record LocalFile(string Filename, string Content, string FilePermission) : TerraformBlock;
