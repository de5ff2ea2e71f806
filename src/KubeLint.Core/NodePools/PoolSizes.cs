using System.Globalization;
using KubeLint.Syntax;

namespace KubeLint.NodePools;

/// <summary>How many nodes a pool has at the least and at the most, as far as it states that.</summary>
internal static class PoolSizes
{
    /// <summary>The pool with its sizes.</summary>
    public static NodePool Of(PoolReader reader, NodePool pool, PoolDialect dialect, PoolOwner? owner)
    {
        var minimum = Read(pool, pool.Field, dialect.Minimum);
        var maximum = Read(pool, pool.Field, dialect.Maximum);
        var desired = Read(pool, pool.Field, dialect.Desired);
        if (owner is { } by)
        {
            if (desired.IsAbsent) desired = Read(pool, by.Resource.Root, by.Dialect.Desired);
            if (minimum.IsAbsent && maximum.IsAbsent && dialect.Autoscaled.Length == 0)
            {
                minimum = Read(pool, by.Resource.Root, by.Dialect.Minimum);
                maximum = Read(pool, by.Resource.Root, by.Dialect.Maximum);
            }
        }

        var isAutoscaled = IsAutoscaled(pool, dialect, minimum, maximum, owner is not null);
        if (dialect.Scaler is { } scaling)
        {
            // What the set does not hold may scale it all the same.
            if (reader.ScalerOf(pool.Resource) is not { } scaler) return pool with { SizeField = desired.Field };
            minimum = Read(pool, scaler.Root, [scaling.Minimum]);
            maximum = Read(pool, scaler.Root, [scaling.Maximum]);
            isAutoscaled = true;
        }

        // A minimum that autoscaling does not use says nothing.
        var least = isAutoscaled switch { true => minimum, false => desired.IsAbsent && dialect.Autoscaled.Length == 0 ? minimum : desired, null => new Size(null, null, true) };
        return pool with
        {
            IsAutoscaled = isAutoscaled,
            MinimumSize = least.Number,
            MaximumSize = isAutoscaled == false ? least.Number : maximum.Number,
            SizeField = least.Field is { } place && RootOf(place) == pool.Resource.Root.Node ? place : null,
            MayScaleToZero = isAutoscaled switch
            {
                true when dialect.ScalesFromZero => true,
                true => minimum.Number is { } number ? number == 0 : null,
                false => false,
                null => null,
            },
        };
    }

    private static bool? IsAutoscaled(NodePool pool, PoolDialect dialect, Size minimum, Size maximum, bool hasOwner)
    {
        if (dialect.ScalesFromZero) return Read(pool, pool.Field, dialect.Desired) switch { { IsAbsent: true } => true, { Number: not null } => false, _ => null };
        if (dialect.Autoscaled.Length > 0)
        {
            var mark = dialect.Autoscaled.Select(path => PathQuery.Read(pool.Field, path)).FirstOrDefault(a => !a.IsEmpty);
            if (mark.IsUnknown) return null;
            return mark.Fields is [var field, ..] && (field.Boolean ?? field.Node is MappingNode);
        }

        if (minimum.IsAbsent && maximum.IsAbsent) return dialect.Minimum.Length > 0 || dialect.Desired.Length > 0 || hasOwner ? false : null;
        return minimum.Number is { } least && maximum.Number is { } most ? least < most : null;
    }

    private static Node? RootOf(Field field)
    {
        while (field.Parent is { } parent) field = parent;
        return field.Node;
    }

    private static Size Read(NodePool pool, Field start, IReadOnlyList<SizePath> paths)
    {
        foreach (var path in paths)
        {
            var found = PathQuery.Read(start, path.Path);
            if (found.IsEmpty) continue;
            if (found.Texts is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new Size(null, null, true);
            return new Size(path.IsPerZone ? number * pool.Zones?.Count : number, found.Fields[0], true);
        }

        return new Size(null, null, false);
    }

    private readonly record struct Size(int? Number, Field? Field, bool IsThere)
    {
        public bool IsAbsent => !IsThere;
    }
}
