using k8s.Models;

namespace k8s;

/// <summary>An object of the API, which says what it is.</summary>
public interface IKubernetesObject
{
    /// <summary>The group and version, as <c>apps/v1</c>; for the core group the version alone.</summary>
    [JsonPropertyName("apiVersion")]
    string ApiVersion { get; set; }

    /// <summary>The kind, as <c>Deployment</c>.</summary>
    [JsonPropertyName("kind")]
    string Kind { get; set; }
}

/// <summary>An object of the API with metadata.</summary>
/// <typeparam name="TMetadata"><see cref="V1ObjectMeta"/>, or <see cref="V1ListMeta"/> for a list.</typeparam>
public interface IKubernetesObject<TMetadata> : IKubernetesObject, IMetadata<TMetadata>
{
}
