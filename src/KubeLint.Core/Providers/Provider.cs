namespace KubeLint.Providers;

/// <summary>
/// A cloud, as far as zones go. The table is data: sources are Scaleway's cloud controller
/// (docs/loadbalancer-annotations.md), IBM's VPC and classic load-balancer guides, Hetzner's cloud controller
/// (internal/annotation), the AWS controllers' guides to Service annotations, and the clouds' CSI drivers.
/// </summary>
public sealed record Provider(string Id, string DisplayName)
{
    /// <summary>What Services' annotations of this cloud start with.</summary>
    public IReadOnlyList<string> AnnotationPrefixes { get; init; } = [];

    /// <summary>API groups whose objects prove this cloud.</summary>
    public IReadOnlyList<string> ApiGroups { get; init; } = [];

    /// <summary>What its kinds in Cluster API's shared infrastructure group start with; null for none.</summary>
    public string? ClusterApiKindPrefix { get; init; }

    /// <summary>What the types of its Terraform provider start with; null for none.</summary>
    public string? TerraformPrefix { get; init; }

    /// <summary>What <c>spec.providerID</c> of its nodes starts with.</summary>
    public IReadOnlyList<string> NodeIdPrefixes { get; init; } = [];

    /// <summary>What labels on its nodes start with.</summary>
    public IReadOnlyList<string> NodeLabelPrefixes { get; init; } = [];

    /// <summary>Whether a cluster always stands in one data centre, so that nothing can be spread.</summary>
    public bool IsSingleSite { get; init; }

    /// <summary>Whether its load balancers stand in several zones where nothing narrows them (kubernetes/cloud-provider-aws, cloud-provider-azure and GKE's guides to load balancers).</summary>
    public bool SpansZonesWithLoadBalancers { get; init; }

    /// <summary>How load balancers get their zone, where each stands in one; null for all others.</summary>
    public ZonalLoadBalancer? ZonalLoadBalancer { get; init; }

    /// <summary>How a Service narrows where its load balancer stands or leads to.</summary>
    public LoadBalancerBackends Backends { get; init; } = new();

    /// <summary>The answer <c>kubelint.provider = none</c>: no cloud, so no cloud's rules.</summary>
    public static Provider None { get; } = new("none", "no provider");

    /// <summary>The clouds that KubeLint knows.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new("scaleway", "Scaleway")
        {
            TerraformPrefix = "scaleway_",
            AnnotationPrefixes = ["service.beta.kubernetes.io/scw-loadbalancer-"],
            ApiGroups = ["k8s.scaleway.upbound.io", "k8s.scaleway.m.upbound.io", "vpc.scaleway.upbound.io", "vpc.scaleway.m.upbound.io"],
            ClusterApiKindPrefix = "Scaleway",
            NodeIdPrefixes = ["scaleway://"],
            NodeLabelPrefixes = ["k8s.scaleway.com/", "topology.csi.scaleway.com/"],
            ZonalLoadBalancer = new("service.beta.kubernetes.io/scw-loadbalancer-zone", "fr-par-1", "the first zone of the region")
            {
                // A load balancer that is named by its id already stands in a zone; with a class, Scaleway's controller leaves the Service alone.
                SettledBy = ["service.beta.kubernetes.io/scw-loadbalancer-id"],
                IdAnnotation = "service.beta.kubernetes.io/scw-loadbalancer-id",
                IgnoresClasses = true,

                // scaleway-sdk-go, api/lb/v1 Zones(); on fr-par-3 it and Scaleway's page on products' availability differ.
                Zones = ["fr-par-1", "fr-par-2", "nl-ams-1", "nl-ams-2", "nl-ams-3", "pl-waw-1", "pl-waw-2", "pl-waw-3"],
                UnsureZones = ["fr-par-3"],
                ZonesWithout = ["it-mil-1"],
            },
            Backends = new() { NodeLabels = "service.beta.kubernetes.io/scw-loadbalancer-target-node-labels" },
        },
        new("aws", "AWS")
        {
            TerraformPrefix = "aws_",
            SpansZonesWithLoadBalancers = true,
            AnnotationPrefixes = ["service.beta.kubernetes.io/aws-load-balancer-"],
            ApiGroups = ["eksctl.io", "karpenter.k8s.aws", "eks.services.k8s.aws", "anywhere.eks.amazonaws.com", "eks.aws.upbound.io", "eks.aws.m.upbound.io", "eks.aws.crossplane.io"],
            ClusterApiKindPrefix = "AWS",
            NodeIdPrefixes = ["aws://"],
            NodeLabelPrefixes = ["eks.amazonaws.com/", "topology.ebs.csi.aws.com/", "topology.k8s.aws/"],
            Backends = new()
            {
                NodeLabels = "service.beta.kubernetes.io/aws-load-balancer-target-node-labels",
                Subnets = "service.beta.kubernetes.io/aws-load-balancer-subnets",
                Classes = ["service.k8s.aws/nlb", "eks.amazonaws.com/nlb"],

                // The AWS Load Balancer Controller may target pods, and then leaves node labels alone.
                TargetType = ("service.beta.kubernetes.io/aws-load-balancer-nlb-target-type", "instance"),
                ControllerType = ("service.beta.kubernetes.io/aws-load-balancer-type", ["external", "nlb-ip"]),
            },
        },
        new("gcp", "Google Cloud")
        {
            TerraformPrefix = "google_",
            SpansZonesWithLoadBalancers = true,
            AnnotationPrefixes = ["networking.gke.io/", "cloud.google.com/"],
            ApiGroups = ["container.cnrm.cloud.google.com", "karpenter.k8s.gcp", "container.gcp.upbound.io", "container.gcp.m.upbound.io", "container.gcp.crossplane.io"],
            ClusterApiKindPrefix = "GCP",
            NodeIdPrefixes = ["gce://"],
            NodeLabelPrefixes = ["cloud.google.com/", "topology.gke.io/"],
        },
        new("azure", "Azure")
        {
            TerraformPrefix = "azurerm_",
            SpansZonesWithLoadBalancers = true,
            AnnotationPrefixes = ["service.beta.kubernetes.io/azure-"],
            ApiGroups = ["containerservice.azure.com", "karpenter.azure.com", "containerservice.azure.upbound.io", "containerservice.azure.m.upbound.io"],
            ClusterApiKindPrefix = "Azure",
            NodeIdPrefixes = ["azure://"],
            NodeLabelPrefixes = ["kubernetes.azure.com/", "topology.disk.csi.azure.com/"],
        },
        new("ovh", "OVHcloud") { TerraformPrefix = "ovh_", AnnotationPrefixes = ["loadbalancer.ovhcloud.com/"], NodeIdPrefixes = ["ovh://"] },
        new("hetzner", "Hetzner")
        {
            TerraformPrefix = "hcloud_",
            AnnotationPrefixes = ["load-balancer.hetzner.cloud/"],
            ClusterApiKindPrefix = "HCloud",
            NodeIdPrefixes = ["hcloud://"],
            NodeLabelPrefixes = ["csi.hetzner.cloud/"],

            // One that names no location and no network zone is refused, unless the controller has a default.
            ZonalLoadBalancer = new("load-balancer.hetzner.cloud/location", "fsn1", null) { SettledBy = ["load-balancer.hetzner.cloud/network-zone"], IgnoresClasses = true },
            Backends = new() { NodeLabels = "load-balancer.hetzner.cloud/node-selector" },
        },
        new("ibm", "IBM Cloud")
        {
            TerraformPrefix = "ibm_",
            AnnotationPrefixes = ["service.kubernetes.io/ibm-"],
            ApiGroups = ["karpenter-ibm.sh", "karpenter.ibm.sh"],
            ClusterApiKindPrefix = "IBM",
            NodeIdPrefixes = ["ibm://", "ibmvpc://", "ibmpowervs://"],
            NodeLabelPrefixes = ["ibm-cloud.kubernetes.io/"],
            // Only its network load balancers are zonal, and a Service asks for one by this feature.
            ZonalLoadBalancer = new("service.kubernetes.io/ibm-load-balancer-cloud-provider-zone", "us-south-1", "a zone that IBM Cloud picks")
            {
                Noun = "network load balancer",
                SettledBy = ["service.kubernetes.io/ibm-load-balancer-cloud-provider-vpc-subnets", "service.kubernetes.io/ibm-load-balancer-cloud-provider-vlan"],
                RequestedBy = ("service.kubernetes.io/ibm-load-balancer-cloud-provider-enable-features", ["nlb", "ipvs"]),
            },
        },
        new("openstack", "OpenStack") { TerraformPrefix = "openstack_", AnnotationPrefixes = ["loadbalancer.openstack.org/"], ClusterApiKindPrefix = "OpenStack", NodeIdPrefixes = ["openstack://"], NodeLabelPrefixes = ["topology.cinder.csi.openstack.org/"], Backends = new() { NodeLabels = "loadbalancer.openstack.org/node-selector" } },
        new("oracle", "Oracle Cloud") { TerraformPrefix = "oci_", AnnotationPrefixes = ["service.beta.kubernetes.io/oci-", "oci.oraclecloud.com/", "oci-network-load-balancer.oraclecloud.com/"], ApiGroups = ["oci.oraclecloud.com"], ClusterApiKindPrefix = "OCI", NodeIdPrefixes = ["oci://"] },
        new("alibaba", "Alibaba Cloud") { TerraformPrefix = "alicloud_", AnnotationPrefixes = ["service.beta.kubernetes.io/alibaba-cloud-", "service.beta.kubernetes.io/alicloud-"], ApiGroups = ["karpenter.alibabacloud.com"], NodeIdPrefixes = ["alicloud://"] },
        new("tencent", "Tencent Cloud") { TerraformPrefix = "tencentcloud_", AnnotationPrefixes = ["service.kubernetes.io/qcloud-"], ApiGroups = ["karpenter.k8s.tke"], NodeIdPrefixes = ["qcloud://"] },
        new("huawei", "Huawei Cloud") { TerraformPrefix = "huaweicloud_", AnnotationPrefixes = ["kubernetes.io/elb."] },
        new("digitalocean", "DigitalOcean") { TerraformPrefix = "digitalocean_", AnnotationPrefixes = ["service.beta.kubernetes.io/do-loadbalancer-"], ClusterApiKindPrefix = "DO", NodeIdPrefixes = ["digitalocean://"], NodeLabelPrefixes = ["doks.digitalocean.com/"], IsSingleSite = true },
        new("linode", "Linode") { TerraformPrefix = "linode_", AnnotationPrefixes = ["service.beta.kubernetes.io/linode-loadbalancer-"], ClusterApiKindPrefix = "Linode", NodeIdPrefixes = ["linode://"], NodeLabelPrefixes = ["lke.linode.com/", "topology.linode.com/"], IsSingleSite = true },
        new("exoscale", "Exoscale") { TerraformPrefix = "exoscale_", AnnotationPrefixes = ["service.beta.kubernetes.io/exoscale-loadbalancer-"], ApiGroups = ["karpenter.exoscale.com"], NodeIdPrefixes = ["exoscale://"], NodeLabelPrefixes = ["node.exoscale.net/", "topology.csi.exoscale.com/"], IsSingleSite = true },
        new("upcloud", "UpCloud") { TerraformPrefix = "upcloud_", AnnotationPrefixes = ["service.beta.kubernetes.io/upcloud-load-balancer-"], NodeIdPrefixes = ["upcloud://"], IsSingleSite = true },
        new("vultr", "Vultr") { TerraformPrefix = "vultr_", AnnotationPrefixes = ["service.beta.kubernetes.io/vultr-loadbalancer-"], ClusterApiKindPrefix = "Vultr", NodeIdPrefixes = ["vultr://"], NodeLabelPrefixes = ["vke.vultr.com/"], IsSingleSite = true },
    ];

    /// <summary>The cloud with an id; null where there is none.</summary>
    public static Provider? Find(string id) => All.FirstOrDefault(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How a cloud's load balancers get their one zone.</summary>
/// <param name="Annotation">The annotation that names the zone.</param>
/// <param name="Example">A zone, for messages.</param>
/// <param name="Default">Where the load balancer stands without it, for messages; null where leaving it out means no one default zone.</param>
public sealed record ZonalLoadBalancer(string Annotation, string Example, string? Default)
{
    /// <summary>How messages call one.</summary>
    public string Noun { get; init; } = "load balancer";

    /// <summary>Annotations that settle the zone in another way.</summary>
    public IReadOnlyList<string> SettledBy { get; init; } = [];

    /// <summary>The annotation, and the words in it, by which a Service asks for a zonal load balancer; null: all of them are.</summary>
    public (string Annotation, IReadOnlyList<string> Words)? RequestedBy { get; init; }

    /// <summary>The annotation that names an existing load balancer as <c>zone/id</c>; null where there is none.</summary>
    public string? IdAnnotation { get; init; }

    /// <summary>The zones that have load balancers; empty where they are not known.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Zones of which sources differ.</summary>
    public IReadOnlyList<string> UnsureZones { get; init; } = [];

    /// <summary>Zones that surely have no load balancers.</summary>
    public IReadOnlyList<string> ZonesWithout { get; init; } = [];

    /// <summary>Whether the cloud leaves Services with a loadBalancerClass alone.</summary>
    public bool IgnoresClasses { get; init; }
}

/// <summary>The annotations by which a Service narrows where its load balancer stands or leads to; null where there are none.</summary>
public sealed record LoadBalancerBackends
{
    /// <summary>Names labels that nodes must have to be backends, as <c>key=value,key2=value2</c>.</summary>
    public string? NodeLabels { get; init; }

    /// <summary>Names the subnets that the load balancer stands in, one in each zone.</summary>
    public string? Subnets { get; init; }

    /// <summary>The loadBalancerClasses of the cloud's own controllers; one of another class is not theirs.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The annotation, and its value, with which nodes are the backends; null: they always are.</summary>
    public (string Annotation, string Value)? TargetType { get; init; }

    /// <summary>The annotation, and its values, that give the Service to a controller which may target pods by default.</summary>
    public (string Annotation, IReadOnlyList<string> Values)? ControllerType { get; init; }
}
