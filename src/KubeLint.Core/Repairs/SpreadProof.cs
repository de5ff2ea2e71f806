using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>Shows what edits make of a workload, before anyone makes them.</summary>
internal static class SpreadProof
{
    /// <summary>The workload as edits would leave it; null where they can't be made, or would bring another fault.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="edits">Edits of its object.</param>
    public static Workload? After(Workload workload, IEnumerable<Edit> edits) =>
        Apply(workload.Resource.Root.Node!, edits) is { } root && workload.With(root) is { } after && IsNoWorse(workload, after) ? after : null;

    /// <summary>A tree with edits made in it; null where they can't be made.</summary>
    public static Node? Apply(Node root, IEnumerable<Edit> edits)
    {
        try
        {
            return EditedTree.Apply(root, edits);
        }
        catch (RefusedEditException)
        {
            return null;
        }
    }

    // No fault comes, no pod that ran has to wait, and nothing is left to be said of a constraint that was not to be said before.
    private static bool IsNoWorse(Workload before, Workload after)
    {
        var (old, now) = (before.ZoneSpread, after.ZoneSpread);
        return (now.Fault == SpreadFault.None || now.Fault == old.Fault)
            && !(now.Placement.Alone?.Running < old.Placement.Alone?.Running)
            && Revisions.CountedTogether(after).Count() <= Revisions.CountedTogether(before).Count()
            && WithoutMinDomains(after) <= WithoutMinDomains(before)
            && RepeatedPairs(after) <= RepeatedPairs(before)
            && (now.HardConstraints.Count <= old.HardConstraints.Count || HasRoomInEachZone(after));
    }

    // A volume that stands in one zone holds its pods there, and where all nodes are listed one to a pod may be too many.
    private static bool HasRoomInEachZone(Workload workload) =>
        new PodClaims(workload.Template, workload.Inventory).ReachEveryZone
        && (workload.Inventory.MostNodesInOneZone is null || !workload.Template.RequiredAntiAffinity.Any(term => term.TopologyKey.Text == ZoneKeys.HostName));

    private static int WithoutMinDomains(Workload workload) =>
        workload.MinDomainsForEmptyZones is null ? 0 : workload.ZoneSpread.HardConstraints.Count(c => c.MinDomains.IsAbsent);

    private static int RepeatedPairs(Workload workload) =>
        workload.Template.SpreadConstraints.GroupBy(c => (c.TopologyKey.Text, c.WhenUnsatisfiable.Text)).Sum(g => g.Count() - 1);
}
