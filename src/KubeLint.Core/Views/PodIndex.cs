using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Finds the pod templates that a selector may select, by the labels that it demands.</summary>
internal sealed class PodIndex
{
    // What stands for all, and for those that may carry labels which are not seen. No label is called so.
    private static readonly (string, string) All = ("", "*");
    private static readonly (string, string) Open = ("", "?");

    // Stands for a value that is not known: it may be any.
    private const string AnyValue = "?";

    private readonly List<PodTemplate> templates = [];
    private readonly HashSet<Resource> doubtful;
    private NamespaceIndex<(string Key, string Value), PodTemplate>? byLabel;

    public PodIndex(ResourceSet set)
    {
        doubtful = [.. set.Doubtful];
        foreach (var resource in set.All) templates.AddRange(PodTemplate.AllIn(resource));
        foreach (var resource in doubtful) templates.AddRange(PodTemplate.AllIn(resource));
    }

    /// <summary>Whether pods of a template are surely there; null where a kustomization may take them away.</summary>
    public bool? AreThere(PodTemplate pods) => doubtful.Contains(pods.Resource) ? null : true;

    /// <summary>
    /// The templates that may carry every demanded label, in an object's namespace or what may be it. Found by the label
    /// that the fewest carry: what many have in common costs nothing where another parts them.
    /// </summary>
    /// <param name="owner">The object whose namespace counts.</param>
    /// <param name="demanded">Keys and values that the pods must carry, as far as known.</param>
    public IEnumerable<PodTemplate> Carrying(Resource owner, IEnumerable<(string Key, string Value)> demanded)
    {
        // Of one there is nothing to choose.
        if (templates.Count < 2) return templates;
        var rarest = All;
        var fewest = int.MaxValue;
        foreach (var pair in demanded)
        {
            var count = ByLabel.Count(owner, pair) + ByLabel.Count(owner, (pair.Key, AnyValue));
            if (count < fewest) (rarest, fewest) = (pair, count);
        }

        var found = ByLabel.Find(owner, rarest);
        if (rarest == All) return found;
        var any = (rarest.Item1, AnyValue);
        return ByLabel.Count(owner, any) + ByLabel.Count(owner, Open) == 0 ? found : found.Concat(ByLabel.Find(owner, any)).Concat(ByLabel.Find(owner, Open)).Distinct();
    }

    /// <summary>The templates that surely carry one of some labels with its value, in an object's namespace or what may be it.</summary>
    public IEnumerable<PodTemplate> CarryingOne(Resource owner, IEnumerable<(string Key, string Value)> pairs) => pairs.SelectMany(pair => ByLabel.Find(owner, pair)).Distinct();

    /// <summary>Other workloads whose pods a constraint of a workload counts too.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="constraint">One of its constraints, which counts its own pods.</param>
    /// <param name="most">How many to find at most.</param>
    /// <returns>The workloads; null where one can't be decided, or where there are more than that.</returns>
    public static IReadOnlyList<Workload>? Others(Workload workload, TopologySpreadConstraint constraint, int most)
    {
        if (constraint.KnownMatchLabelKeys is not { } keys) return null;

        // A revision's hash is never that of another workload.
        foreach (var key in keys)
        {
            if (key is "pod-template-hash" or "controller-revision-hash" or "rollouts-pod-template-hash") return [];
        }

        var inventory = workload.Inventory;
        var result = new List<Workload>();
        foreach (var pods in inventory.Pods.Carrying(workload.Resource, constraint.Selector.DemandedPairs))
        {
            // A variant of an object is no other one.
            if (pods.Resource.IsSameObjectAs(workload.Resource) || result.Exists(r => r.Resource.IsSameObjectAs(pods.Resource)) || Workload.Of(pods, inventory) is not { } other) continue;
            bool? isCounted = inventory.Pods.AreThere(pods) & pods.Resource.SharesNamespaceWith(workload.Resource) & constraint.Selector.Selects(pods);
            foreach (var key in keys) isCounted &= HaveSame(key, workload.Template, pods);
            if (isCounted is null) return null;
            if (isCounted == false) continue;
            if (result.Count == most) return null;
            result.Add(other);
        }

        return result;
    }

    private NamespaceIndex<(string Key, string Value), PodTemplate> ByLabel => byLabel ??= SortByLabel();

    private NamespaceIndex<(string Key, string Value), PodTemplate> SortByLabel()
    {
        var sorted = new NamespaceIndex<(string Key, string Value), PodTemplate>();
        foreach (var pods in templates)
        {
            var resource = pods.Resource;
            sorted.Add(resource, All, pods);
            if (!pods.HasAllLabels) sorted.Add(resource, Open, pods);
            foreach (var label in pods.LabelsField.Entries) sorted.Add(resource, (label.Key, label.IsUnknown ? AnyValue : label.Written ?? AnyValue), pods);
            foreach (var label in pods.Owner.AddedLabels) sorted.Add(resource, (label, AnyValue), pods);
        }

        return sorted;
    }

    private static bool? HaveSame(string key, PodTemplate a, PodTemplate b)
    {
        var (isThere, label) = a.Label(key);
        if (isThere == false) return true;
        var (isThereToo, other) = b.Label(key);
        return isThere & isThereToo & (label.IsAbsent || other.IsAbsent ? null : Syntax.Field.SameText(label, other));
    }
}
