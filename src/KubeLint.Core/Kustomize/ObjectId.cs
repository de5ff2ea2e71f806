namespace KubeLint.Kustomize;

/// <summary>What tells objects of a kustomization apart.</summary>
/// <param name="ApiVersion">The API version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; <c>default</c> where none is written, empty for what stands in none.</param>
/// <param name="Name">The name.</param>
internal readonly record struct ObjectId(string ApiVersion, string Kind, string Namespace, string Name)
{
    /// <summary>The id of an object by what is written.</summary>
    public static ObjectId Of(string apiVersion, string kind, string? ns, string name) =>
        new(apiVersion, kind, NamespaceTransformer.IsOfCluster(apiVersion, kind) ? "" : ns is { Length: > 0 } ? ns : "default", name);
}
