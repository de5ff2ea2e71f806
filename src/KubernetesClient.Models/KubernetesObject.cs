namespace k8s;

/// <summary>What can be read of an object whose kind is not known yet.</summary>
public class KubernetesObject : IKubernetesObject
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
}
