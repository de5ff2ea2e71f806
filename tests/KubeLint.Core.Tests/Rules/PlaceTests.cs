using static KubeLint.Tests.Running.Manifests;

namespace KubeLint.Tests.Rules;

/// <summary>Where findings point: a wrong value, a wrong field's key, or the key of what should hold a missing one.</summary>
public sealed class PlaceTests
{
    private const string Head = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: main}]

        """;

    [Theory]
    [InlineData("", "KUBE1001 9:5")] // the key spec, which should hold constraints
    [InlineData("topologySpreadConstraints: []", "KUBE1001 11:7")]
    [InlineData("topologySpreadConstraints:", "KUBE1001 11:7")]
    [InlineData("""
        topologySpreadConstraints:
        - maxSkew: 5
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {app: web}}
        """, "KUBE1004 12:18")] // a wrong value
    [InlineData("""
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: web}}
        """, "KUBE1003 14:28")]
    [InlineData("""
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {app: db}}
        """, "KUBE1002 15:9")] // a wrong field
    [InlineData("""
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
        """, "KUBE1002 12:9")] // missing in a list item: its first line
    [InlineData("""
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: failure-domain.beta.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {app: web}}
        """, "KUBE1006 13:22")]
    [InlineData("""
        nodeSelector:
          topology.kubernetes.io/zone: a
        """, "KUBE1007 12:38")]
    [InlineData("""
        affinity:
          podAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: topology.kubernetes.io/zone
              labelSelector: {matchLabels: {app: web}}
        """, "KUBE1008 14:26")]
    [InlineData("""
        affinity:
          podAntiAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              podAffinityTerm:
                topologyKey: topology.kubernetes.io/zone
                labelSelector: {matchLabels: {app: web}}
        """, "KUBE1003 15:13")]
    public void Of_workloads(string podSpec, string expected) =>
        Assert.Equal(expected, Lint(Head + string.Concat(podSpec.Split('\n').Select(line => "      " + line + "\n"))));

    [Theory]
    [InlineData("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: c}\nprovisioner: csi.scaleway.com\n", "KUBE3001 2:1")]
    [InlineData("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: c}\nprovisioner: csi.scaleway.com\nvolumeBindingMode: Immediate\n", "KUBE3001 5:20")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata:\n  name: s\nspec: {type: LoadBalancer, ports: [{port: 1}]}\n", "KUBE4001 3:1")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n  annotations: {a: b}\nspec: {type: LoadBalancer, ports: [{port: 1}]}\n", "KUBE4001 5:3")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {type: LoadBalancer, ports: [{port: 1}]}\n", "KUBE4001 2:1")]
    public void Of_others(string yaml, string expected) => Assert.Equal(expected, Lint(yaml, Options("provider=scaleway")));

    [Fact]
    public void Items_of_a_list_are_objects_of_their_own()
    {
        var list = "apiVersion: v1\nkind: List\nitems:\n- " + string.Join("\n  ", Head.TrimEnd().Split('\n')) + "\n";
        var finding = Assert.Single(Find(list));
        Assert.Equal((12, 7, "spec.template.spec.topologySpreadConstraints"), (finding.Span.StartPosition.Line, finding.Span.StartPosition.Column, finding.FieldPath));
    }

    [Fact]
    public void A_typed_list_gives_its_items_their_kind()
    {
        var items = Head.TrimEnd().Split('\n').Skip(2).ToList();
        Assert.Equal("KUBE1001 10:7", Lint("apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- " + string.Join("\n  ", items) + "\n"));
    }
}
