using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Sets numbers of replicas.</summary>
internal static class ReplicaTransformer
{
    /// <summary>Applies what a kustomization says under <c>replicas</c>.</summary>
    /// <param name="kustomization">The kustomization.</param>
    /// <param name="objects">Its objects.</param>
    /// <param name="isOpen">Whether there may be others.</param>
    /// <exception cref="KustomizeException">There is nothing of a name.</exception>
    public static void Apply(Field kustomization, IReadOnlyList<BuiltObject> objects, bool isOpen)
    {
        foreach (var item in kustomization["replicas"].Items)
        {
            var (name, count) = (item["name"], item["count"]);
            var isFound = isOpen || name.IsUnknown;
            foreach (var target in objects)
            {
                foreach (var spec in FieldSpecs.Replicas)
                {
                    if (!target.EarlierIds.Append(target.Id).Any(id => id.Name == name.Written && spec.Selects(id))) continue;
                    isFound = true;

                    // A count that is left out is zero.
                    target.Change(spec, count.Span, _ => count.Node ?? ScalarNode.OfInteger(item.Span, 0));
                }
            }

            if (!isFound) throw new KustomizeException(item.Span, $"there is no workload '{name.Written}' whose replicas could be set");
        }
    }
}
