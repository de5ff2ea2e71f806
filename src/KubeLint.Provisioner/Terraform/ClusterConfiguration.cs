using KubeLint.Provisioner.Declarations;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Terraform;

/// <summary>What Terraform makes: network, cluster, node pools, the addresses of load balancers, and their DNS records.</summary>
internal static class ClusterConfiguration
{
    /// <summary>The template of the load balancers, whose Services need the ids of addresses that Terraform reserves.</summary>
    public const string LoadBalancerTemplate = ClusterPlan.TemplateFolder + "/load-balancers.yaml";

    /// <summary>What Terraform makes of it, to be applied with the manifests. KubeLint passes hidden folders over, so no object is there twice.</summary>
    public const string LoadBalancers = ".rendered/load-balancers.yaml";

    private const string Main = "main";
    private const int EntryTtl = 60;
    private const int AliasTtl = 300;

    /// <summary>The configuration of a cluster.</summary>
    public static TerraformConfiguration Of(ClusterDeclaration cluster)
    {
        var resources = new Blocks();
        AddNetwork(resources, cluster);
        AddCluster(resources, cluster);
        AddEntry(resources, cluster);
        return new TerraformConfiguration
        {
            Data = DataOf(cluster),
            Output = OutputsOf(cluster),
            Provider = new(StringComparer.Ordinal) { ["scaleway"] = new ProviderSettings(cluster.Region.Name, cluster.Zones[0]) },
            Resource = resources,
            Terraform = new Requirements(">= 1.5", new(StringComparer.Ordinal)
            {
                ["local"] = new ProviderRequirement("hashicorp/local", "~> 2.5"),
                ["scaleway"] = new ProviderRequirement("scaleway/scaleway", "~> 2.81"),
            }),
        };
    }

    /// <summary>The variable of the template that stands for the id of a zone's address.</summary>
    public static string AddressVariable(string zone) => "address_" + zone.Replace('-', '_');

    private static void AddNetwork(Blocks resources, ClusterDeclaration cluster)
    {
        resources.Add("scaleway_vpc", Main, new Vpc(cluster.Name, cluster.Region.Name, TagsOf(cluster)));
        resources.Add("scaleway_vpc_private_network", Main, new PrivateNetwork(cluster.Name, cluster.Region.Name, TagsOf(cluster), Reference("scaleway_vpc", Main, "id")));
        if (cluster.Isolation != Isolation.Full) return;
        resources.Add("scaleway_vpc_public_gateway", Main, new PublicGateway(cluster.Name, "VPC-GW-S", cluster.GatewayZone, TagsOf(cluster)));
        resources.Add("scaleway_vpc_gateway_network", Main, new GatewayNetwork(
            Reference("scaleway_vpc_public_gateway", Main, "id"),
            Reference("scaleway_vpc_private_network", Main, "id"),
            cluster.GatewayZone,
            EnableMasquerade: true,
            new IpamConfig(PushDefaultRoute: true)));
    }

    private static void AddCluster(Blocks resources, ClusterDeclaration cluster)
    {
        resources.Add("scaleway_k8s_cluster", Main, new KapsuleCluster(cluster.Name, cluster.Region.Name, "kapsule", cluster.KubernetesVersion, "cilium", Reference("scaleway_vpc_private_network", Main, "id"))
        {
            AutoUpgrade = new AutoUpgrade(Enable: true, cluster.Maintenance.Day, cluster.Maintenance.Hour),

            // Without balancing, all new nodes may come in one zone.
            AutoscalerConfig = new AutoscalerConfig(BalanceSimilarNodeGroups: true, IgnoreDaemonsetsUtilization: true),
            DeleteAdditionalResources = true,

            DependsOn = DependenciesOf(cluster),
            Tags = TagsOf(cluster),
        });

        // One pool for each zone: a volume's zone can grow by itself, and the autoscaler keeps the zones even.
        foreach (var zone in cluster.Zones)
        {
            resources.Add("scaleway_k8s_pool", zone, new NodePool(Reference("scaleway_k8s_cluster", Main, "id"), zone, cluster.Nodes.Type, cluster.Region.Name, zone)
            {
                Autohealing = true,
                Autoscaling = true,
                Size = cluster.Nodes.Min,
                MinSize = cluster.Nodes.Min,
                MaxSize = cluster.Nodes.Max,
                PublicIpDisabled = cluster.Isolation == Isolation.Full,
                Tags = TagsOf(cluster),

                // A new node comes before an old one is drained, and budgets bound what a drain takes. Scaleway's default
                // adds none, which empties a zone of one node. (The provider does not pass on a MaxUnavailable of 0.)
                UpgradePolicy = new UpgradePolicy(MaxSurge: 1, MaxUnavailable: 1),

                // Replicas that start before a zone has nodes are spread without it.
                WaitForPoolReady = true,
            });
        }
    }

    // Addresses are given back after the cluster has gone, and with it the load balancers that hold them. Nodes without
    // public addresses find the control plane through the gateway alone, so it has to be there before them.
    private static string[] DependenciesOf(ClusterDeclaration cluster) =>
    [
        .. cluster.LoadBalancerZones.Select(zone => $"scaleway_lb_ip.{zone}"),
        .. cluster.Isolation == Isolation.Full ? ["scaleway_vpc_gateway_network." + Main] : Array.Empty<string>(),
    ];

    // Addresses are reserved here and given to the Services, so that the record can be declared with them, and they stay
    // when a load balancer is made anew. Addresses that load balancers bring would be known only after kubectl has run.
    private static void AddEntry(Blocks resources, ClusterDeclaration cluster)
    {
        foreach (var zone in cluster.LoadBalancerZones) resources.Add("scaleway_lb_ip", zone, new LoadBalancerAddress(zone, TagsOf(cluster)));
        var ids = cluster.LoadBalancerZones.Select(zone => $"{AddressVariable(zone)} = split(\"/\", scaleway_lb_ip.{zone}.id)[1]");
        resources.Add("local_file", "load_balancers", new LocalFile(
            "${path.module}/" + LoadBalancers,
            $"${{templatefile(\"${{path.module}}/{LoadBalancerTemplate}\", {{ {string.Join(", ", ids)} }})}}",
            "0644"));
        if (cluster.Dns is not { } dns) return;
        var zoneId = Reference("data.scaleway_domain_zone", Main, "id");
        var addresses = cluster.LoadBalancerZones.Select(zone => Reference("scaleway_lb_ip", zone, "ip_address")).ToList();
        resources.Add("scaleway_domain_record", DnsZone.Entry, new DomainRecord(zoneId, DnsZone.Entry, "A", addresses[0], EntryTtl)
        {
            // The controller answers /healthz for every host that no Ingress has.
            HttpService = new HttpService(addresses, $"http://{DnsZone.Entry}.{dns.Name}/healthz", "", "all", "dns-health-check"),
        });
        foreach (var host in cluster.Workloads.Select(w => w.Host).OfType<string>())
            resources.Add("scaleway_domain_record", host, new DomainRecord(zoneId, host, "CNAME", $"{DnsZone.Entry}.{dns.Name}.", AliasTtl));
    }

    private static Blocks? DataOf(ClusterDeclaration cluster)
    {
        if (cluster.Dns is not { } dns) return null;
        var data = new Blocks();
        data.Add("scaleway_domain_zone", Main, new DomainZone(dns.Domain, dns.Subdomain));
        return data;
    }

    private static SortedDictionary<string, Output> OutputsOf(ClusterDeclaration cluster) => new(StringComparer.Ordinal)
    {
        ["kubeconfig"] = new("The file by which kubectl reaches the cluster.", Reference("scaleway_k8s_cluster", Main, "kubeconfig[0].config_file"), Sensitive: true),
        ["load_balancer_addresses"] = new(
            "The address of the load balancer of each zone.",
            new SortedDictionary<string, string>(cluster.LoadBalancerZones.ToDictionary(zone => zone, zone => Reference("scaleway_lb_ip", zone, "ip_address")), StringComparer.Ordinal)),
    };

    private static string[] TagsOf(ClusterDeclaration cluster) => [cluster.Name, "multi-az"];

    private static string Reference(string type, string name, string attribute) => $"${{{type}.{name}.{attribute}}}";

    private sealed class Blocks() : SortedDictionary<string, SortedDictionary<string, object>>(StringComparer.Ordinal)
    {
        public void Add(string type, string name, TerraformBlock block)
        {
            if (!TryGetValue(type, out var named)) Add(type, named = new(StringComparer.Ordinal));
            named.Add(name, block);
        }
    }
}
