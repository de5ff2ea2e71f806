using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A kind of object that holds a pod template. The table is data; the paths are those of the kinds' API types.</summary>
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
    private static readonly string[] JobLabels = ["controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index"];
    private static readonly string[] SetLabels = ["controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"];

    private static readonly PodTemplateKind[] Table =
    [
        new(Apps, "Deployment", SpecTemplate, SpecReplicas, ["pod-template-hash"]),
        new(["apps"], "StatefulSet", SpecTemplate, SpecReplicas, SetLabels),
        new(Apps, "ReplicaSet", SpecTemplate, SpecReplicas, []),
        new([""], "ReplicationController", SpecTemplate, SpecReplicas, []),
        new(["apps.openshift.io"], "DeploymentConfig", SpecTemplate, SpecReplicas, ["deployment", "deploymentconfig"]),
        new(["argoproj.io"], "Rollout", SpecTemplate, SpecReplicas, ["rollouts-pod-template-hash"]),
        new(["apps.kruise.io"], "CloneSet", SpecTemplate, SpecReplicas, ["controller-revision-hash", "apps.kruise.io/cloneset-instance-id"]),
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

    /// <summary>Whether its API requires a selector; older versions and kinds take the template's labels instead.</summary>
    public static bool RequiresSelector(Resource resource) =>
        resource.Kind is not ("ReplicationController" or "DeploymentConfig") && !resource.ApiVersion.EndsWith("/v1beta1", StringComparison.Ordinal);

    /// <summary>The row of a resource; null where its kind holds no pod template.</summary>
    public static PodTemplateKind? Of(Resource resource) => ByKind.TryGetValue(new ObjectKind(resource.Group, resource.Kind), out var owner) ? owner : null;

    /// <summary>Its pod template.</summary>
    public Field TemplateOf(Resource resource) => resource.Root.At(TemplatePath);
}
