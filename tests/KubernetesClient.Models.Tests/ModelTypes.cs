using System.Collections;
using System.Reflection;

namespace KubernetesClient.Models.Tests;

/// <summary>The classes of the models, and objects of them.</summary>
internal static class ModelTypes
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(V1Pod).Assembly.GetExportedTypes().Where(t => t.Namespace == "k8s.Models" && t.GetMethod("<Clone>$") is not null && t != typeof(V1Patch))];

    public static IReadOnlyList<Type> Kinds { get; } = [.. All.Where(t => t.IsDefined(typeof(KubernetesEntityAttribute)))];

    public static TheoryData<Type> KindData => [.. Kinds];

    public static IReadOnlyList<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>An object with something in each of its fields, and in theirs.</summary>
    public static object Full(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in Properties(type)) property.SetValue(value, Value(property.PropertyType, property.Name));
        if (value is not IKubernetesObject kind) return value;
        var entity = kind.GetKubernetesTypeMetadata();
        kind.ApiVersion = entity.Group.Length > 0 ? $"{entity.Group}/{entity.ApiVersion}" : entity.ApiVersion;
        kind.Kind = entity.Kind;
        return value;
    }

    private static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return char.ToLowerInvariant(name[0]) + name[1..];
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 7;
        if (type == typeof(long)) return 7_000_000_000;
        if (type == typeof(DateTime)) return new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        if (type == typeof(byte[])) return "bytes"u8.ToArray();
        if (type == typeof(IntOrString)) return (IntOrString)"25%";
        if (type == typeof(ResourceQuantity)) return (ResourceQuantity)"1500m";
        if (type == typeof(object)) return new Dictionary<object, object> { ["f:spec"] = new Dictionary<object, object> { ["f:x"] = "y" } };
        if (!type.IsGenericType) return Full(type);
        var held = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(held))!;
            list.Add(Value(held[0], name));
            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(held))!;
        map.Add("key", Value(held[1], name));
        return map;
    }
}
