using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KubeLint.Provisioner.Planning;

/// <summary>JSON that is read and compared by people: indented, with line feeds and one at the end, no more escapes than needed.</summary>
internal static class PlainJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>Writes a value; the keys of its records are in snake case, as Terraform has them.</summary>
    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options) + "\n";
}
