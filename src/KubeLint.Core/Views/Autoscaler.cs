using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>What sets the replicas of a workload: a HorizontalPodAutoscaler or a KEDA ScaledObject.</summary>
/// <param name="resource">The object.</param>
public sealed class Autoscaler(Resource resource)
{
    private readonly bool isKeda = resource.Group == "keda.sh";
    private Field? target;
    private Field? targetName;

    /// <summary>The kinds of autoscalers.</summary>
    public static IReadOnlyList<ObjectKind> Kinds { get; } = [new("autoscaling", "HorizontalPodAutoscaler"), new("keda.sh", "ScaledObject")];

    /// <summary>The object.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>The name of the workload that it scales.</summary>
    public Field TargetName => targetName ??= Target["name"];

    /// <summary>Whether it declares a whole autoscaler. One that KEDA made repeats its ScaledObject; a patch names no target.</summary>
    public bool IsComplete => Resource.IsControlled != true && !Resource.HasPatchDirective && !TargetName.IsAbsent;

    /// <summary>
    /// The lowest number of replicas that it leaves: HPA <c>minReplicas</c>, by default 1; KEDA
    /// <c>minReplicaCount</c>, by default 0. Null where unknown.
    /// </summary>
    public long? Minimum
    {
        get
        {
            var minimum = Resource.Root.At("spec", isKeda ? "minReplicaCount" : "minReplicas");
            return minimum.IsAbsent ? isKeda ? 0 : 1 : minimum.Integer;
        }
    }

    /// <summary>What it has in common with every other one that says the same of any workload, as variants of one thing do; null where something is not known.</summary>
    internal (string Kind, string Name, string? Namespace, string? TargetVersion, string? TargetKind, string Target, long Minimum)? Saying
    {
        get
        {
            var (version, kind) = (Target["apiVersion"], Target["kind"]);
            return Resource.IsControlled == false && Minimum is { } minimum && TargetName.Text is { } target && Resource.NameField.Text is { } name
                && !Resource.NamespaceField.IsUnknown && !version.IsUnknown && !kind.IsUnknown
                ? (Resource.Kind, name, Resource.NamespaceName, version.Text, kind.Text, target, minimum) : null;
        }
    }

    /// <summary>Whether it scales a workload; null where that cannot be known.</summary>
    public bool? Targets(Resource workload)
    {
        var kind = Target["kind"];
        bool? isKind = kind.IsAbsent && isKeda ? workload.Kind == "Deployment" : kind.Text is { } text ? text == workload.Kind : null;

        var version = Target["apiVersion"];
        var group = version.Text is { } v ? ObjectKind.GroupOf(v) : null;

        // Old manifests name groups that the API server has long mapped to apps; a missing version is taken for the workload's own.
        bool? isGroup = version.IsAbsent || group == workload.Group || (group is "extensions" or "apps" && workload.Group is "extensions" or "apps")
            ? true : version.IsUnknown ? null : false;

        return isKind & isGroup & Resource.SharesNamespaceWith(workload) & IsNamed(workload) & (Resource.IsControlled is null ? null : true);
    }

    private Field Target => target ??= Resource.Spec["scaleTargetRef"];

    // A placeholder and a plain name are taken for different things, unless they stand in one file: templates are filled in together.
    private bool? IsNamed(Resource workload)
    {
        var name = workload.NameField;
        if (Field.SameText(TargetName, name) is { } known) return known;
        var isOnePlaceholder = TargetName.Written is not null && name.Written is not null && TargetName.IsUnknown != name.IsUnknown;
        return isOnePlaceholder && Resource.Document.File != workload.Document.File ? false : null;
    }
}
