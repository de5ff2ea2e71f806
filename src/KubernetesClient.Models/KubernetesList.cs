namespace k8s.Models;

/// <summary>A list of objects of any kind, the user's own as well.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public class KubernetesList<T> : IMetadata<V1ListMeta>, IItems<T>
    where T : IKubernetesObject
{
    /// <summary>A list of these objects.</summary>
    public KubernetesList(IList<T> items, string apiVersion = null, string kind = null, V1ListMeta metadata = null)
    {
        Items = items;
        ApiVersion = apiVersion;
        Kind = kind;
        Metadata = metadata;
    }

    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("items")] public IList<T> Items { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("metadata")] public V1ListMeta Metadata { get; set; }
}
