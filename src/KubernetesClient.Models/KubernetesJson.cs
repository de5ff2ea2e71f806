using k8s.Serialization;

namespace k8s;

/// <summary>Objects of the API to JSON and back.</summary>
public static class KubernetesJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new TimeJsonConverter() },
    };

    /// <summary>Reads an object; keys that its class does not know are passed over.</summary>
    /// <exception cref="JsonException">The text is no JSON, or not of this type.</exception>
    public static TValue Deserialize<TValue>(string json, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? Options);

    /// <inheritdoc cref="Deserialize{TValue}(string, JsonSerializerOptions)"/>
    public static TValue Deserialize<TValue>(Stream json, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? Options);

    /// <summary>Writes an object, without its nulls.</summary>
    public static string Serialize(object value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, value.GetType(), jsonSerializerOptions ?? Options);
}
