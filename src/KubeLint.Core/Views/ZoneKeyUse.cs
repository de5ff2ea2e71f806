using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A place where a node label is named that may stand for a zone or a region.</summary>
public sealed class ZoneKeyUse
{
    private readonly Inventory inventory;
    private readonly bool isOfVolume;

    private ZoneKeyUse(Resource resource, Inventory inventory, Field field, string key, SourceSpan span, string place, bool isOfVolume)
    {
        Resource = resource;
        this.inventory = inventory;
        this.isOfVolume = isOfVolume;
        Field = field;
        Key = key;
        Span = span;
        Place = place;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The field that names the label, or whose key it is.</summary>
    public Field Field { get; }

    /// <summary>The label.</summary>
    public string Key { get; }

    /// <summary>Where it is named.</summary>
    public SourceSpan Span { get; }

    /// <summary>What names it, for messages.</summary>
    public string Place { get; }

    /// <summary>Whether it is the key that the volume's own driver sets on nodes.</summary>
    public bool IsOfDriver => Driver?.TopologyKey == Key;

    /// <summary>The well-known key that was surely meant; null where this one may be right.</summary>
    public string? Meant => ZoneKeys.MeantBy(Key, IsCarried);

    /// <summary>The places in an object.</summary>
    internal static IEnumerable<ZoneKeyUse> In(Resource resource, Inventory inventory)
    {
        ZoneKeyUse? Value(Field field, string place, bool isOfVolume = false) =>
            field.Text is { } key ? new ZoneKeyUse(resource, inventory, field, key, field.Span, place, isOfVolume) : null;
        ZoneKeyUse Key(Field field, string place, bool isOfVolume = false) => new(resource, inventory, field, field.Key, field.KeySpan, place, isOfVolume);

        IEnumerable<ZoneKeyUse?> uses = (resource.Group, resource.Kind) switch
        {
            ("", "PersistentVolume") => Expressions(resource.Root.At("spec", "nodeAffinity", "required", "nodeSelectorTerms"))
                .Select(e => Value(e["key"], "the node affinity", true))
                .Concat(resource.Metadata["labels"].Entries.Where(l => ZoneKeys.Deprecated.ContainsKey(l.Key)).Select(l => Key(l, "a label", true))),
            (StorageClass.Group, StorageClass.Kind) => resource.Root["allowedTopologies"].Items
                .SelectMany(term => term["matchLabelExpressions"].Items).Select(e => Value(e["key"], "allowedTopologies", true)),
            _ => Workload.In(resource, inventory).SelectMany(workload => InPods(workload.Template)),
        };
        return uses.OfType<ZoneKeyUse>();

        IEnumerable<ZoneKeyUse?> InPods(PodTemplate pods) =>
            pods.SpreadConstraints.Select(c => Value(c.TopologyKey, "the spread constraint"))
                .Concat(AffinityTerms(pods).Select(term => Value(term.Field["topologyKey"], "the " + term.Name)))
                .Concat(pods.Spec["nodeSelector"].Entries.Select(e => Key(e, "the nodeSelector")))
                .Concat(NodeExpressions(pods).Select(e => Value(e["key"], "the node affinity")));
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
        || (isOfVolume && Driver is null ? Provisioner.TopologyKeys.Contains(key) : IsOfDriver);

    private Provisioner? Driver =>
        isOfVolume ? Provisioner.Find((Resource.Kind == StorageClass.Kind ? Resource.Root["provisioner"] : Resource.Root.At("spec", "csi", "driver")).Text) : null;
}
