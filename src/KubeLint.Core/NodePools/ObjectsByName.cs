using KubeLint.Resources;

namespace KubeLint.NodePools;

/// <summary>The objects of some kinds by name, for references between them.</summary>
internal sealed class ObjectsByName
{
    private readonly NamespaceIndex<(string Group, string Kind, string Name), Resource> objects = new();

    public ObjectsByName(ResourceSet set, IEnumerable<(string Group, string Kind)> kinds)
    {
        foreach (var (group, kind) in kinds.Distinct())
        {
            foreach (var resource in set.OfKind(group, kind).Where(r => r.Name is not null && !r.HasPatchDirective)) objects.Add(resource, (group, kind, resource.Name!), resource);
        }
    }

    /// <summary>The one object that another names; null where the set holds none, or several that it may be.</summary>
    public Resource? Find(Resource from, string group, string kind, string name) =>
        Nearest(from, objects.Find(from, (group, kind, name)), r => r);

    /// <summary>The one that belongs to an object: of several variants of a thing the one in the same file; null where there is none, or still several.</summary>
    public static T? Nearest<T>(Resource from, IEnumerable<T> candidates, Func<T, Resource> resourceOf)
    {
        var all = candidates.ToList();
        if (all.Count > 1) all.RemoveAll(c => resourceOf(c).Document.File != from.Document.File);
        return all is [var only] ? only : default;
    }
}
