using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>Gives a workload a hard spread of its own pods over zones.</summary>
internal static class HardZoneSpread
{
    /// <summary>The fix that adds it; null where its pods are not surely known, or it would leave a fault or pods that wait.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="key">The node label that names zones; what replaced it where it is deprecated.</param>
    /// <param name="others">What is changed in the same turn.</param>
    public static Fix? AddTo(Workload workload, string key, params Edit[] others)
    {
        if (ZoneKeys.Deprecated.TryGetValue(key, out var current)) key = current;

        // Pods find no place on nodes that lack the label.
        if (workload.Inventory.Set.OfKind("", "Node").Count > 0 && !workload.Inventory.MayNodesCarry(key)) return null;

        // The API that such versions belong to knew no spread constraints.
        if (workload.Resource.Group is "apps" or "extensions" && workload.Resource.ApiVersion != "apps/v1") return null;
        if (OwnPods.SelectorOf(workload) is not { } selector) return null;
        var separates = Revisions.AreSeparable(workload);
        if (!separates && !workload.IsAloneUnder(new LabelSelector(Field.Root(selector)))) return null;
        List<(string, Node)> entries =
        [
            ("maxSkew", Literal.Integer(1)),
            ("topologyKey", Literal.Text(key)),
            ("whenUnsatisfiable", Literal.Text("DoNotSchedule")),
            ("labelSelector", selector),
        ];
        if (separates) entries.Add(("matchLabelKeys", Literal.List(Literal.Text(Revisions.Label))));
        if (workload.MinDomainsForEmptyZones is { } zones) entries.Add(("minDomains", Literal.Integer(zones)));
        IReadOnlyList<Edit> edits = [.. others, new AppendItem(workload.Template.ConstraintsField, Literal.Map([.. entries]))];
        return SpreadProof.After(workload, edits) is { ZoneSpread.Fault: SpreadFault.None } ? new Fix("Add a hard spread over zones that counts its own pods", edits) : null;
    }
}
