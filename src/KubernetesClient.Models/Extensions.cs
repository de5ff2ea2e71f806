using System.Reflection;
using k8s.Models;

namespace k8s;

/// <summary>What the attribute of a class makes of its objects.</summary>
public static class Extensions
{
    /// <summary>Which kind of the API an object is.</summary>
    /// <exception cref="InvalidOperationException">Its class has no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static KubernetesEntityAttribute GetKubernetesTypeMetadata<T>(this T obj)
        where T : IKubernetesObject => obj.GetType().GetKubernetesTypeMetadata();

    /// <summary>Which kind of the API a class is.</summary>
    /// <exception cref="InvalidOperationException">It has no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static KubernetesEntityAttribute GetKubernetesTypeMetadata(this Type currentType) =>
        currentType.GetCustomAttribute<KubernetesEntityAttribute>()
            ?? throw new InvalidOperationException($"{currentType} has no {nameof(KubernetesEntityAttribute)}.");

    /// <summary>Sets the API version and the kind from the class, and metadata where there is none.</summary>
    /// <returns>The same object.</returns>
    /// <exception cref="InvalidOperationException">Its class has no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static T Initialize<T>(this T obj)
        where T : IKubernetesObject
    {
        var entity = obj.GetKubernetesTypeMetadata();
        obj.ApiVersion = string.IsNullOrEmpty(entity.Group) ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
        obj.Kind = entity.Kind ?? obj.GetType().Name;
        if (obj is IMetadata<V1ObjectMeta> owner) owner.Metadata ??= new V1ObjectMeta();
        return obj;
    }
}
