namespace KubeLint.Resources;

/// <summary>What is linted together. What it does not hold is unknown, not absent.</summary>
public sealed class ResourceSet
{
    private readonly Dictionary<(string Group, string Kind), List<Resource>> byKind = [];

    /// <summary>Builds a set. Kustomizations in it make what they may patch unknown.</summary>
    public ResourceSet(IEnumerable<Resource> resources)
    {
        All = Kustomizations.Mask([.. resources]);
        var identities = new HashSet<(string, string, string?, string?)>();
        foreach (var resource in All)
        {
            if (!byKind.TryGetValue((resource.Group, resource.Kind), out var list)) byKind.Add((resource.Group, resource.Kind), list = []);
            list.Add(resource);
            if (resource.Name is not null && !identities.Add((resource.Group, resource.Kind, resource.NamespaceName, resource.Name))) HasDuplicates = true;
        }
    }

    /// <summary>Every object, in source order.</summary>
    public IReadOnlyList<Resource> All { get; }

    /// <summary>Whether the same object is declared twice, as in several variants of one thing: then the set is no one cluster.</summary>
    public bool HasDuplicates { get; }

    /// <summary>The objects of a kind, in source order.</summary>
    public IReadOnlyList<Resource> OfKind(string group, string kind) => byKind.TryGetValue((group, kind), out var list) ? list : [];
}
