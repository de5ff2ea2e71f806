using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>KUBE1006: deprecated keys, near misses, and bare words that no node carries.</summary>
public sealed class ZoneKeyTests
{
    [Theory]
    [InlineData("topology.kubernetes.io/zone", false)]
    [InlineData("topology.kubernetes.io/region", false)]
    [InlineData("kubernetes.io/hostname", false)]
    [InlineData("failure-domain.beta.kubernetes.io/zone", true)]
    [InlineData("failure-domain.beta.kubernetes.io/region", true)]
    [InlineData("failure-domain.kubernetes.io/zone", true)]
    [InlineData("topology.kubernetes.io/Zone", true)]
    [InlineData("topology.kubernetes.io/zones", true)]
    [InlineData("topology.kubernets.io/zone", true)]
    [InlineData("toplogy.kubernetes.io/zone", true)]
    [InlineData("topology.kubernetes.io/zoen", true)]
    [InlineData("topology.kubernetes.io/availability-zone", true)]
    [InlineData("kubernetes.io/zone", true)]
    [InlineData("topology.k8s.io/zone", true)]
    [InlineData("zone", true)]
    [InlineData("region", true)]
    [InlineData("topology.k8s.aws/zone-id", false)]
    [InlineData("topology.kubernetes.io/rack", false)]
    [InlineData("example.com/zone", false)]
    [InlineData("rack", false)]
    [InlineData("topology.gke.io/zone", false)]
    [InlineData("${KEY}", false)]
    public void Keys(string key, bool isWrong) =>
        Assert.Equal(isWrong, Ids(App(Spread(Hard($"'{key}'")), 1)).Contains("KUBE1006"));

    [Fact]
    public void Places_in_workloads()
    {
        Assert.Equal("KUBE1006", Ids(App(Spread(Hard(OldZone)))));
        Assert.Equal("KUBE1006", Ids(App(Apart(OldZone))));
        Assert.Equal("KUBE1003 KUBE1006", Ids(App(PreferApart(OldZone))));
        Assert.Equal("KUBE1006 KUBE1008", Ids(App(Together(OldZone))));
        Assert.Equal("KUBE1006", Ids(App($"nodeSelector: {{{OldZone}: a}}", 1)));
        Assert.Equal("KUBE1006", Ids(App(OnZones("In", "a", "b").Replace(Zone, OldZone), 1)));
        Assert.Equal("KUBE1006", Ids(App($"affinity: {{nodeAffinity: {{preferredDuringSchedulingIgnoredDuringExecution: [{{weight: 1, preference: {{matchExpressions: [{{key: {OldZone}, operator: In, values: [a]}}]}}}}]}}}}", 1)));
        Assert.Equal("KUBE1006", Ids(App($"affinity: {{podAffinity: {{preferredDuringSchedulingIgnoredDuringExecution: [{{weight: 1, podAffinityTerm: {{topologyKey: {OldZone}}}}}]}}}}", 1)));
        Assert.Equal("", Ids(App(Spread(Hard(OldZone)), kind: "DaemonSet")));
    }

    [Theory]
    [InlineData("failure-domain.beta.kubernetes.io/zone", "KUBE1006")]
    [InlineData("topology.kubernetes.io/zones", "KUBE1006")]
    [InlineData("topology.kubernetes.io/zone", "")]
    [InlineData("topology.gke.io/zone", "")]
    [InlineData("region", "")] // DigitalOcean's driver
    public void Places_of_volumes(string key, string expected)
    {
        Assert.Equal(expected, Ids($"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: v}}\nspec: {{nodeAffinity: {{required: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {key}, operator: In, values: [a]}}]}}]}}}}}}\n"));
        Assert.Equal(expected, Ids($"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: c}}\nprovisioner: example.com/p\nallowedTopologies: [{{matchLabelExpressions: [{{key: {key}, values: [a, b]}}]}}]\n"));
    }

    [Fact]
    public void Labels_of_a_volume()
    {
        Assert.Equal("KUBE1006", Ids($"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: v, labels: {{{OldZone}: a}}}}\nspec: {{}}\n"));
        Assert.Equal("", Ids("apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v, labels: {zone: a}}\nspec: {}\n"));
    }

    [Fact]
    public void A_key_that_nodes_carry_is_right()
    {
        var app = App(Spread(Hard("zone")), 1);
        Assert.Equal("KUBE1006", Ids(app));
        Assert.Equal("", Ids(app, Options("zone_keys=zone")));
        Assert.Equal("", Ids(Files(app, "apiVersion: v1\nkind: Node\nmetadata: {name: n, labels: {zone: a}}\n")));
        Assert.Equal("KUBE1006", Ids(Files(app, "apiVersion: v1\nkind: Node\nmetadata: {name: n, labels: {disk: ssd}}\n")));
        Assert.Equal("KUBE1006", Ids(App(Spread(Hard(OldZone)), 1), Options("zone_keys=zone")));
    }

    [Fact]
    public void Messages_name_the_right_key()
    {
        Assert.Contains("deprecated since Kubernetes 1.17; use topology.kubernetes.io/zone", Message(App(Spread(Hard(OldZone)), 1)));
        Assert.Contains("a label that nodes do not carry; use topology.kubernetes.io/region", Message(App(Spread(Hard("region")), 1)));
    }
}
