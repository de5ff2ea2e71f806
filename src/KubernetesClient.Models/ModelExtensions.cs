namespace k8s.Models;

/// <summary>Short ways to the metadata of objects. What reads takes null on the way for null; what writes makes what is missing.</summary>
public static class ModelExtensions
{
    /// <summary>The group of the API version: empty for the core group, null without a version.</summary>
    public static string ApiGroup(this IKubernetesObject obj) => obj.ApiGroupAndVersion().Item1;

    /// <summary>The API version without its group.</summary>
    public static string ApiGroupVersion(this IKubernetesObject obj) => obj.ApiGroupAndVersion().Item2;

    /// <summary>The two parts of the API version; null without one.</summary>
    public static (string, string) ApiGroupAndVersion(this IKubernetesObject obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.ApiVersion?.Split('/', 2) switch
        {
            null => (null, null),
            [var version] => ("", version),
            var parts => (parts[0], parts[1]),
        };
    }

    /// <summary>The two parts of the API version; null without one.</summary>
    public static void GetApiGroupAndVersion(this IKubernetesObject obj, out string group, out string version) =>
        (group, version) = obj.ApiGroupAndVersion();

    public static string Name(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Name;

    public static string Namespace(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata.Namespace();

    public static string Namespace(this V1ObjectMeta meta) => meta?.NamespaceProperty;

    public static void SetNamespace(this V1ObjectMeta meta, string ns)
    {
        ArgumentNullException.ThrowIfNull(meta);
        meta.NamespaceProperty = ns;
    }

    public static string Uid(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Uid;

    public static long? Generation(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Generation;

    public static string ResourceVersion(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.ResourceVersion;

    public static string ResourceVersion(this IMetadata<V1ListMeta> list) => list?.Metadata?.ResourceVersion;

    public static string Continue(this IMetadata<V1ListMeta> list) => list?.Metadata?.ContinueProperty;

    public static DateTime? CreationTimestamp(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.CreationTimestamp;

    public static DateTime? DeletionTimestamp(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.DeletionTimestamp;

    /// <summary>The metadata; where there is none, it is made.</summary>
    public static V1ObjectMeta EnsureMetadata(this IMetadata<V1ObjectMeta> obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.Metadata ??= new V1ObjectMeta();
    }

    /// <summary>The metadata; where there is none, it is made.</summary>
    public static V1ListMeta EnsureMetadata(this IMetadata<V1ListMeta> obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.Metadata ??= new V1ListMeta();
    }

    /// <summary>The labels themselves, no copy.</summary>
    public static IDictionary<string, string> Labels(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Labels;

    /// <summary>The labels; where there are none, a map for them is made.</summary>
    public static IDictionary<string, string> EnsureLabels(this V1ObjectMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        return meta.Labels ??= new Dictionary<string, string>();
    }

    /// <summary>The value of a label; null without it.</summary>
    public static string GetLabel(this IMetadata<V1ObjectMeta> obj, string key) => Get(obj, obj.Labels(), key);

    /// <summary>Sets a label; null removes it.</summary>
    public static void SetLabel(this IMetadata<V1ObjectMeta> obj, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ArgumentNullException.ThrowIfNull(key);
        if (value is null) obj.Labels()?.Remove(key);
        else obj.EnsureMetadata().EnsureLabels()[key] = value;
    }

    /// <summary>The annotations themselves, no copy.</summary>
    public static IDictionary<string, string> Annotations(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Annotations;

    /// <summary>The annotations; where there are none, a map for them is made.</summary>
    public static IDictionary<string, string> EnsureAnnotations(this V1ObjectMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        return meta.Annotations ??= new Dictionary<string, string>();
    }

    /// <summary>The value of an annotation; null without it.</summary>
    public static string GetAnnotation(this IMetadata<V1ObjectMeta> obj, string key) => Get(obj, obj.Annotations(), key);

    /// <summary>Sets an annotation; null removes it.</summary>
    public static void SetAnnotation(this IMetadata<V1ObjectMeta> obj, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ArgumentNullException.ThrowIfNull(key);
        if (value is null) obj.Annotations()?.Remove(key);
        else obj.EnsureMetadata().EnsureAnnotations()[key] = value;
    }

    /// <summary>The finalizers themselves, no copy.</summary>
    public static IList<string> Finalizers(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.Finalizers;

    /// <summary>The finalizers; where there are none, a list for them is made.</summary>
    public static IList<string> EnsureFinalizers(this V1ObjectMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        return meta.Finalizers ??= new List<string>();
    }

    public static bool HasFinalizer(this IMetadata<V1ObjectMeta> obj, string finalizer)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ThrowIfMissing(finalizer);
        return obj.Finalizers()?.Contains(finalizer) == true;
    }

    /// <summary>Adds a finalizer.</summary>
    /// <returns>False where it was there already.</returns>
    public static bool AddFinalizer(this IMetadata<V1ObjectMeta> obj, string finalizer)
    {
        if (obj.HasFinalizer(finalizer)) return false;
        obj.EnsureMetadata().EnsureFinalizers().Add(finalizer);
        return true;
    }

    /// <summary>Removes a finalizer.</summary>
    /// <returns>False where there was none.</returns>
    public static bool RemoveFinalizer(this IMetadata<V1ObjectMeta> obj, string finalizer)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ThrowIfMissing(finalizer);
        return obj.Finalizers()?.Remove(finalizer) == true;
    }

    /// <summary>The owners themselves, no copy.</summary>
    public static IList<V1OwnerReference> OwnerReferences(this IMetadata<V1ObjectMeta> obj) => obj?.Metadata?.OwnerReferences;

    /// <summary>Adds an owner, whether or not it is there already.</summary>
    public static void AddOwnerReference(this IMetadata<V1ObjectMeta> obj, V1OwnerReference ownerRef)
    {
        ArgumentNullException.ThrowIfNull(ownerRef);
        var meta = obj.EnsureMetadata();
        (meta.OwnerReferences ??= new List<V1OwnerReference>()).Add(ownerRef);
    }

    /// <summary>Where an owner stands among the owners; -1 where it does not.</summary>
    public static int FindOwnerReference(this IMetadata<V1ObjectMeta> obj, IKubernetesObject<V1ObjectMeta> owner) =>
        obj.FindOwnerReference(r => r.Matches(owner));

    /// <summary>Where the first owner that fits stands among the owners; -1 where none does.</summary>
    public static int FindOwnerReference(this IMetadata<V1ObjectMeta> obj, Predicate<V1OwnerReference> predicate)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ArgumentNullException.ThrowIfNull(predicate);
        var owners = obj.OwnerReferences();
        for (var i = 0; i < owners?.Count; i++)
        {
            if (predicate(owners[i])) return i;
        }

        return -1;
    }

    /// <summary>The owner that is the controller; null without one.</summary>
    public static V1OwnerReference GetController(this IMetadata<V1ObjectMeta> obj) => obj.GetOwnerReference(r => r.Controller == true);

    /// <summary>The reference to an owner; null where there is none.</summary>
    public static V1OwnerReference GetOwnerReference(this IMetadata<V1ObjectMeta> obj, IKubernetesObject<V1ObjectMeta> owner) =>
        obj.GetOwnerReference(r => r.Matches(owner));

    /// <summary>The first owner that fits; null where none does.</summary>
    public static V1OwnerReference GetOwnerReference(this IMetadata<V1ObjectMeta> obj, Predicate<V1OwnerReference> predicate) =>
        obj.FindOwnerReference(predicate) is >= 0 and var index ? obj.Metadata.OwnerReferences[index] : null;

    public static bool IsOwnedBy(this IMetadata<V1ObjectMeta> obj, IKubernetesObject<V1ObjectMeta> owner) =>
        obj.FindOwnerReference(owner) >= 0;

    /// <summary>Removes the first reference to an owner.</summary>
    /// <returns>The reference; null where there was none.</returns>
    public static V1OwnerReference RemoveOwnerReference(this IMetadata<V1ObjectMeta> obj, IKubernetesObject<V1ObjectMeta> owner)
    {
        var found = obj.GetOwnerReference(owner);
        if (found is not null) obj.Metadata.OwnerReferences.RemoveAt(obj.FindOwnerReference(owner));
        return found;
    }

    /// <summary>Removes all references to an owner.</summary>
    /// <returns>False where there was none.</returns>
    public static bool RemoveOwnerReferences(this IMetadata<V1ObjectMeta> obj, IKubernetesObject<V1ObjectMeta> owner) =>
        obj.RemoveOwnerReferences(r => r.Matches(owner));

    /// <summary>Removes all owners that fit.</summary>
    /// <returns>False where none did.</returns>
    public static bool RemoveOwnerReferences(this IMetadata<V1ObjectMeta> obj, Predicate<V1OwnerReference> predicate)
    {
        var isFound = false;
        while (obj.FindOwnerReference(predicate) is >= 0 and var index)
        {
            obj.Metadata.OwnerReferences.RemoveAt(index);
            isFound = true;
        }

        return isFound;
    }

    /// <summary>Whether a reference is to this object.</summary>
    public static bool Matches(this V1ObjectReference objref, IKubernetesObject<V1ObjectMeta> obj)
    {
        ArgumentNullException.ThrowIfNull(objref);
        ArgumentNullException.ThrowIfNull(obj);
        return (objref.ApiVersion, objref.Kind, objref.NamespaceProperty, objref.Name, objref.Uid)
            == (obj.ApiVersion, obj.Kind, obj.Namespace(), obj.Name(), obj.Uid());
    }

    /// <summary>Whether a reference is to this object.</summary>
    public static bool Matches(this V1OwnerReference owner, IKubernetesObject<V1ObjectMeta> obj)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(obj);
        return (owner.ApiVersion, owner.Kind, owner.Name, owner.Uid) == (obj.ApiVersion, obj.Kind, obj.Name(), obj.Uid());
    }

    private static string Get(IMetadata<V1ObjectMeta> obj, IDictionary<string, string> map, string key)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ArgumentNullException.ThrowIfNull(key);
        return map is not null && map.TryGetValue(key, out var value) ? value : null;
    }

    private static void ThrowIfMissing(string finalizer)
    {
        if (string.IsNullOrEmpty(finalizer)) throw new ArgumentNullException(nameof(finalizer));
    }
}
