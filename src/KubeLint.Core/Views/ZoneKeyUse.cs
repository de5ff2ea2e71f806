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
    public string? Meant => ZoneKeys.IsWellKnown(Key) ? null : ZoneKeys.MeantBy(Key, IsCarried);

    /// <summary>The places in an object.</summary>
    internal static IReadOnlyList<ZoneKeyUse> In(Resource resource, Inventory inventory)
    {
        if (resource.Is("", PersistentVolume.Kind)) return new Uses(resource, inventory).OfVolume();
        if (resource.Is(StorageClass.Group, StorageClass.Kind)) return new Uses(resource, inventory).OfClass();
        return inventory.WorkloadsIn(resource) is { Count: > 0 } workloads ? new Uses(resource, inventory).OfPods(workloads) : [];
    }

    private bool IsCarried(string key) =>
        Resource.Options.ZoneKeys.Contains(key, StringComparer.Ordinal)
        || inventory.MayNodesCarry(key)
        || (Workload is null && Driver is null ? Provisioner.TopologyKeys.Contains(key) : IsOfDriver);

    private Provisioner? Driver =>
        Workload is null ? Provisioner.Find((Resource.Kind == StorageClass.Kind ? Resource.Root["provisioner"] : Resource.Spec.At("csi", "driver")).Text) : null;

    // Gathers them in the order in which they stand.
    private sealed class Uses(Resource resource, Inventory inventory)
    {
        private readonly List<ZoneKeyUse> found = [];

        public IReadOnlyList<ZoneKeyUse> OfVolume()
        {
            AddExpressions(resource.Spec.At("nodeAffinity", "required", "nodeSelectorTerms"), "the node affinity", null);
            foreach (var label in resource.Metadata["labels"].Entries)
            {
                if (ZoneKeys.Deprecated.ContainsKey(label.Key)) Add(label, true, "a label", null);
            }

            return found;
        }

        public IReadOnlyList<ZoneKeyUse> OfClass()
        {
            foreach (var term in resource.Root["allowedTopologies"].Items)
            {
                foreach (var expression in term["matchLabelExpressions"].Items) AddValue(expression["key"], "allowedTopologies", null);
            }

            return found;
        }

        public IReadOnlyList<ZoneKeyUse> OfPods(IReadOnlyList<Workload> workloads)
        {
            foreach (var workload in workloads) AddPods(workload);
            return found;
        }

        private void AddPods(Workload workload)
        {
            var pods = workload.Template;
            foreach (var constraint in pods.SpreadConstraints) AddValue(constraint.TopologyKey, "the spread constraint", workload);
            if (!pods.Affinity.IsAbsent) AddPodAffinity(pods, workload);
            foreach (var label in pods.NodeSelector.Entries) Add(label, true, "the nodeSelector", workload);
            if (!pods.Affinity.IsAbsent) AddNodeAffinity(pods, workload);
        }

        private void AddPodAffinity(PodTemplate pods, Workload workload)
        {
            foreach (var term in pods.RequiredAffinity) AddValue(term.TopologyKey, "the pod affinity", workload);
            foreach (var term in pods.PreferredAffinity) AddValue(term.TopologyKey, "the pod affinity", workload);
            foreach (var term in pods.RequiredAntiAffinity) AddValue(term.TopologyKey, "the pod anti-affinity", workload);
            foreach (var term in pods.PreferredAntiAffinity) AddValue(term.TopologyKey, "the pod anti-affinity", workload);
        }

        private void AddNodeAffinity(PodTemplate pods, Workload workload)
        {
            AddExpressions(pods.NodeAffinityTerms, "the node affinity", workload);
            foreach (var preference in pods.NodePreferences.Items)
            {
                foreach (var expression in preference.At("preference", "matchExpressions").Items) AddValue(expression["key"], "the node affinity", workload);
            }
        }

        private void AddExpressions(Field terms, string place, Workload? workload)
        {
            foreach (var term in terms.Items)
            {
                foreach (var expression in term["matchExpressions"].Items) AddValue(expression["key"], place, workload);
            }
        }

        private void AddValue(Field field, string place, Workload? workload)
        {
            if (field.Text is not null) Add(field, false, place, workload);
        }

        private void Add(Field field, bool isKey, string place, Workload? workload) =>
            found.Add(new ZoneKeyUse(resource, inventory, field, isKey, place) { Workload = workload });
    }
}
