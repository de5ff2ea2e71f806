using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Terraform;

/// <summary>A resource of Terraform in the shape of an object.</summary>
internal static class TerraformObject
{
    /// <summary>The API version of such objects.</summary>
    public const string ApiVersion = Declaration.Group + "/v1";

    /// <summary>The object.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="scope">Where its address is unique; objects of one scope may name each other.</param>
    public static MappingNode From(TerraformResource resource, string scope)
    {
        var place = resource.Place;
        return Map(
            ("apiVersion", ScalarNode.OfString(place, ApiVersion)),
            ("kind", ScalarNode.OfString(place, resource.Type)),
            ("metadata", Map(("name", ScalarNode.OfString(place, resource.Address)), ("namespace", ScalarNode.OfString(place, scope)))),
            ("spec", resource.Values));

        MappingNode Map(params (string Key, Node Value)[] entries) => new(place, [.. entries.Select(e => new MappingEntry(e.Key, place, e.Value))]);
    }
}
