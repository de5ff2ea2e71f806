using KubeLint.NodePools;

namespace KubeLint.Views;

/// <summary>A node pool, and the volumes of one zone that pods of its cluster ask for.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="ZonalClaims">The claims whose volumes surely stand in one zone each, in source order; none where the set has several clusters.</param>
public sealed record PoolVolumes(NodePool Pool, IReadOnlyList<PersistentVolumeClaim> ZonalClaims);
