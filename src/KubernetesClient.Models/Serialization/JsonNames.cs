using System.Collections.Concurrent;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.TypeInspectors;

namespace k8s.Serialization;

/// <summary>The keys of YAML are the names of JSON, in the order of their declaration, after what says what an object is.</summary>
internal sealed class JsonNames(ITypeInspector inner) : TypeInspectorSkeleton
{
    private static readonly string[] First = ["apiVersion", "kind", "metadata"];

    // Reading asks for each key.
    private readonly ConcurrentDictionary<Type, IPropertyDescriptor[]> _properties = new();

    public override string GetEnumName(Type enumType, string name) => inner.GetEnumName(enumType, name);

    public override string GetEnumValue(object enumValue) => inner.GetEnumValue(enumValue);

    public override IEnumerable<IPropertyDescriptor> GetProperties(Type type, object container) =>
        _properties.GetOrAdd(type, t => [.. inner.GetProperties(t, container).Select(Rename).OrderBy(Rank)]);

    private static IPropertyDescriptor Rename(IPropertyDescriptor property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name ? new PropertyDescriptor(property) { Name = name.Name } : property;

    private static int Rank(IPropertyDescriptor property) => Array.IndexOf(First, property.Name) is >= 0 and var index ? index : First.Length;
}
