using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Something that selects pods of its namespace by their labels, as Services and budgets do.</summary>
internal interface ISelectsPods
{
    /// <summary>The object.</summary>
    Resource Resource { get; }

    /// <summary>Keys and values that the pods must carry, as far as known.</summary>
    IEnumerable<(string Key, string Value)> DemandedPairs { get; }

    /// <summary>Whether its selector selects the pods of a template, wherever they are; null where that cannot be known.</summary>
    bool? Matches(PodTemplate pods);
}

/// <summary>What selects which pods, to be asked from both sides.</summary>
/// <typeparam name="T">What selects.</typeparam>
internal sealed class SelectionIndex<T>
    where T : class, ISelectsPods
{
    private readonly Dictionary<Resource, List<(PodTemplate Pods, bool IsSure)>> podsOf = [];
    private readonly Dictionary<Resource, bool> several = [];
    private readonly Dictionary<Resource, List<(T Item, PodTemplate Pods, bool IsSure)>> selecting = [];

    /// <summary>Builds it.</summary>
    /// <param name="inventory">What it is of.</param>
    /// <param name="items">What selects pods.</param>
    /// <param name="doubtful">What may do so, as far as it is there.</param>
    public SelectionIndex(Inventory inventory, IEnumerable<T> items, IEnumerable<T> doubtful)
    {
        var set = inventory.Set;
        var speakers = new HashSet<(Resource Pods, int ItemVariant)>();
        foreach (var item in items) Add(item, true);
        foreach (var item in doubtful) Add(item, false);

        void Add(T item, bool isThere)
        {
            var own = new List<(PodTemplate, bool)>();
            podsOf.Add(item.Resource, own);
            var (itemVariant, pods) = (set.VariantOf(item.Resource), inventory.Pods);
            HashSet<int>? podVariants = null;
            foreach (var template in pods.Carrying(item.Resource, item.DemandedPairs))
            {
                // Variants of a thing each have their own surroundings: of those in other files one speaks for all, so that many cost little.
                var isApart = template.Resource.Document.File != item.Resource.Document.File;
                var podVariant = isApart && template.Owner.List is null ? set.VariantOf(template.Resource) : null;
                var isKnownHere = podVariant is { } pod && podVariants?.Contains(pod) == true;
                var isKnownThere = isApart && itemVariant is { } one && speakers.Contains((template.Resource, one));
                if (isKnownHere && isKnownThere) continue;
                var isSelected = pods.AreThere(template) & item.Resource.SharesNamespaceWith(template.Resource) & item.Matches(template);
                if (isSelected == false) continue;
                var isSure = isThere && isSelected == true;
                if (!isKnownHere) own.Add((template, isSure));
                if (podVariant is { } found) (podVariants ??= []).Add(found);
                if (isApart && itemVariant is { } speaker && !speakers.Add((template.Resource, speaker)) && template.Owner.List is null) continue;
                if (!selecting.TryGetValue(template.Resource, out var list)) selecting.Add(template.Resource, list = []);
                list.Add((item, template, isSure));
            }
        }
    }

    /// <summary>The pods that something selects, and those that it may select.</summary>
    public IReadOnlyList<(PodTemplate Pods, bool IsSure)> PodsOf(Resource item) => podsOf.TryGetValue(item, out var list) ? list : [];

    /// <summary>Whether it selects, or may select, running pods of several objects; variants of an object are one.</summary>
    public bool LeadsToSeveral(T item)
    {
        if (several.TryGetValue(item.Resource, out var known)) return known;
        var running = PodsOf(item.Resource).Select(p => p.Pods).Where(p => p.Owner.KeepsRunning && p.Resource.IsControlled != true).ToList();
        known = running.Exists(p => !p.Resource.IsSameObjectAs(running[0].Resource));
        several.Add(item.Resource, known);
        return known;
    }

    /// <summary>What selects the pods of a template, and what may.</summary>
    public IEnumerable<(T Item, bool IsSure)> Selecting(PodTemplate pods) =>
        selecting.TryGetValue(pods.Resource, out var list) ? list.Where(s => s.Pods.IsSameAs(pods)).Select(s => (s.Item, s.IsSure)) : [];
}

/// <summary>The workloads behind a Service, or under a budget.</summary>
/// <param name="Workloads">Those that are surely selected.</param>
/// <param name="IsWhole">Whether surely nothing else is.</param>
public sealed record Selection(IReadOnlyList<Workload> Workloads, bool IsWhole)
{
    /// <summary>The replicas of all of them together; null where unknown.</summary>
    public long? Replicas => IsWhole && Workloads.All(w => w.Replicas.Count is not null) ? Workloads.Sum(w => w.Replicas.Count) : null;

    /// <summary>Whether autoscalers may run more replicas of them.</summary>
    public bool AreMinimum => Workloads.Any(w => w.Replicas.IsMinimum);

    /// <summary>How messages tell the replicas: whose they are, and where the number comes from.</summary>
    public string Description => string.Join(" and ", Workloads.Select(w => $"{w.Replicas.Description} of {w.DisplayName}"));

    /// <summary>Reads it from an index.</summary>
    internal static Selection Of<T>(SelectionIndex<T> index, T item, Inventory inventory)
        where T : class, ISelectsPods
    {
        // What another object made is counted with that one, except where an operator made it, which declares its pods elsewhere.
        var all = index.PodsOf(item.Resource).Where(p => p.Pods.Resource.IsControlled != true || p.Pods.Owner.IsTopmost).ToList();
        var selected = all.Where(p => inventory.AreTogether(p.Pods.Resource, item.Resource)).ToList();
        var workloads = selected.Where(p => p.IsSure && p.Pods.Resource.IsControlled == false).Select(p => Workload.Of(p.Pods, inventory)).OfType<Workload>().ToList();

        // Variants of a selected object are selected in its place; anything else that is left out may come beside it.
        var isWhole = workloads.Count == selected.Count && all.TrueForAll(p => inventory.AreTogether(p.Pods.Resource, item.Resource) || workloads.Exists(w => w.Resource.IsSameObjectAs(p.Pods.Resource)));
        return new Selection(workloads, isWhole && !inventory.Set.IsOpen);
    }
}
