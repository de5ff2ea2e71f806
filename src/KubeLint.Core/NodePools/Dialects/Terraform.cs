using KubeLint.Resources;
using static KubeLint.NodePools.SizePath;
using static KubeLint.NodePools.ZonePath;

namespace KubeLint.NodePools;

// Terraform's resources. Sources: the providers' schemas, scaleway/terraform-provider-scaleway, hashicorp/terraform-provider-aws,
// -google and -azurerm, ovh/terraform-provider-ovh; what an omitted zone means is said in the files of the same clouds beside this one.
internal sealed partial record PoolDialect
{
    private const string Tf = Declaration.Group;

    private static IEnumerable<PoolDialect> Terraform() =>
    [
        new(Tf, "scaleway_k8s_pool")
        {
            Zones = ["spec zone"],
            Omitted = OmittedZones.OneDefault,
            ZonePlace = "spec zone",
            Region = ["spec region"],
            Minimum = ["spec min_size"],
            Maximum = ["spec max_size"],
            Desired = ["spec size"],
            Autoscaled = ["spec autoscaling"],
            NodeType = ["spec node_type"],
            Autohealing = "spec autohealing",
            IsAutohealedByDefault = false,
            PublicIpDisabled = "spec public_ip_disabled",
            Cluster = ["spec cluster_id"],
        },
        new(Tf, "aws_eks_node_group")
        {
            Zones = [Via("spec subnet_ids []", new ZoneTarget(Tf, "aws_subnet", "spec availability_zone"))],
            Minimum = ["spec scaling_config [?] min_size"],
            Maximum = ["spec scaling_config [?] max_size"],
            Desired = ["spec scaling_config [?] desired_size"],
            IsOneGroup = true,
            NodeType = ["spec instance_types []"],
            Labels = ["spec labels"],
            Cluster = ["spec cluster_name"],
        },
        new(Tf, "google_container_node_pool")
        {
            Zones =
            [
                "spec node_locations []",
                Via("spec cluster", new ZoneTarget(Tf, "google_container_cluster", Beside("spec node_locations []", "spec location"), Region("spec location"))),
                Region("spec location"),
            ],
            Region = ["spec location"],
            Minimum = ["spec autoscaling [?] total_min_node_count", PerZone("spec autoscaling [?] min_node_count")],
            Maximum = ["spec autoscaling [?] total_max_node_count", PerZone("spec autoscaling [?] max_node_count")],
            Desired = [PerZone("spec node_count"), PerZone("spec initial_node_count")],
            Autoscaled = ["spec autoscaling [?]"],
            NodeType = ["spec node_config [?] machine_type"],
            Autohealing = "spec management [?] auto_repair",
            Cluster = ["spec cluster"],
        },
        new(Tf, "google_container_cluster")
        {
            Zones = [Beside("spec node_locations []", "spec location"), Region("spec location")],
            Region = ["spec location"],
            Required = ["spec location"],
            Desired = [PerZone("spec initial_node_count")],
            NodeType = ["spec node_config [?] machine_type"],

            // Autopilot has pools of its own, over the region.
            NoWorkers = ["spec remove_default_node_pool=true", "spec enable_autopilot=true"],
            Cluster = ["metadata name"],
            Noun = DefaultPool,
        },
        new(Tf, "azurerm_kubernetes_cluster_node_pool")
        {
            Zones = ["spec zones []", "spec availability_zones []"],
            Omitted = OmittedZones.NoGuarantee,
            ZonePlace = "spec zones",
            Minimum = ["spec min_count"],
            Maximum = ["spec max_count"],
            Desired = ["spec node_count"],
            Autoscaled = ["spec auto_scaling_enabled", "spec enable_auto_scaling"],
            IsOneGroup = true,
            NodeType = ["spec vm_size"],
            Cluster = ["spec kubernetes_cluster_id"],
        },
        new(Tf, "azurerm_kubernetes_cluster")
        {
            Pools = ["spec default_node_pool [?]"],
            Zones = ["zones []", "availability_zones []"],
            Omitted = OmittedZones.NoGuarantee,
            ZonePlace = "zones",
            Region = ["^spec location"],
            Minimum = ["min_count"],
            Maximum = ["max_count"],
            Desired = ["node_count"],
            Autoscaled = ["auto_scaling_enabled", "enable_auto_scaling"],
            IsOneGroup = true,
            NodeType = ["vm_size"],
            Cluster = ["^metadata name"],
        },
        new(Tf, "ovh_cloud_project_kube_nodepool")
        {
            Zones = ["spec availability_zones []"],
            Minimum = ["spec min_nodes"],
            Maximum = ["spec max_nodes"],
            Desired = ["spec desired_nodes"],
            Autoscaled = ["spec autoscale"],
            NodeType = ["spec flavor_name"],
            Cluster = ["spec kube_id"],
        },
    ];
}
