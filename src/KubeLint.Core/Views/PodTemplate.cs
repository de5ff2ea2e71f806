using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A pod template that declares a whole pod; a patch of one is none.</summary>
public sealed class PodTemplate
{
    private readonly HashSet<string> addedLabels;

    private PodTemplate(Resource resource, Field template, PodTemplateKind owner)
    {
        Resource = resource;
        Spec = template["spec"];
        LabelsField = template.At("metadata", "labels");
        Annotations = template.At("metadata", "annotations");
        addedLabels = [.. owner.AddedLabels];
    }

    /// <summary>The object that holds it.</summary>
    public Resource Resource { get; }

    /// <summary>The pod's spec.</summary>
    public Field Spec { get; }

    /// <summary>The labels as written.</summary>
    public Field LabelsField { get; }

    /// <summary>The annotations as written.</summary>
    public Field Annotations { get; }

    /// <summary>The topology spread constraints.</summary>
    public IEnumerable<TopologySpreadConstraint> SpreadConstraints =>
        Spec["topologySpreadConstraints"].Items.Select(item => new TopologySpreadConstraint(item, this));

    /// <summary>Required terms of the pod affinity.</summary>
    public IEnumerable<PodAffinityTerm> RequiredAffinity => Required("podAffinity");

    /// <summary>Required terms of the pod anti-affinity.</summary>
    public IEnumerable<PodAffinityTerm> RequiredAntiAffinity => Required("podAntiAffinity");

    /// <summary>Preferred terms of the pod anti-affinity.</summary>
    public IEnumerable<PodAffinityTerm> PreferredAntiAffinity =>
        Spec.At("affinity", "podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution").Items
            .Select(item => new PodAffinityTerm(item["podAffinityTerm"], this));

    /// <summary>The pod template of an object; null where it holds none, or only a patch of one.</summary>
    public static PodTemplate? From(Resource resource)
    {
        if (PodTemplateKind.Of(resource) is not { } owner || resource.HasPatchDirective || resource.IsControlled != false) return null;
        var template = owner.TemplateOf(resource);
        var containers = template.At("spec", "containers");
        return containers.IsAbsent || containers.Node is SequenceNode { Items.Count: 0, IsComplete: true } ? null : new PodTemplate(resource, template, owner);
    }

    /// <summary>Whether a list of terms or constraints is surely seen in full.</summary>
    public static bool IsFullySeen(Field list) => list.IsAbsent || (list.Node is SequenceNode { IsComplete: true } sequence && sequence.Items.All(item => item is MappingNode));

    /// <summary>The value of a label on the pods: known, surely absent, or unknown.</summary>
    public (bool? IsThere, Field Value) Label(string key)
    {
        var field = LabelsField[key];
        if (field.IsPresent) return (true, field);

        // A placeholder's label is there; of what a kustomization may patch not even that is known.
        if (field.IsUnknown) return (field.Written is null ? null : true, field);
        return (addedLabels.Contains(key), field);
    }

    private IEnumerable<PodAffinityTerm> Required(string kind) =>
        Spec.At("affinity", kind, "requiredDuringSchedulingIgnoredDuringExecution").Items.Select(item => new PodAffinityTerm(item, this));
}
