namespace k8s.Models;

/// <summary>What has metadata.</summary>
/// <typeparam name="T"><see cref="V1ObjectMeta"/>, or <see cref="V1ListMeta"/> for a list.</typeparam>
public interface IMetadata<T>
{
    T Metadata { get; set; }
}

/// <summary>What has a spec: the state that is wanted.</summary>
/// <typeparam name="T">The type of the spec.</typeparam>
public interface ISpec<T>
{
    T Spec { get; set; }
}

/// <summary>What has a status: the state that is observed. None of the types here names it; those of users may.</summary>
/// <typeparam name="T">The type of the status.</typeparam>
public interface IStatus<T>
{
    T Status { get; set; }
}

/// <summary>A list of objects.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public interface IItems<T>
{
    IList<T> Items { get; set; }
}

/// <summary>Lets <c>foreach</c> go through a list object.</summary>
public static class ItemsExt
{
    /// <summary>Goes through the items.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static IEnumerator<T> GetEnumerator<T>(this IItems<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Items.GetEnumerator();
    }
}
