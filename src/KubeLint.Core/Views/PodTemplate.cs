using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A pod template that declares a whole pod; a patch of one is none.</summary>
public sealed class PodTemplate
{
    private readonly Field holder;
    private IReadOnlyList<TopologySpreadConstraint>? spreadConstraints;
    private IReadOnlyList<PodAffinityTerm>? requiredAffinity;
    private IReadOnlyList<PodAffinityTerm>? requiredAntiAffinity;

    private PodTemplate(Resource resource, Field holder, PodTemplateKind owner)
    {
        this.holder = holder;
        Resource = resource;
        Owner = owner;
        var template = holder.At(owner.TemplatePath);
        Spec = template["spec"];
        LabelsField = template.At("metadata", "labels");
        Annotations = template.At("metadata", "annotations");
    }

    /// <summary>The object that holds it.</summary>
    public Resource Resource { get; }

    /// <summary>How messages call it: the object, and of several templates in one the part.</summary>
    public string DisplayName => holder.Parent is null ? Resource.DisplayName : $"{Resource.DisplayName}, node set '{holder["name"].Written ?? "(no name)"}'";

    /// <summary>The pod's spec.</summary>
    public Field Spec { get; }

    /// <summary>The labels as written.</summary>
    public Field LabelsField { get; }

    /// <summary>Whether the pods surely carry no labels but the written ones and those that a controller is known to add.</summary>
    public bool HasAllLabels => !Owner.IsOperated && LabelsField.IsComplete;

    /// <summary>The annotations as written.</summary>
    public Field Annotations { get; }

    /// <summary>The topology spread constraints.</summary>
    public IReadOnlyList<TopologySpreadConstraint> SpreadConstraints =>
        spreadConstraints ??= [.. Spec["topologySpreadConstraints"].Items.Select(item => new TopologySpreadConstraint(item, this))];

    /// <summary>Required terms of the pod affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> RequiredAffinity => requiredAffinity ??= Required("podAffinity");

    /// <summary>Required terms of the pod anti-affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> RequiredAntiAffinity => requiredAntiAffinity ??= Required("podAntiAffinity");

    /// <summary>Preferred terms of the pod anti-affinity.</summary>
    public IEnumerable<PodAffinityTerm> PreferredAntiAffinity =>
        Spec.At("affinity", "podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution").Items
            .Select(item => new PodAffinityTerm(item["podAffinityTerm"], this));

    /// <summary>The kind of object that holds it.</summary>
    internal PodTemplateKind Owner { get; }

    /// <summary>Where the number of replicas stands; null for what runs no replicas.</summary>
    internal Field? ReplicasField => Owner.ReplicasPath is { } path ? holder.At(path) : null;

    /// <summary>The pod templates of an object; none where it holds none, or only patches.</summary>
    public static IEnumerable<PodTemplate> In(Resource resource) => resource.IsControlled == false ? AllIn(resource) : [];

    /// <summary>The same, of objects that another object made too.</summary>
    internal static IEnumerable<PodTemplate> AllIn(Resource resource) =>
        PodTemplateKind.Of(resource) is { } owner && !resource.HasPatchDirective
            ? owner.HoldersIn(resource).Select(holder => new PodTemplate(resource, holder, owner)).Where(pods => pods.IsWhole)
            : [];

    /// <summary>Whether a list of terms or constraints is surely seen in full.</summary>
    public static bool IsFullySeen(Field list) => list.IsAbsent || (list.Node is SequenceNode { IsComplete: true } sequence && sequence.Items.All(item => item is MappingNode));

    /// <summary>The value of a label on the pods: known, surely absent, or unknown.</summary>
    public (bool? IsThere, Field Value) Label(string key)
    {
        var field = LabelsField[key];
        if (field.IsPresent) return (true, field);

        // A placeholder's label is there; of what a kustomization may patch not even that is known.
        if (field.IsUnknown) return (field.Written is null ? null : true, field);
        return (Owner.AddedLabels.Contains(key, StringComparer.Ordinal) ? true : Owner.IsOperated ? null : false, field);
    }

    /// <summary>Whether two views are of one template.</summary>
    public bool IsSameAs(PodTemplate other) => Resource == other.Resource && holder.Node == other.holder.Node;

    /// <summary>The same template where its object has another root; null where that holds none in its place.</summary>
    internal PodTemplate? With(Node root) => In(Resource.WithRoot(root)).Skip(In(Resource).TakeWhile(pods => !pods.IsSameAs(this)).Count()).FirstOrDefault();

    // Operators bring the containers; what else is to run pods names its own.
    private bool IsWhole => Owner.IsOperated
        ? !ReplicasField!.IsAbsent
        : Spec["containers"] is { IsAbsent: false } containers && containers.Node is not SequenceNode { Items.Count: 0, IsComplete: true };

    private IReadOnlyList<PodAffinityTerm> Required(string kind) =>
        [.. Spec.At("affinity", kind, "requiredDuringSchedulingIgnoredDuringExecution").Items.Select(item => new PodAffinityTerm(item, this))];
}
