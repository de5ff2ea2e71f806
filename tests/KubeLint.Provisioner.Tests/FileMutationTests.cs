using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

/// <summary>Each safeguard of a written plan is taken away, and the rule that should speak does.</summary>
public sealed class FileMutationTests
{
    private const string Ingress = "manifests/10-ingress-nginx.yaml";
    private const string LoadBalancers = "templates/load-balancers.yaml";
    private const string Store = "manifests/20-store.yaml";
    private const string Web = "manifests/20-web.yaml";
    private const string Worker = "manifests/20-worker.yaml";
    private const string Zone = "topology.kubernetes.io/zone";
    private const string LbZone = "service.beta.kubernetes.io/scw-loadbalancer-zone";

    private static readonly IReadOnlyList<PlannedFile> Plan = Declared.Plan(Declared.Text());

    private static readonly Dictionary<string, Func<IReadOnlyList<PlannedFile>>> Mutations = new()
    {
        ["KUBE1001 the spread of a Deployment"] = Pods(Web, pods => pods.TopologySpreadConstraints = null),
        ["KUBE1001 the spread of a StatefulSet"] = Pods(Store, pods => pods.TopologySpreadConstraints = null),
        ["KUBE1001 the spread of the ingress controller"] = Pods(Ingress, pods => pods.TopologySpreadConstraints.RemoveAt(0)),
        ["KUBE1002 the selector of a spread"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].LabelSelector.MatchLabels["app.kubernetes.io/name"] = "wbe"),
        ["KUBE1002 the selector of the spread of a StatefulSet"] = Pods(Store, pods => pods.TopologySpreadConstraints[0].LabelSelector = null),
        ["KUBE1003 the must of a spread"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].WhenUnsatisfiable = "ScheduleAnyway"),
        ["KUBE1004 the skew of a spread"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].MaxSkew = 3),
        ["KUBE1005 a skew that there is not"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].MaxSkew = 0),
        ["KUBE1006 the key of a spread"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].TopologyKey = "topology.kubernetes.io/zones"),
        ["KUBE1006 a key of former times"] = Pods(Store, pods => pods.TopologySpreadConstraints[0].TopologyKey = "failure-domain.beta.kubernetes.io/zone"),
        ["KUBE1007 a free choice of zones"] = Pods(Web, pods => pods.NodeSelector = new Dictionary<string, string> { [Zone] = "fr-par-1" }),
        ["KUBE1008 a life apart"] = Pods(Web, pods => pods.Affinity = new() { PodAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [Term("web")] } }),
        ["KUBE1009 all replicas but one"] = Change<V1Deployment>(Worker, made => made.Spec.Replicas = 1),
        ["KUBE1009 the minimum of an autoscaler"] = Change<V2HorizontalPodAutoscaler>(Web, made => made.Spec.MinReplicas = null),
        ["KUBE1010 a replica for each zone"] = Change<V1Deployment>(Ingress, made => made.Spec.Replicas = 2),
        ["KUBE1011 a place for each replica"] = Pods(Worker, pods => pods.Affinity = new() { PodAntiAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [Term("worker")] } }),
        ["KUBE1012 the count by revision"] = Pods(Web, pods => pods.TopologySpreadConstraints[0].MatchLabelKeys = null),
        ["KUBE1013 the last node of a zone"] = Terraform(tf => Pool(tf, 2)["min_size"] = 0),
        ["KUBE1014 domains that there are"] = Pods(Worker, pods => pods.TopologySpreadConstraints[0].MinDomains = 4),
        ["KUBE2001 all zones but one"] = Terraform(tf => tf["scaleway_k8s_pool"]!.AsObject().ToList().ForEach(p => p.Value!["zone"] = "fr-par-1")),
        ["KUBE2002 a third node"] = Terraform(tf => tf["scaleway_k8s_pool"]!.AsObject().Remove("fr-par-3")),
        ["KUBE2003 the zone of a pool"] = Terraform(tf => Pool(tf, 2).Remove("zone")),
        ["KUBE2004 the even size"] = Terraform(tf => Pool(tf, 3)["min_size"] = 2),
        ["KUBE2004 the one type"] = Terraform(tf => Pool(tf, 3)["node_type"] = "PRO2-S"),
        ["KUBE2005 the balancing"] = Terraform(tf => tf["scaleway_k8s_cluster"]!["main"]!["autoscaler_config"]!["balance_similar_node_groups"] = false),
        ["KUBE2006 the healing"] = Terraform(tf => Pool(tf, 1)["autohealing"] = false),
        ["KUBE2007 the private network"] = Terraform(tf => tf["scaleway_k8s_cluster"]!["main"]!.AsObject().Remove("private_network_id")),
        ["KUBE2008 a zone that there is"] = Terraform(tf => Pool(tf, 3)["zone"] = "fr-par-4"),
        ["KUBE2010 the version"] = Terraform(tf => tf["scaleway_k8s_cluster"]!["main"]!["version"] = "1.26.7"),
        ["KUBE3001 the binding mode"] = Change<V1StorageClass>("manifests/00-base.yaml", made => made.VolumeBindingMode = null),
        ["KUBE3001 the late binding"] = Change<V1StorageClass>("manifests/00-base.yaml", made => made.VolumeBindingMode = "Immediate"),
        ["KUBE3002 volumes in every zone"] = Change<V1StorageClass>("manifests/00-base.yaml", made => made.AllowedTopologies = [new() { MatchLabelExpressions = [new() { Key = "topology.csi.scaleway.com/zone", Values = ["fr-par-1"] }] }]),
        ["KUBE3004 a volume for each replica"] = () => With(
            Pods(Worker, pods => pods.Volumes = [new() { Name = "data", PersistentVolumeClaim = new() { ClaimName = "data" } }])(),
            new V1PersistentVolumeClaim { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Metadata = new() { Name = "data", NamespaceProperty = "shop" }, Spec = new() { AccessModes = ["ReadWriteOnce"], StorageClassName = "zonal-block" } }),
        ["KUBE3007 the scheduler's choice of a node"] = Pods(Store, pods => pods.NodeName = "node-1"),
        ["KUBE4001 the zone of a load balancer"] = Change<V1Service>(LoadBalancers, made => made.Metadata.Annotations.Remove(LbZone)),
        ["KUBE4002 a zone with load balancers"] = Change<V1Service>(LoadBalancers, made => made.Metadata.Annotations[LbZone] = "it-mil-1"),
        ["KUBE4003 the second zone of load balancers"] = Change<V1Service>(LoadBalancers, made => made.Metadata.Annotations[LbZone] = "fr-par-1"),
        ["KUBE4004 Scaleway's own controller"] = Change<V1Service>(LoadBalancers, made => made.Spec.LoadBalancerClass = "other"),
        ["KUBE4005 nodes of every zone behind the load balancers"] = () => Edit(Plan, LoadBalancers, objects => objects.Cast<V1Service>().ToList().ForEach(made => made.Metadata.Annotations["service.beta.kubernetes.io/scw-loadbalancer-target-node-labels"] = Zone + "=fr-par-1")),
        ["KUBE4006 traffic to every node"] = () => Apply<V1Service>(Apply<V1Deployment>(Plan, Ingress, made => made.Spec.Replicas = 2), LoadBalancers, made => made.Spec.ExternalTrafficPolicy = "Local"),
        ["KUBE4007 the spread behind near traffic"] = () => Apply<V1Service>(Pods(Web, pods => pods.TopologySpreadConstraints = null)(), Web, made => made.Spec.TrafficDistribution = "PreferSameZone"),
        ["KUBE4008 the health check"] = Terraform(tf =>
        {
            var record = tf["scaleway_domain_record"]!["ingress"]!.AsObject();
            record.Remove("http_service");
            var second = record.DeepClone();
            second["data"] = "${scaleway_lb_ip.fr-par-2.ip_address}";
            tf["scaleway_domain_record"]!["second"] = second;
        }),
        ["KUBE4009 the second address"] = Terraform(tf => tf["scaleway_domain_record"]!["ingress"]!["http_service"]!["ips"]!.AsArray().RemoveAt(1)),
        ["KUBE4010 the time to live"] = Terraform(tf => tf["scaleway_domain_record"]!["ingress"]!.AsObject().Remove("ttl")),
        ["KUBE4011 the second load balancer"] = () => Edit(Plan, LoadBalancers, objects => objects.RemoveAt(1)),
        ["KUBE5001 a budget"] = () => Edit(Plan, Worker, objects => objects.RemoveAll(made => made is V1PodDisruptionBudget)),
        ["KUBE5002 a budget that lets go"] = Change<V1PodDisruptionBudget>(Worker, made => made.Spec.MaxUnavailable = 0),
        ["KUBE5003 a budget of its own"] = () => Edit(Plan, Worker, objects => objects.Add(new V1PodDisruptionBudget
        {
            ApiVersion = "policy/v1",
            Kind = "PodDisruptionBudget",
            Metadata = new() { Name = "second", NamespaceProperty = "shop" },
            Spec = objects.OfType<V1PodDisruptionBudget>().Single().Spec,
        })),
        ["KUBE5004 a budget that a lost zone leaves in force"] = Change<V1PodDisruptionBudget>(Worker, made => (made.Spec.MaxUnavailable, made.Spec.MinAvailable) = (null, 3)),
        ["KUBE5005 the selector of a budget"] = Change<V1PodDisruptionBudget>(Ingress, made => made.Spec.Selector.MatchLabels["app.kubernetes.io/component"] = "Controller"),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_it_the_rule_speaks(string name)
    {
        var changed = Mutations[name]();
        Assert.NotEqual(Plan, changed);

        var found = Linted.Find(changed);

        Assert.True(found.Any(f => f.RuleId == name.Split(' ')[0]), $"without {name}:\n{Linted.Lines(found)}");
    }

    private static V1PodAffinityTerm Term(string name) => new() { TopologyKey = Zone, LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = name } } };

    private static JsonObject Pool(JsonObject resources, int number) => resources["scaleway_k8s_pool"]![$"fr-par-{number}"]!.AsObject();

    private static Func<IReadOnlyList<PlannedFile>> Terraform(Action<JsonObject> change) => () =>
    {
        var root = JsonNode.Parse(Plan.Single(f => f.Path == ClusterPlan.TerraformFile).Text)!;
        change(root["resource"]!.AsObject());
        return [.. Plan.Select(f => f.Path == ClusterPlan.TerraformFile ? f with { Text = PlainJson.Write(root) } : f)];
    };

    private static Func<IReadOnlyList<PlannedFile>> Pods(string path, Action<V1PodSpec> change) => () => Edit(Plan, path, objects =>
        change(objects.Select(made => made switch { V1Deployment d => d.Spec.Template.Spec, V1StatefulSet s => s.Spec.Template.Spec, _ => null }).OfType<V1PodSpec>().Single()));

    private static Func<IReadOnlyList<PlannedFile>> Change<T>(string path, Action<T> change) => () => Apply(Plan, path, change);

    // The last of its kind: of two load balancers that in the second zone.
    private static List<PlannedFile> Apply<T>(IReadOnlyList<PlannedFile> plan, string path, Action<T> change) => Edit(plan, path, objects => change(objects.OfType<T>().Last()));

    private static List<PlannedFile> Edit(IReadOnlyList<PlannedFile> plan, string path, Action<List<object>> change)
    {
        var objects = KubernetesYaml.LoadAllFromString(plan.Single(f => f.Path == path).Text);
        change(objects);
        return [.. plan.Select(f => f.Path == path ? f with { Text = KubernetesYaml.SerializeAll(objects) } : f)];
    }

    private static List<PlannedFile> With(IReadOnlyList<PlannedFile> plan, object more) => Edit(plan, Worker, objects => objects.Add(more));
}
