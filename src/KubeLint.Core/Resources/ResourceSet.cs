using KubeLint.Syntax;

namespace KubeLint.Resources;

/// <summary>What is linted together. What it does not hold is unknown, not absent.</summary>
public sealed class ResourceSet
{
    // Of so few objects each can be looked at; more are sorted by kind and by name when these are asked for.
    private const int Few = 8;

    // By kind, and then by group: few kinds are in several, and most of what is asked for is in none.
    private Dictionary<string, List<List<Resource>>>? byKind;
    private Variants? variants;
    private Dictionary<Node, Resource>? built;

    /// <summary>Builds a set of objects as they are; what kustomizations make of them is up to <see cref="Kustomize.ResourceSets"/>.</summary>
    /// <param name="resources">The objects, in source order.</param>
    /// <param name="isOpen">See <see cref="IsOpen"/>.</param>
    public ResourceSet(IEnumerable<Resource> resources, bool isOpen = false)
    {
        IsOpen = isOpen;
        All = resources.ToArray();
        Judged = All;
    }

    /// <summary>
    /// Whether more may be declared where no one looks, as in C# beside YAML: then workloads, budgets, autoscalers and
    /// classes that the set lacks are unknown, not absent.
    /// </summary>
    public bool IsOpen { get; }

    /// <summary>Every object, in source order.</summary>
    public IReadOnlyList<Resource> All { get; }

    /// <summary>The objects that rules are to judge in this set; the others are judged in another one, and stand here as their surroundings.</summary>
    public IReadOnlyList<Resource> Judged { get; init; }

    /// <summary>
    /// Objects that are none of the set, because a kustomization may take them away, or change them in ways that can't be
    /// read, or because they are declared in variants of which at most one stands beside the set. That they are absent is not known either.
    /// </summary>
    public IReadOnlyList<Resource> Doubtful { get; init; } = [];

    /// <summary>The files of objects that a kustomization in the set may change.</summary>
    public IReadOnlyCollection<SourceFile> ChangedFiles { get; init; } = [];

    /// <summary>Whether the same object is declared twice, as in several variants of one thing: then the set is no one cluster.</summary>
    public bool HasDuplicates => All.Count > 1 && Twice.HasAny;

    /// <summary>Whether an object is declared in several variants, each with its own surroundings.</summary>
    public bool HasVariants(Resource resource) => HasDuplicates && Twice.Holds(resource);

    /// <summary>A number that the variants of an object have in common; null for an object that the set declares once.</summary>
    internal int? VariantOf(Resource resource) => HasDuplicates ? Twice.NumberOf(resource) : null;

    /// <summary>What a kustomization built that has this root; null where no object of the set is built so.</summary>
    internal Resource? BuiltWith(Node root) => (built ??= All.Where(r => r.BuiltBy is not null).GroupBy(r => r.Root.Node!).ToDictionary(g => g.Key, g => g.First())).TryGetValue(root, out var resource) ? resource : null;

    /// <summary>The kinds that there are objects of.</summary>
    public IEnumerable<ObjectKind> Kinds => ByKind.Values.SelectMany(groups => groups).Select(list => list[0].GroupKind);

    /// <summary>Whether there are objects of a kind of which something holds.</summary>
    internal bool HasKind(Func<ObjectKind, bool> isMeant)
    {
        if (All.Count > Few) return Kinds.Any(isMeant);
        for (var i = 0; i < All.Count; i++)
        {
            if (isMeant(All[i].GroupKind)) return true;
        }

        return false;
    }

    /// <summary>The objects of a kind, in source order.</summary>
    public IReadOnlyList<Resource> OfKind(string group, string kind)
    {
        if (All.Count <= Few) return Among(All, group, kind);
        if (!ByKind.TryGetValue(kind, out var groups) || OfGroup(groups, group) is not { } list) return [];
        return list;
    }

    private Dictionary<string, List<List<Resource>>> ByKind => byKind ??= SortByKind();

    private Variants Twice => variants ??= new(All);

    private static IReadOnlyList<Resource> Among(IReadOnlyList<Resource> all, string group, string kind)
    {
        List<Resource>? found = null;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Is(group, kind)) (found ??= []).Add(all[i]);
        }

        if (found is null) return [];
        return found;
    }

    private Dictionary<string, List<List<Resource>>> SortByKind()
    {
        var sorted = new Dictionary<string, List<List<Resource>>>(StringComparer.Ordinal);
        foreach (var resource in All)
        {
            if (!sorted.TryGetValue(resource.Kind, out var groups)) sorted.Add(resource.Kind, groups = []);
            if (OfGroup(groups, resource.Group) is { } list) list.Add(resource);
            else groups.Add([resource]);
        }

        return sorted;
    }

    private static List<Resource>? OfGroup(List<List<Resource>> groups, string group)
    {
        foreach (var list in groups)
        {
            if (list[0].Group == group) return list;
        }

        return null;
    }

    /// <summary>What is declared more than once.</summary>
    private sealed class Variants
    {
        private readonly Dictionary<Identity, int> declaredTwice = [];
        private readonly Dictionary<Resource, int> numbers = [];

        public Variants(IReadOnlyList<Resource> all)
        {
            var identities = new Dictionary<Identity, Resource>();
            foreach (var resource in all)
            {
                if (IdentityOf(resource) is not { } identity) continue;
                if (!identities.TryGetValue(identity, out var first))
                {
                    identities.Add(identity, resource);
                    continue;
                }

                if (!declaredTwice.TryGetValue(identity, out var number)) declaredTwice.Add(identity, number = declaredTwice.Count);
                numbers[first] = numbers[resource] = number;
            }
        }

        public bool HasAny => declaredTwice.Count > 0;

        public bool Holds(Resource resource) => IdentityOf(resource) is { } identity && declaredTwice.ContainsKey(identity);

        public int? NumberOf(Resource resource) => numbers.TryGetValue(resource, out var number) ? number : null;
    }

    private static Identity? IdentityOf(Resource resource) => resource.Name is { } name ? new Identity(resource.Group, resource.Kind, resource.NamespaceName, name) : null;

    private sealed record Identity(string Group, string Kind, string? Namespace, string Name);
}
