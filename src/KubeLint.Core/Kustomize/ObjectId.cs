namespace KubeLint.Kustomize;

/// <summary>What tells objects of a kustomization apart.</summary>
/// <param name="ApiVersion">The API version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; <c>default</c> where none is written.</param>
/// <param name="Name">The name.</param>
internal readonly record struct ObjectId(string ApiVersion, string Kind, string Namespace, string Name);
