using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>Objects that tests of trees start from.</summary>
internal static class Objects
{
    public static MappingNode Metadata(string name, string? ns = "shop") =>
        ns is null ? Map(("name", name)) : Map(("name", name), ("namespace", ns));

    /// <summary>A Deployment of <c>app: NAME</c> with three replicas and these fields in its pods' spec.</summary>
    public static MappingNode Deployment(string name = "web", object? replicas = null, params (string Key, object? Value)[] podSpec) =>
        Workload("apps/v1", "Deployment", name, replicas ?? 3, Map(("app", name)), podSpec);

    public static MappingNode Workload(string apiVersion, string kind, string name, object? replicas, Node labels, params (string Key, object? Value)[] podSpec) => Map(
        ("apiVersion", apiVersion),
        ("kind", kind),
        ("metadata", Metadata(name)),
        ("spec", Map(
            ("replicas", replicas),
            ("selector", Map(("matchLabels", Map(("app", name))))),
            ("template", Map(
                ("metadata", Map(("labels", labels))),
                ("spec", Map([("containers", Seq(Map(("name", "app")))), .. podSpec])))))));

    /// <summary>A spread constraint over zones that counts app=web, with other fields in place of, or beside, its own.</summary>
    public static MappingNode Constraint(params (string Key, object? Value)[] other)
    {
        (string Key, object? Value)[] own =
        [
            ("maxSkew", 1), ("topologyKey", ZoneKeys.Zone), ("whenUnsatisfiable", "DoNotSchedule"), ("labelSelector", Map(("matchLabels", Map(("app", "web"))))),
        ];
        return Map([.. own.Where(o => other.All(x => x.Key != o.Key)), .. other.Where(x => x.Value is not Gone)]);
    }

    /// <summary>Stands for a field that is left out.</summary>
    public static object Absent { get; } = new Gone();

    public static (string Key, object? Value) Spread(params MappingNode[] constraints) => ("topologySpreadConstraints", Seq([.. constraints]));

    /// <summary>A required term of pod affinity or anti-affinity.</summary>
    public static (string Key, object? Value) Affinity(string kind, Node term) =>
        ("affinity", Map((kind, Map(("requiredDuringSchedulingIgnoredDuringExecution", Seq(term))))));

    public static MappingNode Term(string key = ZoneKeys.Zone, string app = "web") =>
        Map(("topologyKey", key), ("labelSelector", Map(("matchLabels", Map(("app", app))))));

    public static MappingNode Autoscaler(object? minimum, string target = "web", string? ns = "shop", string name = "scaler") => Map(
        ("apiVersion", "autoscaling/v2"), ("kind", "HorizontalPodAutoscaler"), ("metadata", Metadata(name, ns)),
        ("spec", Map(
            ("scaleTargetRef", Map(("apiVersion", "apps/v1"), ("kind", "Deployment"), ("name", target))),
            ("minReplicas", minimum))));

    public static MappingNode ScaledObject(object? minimum, string target = "web", string? ns = "shop") => Map(
        ("apiVersion", "keda.sh/v1alpha1"), ("kind", "ScaledObject"), ("metadata", Metadata("scaled", ns)),
        ("spec", Map(("scaleTargetRef", Map(("name", target))), ("minReplicaCount", minimum))));

    public static MappingNode Service(string app = "web") => Map(
        ("apiVersion", "v1"), ("kind", "Service"), ("metadata", Metadata("front")),
        ("spec", Map(("selector", Map(("app", app))), ("ports", Seq(Map(("port", 80)))))));

    public static MappingNode Service(MappingNode more, string app = "web") => Map(
        ("apiVersion", "v1"), ("kind", "Service"), ("metadata", Metadata("front")),
        ("spec", new MappingNode(more.Span, [.. more.Entries, .. Map(("selector", Map(("app", app))), ("ports", Seq(Map(("port", 80))))).Entries])));

    /// <summary>A budget over app=web, or over another selector.</summary>
    public static MappingNode Budget(string field, object? limit, string name = "budget", MappingNode? selector = null) => Map(
        ("apiVersion", "policy/v1"), ("kind", "PodDisruptionBudget"), ("metadata", Metadata(name)),
        ("spec", Map((field, limit), ("selector", selector ?? Map(("matchLabels", Map(("app", "web"))))))));

    public static MappingNode Node(string name, params (string Key, object? Value)[] labels) => Map(
        ("apiVersion", "v1"), ("kind", "Node"), ("metadata", Map(("name", name), ("labels", Map(labels)))), ("spec", Map()));

    public static MappingNode Pool(string name, string zone, string cluster = "prod") => Map(
        ("apiVersion", "cluster.x-k8s.io/v1beta1"), ("kind", "MachineDeployment"), ("metadata", Metadata(name)),
        ("spec", Map(("clusterName", cluster), ("template", Map(("spec", Map(("failureDomain", zone))))))));

    public static MappingNode StorageClass(string provisioner = "csi.scaleway.com", object? mode = null) => Map(
        ("apiVersion", "storage.k8s.io/v1"), ("kind", "StorageClass"), ("metadata", Map(("name", "fast"))),
        ("provisioner", provisioner), ("parameters", Map()), ("volumeBindingMode", mode));

    public static MappingNode Claim(string className = "fast", string mode = "ReadWriteOnce", params (string Key, object? Value)[] spec) => Map(
        ("apiVersion", "v1"), ("kind", "PersistentVolumeClaim"), ("metadata", Map(("name", "data"), ("namespace", "shop"), ("labels", Map()))),
        ("spec", Map([("storageClassName", className), ("accessModes", Seq(mode)), .. spec])));

    /// <summary>The volumes of a pod that uses the claim <c>data</c>.</summary>
    public static (string Key, object? Value) Volumes(string claim = "data") =>
        ("volumes", Seq(Map(("name", "v"), ("persistentVolumeClaim", Map(("claimName", claim))))));

    public static MappingNode Volume(string driver = "ebs.csi.aws.com", string handle = "vol-1", params (string Key, object? Value)[] spec) => Map(
        ("apiVersion", "v1"), ("kind", "PersistentVolume"), ("metadata", Map(("name", "disk"), ("labels", Map()))),
        ("spec", Map([("capacity", Map(("storage", "1Gi"))), ("accessModes", Seq("ReadWriteOnce")), ("csi", Map(("driver", driver), ("volumeHandle", handle))), .. spec])));

    /// <summary>A load balancer for app=web with these annotations.</summary>
    public static MappingNode Entry(string name, params (string Key, object? Value)[] annotations) => Map(
        ("apiVersion", "v1"), ("kind", "Service"), ("metadata", Map(("name", name), ("namespace", "shop"), ("annotations", Map(annotations)))),
        ("spec", Map(("type", "LoadBalancer"), ("selector", Map(("app", "web"))), ("ports", Seq(Map(("port", 443)))))));

    public static MappingNode LoadBalancer(params (string Key, object? Value)[] annotations) => Map(
        ("apiVersion", "v1"), ("kind", "Service"), ("metadata", Map(("name", "entry"), ("annotations", Map(annotations)))),
        ("spec", Map(("type", "LoadBalancer"), ("ports", Seq(Map(("port", 443)))))));

    public static PodTemplate Template(Node workload) => PodTemplate.In(Resource.ReadAll(Document(workload)).Single()).Single();

    private sealed class Gone;
}
