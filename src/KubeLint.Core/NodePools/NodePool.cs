using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>A group of nodes that are made alike.</summary>
/// <param name="Resource">The object that declares it.</param>
/// <param name="Field">The pool: the object's root, or an item in it.</param>
/// <param name="Zones">The zones it names; null where it stands in every zone, or in unknown ones.</param>
/// <param name="ZoneField">Where the first of them is named.</param>
/// <param name="Noun">How messages call one.</param>
public sealed record NodePool(Resource Resource, Field Field, IReadOnlyList<string>? Zones, Field? ZoneField, string Noun)
{
    /// <summary>Its name; null where it has none.</summary>
    public string? Name => Field.Parent is null ? Resource.Name : Field["name"].Written;

    /// <summary>The pools that an object declares.</summary>
    internal static IEnumerable<NodePool> In(Resource resource, PoolDialect dialect)
    {
        if (resource.HasPatchDirective) yield break;
        foreach (var pool in PoolFields(resource, dialect))
        {
            var marks = dialect.NoWorkers.Select(path => Read(resource, pool, path)).ToList();
            if (marks.Any(mark => mark.Fields.Count > 0)) continue;

            // What may be a pool without workloads may also be one in another zone.
            yield return marks.Any(mark => mark.IsUnknown) ? new NodePool(resource, pool, null, null, dialect.Noun) : Read(resource, pool, dialect);
        }
    }

    /// <summary>The keys of the labels that nodes of an object's pools carry; null among them where some are not known.</summary>
    internal static IEnumerable<string?> LabelKeysIn(Resource resource, PoolDialect dialect)
    {
        foreach (var labels in PoolFields(resource, dialect).SelectMany(pool => dialect.Labels, (pool, path) => pool.At(path.Split(' '))))
        {
            if (!labels.IsComplete) yield return null;
            foreach (var label in labels.Entries) yield return label.Key;
        }
    }

    private static IEnumerable<Field> PoolFields(Resource resource, PoolDialect dialect) =>
        dialect.Pools.Length == 0 ? [resource.Root] : dialect.Pools.SelectMany(path => PathQuery.Read(resource.Root, path).Fields);

    private static NodePool Read(Resource resource, Field pool, PoolDialect dialect)
    {
        foreach (var path in dialect.Zones)
        {
            var zones = Read(resource, pool, path);
            if (zones.IsEmpty) continue;
            if (path[0] == '?') break;
            var names = zones.Fields.Select(f => f.Text).ToList();
            var isKnown = !zones.IsUnknown && names.All(n => n is { Length: > 0 });
            return new NodePool(resource, pool, isKnown ? [.. names.OfType<string>().Distinct(StringComparer.Ordinal)] : null, zones.Fields.FirstOrDefault(), dialect.Noun);
        }

        return new NodePool(resource, pool, null, null, dialect.Noun);
    }

    private static PathQuery.Answer Read(Resource resource, Field pool, string path) =>
        path[0] == '^' ? PathQuery.Read(resource.Root, path.Substring(1)) : PathQuery.Read(pool, path.TrimStart('?'));
}
