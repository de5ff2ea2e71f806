using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1004: a hard zone constraint that still admits all replicas to one zone.</summary>
public sealed class SkewAllowsOneZone : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1004", "skew-allows-one-zone", "Hard zone constraints whose worst admissible placement still puts all replicas in one zone", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        var spread = view.ZoneSpread;
        if (spread.Fault != SpreadFault.SkewAllowsOneZone) yield break;
        var constraint = spread.HardConstraints.OrderBy(c => c.MaxSkew.Integer).First();
        var why = spread.AlsoCounted.Count == 0
            ? $"maxSkew {constraint.MaxSkew.Integer} lets one zone hold {constraint.MaxSkew.Integer} pods more than the others, which may hold none"
            : $"its selector also counts the pods of {string.Join(" and ", spread.AlsoCounted.Select(o => $"{o.DisplayName} ({o.Replicas.Description})"))}, and where those fill the other zones maxSkew {constraint.MaxSkew.Integer} still holds";
        yield return Report(
            view.Resource,
            constraint.MaxSkew,
            $"{view.DisplayName}: {why}, so its {view.Replicas.Description} may all run in one of {Zones(view)}, and losing it leaves 0") with
        {
            Fixes = Fix(view, constraint),
        };
    }

    // Where others are counted, first what parts them from the workload's own pods.
    private static IEnumerable<Fix> Fix(Workload view, TopologySpreadConstraint constraint)
    {
        var repair = new ConstraintRepair(view, constraint);
        RepairStep[] steps =
        [
            .. view.ZoneSpread.AlsoCounted.Count == 0 ? [] : Parting(view, constraint),
            RepairStep.LowerSkew(constraint),
        ];
        var fix = steps.Select(step => repair.Find([step], after => after.ZoneSpread.Fault == SpreadFault.None)).FirstOrDefault(f => f is not null);
        if (fix is not null) yield return fix;
    }

    private static IEnumerable<RepairStep> Parting(Workload view, TopologySpreadConstraint constraint)
    {
        if (OwnPods.SelectorOf(view) is { } selector) yield return RepairStep.Select(constraint, selector);
        if (Revisions.AreSeparable(view)) yield return RepairStep.CountOneRevision(constraint);
    }

    private static string Zones(Workload view) =>
        view.Zones.IsAssumed && view.ZoneSpread.Restriction.Named is { } named ? $"{named.Count} zones (of its node affinity)" : view.Zones.Description;
}
