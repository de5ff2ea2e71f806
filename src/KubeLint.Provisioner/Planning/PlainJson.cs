using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KubeLint.Provisioner.Planning;

/// <summary>JSON that is read and compared by people: indented, with line feeds and one at the end, no more escapes than needed.</summary>
internal static class PlainJson
{
    private static readonly JsonSerializerOptions Camel = OptionsOf(JsonNamingPolicy.CamelCase);
    private static readonly JsonSerializerOptions Snake = OptionsOf(JsonNamingPolicy.SnakeCaseLower);

    /// <summary>Writes a value.</summary>
    public static string Write(object value) => Write(value, Camel);

    /// <summary>Writes a value whose properties have the names of Terraform's fields, in snake case.</summary>
    public static string WriteTerraform(object value) => Write(value, Snake);

    private static string Write(object value, JsonSerializerOptions options) => JsonSerializer.Serialize(value, value.GetType(), options) + "\n";

    private static JsonSerializerOptions OptionsOf(JsonNamingPolicy naming) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        PropertyNamingPolicy = naming,
        WriteIndented = true,
    };
}
