using KubeLint.Resources;

namespace KubeLint.Kustomize;

/// <summary>Fields of some objects that a transformer changes. Null matches every group, version or kind.</summary>
/// <param name="Path">The keys, with a slash between them; lists on the way are not named.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Group">The API group.</param>
/// <param name="Version">The version of the API group.</param>
/// <param name="Creates">Whether the field is made where it is missing.</param>
internal sealed record FieldSpec(string Path, string? Kind = null, string? Group = null, string? Version = null, bool Creates = true)
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<string> Keys => Path.Split('/');

    /// <summary>Whether objects of an id have the field.</summary>
    public bool Selects(ObjectId id) =>
        (Kind is null || Kind == id.Kind) && (Group is null || Group == ObjectKind.GroupOf(id.ApiVersion)) && (Version is null || Version == VersionOf(id.ApiVersion));

    /// <summary>The version in an API group and version.</summary>
    public static string VersionOf(string apiVersion) => apiVersion.Substring(apiVersion.IndexOf('/') + 1);
}

/// <summary>The fields that transformers change by default. Source: kustomize's default transformer configuration.</summary>
internal static class FieldSpecs
{
    private const string Matching = "spec/selector/matchLabels";
    private const string TemplateLabels = "spec/template/metadata/labels";

    private static readonly string[] CoSelectors =
    [
        "affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
        "affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
        "affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
        "affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
        "topologySpreadConstraints/labelSelector/matchLabels",
    ];

    /// <summary>Where labels stand that objects carry themselves.</summary>
    public static IReadOnlyList<FieldSpec> OwnLabels { get; } = [new("metadata/labels")];

    /// <summary>Where labels stand that objects and their pods carry.</summary>
    public static IReadOnlyList<FieldSpec> LabelsWithTemplates { get; } =
    [
        .. OwnLabels,
        new(TemplateLabels, "ReplicationController", null, "v1"),
        new(TemplateLabels, "Deployment"),
        new(TemplateLabels, "ReplicaSet"),
        new(TemplateLabels, "DaemonSet"),
        new(TemplateLabels, "StatefulSet", "apps"),
        new(TemplateLabels, "Job", "batch"),
        new("spec/jobTemplate/metadata/labels", "CronJob", "batch"),
        new("spec/jobTemplate/spec/template/metadata/labels", "CronJob", "batch"),
    ];

    /// <summary>Where labels stand that claims of a StatefulSet carry.</summary>
    public static IReadOnlyList<FieldSpec> ClaimLabels { get; } = [new("spec/volumeClaimTemplates[]/metadata/labels", "StatefulSet", "apps")];

    /// <summary>Where labels stand that objects and pods carry, and that others select them by.</summary>
    public static IReadOnlyList<FieldSpec> LabelsWithSelectors { get; } =
    [
        .. LabelsWithTemplates,
        .. ClaimLabels,
        new("spec/selector", "Service", null, "v1"),
        new("spec/selector", "ReplicationController", null, "v1"),
        new(Matching, "Deployment"),
        new(Matching, "ReplicaSet"),
        new(Matching, "DaemonSet"),
        new(Matching, "StatefulSet", "apps"),
        .. CoSelectors.SelectMany(path => new[] { "Deployment", "StatefulSet" }, (path, kind) => new FieldSpec("spec/template/spec/" + path, kind, "apps", null, false)),
        new(Matching, "Job", "batch", null, false),
        new("spec/jobTemplate/spec/selector/matchLabels", "CronJob", "batch", null, false),
        new(Matching, "PodDisruptionBudget", "policy", null, false),
        new("spec/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io", null, false),
        new("spec/ingress/from/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io", null, false),
        new("spec/egress/to/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io", null, false),
    ];

    /// <summary>Where common annotations stand.</summary>
    public static IReadOnlyList<FieldSpec> Annotations { get; } =
        [.. LabelsWithTemplates.Select(s => s with { Path = s.Path.Replace("/labels", "/annotations"), Group = s.Kind == "StatefulSet" ? null : s.Group })];

    /// <summary>The kinds whose replicas a kustomization can set.</summary>
    public static IReadOnlyList<FieldSpec> Replicas { get; } =
        [.. new[] { "Deployment", "ReplicationController", "ReplicaSet", "StatefulSet" }.Select(kind => new FieldSpec("spec/replicas", kind))];

    /// <summary>Where namespaces stand beside those of the objects themselves.</summary>
    public static IReadOnlyList<FieldSpec> Namespaces { get; } =
    [
        new("metadata/name", "Namespace", "", "v1"),
        new("spec/service/namespace", "APIService", "apiregistration.k8s.io"),
        new("spec/conversion/webhook/clientConfig/service/namespace", "CustomResourceDefinition", "apiextensions.k8s.io", null, false),
    ];

    /// <summary>Where the reference of a volume that is an image stands.</summary>
    public static IReadOnlyList<FieldSpec> ImageVolumes { get; } =
        [new("spec/volumes[]/image/reference"), new("spec/template/spec/volumes[]/image/reference")];
}
