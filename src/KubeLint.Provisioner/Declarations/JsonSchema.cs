using System.Text.Json.Nodes;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Declarations;

/// <summary>The JSON schema of <c>cluster.yaml</c>, for editors (json-schema.org, draft 2020-12).</summary>
internal static class JsonSchema
{
    /// <summary>The schema as text.</summary>
    public static string Text { get; } = Write();

    private static string Write()
    {
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "cluster.yaml" };
        foreach (var (key, value) in Of(ClusterShape.Root)) root[key] = value?.DeepClone();
        return PlainJson.Write(root);
    }

    private static JsonObject Of(Shape shape)
    {
        var schema = new JsonObject { ["description"] = shape.Default is { } taken ? $"{shape.Description} By default: {taken}." : shape.Description };
        switch (shape)
        {
            case TextShape { Words.Count: > 0 } choice:
                schema["enum"] = new JsonArray([.. choice.Words.Select(w => JsonValue.Create(w))]);
                break;
            case TextShape text:
                schema["type"] = text.TakesNumbers ? new JsonArray("string", "number") : "string";
                schema["minLength"] = 1;
                schema["maxLength"] = text.Longest;
                if (text.Pattern is { } pattern) schema["pattern"] = $"^({pattern})$";
                break;
            case NumberShape number:
                schema["type"] = "integer";
                schema["minimum"] = number.Least;
                schema["maximum"] = number.Most;
                break;
            case FlagShape:
                schema["type"] = "boolean";
                break;
            case ListShape list:
                schema["type"] = "array";
                schema["items"] = Of(list.Item);
                schema["minItems"] = list.Fewest;
                schema["uniqueItems"] = true;
                break;
            case MappingShape mapping:
                schema["type"] = "object";
                schema["additionalProperties"] = false;
                schema["required"] = new JsonArray([.. mapping.Keys.Where(k => k.IsRequired).Select(k => JsonValue.Create(k.Name))]);
                schema["properties"] = new JsonObject(mapping.Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Of(k.Value))));
                break;
        }

        return schema;
    }
}
