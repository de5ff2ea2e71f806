using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A place where a node label is named that may stand for a zone or a region.</summary>
public sealed class ZoneKeyUse
{
    private readonly Inventory inventory;

    private ZoneKeyUse(Resource resource, Inventory inventory, Field field, bool isKey, string place)
    {
        Resource = resource;
        this.inventory = inventory;
        Field = field;
        IsKey = isKey;
        Place = place;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The field that names the label, or whose key it is.</summary>
    public Field Field { get; }

    /// <summary>Whether the label is the field's key; else it is its value.</summary>
    public bool IsKey { get; }

    /// <summary>The label.</summary>
    public string Key => IsKey ? Field.Key : Field.Text!;

    /// <summary>Where it is named.</summary>
    public SourceSpan Span => IsKey ? Field.KeySpan : Field.Span;

    /// <summary>The workload whose pods name it; null for volumes and their classes.</summary>
    public Workload? Workload { get; private init; }

    /// <summary>What names it, for messages.</summary>
    public string Place { get; }

    /// <summary>Whether it is the key that the volume's own driver sets on nodes.</summary>
    public bool IsOfDriver => Driver?.TopologyKey == Key;

    /// <summary>The well-known key that was surely meant; null where this one may be right.</summary>
    public string? Meant => ZoneKeys.MeantBy(Key, IsCarried);

    /// <summary>The places in an object.</summary>
    internal static IEnumerable<ZoneKeyUse> In(Resource resource, Inventory inventory)
    {
        ZoneKeyUse? Value(Field field, string place, Workload? workload = null) =>
            field.Text is null ? null : new ZoneKeyUse(resource, inventory, field, false, place) { Workload = workload };
        ZoneKeyUse Key(Field field, string place, Workload? workload = null) => new(resource, inventory, field, true, place) { Workload = workload };

        IEnumerable<ZoneKeyUse?> uses = (resource.Group, resource.Kind) switch
        {
            ("", "PersistentVolume") => Expressions(resource.Root.At("spec", "nodeAffinity", "required", "nodeSelectorTerms"))
                .Select(e => Value(e["key"], "the node affinity"))
                .Concat(resource.Metadata["labels"].Entries.Where(l => ZoneKeys.Deprecated.ContainsKey(l.Key)).Select(l => Key(l, "a label"))),
            (StorageClass.Group, StorageClass.Kind) => resource.Root["allowedTopologies"].Items
                .SelectMany(term => term["matchLabelExpressions"].Items).Select(e => Value(e["key"], "allowedTopologies")),
            _ => Workload.In(resource, inventory).SelectMany(InPods),
        };
        return uses.OfType<ZoneKeyUse>();

        IEnumerable<ZoneKeyUse?> InPods(Workload workload)
        {
            var pods = workload.Template;
            return pods.SpreadConstraints.Select(c => Value(c.TopologyKey, "the spread constraint", workload))
                .Concat(AffinityTerms(pods).Select(term => Value(term.Field["topologyKey"], "the " + term.Name, workload)))
                .Concat(pods.Spec["nodeSelector"].Entries.Select(e => Key(e, "the nodeSelector", workload)))
                .Concat(NodeExpressions(pods).Select(e => Value(e["key"], "the node affinity", workload)));
        }
    }

    private static IEnumerable<(Field Field, string Name)> AffinityTerms(PodTemplate pods)
    {
        foreach (var (kind, name) in new[] { ("podAffinity", "pod affinity"), ("podAntiAffinity", "pod anti-affinity") })
        {
            var affinity = pods.Spec.At("affinity", kind);
            foreach (var term in affinity["requiredDuringSchedulingIgnoredDuringExecution"].Items) yield return (term, name);
            foreach (var term in affinity["preferredDuringSchedulingIgnoredDuringExecution"].Items) yield return (term["podAffinityTerm"], name);
        }
    }

    private static IEnumerable<Field> NodeExpressions(PodTemplate pods)
    {
        var affinity = pods.Spec.At("affinity", "nodeAffinity");
        return Expressions(affinity.At("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"))
            .Concat(affinity["preferredDuringSchedulingIgnoredDuringExecution"].Items.SelectMany(p => p.At("preference", "matchExpressions").Items));
    }

    private static IEnumerable<Field> Expressions(Field terms) => terms.Items.SelectMany(term => term["matchExpressions"].Items);

    private bool IsCarried(string key) =>
        Resource.Options.ZoneKeys.Contains(key, StringComparer.Ordinal)
        || inventory.MayNodesCarry(key)
        || (Workload is null && Driver is null ? Provisioner.TopologyKeys.Contains(key) : IsOfDriver);

    private Provisioner? Driver =>
        Workload is null ? Provisioner.Find((Resource.Kind == StorageClass.Kind ? Resource.Root["provisioner"] : Resource.Root.At("spec", "csi", "driver")).Text) : null;
}
