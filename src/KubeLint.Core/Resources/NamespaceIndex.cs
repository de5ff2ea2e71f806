namespace KubeLint.Resources;

/// <summary>
/// Finds things by a key in one namespace, so that what many namespaces have in common costs nothing. What may be in the
/// same namespace is found too: an absent one is unknown against a named one, and a placeholder against all.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="T">What is found.</typeparam>
internal sealed class NamespaceIndex<TKey, T>
{
    private readonly Dictionary<TKey, Dictionary<string, List<T>>> items = [];

    /// <summary>Adds what belongs to an object.</summary>
    public void Add(Resource owner, TKey key, T item)
    {
        if (!items.TryGetValue(key, out var byNamespace)) items.Add(key, byNamespace = new Dictionary<string, List<T>>(StringComparer.Ordinal));
        var name = NameOf(owner);
        if (!byNamespace.TryGetValue(name, out var list)) byNamespace.Add(name, list = []);
        list.Add(item);
    }

    /// <summary>What has a key and shares an object's namespace, then what may share it.</summary>
    public IEnumerable<T> Find(Resource resource, TKey key)
    {
        if (!items.TryGetValue(key, out var byNamespace)) return [];
        var own = NameOf(resource);
        return IsAlone(own, byNamespace, out var list) ? list : Lists(own, byNamespace).SelectMany(l => l);
    }

    /// <summary>How many <see cref="Find"/> gives.</summary>
    public int Count(Resource resource, TKey key)
    {
        if (!items.TryGetValue(key, out var byNamespace)) return 0;
        var own = NameOf(resource);
        return IsAlone(own, byNamespace, out var list) ? list.Count : Lists(own, byNamespace).Sum(l => l.Count);
    }

    // So it is in most sets: all is of one namespace.
    private static bool IsAlone(string own, Dictionary<string, List<T>> byNamespace, out List<T> list) => byNamespace.TryGetValue(own, out list) && byNamespace.Count == 1;

    private static IEnumerable<List<T>> Lists(string own, Dictionary<string, List<T>> byNamespace)
    {
        var others = own is Absent or Unknown ? byNamespace.Keys.Where(k => k != own) : new[] { Absent, Unknown };
        return others.Prepend(own).Where(byNamespace.ContainsKey).Select(name => byNamespace[name]);
    }

    // No namespace is called so.
    private const string Absent = "";
    private const string Unknown = "?";

    private static string NameOf(Resource resource) =>
        resource.NamespaceField is var name && name.IsAbsent ? Absent : name.Text ?? Unknown;
}
