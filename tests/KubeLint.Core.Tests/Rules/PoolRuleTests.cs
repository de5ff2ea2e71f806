using KubeLint.Configuration;
using KubeLint.Providers;
using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE2002 to KUBE2013: what their pages do not show.</summary>
public sealed class PoolRuleTests
{
    private static string Of(string yaml, string id, LintOptions? options = null) =>
        string.Join(" | ", Find(yaml, options).Where(f => f.Rule.Id == id).Select(f => $"{f.Span.StartPosition.Line}:{f.Span.StartPosition.Column} {f.Message}"));

    private static int Count(string yaml, string id, LintOptions? options = null) => Find(yaml, options).Count(f => f.Rule.Id == id);

    private static string Machines(string name, string zone, object replicas, string more = "") =>
        $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachineDeployment\nmetadata: {{name: {name}{more}}}\nspec: {{clusterName: prod, replicas: {replicas}, template: {{spec: {{failureDomain: {zone}}}}}}}\n";

    private static string Pool(string name, string more, string group = "k8s.scaleway.upbound.io") =>
        $"apiVersion: {group}/v1alpha1\nkind: Pool\nmetadata: {{name: {name}}}\nspec:\n  forProvider: {{clusterIdRef: {{name: prod}}, nodeType: PRO2-S, {more}}}\n";

    private static string Kapsule(string more) => $"apiVersion: k8s.scaleway.upbound.io/v1alpha1\nkind: Cluster\nmetadata: {{name: prod}}\nspec:\n  forProvider: {{{more}}}\n";

    private static string Agents(string more, string owner = "owner: {name: prod}, ") => $"apiVersion: containerservice.azure.com/v1\nkind: ManagedClustersAgentPool\nmetadata: {{name: p}}\nspec: {{{owner}{more}}}\n";

    private static string Eksctl(string region, string zones) =>
        $"apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {{name: c, region: {region}}}\nmanagedNodeGroups: [{{name: g, availabilityZones: [{zones}]}}]\n";

    [Fact]
    public void Fewer_than_three_nodes()
    {
        Assert.Equal(1, Count(Files(Machines("a", "z1", 1), Machines("b", "z2", 1)), "KUBE2002"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 2), Machines("b", "z2", 1)), "KUBE2002"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 1), Machines("b", "z2", "'${COUNT}'")), "KUBE2002"));
        Assert.Contains("has no node at minimum size; nothing runs", Of(Machines("a", "z1", 0), "KUBE2002"));
        Assert.Contains("has 1 node at minimum size; losing its zone leaves none", Of(Machines("a", "z1", 1), "KUBE2002"));

        // The minimum counts where it is autoscaled.
        Assert.Equal(1, Count(Agents("count: 5, minCount: 1, maxCount: 5, enableAutoScaling: true"), "KUBE2002"));
        Assert.Equal(0, Count(Agents("count: 5, minCount: 1, maxCount: 5"), "KUBE2002"));
        Assert.Equal(0, Count(Agents("minCount: 1, maxCount: 5, enableAutoScaling: '${AUTO}'"), "KUBE2002"));
    }

    [Fact]
    public void Lists_of_nodes_and_pools_of_Karpenter_state_no_size()
    {
        Assert.Equal(0, Count(Files($"apiVersion: v1\nkind: Node\nmetadata: {{name: a, labels: {{{Zone}: z1}}}}\n", $"apiVersion: v1\nkind: Node\nmetadata: {{name: b, labels: {{{Zone}: z2}}}}\n"), "KUBE2002"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 1), "apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: p}\nspec: {template: {spec: {}}}\n"), "KUBE2002"));
    }

    [Fact]
    public void A_pool_without_a_zone()
    {
        Assert.StartsWith("6:3 Pool 'a': zone is missing", Of("# \n" + Pool("a", "size: 3"), "KUBE2003"));
        Assert.Equal(1, Count(Pool("a", "size: 3", "k8s.scaleway.m.upbound.io"), "KUBE2003"));
        Assert.Equal(0, Count(Pool("a", "size: 3, zone: fr-par-1"), "KUBE2003"));
        Assert.Equal(0, Count(Pool("a", "size: 3, zone: '${ZONE}'"), "KUBE2003"));
        Assert.Equal(0, Count(Pool("a", "size: 3, region: it-mil"), "KUBE2003"));
        Assert.Equal(1, Count(Pool("a", "size: 3, region: fr-par"), "KUBE2003"));
        Assert.Equal(0, Count(Pool("a", "size: 3") + "  initProvider: {zone: fr-par-1}\n", "KUBE2003"));
        Assert.Equal(0, Count(Pool("a", "size: 3"), "KUBE2003", Options("zones=fr-par-1")));

        // A patch says nothing of what it leaves out.
        Assert.Equal(0, Count("apiVersion: k8s.scaleway.upbound.io/v1alpha1\nkind: Pool\nmetadata: {name: a}\nspec: {forProvider: {size: 5}}\n", "KUBE2003"));
    }

    [Fact]
    public void Zones_that_differ()
    {
        Assert.Contains("z1 has 3, z2 has 1", Of(Files(Machines("a", "z1", 3), Machines("b", "z2", 1)), "KUBE2004"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 3), Machines("b", "z2", 2), Machines("c", "z2", 1)), "KUBE2004"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 3), Machines("b", "z1", 1)), "KUBE2004"));

        // A pool over all zones is no difference, one over some of them may be.
        string Wide(string zones) => $"apiVersion: cluster.x-k8s.io/v1beta1\nkind: MachinePool\nmetadata: {{name: w}}\nspec: {{clusterName: prod, replicas: 3, failureDomains: [{zones}]}}\n";
        Assert.Contains("beside the pools over all zones, its zones have", Of(Files(Machines("a", "z1", 3), Wide("z1, z2")), "KUBE2004"));
        Assert.Equal(0, Count(Files(Machines("a", "z1", 3), Machines("b", "z3", 3), Wide("z1, z2")), "KUBE2004"));
        Assert.Equal(0, Count(Wide("z1, z2"), "KUBE2004"));

        // A type that one zone has alone.
        Assert.Contains("fr-par-1 has PRO2-S, fr-par-2 has none", Of(Files(Pool("a", "zone: fr-par-1"), Wide("fr-par-1, fr-par-2")), "KUBE2004"));
    }

    [Fact]
    public void Pools_that_no_autoscaler_balances()
    {
        string Scaled(string name, string zone, string more = "") => Pool(name, $"zone: {zone}, autoscaling: true, minSize: 3, maxSize: 6, size: 3{more}");
        var two = Files(Scaled("a", "fr-par-1"), Scaled("b", "fr-par-2"));
        Assert.Equal(0, Count(two, "KUBE2005"));
        Assert.Equal(1, Count(Files(two, Kapsule("version: 1.31.2")), "KUBE2005"));
        Assert.Equal(0, Count(Files(two, Kapsule("version: 1.31.2").Replace("prod", "other")), "KUBE2005"));
        Assert.Equal(0, Count(Files(two, Kapsule("version: 1.31.2, autoscalerConfig: [{balanceSimilarNodeGroups: true}]")), "KUBE2005"));
        Assert.Equal(0, Count(Files(two, Kapsule("version: 1.31.2, autoscalerConfig: {balanceSimilarNodeGroups: true}")), "KUBE2005"));
        Assert.Equal(0, Count(Files(two, Kapsule("version: 1.31.2") + "  initProvider: {autoscalerConfig: []}\n"), "KUBE2005"));
        Assert.Equal(0, Count(Files(Scaled("a", "fr-par-1"), Scaled("b", "fr-par-1"), Kapsule("version: 1.31.2")), "KUBE2005"));
        Assert.Equal(0, Count(Files(Scaled("a", "fr-par-1"), Pool("b", "zone: fr-par-2, size: 3"), Kapsule("version: 1.31.2")), "KUBE2005"));
        Assert.Equal(0, Count(Files(Scaled("a", "fr-par-1"), Scaled("b", "fr-par-2").Replace("PRO2-S", "GP1-M"), Kapsule("version: 1.31.2")), "KUBE2005"));
    }

    [Fact]
    public void The_autoscaler_may_be_a_Deployment()
    {
        string Group(string letter, int maximum) => $"apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {{name: {letter}, labels: {{kops.k8s.io/cluster: c}}}}\nspec: {{role: Node, machineType: m, zones: [eu-west-1{letter}], minSize: 2, maxSize: {maximum}}}\n";
        string Autoscaler(string words, string image = "registry.k8s.io/autoscaling/cluster-autoscaler:v1", string name = "ca") =>
            $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}}}\nspec: {{template: {{spec: {{containers: [{{image: '{image}', {words}}}]}}}}}}\n";
        var groups = Files(Group("a", 5), Group("b", 5));
        Assert.Equal(1, Count(Files(groups, Autoscaler("command: [./cluster-autoscaler, --cloud-provider=aws]")), "KUBE2005"));
        Assert.Equal(1, Count(Files(groups, Autoscaler("args: [--cloud-provider=aws, --balance-similar-node-groups=false]")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("args: [--cloud-provider=aws, --balance-similar-node-groups]")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("args: [--cloud-provider=aws, '--balance-similar-node-groups=${BALANCE}']")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("args: [--cloud-provider=aws, '${FLAGS}']")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("command: [/start.sh]")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("command: [./app, --x=y]", "example.com/app")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Autoscaler("args: [--x=y]"), Autoscaler("args: [--x=y]", name: "ca-2")), "KUBE2005"));
        Assert.Equal(0, Count(Files(Group("a", 5), Group("b", 2), Autoscaler("args: [--x=y]")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Machines("m", "z1", 3), Autoscaler("args: [--x=y]")), "KUBE2005"));

        // kOps runs one of its own where that is asked for.
        string Cluster(string settings) => $"apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {{name: c}}\nspec: {{{settings}}}\n";
        Assert.Equal(1, Count(Files(groups, Cluster("clusterAutoscaler: {enabled: true}")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Cluster("clusterAutoscaler: {enabled: true, balanceSimilarNodeGroups: true}")), "KUBE2005"));
        Assert.Equal(0, Count(Files(groups, Cluster("clusterAutoscaler: {}")), "KUBE2005"));
    }

    [Fact]
    public void Pools_that_do_not_heal()
    {
        Assert.Contains("autohealing is missing, which means off", Of(Pool("a", "zone: fr-par-1"), "KUBE2006"));
        Assert.Contains("autohealing is off", Of(Pool("a", "zone: fr-par-1, autohealing: false"), "KUBE2006"));
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-1, autohealing: true"), "KUBE2006"));
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-1, autohealing: '${X}'"), "KUBE2006"));
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-1") + "  initProvider: {autohealing: true}\n", "KUBE2006"));

        // Where the default is not known, only what is written counts.
        string Google(string more) => $"apiVersion: container.cnrm.cloud.google.com/v1beta1\nkind: ContainerNodePool\nmetadata: {{name: p}}\nspec: {{location: us-east1{more}}}\n";
        Assert.Equal(0, Count(Google(""), "KUBE2006"));
        Assert.Equal(1, Count(Google(", management: {autoRepair: false}"), "KUBE2006"));
    }

    [Fact]
    public void A_Kapsule_cluster_without_a_network()
    {
        Assert.Equal(1, Count(Kapsule("version: 1.31.2"), "KUBE2007"));
        Assert.Equal(1, Count(Kapsule("version: 1.31.2, type: kapsule-dedicated-4"), "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("version: 1.31.2, type: multicloud"), "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("version: 1.31.2, type: '${TYPE}'"), "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("version: 1.31.2, privateNetworkIdSelector: {}"), "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("version: 1.31.2, privateNetworkId: '${ID}'"), "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("version: 1.31.2") + "  initProvider: {privateNetworkId: x}\n", "KUBE2007"));
        Assert.Equal(0, Count(Kapsule("cni: cilium"), "KUBE2007"));
    }

    [Theory]
    [InlineData("scaleway", "fr-par-3", null, null)]
    [InlineData("scaleway", "fr-par-4", null, "is no zone of Scaleway; fr-par has fr-par-1, fr-par-2, fr-par-3")]
    [InlineData("scaleway", "it-mil-2", null, "is no zone of Scaleway; it-mil has it-mil-1")]
    [InlineData("scaleway", "de-ber-1", null, "is no zone of Scaleway, whose regions are fr-par, nl-ams, pl-waw, it-mil")]
    [InlineData("scaleway", "fr-par", null, "is a region of Scaleway and no zone; a zone is a region with the number of a zone, as fr-par-1")]
    [InlineData("scaleway", "nl-ams-1", "fr-par", "is a zone of nl-ams, and not of fr-par, which is stated beside it")]
    [InlineData("scaleway", "paris", null, null)]
    [InlineData("aws", "eu-west-1a", null, null)]
    [InlineData("aws", "eu-west-1a", "eu-west-1", null)]
    [InlineData("aws", "us-gov-west-1b", "us-gov-west-1", null)]
    [InlineData("aws", "us-west-2-lax-1a", "us-west-2", null)]
    [InlineData("aws", "us-east-1-wl1-bos-wlz-1", null, "is no zone of AWS; a zone is a region with a letter behind it, as eu-west-1a")]
    [InlineData("aws", "euw1-az1", "eu-west-1", null)]
    [InlineData("aws", "eu-west-1a", "eu-central-1", "is a zone of eu-west-1, and not of eu-central-1, which is stated beside it")]
    [InlineData("aws", "us-east-10a", null, "is no zone of AWS; a zone is a region with a letter behind it, as eu-west-1a")]
    [InlineData("aws", "eu-west-1", null, "is a region of AWS and no zone; a zone is a region with a letter behind it, as eu-west-1a")]
    [InlineData("aws", "eu-wset-1a", null, "is no zone of AWS; a zone is a region with a letter behind it, as eu-west-1a")]
    [InlineData("aws", "availabilityZone", null, null)]
    [InlineData("gcp", "europe-west10-a", "europe-west10", null)]
    [InlineData("gcp", "us-central1-ai1a", "us-central1", null)]
    [InlineData("gcp", "europe-west1", null, "is a region of Google Cloud and no zone; a zone is a region with a letter, as europe-west1-b")]
    [InlineData("gcp", "europe-west1-b", "europe-west10", "is a zone of europe-west1, and not of europe-west10, which is stated beside it")]
    [InlineData("gcp", "europe-west1-b", "europe-west1-b", null)]
    [InlineData("azure", "1", "westeurope", null)]
    [InlineData("azure", "eastus2-3", null, null)]
    [InlineData("azure", "4", null, "is no zone of Azure; a zone is 1, 2 or 3")]
    [InlineData("azure", "westeurope-1", "eastus", null)]
    public void Names_of_zones(string provider, string zone, string? region, string? problem) =>
        Assert.Equal(problem, ZoneNaming.Of(Provider.Find(provider))!.Problem(zone, region));

    [Fact]
    public void Zones_are_judged_by_the_cloud_of_the_object()
    {
        Assert.Equal(1, Count(Eksctl("eu-west-1", "eu-west-1a, eu-west-2b"), "KUBE2008"));
        Assert.Equal(0, Count(Eksctl("'${REGION}'", "eu-west-1a, eu-west-2b"), "KUBE2008"));
        Assert.Equal(0, Count(Machines("a", "fr-par-9", 3), "KUBE2008"));
        Assert.Equal(1, Count(Machines("a", "fr-par-9", 3), "KUBE2008", Options("provider=scaleway")));
        Assert.Equal(1, Count(Machines("a", "fr-par-9", 3).Replace("failureDomain", "infrastructureRef: {kind: ScalewayMachineTemplate, name: t}, failureDomain"), "KUBE2008"));

        // Another object of that cloud proves nothing of this one.
        Assert.Equal(0, Count(Files(Machines("a", "fr-par-9", 3), Pool("p", "zone: fr-par-1")), "KUBE2008"));

        // Karpenter's pools by their node class.
        string Karpenter(string group) => $"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {{name: p}}\nspec: {{template: {{spec: {{nodeClassRef: {{group: {group}, name: c}}, requirements: [{{key: {Zone}, operator: In, values: [eu-west-9z-1]}}]}}}}}}\n";
        Assert.Equal(1, Count(Karpenter("karpenter.k8s.aws"), "KUBE2008"));
        Assert.Equal(0, Count(Karpenter("karpenter.example.com"), "KUBE2008"));

        // Names of failure domains are the maker's own, and live nodes stand where they stand.
        Assert.Equal(0, Count("apiVersion: anywhere.eks.amazonaws.com/v1alpha1\nkind: Cluster\nmetadata: {name: c}\nspec: {workerNodeGroupConfigurations: [{name: x, failureDomains: [fd-1]}]}\n", "KUBE2008"));
        Assert.Equal(0, Count($"apiVersion: v1\nkind: Node\nmetadata: {{name: n, labels: {{{Zone}: nowhere-1}}}}\nspec: {{providerID: 'scaleway://1'}}\n", "KUBE2008"));
    }

    [Fact]
    public void Options_add_zones_of_private_clouds()
    {
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-9"), "KUBE2008", Options("zones=fr-par-1,fr-par-9")));
        Assert.Equal(1, Count(Pool("a", "zone: fr-par-9"), "KUBE2008", Options("zones=fr-par-1,fr-par-2")));
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-3"), "KUBE2008", Options("zones=fr-par-1,fr-par-2")));
        Assert.Equal(0, Count(Machines("a", "hall-a", 3), "KUBE2008"));
        Assert.Equal(0, Count(Machines("a", "hall-a", 3), "KUBE2008", Options("zones=hall-a,hall-b")));
        Assert.Equal(1, Count(Machines("a", "hall-c", 3), "KUBE2008", Options("zones=hall-a,hall-b")));
        Assert.Equal(0, Count(Machines("a", "'${HALL}'", 3), "KUBE2008", Options("zones=hall-a,hall-b")));
        Assert.Equal(0, Count(Pool("a", "zone: fr-par-9"), "KUBE2008", Options("provider=none")));
    }

    [Fact]
    public void Zones_of_gateways_and_subnets()
    {
        Assert.Equal(2, Count("apiVersion: infrastructure.cluster.x-k8s.io/v1alpha2\nkind: ScalewayCluster\nmetadata: {name: c}\nspec: {region: nl-ams, failureDomains: [nl-ams-1, fr-par-1], network: {publicGateways: [{zone: nl-ams-2}, {zone: nl-ams-5}]}}\n", "KUBE2008"));
        Assert.Equal(1, Count("apiVersion: vpc.scaleway.upbound.io/v1alpha1\nkind: PublicGateway\nmetadata: {name: g}\nspec: {forProvider: {zone: fr-par-7}}\n", "KUBE2008"));
        Assert.Equal(0, Count("apiVersion: ec2.aws.upbound.io/v1beta1\nkind: Subnet\nmetadata: {name: s}\nspec: {forProvider: {region: eu-west-1, availabilityZone: eu-west-1a}}\n", "KUBE2008"));
        Assert.Equal(1, Count("apiVersion: container.cnrm.cloud.google.com/v1beta1\nkind: ContainerCluster\nmetadata: {name: c}\nspec: {location: us-east1, nodeLocations: [us-east1-b, us-east4-b]}\n", "KUBE2008"));
    }

    [Fact]
    public void One_gateway_for_all()
    {
        string Private(string name, string zone, string more = ", publicIpDisabled: true") => Pool(name, $"zone: {zone}{more}");
        string Gateway(string name, string zone) => $"apiVersion: vpc.scaleway.upbound.io/v1alpha1\nkind: PublicGateway\nmetadata: {{name: {name}}}\nspec: {{forProvider: {{{zone}}}}}\n";
        var two = Files(Private("a", "fr-par-1"), Private("b", "fr-par-2"));
        Assert.Contains("the only public gateway declared here, in fr-par-1;", Of(Files(two, Gateway("g", "zone: fr-par-1")), "KUBE2009"));
        Assert.Contains("the only public gateway declared here, which stands in one zone;", Of(Files(two, Gateway("g", "type: x")), "KUBE2009"));
        Assert.Contains("all 2 public gateways declared here, in fr-par-1;", Of(Files(two, Gateway("g", "zone: fr-par-1"), Gateway("h", "zone: fr-par-1")), "KUBE2009"));
        Assert.Equal(0, Count(Files(two, Gateway("g", "zone: fr-par-1"), Gateway("h", "zone: fr-par-2")), "KUBE2009"));
        Assert.Equal(0, Count(Files(two, Gateway("g", "zone: fr-par-1"), Gateway("h", "zone: '${ZONE}'")), "KUBE2009"));
        Assert.Equal(0, Count(two, "KUBE2009"));
        Assert.Equal(0, Count(Files(Private("a", "fr-par-1"), Private("b", "fr-par-2", ""), Gateway("g", "zone: fr-par-1")), "KUBE2009"));
        Assert.Equal(0, Count(Files(Private("a", "fr-par-1"), Gateway("g", "zone: fr-par-1")), "KUBE2009"));
    }

    [Theory]
    [InlineData("1.22.3", true)]
    [InlineData("1.23", true)]
    [InlineData("1.24.16", true)]
    [InlineData("1.24.17", false)]
    [InlineData("1.24", null)]
    [InlineData("1.25.12", true)]
    [InlineData("1.25.13", false)]
    [InlineData("1.26.7", true)]
    [InlineData("1.26.8", false)]
    [InlineData("v1.27.4", true)]
    [InlineData("v1.27.5", false)]
    [InlineData("1.28.0", true)]
    [InlineData("1.28.1", false)]
    [InlineData("1.29", false)]
    [InlineData("latest", null)]
    [InlineData("2.0.0", null)]
    public void Versions_of_Kapsule_and_their_default_class(string version, bool? bindsImmediately) => Assert.Equal(bindsImmediately, KapsuleStorage.BindsImmediately(version));

    [Fact]
    public void Old_versions_of_Kapsule()
    {
        Assert.Contains("use 1.27.5 or newer", Of(Kapsule("version: 1.27.1, privateNetworkId: x"), "KUBE2010"));
        Assert.Contains("use 1.24.17 or newer", Of(Kapsule("version: 1.22, privateNetworkId: x"), "KUBE2010"));
        Assert.Equal(0, Count(Kapsule("version: 1.27.1, type: multicloud-dedicated-4"), "KUBE2010"));
        Assert.Equal(0, Count(Kapsule("version: '${VERSION}'"), "KUBE2010"));
        Assert.Equal(1, Count("apiVersion: infrastructure.cluster.x-k8s.io/v1alpha2\nkind: ScalewayManagedControlPlane\nmetadata: {name: c}\nspec: {version: v1.27.1}\n", "KUBE2010"));
    }

    [Fact]
    public void Zonal_control_planes()
    {
        string Cluster(string apiVersion, string kind, string spec) => $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: c}}\nspec: {spec}\n";
        Assert.Equal("KUBE2011", Ids(Cluster("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{location: us-east1-b, initialNodeCount: 3}")));
        Assert.Equal("", Ids(Cluster("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{location: us-east1}")));
        Assert.Equal("", Ids(Cluster("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{location: '${LOCATION}'}")));
        Assert.Equal("KUBE2011", Ids(Cluster("container.gcp.upbound.io/v1beta2", "Cluster", "{forProvider: {location: us-east1-b}}")));
        Assert.Equal("KUBE2011", Ids(Cluster("infrastructure.cluster.x-k8s.io/v1beta1", "GCPManagedControlPlane", "{location: us-east1-b}")));

        // A pool that is declared by itself has its own finding.
        Assert.Equal("KUBE2001 KUBE2011", Ids(Files(Cluster("container.cnrm.cloud.google.com/v1beta1", "ContainerCluster", "{location: us-east1-b}"), Cluster("container.cnrm.cloud.google.com/v1beta1", "ContainerNodePool", "{clusterRef: {name: c}, location: us-east1-b}"))));
    }

    [Fact]
    public void Pools_of_Azure_without_zones()
    {
        Assert.Equal(1, Count(Agents("count: 3"), "KUBE2013"));
        Assert.Equal(1, Count(Agents("availabilityZones: []"), "KUBE2013"));
        Assert.Equal(0, Count(Agents("availabilityZones: ['1']"), "KUBE2013"));
        Assert.Equal(0, Count(Agents("availabilityZones: '${ZONES}'"), "KUBE2013"));
        Assert.Equal(0, Count(Agents("count: 1"), "KUBE2013"));
        Assert.Equal(1, Count(Agents("count: 1, enableAutoScaling: true, maxCount: 5"), "KUBE2013"));
        Assert.Equal(0, Count(Agents("count: 3", owner: ""), "KUBE2013"));
        Assert.Equal(0, Count(Agents("count: 3"), "KUBE2013", Options("zones=westus")));

        string Cluster(string location) => $"apiVersion: containerservice.azure.com/v1\nkind: ManagedCluster\nmetadata: {{name: c}}\nspec: {{owner: {{name: g}}, location: {location}, agentPoolProfiles: [{{name: p, count: 3}}]}}\n";
        Assert.Equal(1, Count(Cluster("westeurope"), "KUBE2013"));
        Assert.Equal(0, Count(Cluster("northcentralus"), "KUBE2013"));
        Assert.Equal(0, Count(Cluster("North Central US"), "KUBE2013"));
        Assert.Equal(0, Count("apiVersion: infrastructure.cluster.x-k8s.io/v1beta1\nkind: AzureMachinePool\nmetadata: {name: p}\nspec: {template: {vmSize: s}}\n", "KUBE2013"));
    }

    [Fact]
    public void A_zone_that_an_autoscaler_may_empty()
    {
        string Scaled(string name, string zone, int least) => Pool(name, $"zone: {zone}, autohealing: true, autoscaling: true, minSize: {least}, maxSize: 5");
        string Karpenter(string zones = "") => $"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {{name: default}}\nspec: {{template: {{spec: {{nodeClassRef: {{group: karpenter.k8s.aws, kind: EC2NodeClass, name: x}}, requirements: [{zones}]}}}}}}\n";
        string In(params string[] zones) => $"{{key: {Zone}, operator: In, values: [{string.Join(", ", zones)}]}}";
        int Told(string spec, params string[] pools) => Count(Files([App(spec), .. pools]), "KUBE1013");

        Assert.Equal(1, Told(Spread(Hard()), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)));
        Assert.Equal(0, Told(Spread(Hard(more: "minDomains: 2")), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)));
        Assert.Equal(0, Told(Spread(Hard()), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 1)));
        Assert.Equal(0, Told(Spread(Soft()), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)));
        Assert.Equal(0, Told(Spread(Hard(selector: Db)), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)));

        // Another pool keeps a node in the zone, or may; and pods that never go there do not miss it.
        Assert.Equal(0, Told(Spread(Hard()), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0), Scaled("c", "fr-par-2", 1)));
        Assert.Equal(0, Told(Spread(Hard()), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0), Scaled("c", "'${ZONE}'", 1)));
        Assert.Equal(0, Told(Spread(Hard()) + "\n" + OnZones("In", "fr-par-1", "fr-par-3"), Scaled("a", "fr-par-1", 3), Scaled("c", "fr-par-3", 3), Scaled("b", "fr-par-2", 0)));

        // Karpenter brings nodes up for pods that wait, and none waits.
        Assert.Equal(1, Told(Spread(Hard()), Karpenter(In("a", "b"))));
        Assert.Contains("may all run in one zone; minDomains: 2 makes", Of(Files(App(Spread(Hard())), Karpenter(In("a", "b"))), "KUBE1013"));
        Assert.Equal(0, Told(Spread(Hard()), Karpenter()));

        var old = Options("kubernetes_version=1.26");
        Assert.Equal(0, Count(Files(App(Spread(Hard())), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)), "KUBE1013", old));
        Assert.Equal(1, Count(Files(App(Spread(Hard())), Scaled("a", "fr-par-1", 3), Scaled("b", "fr-par-2", 0)), "KUBE1013", Options("kubernetes_version=1.27")));
    }

    [Fact]
    public void One_group_of_nodes_over_several_zones_beside_volumes()
    {
        const string Class = "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: ebs.csi.aws.com\nvolumeBindingMode: WaitForFirstConsumer\n";
        const string Claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce], storageClassName: fast}\n";
        string Groups(string more, string region = "eu-west-1") => $"apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {{name: c, region: {region}}}\nmanagedNodeGroups: [{{name: g, {more}}}]\n";
        int Told(params string[] objects) => Count(Files(objects), "KUBE2012");

        Assert.Equal(1, Told(Groups("minSize: 3, maxSize: 6, availabilityZones: [eu-west-1a, eu-west-1b]"), Claim, Class));
        Assert.Equal(1, Told(Groups("minSize: 3, maxSize: 6"), Claim, Class));
        Assert.Equal(0, Told(Groups("minSize: 3, maxSize: 3"), Claim, Class));
        Assert.Equal(0, Told(Groups("minSize: 3, maxSize: 6, availabilityZones: [eu-west-1a]"), Claim, Class));
        Assert.Equal(0, Told(Groups("minSize: 3, maxSize: 6")));
        Assert.Equal(0, Told(Groups("minSize: 3, maxSize: 6"), Claim, Class.Replace("ebs.csi.aws.com", "efs.csi.aws.com")));
        Assert.Equal(0, Told(Groups("minSize: 3, maxSize: 6"), Groups("minSize: 1, maxSize: 2").Replace("name: c,", "name: d,"), Claim, Class));

        // Karpenter chooses the zone; Azure's agent pools can't.
        Assert.Equal(0, Told($"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {{name: default}}\nspec: {{template: {{spec: {{requirements: [{{key: {Zone}, operator: In, values: [a, b]}}]}}}}}}\n", Claim, Class));
        Assert.Equal(1, Told(Agents("enableAutoScaling: true, minCount: 3, maxCount: 6, availabilityZones: ['1', '2']"), Claim, Class.Replace("ebs.csi.aws.com", "disk.csi.azure.com")));
    }
}
