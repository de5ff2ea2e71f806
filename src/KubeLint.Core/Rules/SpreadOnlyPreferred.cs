using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1003: different zones are only preferred.</summary>
public sealed class SpreadOnlyPreferred : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1003", "spread-only-preferred", "A workload with several replicas only prefers different zones: ScheduleAnyway, or preferred anti-affinity", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread.Fault != SpreadFault.OnlyPreferred) yield break;
        var preference = view.ZoneSpread.Preferences[0];
        var what = preference.Key == "whenUnsatisfiable" ? "ScheduleAnyway is" : "preferred anti-affinity is";
        yield return Report(
            view.Resource,
            preference,
            $"{view.DisplayName}: {what} a preference, not a rule; where only one zone has room, its {view.Replicas.Description} all run there, and losing it leaves 0",
            preference.Key == "whenUnsatisfiable" ? null : preference.KeySpan) with
        {
            Fixes = Fix(view, preference),
        };
    }

    private static IEnumerable<Fix> Fix(Workload view, Field preference)
    {
        var fix = preference.Key == "whenUnsatisfiable"
            ? Harden(view, new TopologySpreadConstraint(preference.Parent!, view.Template))
            : HardZoneSpread.AddTo(view, preference["topologyKey"].Text!);
        if (fix is not null) yield return fix;
    }

    private static Fix? Harden(Workload view, TopologySpreadConstraint constraint) =>
        new ConstraintRepair(view, constraint).Find([RepairStep.Harden(constraint)], after => after.ZoneSpread.Fault == SpreadFault.None);
}
