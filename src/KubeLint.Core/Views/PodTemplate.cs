using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A pod template that declares a whole pod; a patch of one is none.</summary>
public sealed class PodTemplate
{
    private const string IsRequired = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string IsPreferred = "preferredDuringSchedulingIgnoredDuringExecution";

    private readonly Field holder;
    private bool? isOfWorkload;
    private Field? affinity;
    private Field? nodeAffinityTerms;
    private Field? nodeSelector;
    private Field? volumes;
    private Field? constraintsField;
    private Field? replicasField;
    private IReadOnlyList<TopologySpreadConstraint>? spreadConstraints;
    private IReadOnlyList<PodAffinityTerm>? requiredAffinity;
    private IReadOnlyList<PodAffinityTerm>? requiredAntiAffinity;
    private IReadOnlyList<PodAffinityTerm>? preferredAffinity;
    private IReadOnlyList<PodAffinityTerm>? preferredAntiAffinity;
    private ZoneRestriction? restriction;

    private PodTemplate(Resource resource, Field holder, PodTemplateKind owner)
    {
        this.holder = holder;
        Resource = resource;
        Owner = owner;
        var template = holder.At(owner.TemplatePath);
        Spec = template["spec"];
        var metadata = template["metadata"];
        LabelsField = metadata["labels"];
        Annotations = metadata["annotations"];
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

    /// <summary>Where the topology spread constraints stand.</summary>
    public Field ConstraintsField => constraintsField ??= Spec["topologySpreadConstraints"];

    /// <summary>The topology spread constraints.</summary>
    public IReadOnlyList<TopologySpreadConstraint> SpreadConstraints => spreadConstraints ??= ReadConstraints();

    /// <summary>Required terms of the pod affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> RequiredAffinity => requiredAffinity ??= Required("podAffinity");

    /// <summary>Required terms of the pod anti-affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> RequiredAntiAffinity => requiredAntiAffinity ??= Required("podAntiAffinity");

    /// <summary>Preferred terms of the pod affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> PreferredAffinity => preferredAffinity ??= Preferred("podAffinity");

    /// <summary>Preferred terms of the pod anti-affinity.</summary>
    public IReadOnlyList<PodAffinityTerm> PreferredAntiAffinity => preferredAntiAffinity ??= Preferred("podAntiAffinity");

    /// <summary>The kind of object that holds it.</summary>
    internal PodTemplateKind Owner { get; }

    /// <summary>Where the number of replicas stands; null for what runs no replicas.</summary>
    internal Field? ReplicasField => replicasField ??= Owner.ReplicasPath is { } path ? holder.At(path) : null;

    /// <summary>Whether it is that of a workload: of what runs replicas, and is no patch of such.</summary>
    internal bool IsOfWorkload => isOfWorkload ??= Owner.ReplicasPath is not null && !(Owner.RequiresSelector(Resource) && Resource.Spec["selector"].IsAbsent);

    /// <summary>Everything that says near which pods, and on which nodes, the pods may run.</summary>
    internal Field Affinity => affinity ??= Spec["affinity"];

    /// <summary>The required terms of the node affinity.</summary>
    internal Field NodeAffinityTerms => nodeAffinityTerms ??= Affinity.At("nodeAffinity", IsRequired, "nodeSelectorTerms");

    /// <summary>The preferred terms of the node affinity.</summary>
    internal Field NodePreferences => Affinity.At("nodeAffinity", IsPreferred);

    /// <summary>The labels of nodes that the pods ask for.</summary>
    internal Field NodeSelector => nodeSelector ??= Spec["nodeSelector"];

    /// <summary>The volumes of the pods.</summary>
    internal Field Volumes => volumes ??= Spec["volumes"];

    /// <summary>Where node name, node selector and node affinity let the pods run.</summary>
    internal ZoneRestriction Restriction => restriction ??= new ZoneRestriction(this);

    /// <summary>The pod templates of an object; none where it holds none, or only patches.</summary>
    public static IReadOnlyList<PodTemplate> In(Resource resource) => AllIn(resource) is { Count: > 0 } all && resource.IsControlled == false ? all : [];

    /// <summary>The same, of objects that another object made too.</summary>
    internal static IReadOnlyList<PodTemplate> AllIn(Resource resource) => resource.Keep(Read);

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

    // Each view of an object, and each index, asks for its templates.
    private static PodTemplate[] Read(Resource resource)
    {
        if (PodTemplateKind.Of(resource) is not { } owner || resource.HasPatchDirective) return [];
        var found = new List<PodTemplate>(1);
        foreach (var holder in owner.HoldersIn(resource))
        {
            var pods = new PodTemplate(resource, holder, owner);
            if (pods.IsWhole) found.Add(pods);
        }

        return [.. found];
    }

    // Operators bring the containers; what else is to run pods names its own.
    private bool IsWhole => Owner.IsOperated
        ? !ReplicasField!.IsAbsent
        : Spec["containers"] is { IsAbsent: false } containers && containers.Node is not SequenceNode { Items.Count: 0, IsComplete: true };

    private IReadOnlyList<TopologySpreadConstraint> ReadConstraints()
    {
        if (!ConstraintsField.HasItems) return [];
        var constraints = new List<TopologySpreadConstraint>(1);
        foreach (var item in ConstraintsField.Items) constraints.Add(new TopologySpreadConstraint(item, this));
        return constraints;
    }

    private IReadOnlyList<PodAffinityTerm> Required(string kind) => Affinity.IsAbsent ? [] : [.. Affinity.At(kind, IsRequired).Items.Select(item => new PodAffinityTerm(item, this))];

    private IReadOnlyList<PodAffinityTerm> Preferred(string kind) => Affinity.IsAbsent ? [] : [.. Affinity.At(kind, IsPreferred).Items.Select(item => new PodAffinityTerm(item["podAffinityTerm"], this))];
}
