using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A kind of object that holds pod templates. The table is data; the paths are those of the kinds' API types.</summary>
/// <param name="Groups">API groups, the current one first.</param>
/// <param name="Kind">The kind.</param>
/// <param name="TemplatePath">Where the pod template stands; empty for a Pod, which is its own template.</param>
/// <param name="ReplicasPath">Where the number of replicas stands; null for kinds that run no replicas.</param>
/// <param name="AddedLabels">Labels whose values a controller adds to the pods.</param>
internal sealed record PodTemplateKind(string[] Groups, string Kind, string[] TemplatePath, string[]? ReplicasPath, string[] AddedLabels)
{
    private static readonly string[] SpecTemplate = ["spec", "template"];
    private static readonly string[] SpecReplicas = ["spec", "replicas"];
    private static readonly string[] Apps = ["apps", "extensions"];
    private static readonly string[] Revision = ["controller-revision-hash"];
    private static readonly string[] JobLabels = ["controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index"];
    private static readonly string[] SetLabels = ["controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"];

    private static readonly PodTemplateKind[] Table =
    [
        new(Apps, "Deployment", SpecTemplate, SpecReplicas, ["pod-template-hash"]),
        new(["apps"], "StatefulSet", SpecTemplate, SpecReplicas, SetLabels),
        new(Apps, "ReplicaSet", SpecTemplate, SpecReplicas, []),
        new([""], "ReplicationController", SpecTemplate, SpecReplicas, []),
        new(["apps.openshift.io"], "DeploymentConfig", SpecTemplate, SpecReplicas, ["deployment", "deploymentconfig"]),

        // argo-rollouts pkg/apis/rollouts/v1alpha1: workloadRef takes another object's template in place of an own one.
        new(["argoproj.io"], "Rollout", SpecTemplate, SpecReplicas, ["rollouts-pod-template-hash"]) { Elsewhere = ["spec", "workloadRef"] },

        // kruise apis/apps/v1alpha1 and v1beta1.
        new(["apps.kruise.io"], "CloneSet", SpecTemplate, SpecReplicas, ["controller-revision-hash", "apps.kruise.io/cloneset-instance-id"]),
        new(["apps.kruise.io"], "StatefulSet", SpecTemplate, SpecReplicas, SetLabels),
        new(["apps.kruise.io"], "DaemonSet", SpecTemplate, null, Revision),

        // cloud-on-k8s pkg/apis: ECK adds containers, labels and its own budget. Its default affinity speaks of host names
        // alone (nodespec.DefaultAffinity); zoneAwareness on a node set (ECK 3.4) spreads all sets of the cluster.
        Operated("elasticsearch.k8s.elastic.co", "Elasticsearch") with { List = ["spec", "nodeSets"], TemplatePath = ["podTemplate"], ReplicasPath = ["count"], Elsewhere = ["zoneAwareness"] },
        Operated("kibana.k8s.elastic.co", "Kibana"),
        Operated("apm.k8s.elastic.co", "ApmServer"),
        Operated("enterprisesearch.k8s.elastic.co", "EnterpriseSearch"),
        Operated("maps.k8s.elastic.co", "ElasticMapsServer"),
        Operated("logstash.k8s.elastic.co", "Logstash"),

        new(Apps, "DaemonSet", SpecTemplate, null, ["controller-revision-hash", "pod-template-generation"]),
        new(["batch"], "Job", SpecTemplate, null, JobLabels),
        new(["batch"], "CronJob", ["spec", "jobTemplate", "spec", "template"], null, JobLabels),
        new([""], "Pod", [], null, []),
        new([""], "PodTemplate", ["template"], null, []),
    ];

    private static readonly Dictionary<ObjectKind, PodTemplateKind> ByKind =
        Table.SelectMany(owner => owner.Groups, (owner, group) => new { owner, group }).ToDictionary(p => new ObjectKind(p.group, p.owner.Kind), p => p.owner);

    /// <summary>Groups and kinds of the table.</summary>
    public static IEnumerable<ObjectKind> Kinds => ByKind.Keys;

    /// <summary>The list whose items each hold a template and a number of replicas, by paths of their own; null where the object does.</summary>
    public string[]? List { get; init; }

    /// <summary>
    /// Whether an operator makes the pods from what the object says: it adds containers, labels and budgets, so a template need
    /// hold none, its labels are not all that pods carry, and an omitted number of replicas is not 1.
    /// </summary>
    public bool IsOperated { get; init; }

    /// <summary>Whether its pods are made for it alone: what controls such an object is no workload of Kubernetes' own.</summary>
    public bool IsTopmost => Kind is not ("Pod" or "ReplicaSet" or "ReplicationController" or "Job");

    /// <summary>Whether its pods run until someone ends them.</summary>
    public bool KeepsRunning => Kind is not ("Job" or "CronJob" or "PodTemplate");

    /// <summary>A field beside the template by which pods come from, or are spread by, something else; null where the kind has none.</summary>
    public string[]? Elsewhere { get; init; }

    /// <summary>Whether its selector is a mapping of labels, as before there were others.</summary>
    public bool SelectsByLabelsAlone => Kind is "ReplicationController" or "DeploymentConfig";

    /// <summary>Whether its API requires a selector; older versions and kinds take the template's labels instead.</summary>
    public bool RequiresSelector(Resource resource) =>
        !IsOperated && !SelectsByLabelsAlone && !resource.ApiVersion.EndsWith("/v1beta1", StringComparison.Ordinal);

    /// <summary>The row of a resource; null where its kind holds no pod template.</summary>
    public static PodTemplateKind? Of(Resource resource) => ByKind.TryGetValue(resource.GroupKind, out var owner) ? owner : null;

    /// <summary>What holds its templates: the object, or the items of a list; none where pods come from elsewhere.</summary>
    public IReadOnlyList<Field> HoldersIn(Resource resource)
    {
        IReadOnlyList<Field> holders = List is null ? [resource.Root] : [.. resource.Root.At(List).Items];
        return Elsewhere is { } elsewhere && holders.Any(holder => !holder.At(elsewhere).IsAbsent) ? [] : holders;
    }

    private static PodTemplateKind Operated(string group, string kind) => new([group], kind, ["spec", "podTemplate"], ["spec", "count"], []) { IsOperated = true };
}
