using KubeLint.NodePools;
using KubeLint.Providers;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>What in a manifest proves the cloud that it is meant for.</summary>
internal static class Evidence
{
    // The group that the providers of Cluster API share.
    private const string ClusterApiGroup = "infrastructure.cluster.x-k8s.io";

    // A group of several clouds proves none.
    private static readonly Dictionary<string, Provider?> ByGroup = Provider.All.SelectMany(p => p.ApiGroups, (provider, name) => (Provider: provider, Name: name))
        .GroupBy(g => g.Name, g => g.Provider, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count() == 1 ? g.First() : null, StringComparer.Ordinal);

    /// <summary>The clouds that objects of a set prove.</summary>
    public static IReadOnlyList<Provider> Providers(IReadOnlyList<Resource> resources)
    {
        List<Provider>? found = null;
        for (var i = 0; i < resources.Count; i++)
        {
            if (Of(resources[i]) is { } provider && found?.Contains(provider) != true) (found ??= []).Add(provider);
        }

        if (found is null) return [];
        return found;
    }

    /// <summary>The cloud that an object itself proves; null where it proves none, or several.</summary>
    public static Provider? Of(Resource resource) => (resource.Group, resource.Kind) switch
    {
        ("", "Service") => OfAnnotations(resource.Annotations),
        ("", "Node") => OfNode(resource),
        ("storage.k8s.io", "StorageClass") => Provisioner.Find(resource.Root["provisioner"].Text)?.ProviderId is { } id ? Provider.Find(id) : null,
        var (group, kind) => OfGroup(group, kind) ?? OfPool(resource),
    };

    private static Provider? OfAnnotations(Field annotations) =>
        annotations.Node is MappingNode { Entries.Count: > 0 } mapping ? Only(p => HasKeyOf(mapping, p.AnnotationPrefixes)) : null;

    private static Provider? OfNode(Resource node)
    {
        var id = node.Spec["providerID"].Text ?? "";
        var labels = node.Metadata["labels"].Node as MappingNode;
        return Only(p => StartsWithAny(id, p.NodeIdPrefixes) || (labels is not null && HasKeyOf(labels, p.NodeLabelPrefixes)));
    }

    // A pool of no cloud's own kind may name the cloud, or an object of one.
    private static Provider? OfPool(Resource resource)
    {
        if (!PoolDialect.MayBeOf(resource.GroupKind) || !CloudPaths.ByKind.TryGetValue(resource.GroupKind, out var paths)) return null;
        if (PathQuery.ReadFirst(resource.Root, paths).Texts is not [var name]) return null;
        return Provider.Find(name switch { "gce" => "gcp", "alicloud" => "alibaba", _ => name }) ?? OfGroup(name, "") ?? OfGroup(ClusterApiGroup, name);
    }

    /// <summary>Whether objects of a kind prove a cloud by their kind alone.</summary>
    public static bool IsProvedBy(string group, string kind) => OfGroup(group, kind) is not null;

    private static Provider? OfGroup(string group, string kind) => group switch
    {
        _ when ObjectKind.IsGroupBuiltIn(group) => null,
        Declaration.Group => OfTerraform(kind),
        ClusterApiGroup => OfClusterApi(kind),
        _ => ByGroup.TryGetValue(group, out var provider) ? provider : null,
    };

    private static Provider? OfTerraform(string type) => Only(p => p.TerraformPrefix is { } prefix && type.StartsWith(prefix, StringComparison.Ordinal));

    private static Provider? OfClusterApi(string kind) => Only(p => p.ClusterApiKindPrefix is { } prefix && kind.StartsWith(prefix, StringComparison.Ordinal));

    private static Provider? Only(Func<Provider, bool> isProven)
    {
        Provider? found = null;
        for (var i = 0; i < Provider.All.Count; i++)
        {
            if (!isProven(Provider.All[i])) continue;
            if (found is not null) return null;
            found = Provider.All[i];
        }

        return found;
    }

    private static bool StartsWithAny(string text, IReadOnlyList<string> prefixes)
    {
        for (var i = 0; i < prefixes.Count; i++)
        {
            if (text.StartsWith(prefixes[i], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool HasKeyOf(MappingNode mapping, IReadOnlyList<string> prefixes)
    {
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (StartsWithAny(mapping.Entries[i].Key, prefixes)) return true;
        }

        return false;
    }

    // Apart, so that the table of pools is made only where there may be one.
    private static class CloudPaths
    {
        public static readonly Dictionary<ObjectKind, string[]> ByKind = PoolDialect.All.Where(d => d.Cloud.Length > 0).ToDictionary(d => new ObjectKind(d.Group, d.Kind), d => d.Cloud);
    }
}
