using KubeLint.NodePools;
using KubeLint.Providers;
using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>What in a manifest proves the cloud that it is meant for.</summary>
internal static class Evidence
{
    /// <summary>The clouds that objects of a set prove.</summary>
    public static IReadOnlyList<Provider> Providers(IEnumerable<Resource> resources) =>
        [.. resources.Select(Of).OfType<Provider>().Distinct()];

    /// <summary>The cloud that an object itself proves; null where it proves none, or several.</summary>
    public static Provider? Of(Resource resource)
    {
        switch (resource.Group, resource.Kind)
        {
            case ("", "Service"):
                return Only(p => resource.Annotations.Entries.Any(a => StartsWithAny(a.Key, p.AnnotationPrefixes)));
            case ("", "Node"):
                var providerId = resource.Root.At("spec", "providerID").Text ?? "";
                return Only(p => StartsWithAny(providerId, p.NodeIdPrefixes)
                    || resource.Metadata["labels"].Entries.Any(l => StartsWithAny(l.Key, p.NodeLabelPrefixes)));
            case ("storage.k8s.io", "StorageClass"):
                var id = Provisioner.Find(resource.Root["provisioner"].Text)?.ProviderId;
                return id is null ? null : Provider.Find(id);
            default:
                return OfGroup(resource.Group, resource.Kind) ?? OfPool(resource);
        }
    }

    // A pool of no cloud's own kind may name the cloud, or an object of one.
    private static Provider? OfPool(Resource resource)
    {
        if (!CloudPaths.TryGetValue(new ObjectKind(resource.Group, resource.Kind), out var paths)) return null;
        if (PathQuery.ReadFirst(resource.Root, paths).Texts is not [var name]) return null;
        return Provider.Find(name switch { "gce" => "gcp", "alicloud" => "alibaba", _ => name }) ?? OfGroup(name, "") ?? OfGroup("infrastructure.cluster.x-k8s.io", name);
    }

    private static readonly Dictionary<ObjectKind, string[]> CloudPaths = PoolDialect.All.Where(d => d.Cloud.Length > 0).ToDictionary(d => new ObjectKind(d.Group, d.Kind), d => d.Cloud);

    /// <summary>Whether objects of a kind prove a cloud by their kind alone.</summary>
    public static bool IsProvedBy(string group, string kind) => OfGroup(group, kind) is not null;

    private static Provider? OfGroup(string group, string kind)
    {
        if (group.Length == 0) return null;
        return Only(p => p.ApiGroups.Contains(group, StringComparer.Ordinal)
            || (p.TerraformPrefix is { } type && group == Declaration.Group && kind.StartsWith(type, StringComparison.Ordinal))
            || (p.ClusterApiKindPrefix is { } prefix && group == "infrastructure.cluster.x-k8s.io" && kind.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static Provider? Only(Func<Provider, bool> isProven)
    {
        Provider? found = null;
        foreach (var provider in Provider.All)
        {
            if (!isProven(provider)) continue;
            if (found is not null) return null;
            found = provider;
        }

        return found;
    }

    private static bool StartsWithAny(string text, IReadOnlyList<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
