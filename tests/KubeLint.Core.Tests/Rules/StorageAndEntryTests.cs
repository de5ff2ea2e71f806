using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE3001, volumes that are bound before their pod has a zone, and KUBE4001, load balancers whose one zone nobody chose.</summary>
public sealed class StorageAndEntryTests
{
    private static string Class(string provisioner, string more = "volumeBindingMode: Immediate") =>
        $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: fast}}\nprovisioner: {provisioner}\n{more}\n";

    private static string Entry(string annotations = "", string more = "") =>
        $"apiVersion: v1\nkind: Service\nmetadata:\n  name: entry\n{(annotations.Length > 0 ? $"  annotations: {{{annotations}}}\n" : "")}spec: {{type: LoadBalancer, ports: [{{port: 443}}]{more}}}\n";

    [Theory]
    [InlineData("csi.scaleway.com", "KUBE3001")]
    [InlineData("ebs.csi.aws.com", "KUBE3001")]
    [InlineData("kubernetes.io/aws-ebs", "KUBE3001")]
    [InlineData("pd.csi.storage.gke.io", "KUBE3001")]
    [InlineData("disk.csi.azure.com", "KUBE3001")]
    [InlineData("cinder.csi.openstack.org", "KUBE3001")]
    [InlineData("csi.hetzner.cloud", "KUBE3001")]
    [InlineData("kubernetes.io/no-provisioner", "KUBE3001")]
    [InlineData("dobs.csi.digitalocean.com", "")]
    [InlineData("linodebs.csi.linode.com", "")]
    [InlineData("csi.exoscale.com", "")]
    [InlineData("efs.csi.aws.com", "")]
    [InlineData("nfs.csi.k8s.io", "")]
    [InlineData("driver.longhorn.io", "")]
    [InlineData("example.com/unknown", "")]
    [InlineData("'${PROVISIONER}'", "")]
    public void Provisioners(string provisioner, string expected)
    {
        Assert.Equal(expected, Ids(Class(provisioner)));
        Assert.Equal(expected, Ids(Class(provisioner, "")));
        Assert.Equal("", Ids(Class(provisioner, "volumeBindingMode: WaitForFirstConsumer")));
        Assert.Equal("", Ids(Class(provisioner, "volumeBindingMode: '${MODE}'")));
    }

    [Theory]
    [InlineData("pd.csi.storage.gke.io", "replication-type: regional-pd", "")]
    [InlineData("pd.csi.storage.gke.io", "replication-type: none", "KUBE3001")]
    [InlineData("pd.csi.storage.gke.io", "type: hyperdisk-balanced-high-availability", "")]
    [InlineData("pd.csi.storage.gke.io", "type: '${TYPE}'", "")]
    [InlineData("disk.csi.azure.com", "skuName: Premium_ZRS", "")]
    [InlineData("disk.csi.azure.com", "skuname: StandardSSD_ZRS", "")]
    [InlineData("disk.csi.azure.com", "skuName: Premium_LRS", "KUBE3001")]
    [InlineData("kubernetes.io/azure-disk", "storageaccounttype: Premium_ZRS", "")]
    [InlineData("ebs.csi.aws.com", "type: gp3", "KUBE3001")]
    public void Parameters(string provisioner, string parameter, string expected) =>
        Assert.Equal(expected, Ids(Class(provisioner, $"parameters: {{{parameter}}}")));

    [Fact]
    public void One_site_is_fine_except_for_volumes_of_a_node()
    {
        Assert.Equal("", Ids(Class("cinder.csi.openstack.org"), Options("provider=upcloud")));
        Assert.Equal("", Ids(Class("csi.scaleway.com"), Options("zones=fr-par-1")));
        Assert.Equal("KUBE3001", Ids(Class("kubernetes.io/no-provisioner"), Options("provider=upcloud")));
        Assert.Equal("KUBE3001", Ids(Class("kubernetes.io/no-provisioner"), Options("zones=a")));
    }

    private const string Scw = "service.beta.kubernetes.io/scw-loadbalancer-";
    private const string Ibm = "service.kubernetes.io/ibm-load-balancer-cloud-provider-";

    [Theory]
    [InlineData(Scw + "type: LB-S", "KUBE4001")]
    [InlineData(Scw + "zone: fr-par-1", "")]
    [InlineData(Scw + "zone: ''", "KUBE4001")]
    [InlineData(Scw + "zone: '${ZONE}'", "")]
    [InlineData(Scw + "id: fr-par-1/11111111-1111-1111-1111-111111111111", "")]
    [InlineData(Ibm + "enable-features: nlb", "KUBE4001")]
    [InlineData(Ibm + "enable-features: ipvs", "KUBE4001")]
    [InlineData(Ibm + "ip-type: public", "")]
    [InlineData(Ibm + "enable-features: nlb, " + Ibm + "zone: us-south-1", "")]
    [InlineData(Ibm + "enable-features: nlb, " + Ibm + "vpc-subnets: s1", "")]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-type: nlb", "")]
    [InlineData("load-balancer.hetzner.cloud/name: x", "")]
    [InlineData("", "")]
    public void By_evidence(string annotations, string expected) => Assert.Equal(expected, Ids(Entry(annotations)));

    [Fact]
    public void By_option()
    {
        Assert.Equal("KUBE4001", Ids(Entry(), Options("provider=scaleway")));
        Assert.Equal("", Ids(Entry(), Options("provider=aws")));
        Assert.Equal("", Ids(Entry(Scw + "type: LB-S"), Options("provider=none")));
        Assert.Equal("", Ids(Entry("", ", loadBalancerClass: example.com/x"), Options("provider=scaleway")));
        Assert.Equal("", Ids(Entry().Replace("LoadBalancer", "ClusterIP"), Options("provider=scaleway")));
        Assert.Equal("", Ids(Entry(), Options("provider=scaleway", "zones=fr-par-1")));
    }

    [Fact]
    public void Evidence_of_the_set_counts_where_it_names_one_provider()
    {
        var scaleway = Class("csi.scaleway.com", "volumeBindingMode: WaitForFirstConsumer");
        var aws = Class("ebs.csi.aws.com", "volumeBindingMode: WaitForFirstConsumer").Replace("fast", "other");
        Assert.Equal("KUBE4001", Ids(Files(Entry(), scaleway)));
        Assert.Equal("", Ids(Files(Entry(), aws)));
        Assert.Equal("", Ids(Files(Entry(), scaleway, aws)));
        Assert.Equal("KUBE4001", Ids(Files(Entry(Scw + "type: LB-S"), scaleway, aws)));
    }
}
