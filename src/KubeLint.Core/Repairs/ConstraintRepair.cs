using KubeLint.Edits;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>
/// Mends a spread constraint of a workload, so that nothing else is left to be said of it: a repair that lays another fault
/// bare mends that one too, and of those that do so the smallest is taken.
/// </summary>
/// <param name="workload">The workload.</param>
/// <param name="constraint">One of its constraints.</param>
internal sealed class ConstraintRepair(Workload workload, TopologySpreadConstraint constraint)
{
    /// <summary>The fix that makes some steps, and what must be done with them.</summary>
    /// <param name="steps">What is to be done.</param>
    /// <param name="isMended">Whether a workload no longer has the fault; by default any that no longer has what it had.</param>
    /// <returns>Null where none of the repairs that are known here leaves the workload without another fault.</returns>
    public Fix? Find(IReadOnlyList<RepairStep> steps, Func<Workload, bool>? isMended = null)
    {
        foreach (var more in Additions)
        {
            List<RepairStep> all = [.. steps, .. more.Where(m => !steps.Any(s => EditPlan.PlaceOf(s.Edit).Path == EditPlan.PlaceOf(m.Edit).Path))];
            if (SpreadProof.After(workload, all.Select(s => s.Edit)) is { } after && isMended?.Invoke(after) != false) return RepairStep.Fix(all);
        }

        return null;
    }

    /// <summary>The same constraint of the workload as it would be.</summary>
    public TopologySpreadConstraint In(Workload after) => new(after.Resource.Root.At(constraint.Field.Steps), after.Template);

    // From the smallest to the largest.
    private IEnumerable<IReadOnlyList<RepairStep>> Additions
    {
        get
        {
            foreach (var isHardened in constraint.IsHard == false ? new[] { false, true } : [false])
            {
                foreach (var isLowered in new[] { false, true })
                {
                    IReadOnlyList<RepairStep> own = [.. isHardened ? [RepairStep.Harden(constraint)] : (RepairStep[])[], .. isLowered ? [RepairStep.LowerSkew(constraint)] : (RepairStep[])[]];
                    yield return own;
                    if (Completing.Count > 0) yield return [.. own, .. Completing];
                }
            }
        }
    }

    // What a hard constraint over zones needs beside.
    private IReadOnlyList<RepairStep> Completing =>
    [
        .. Revisions.AreSeparable(workload) && constraint.MatchLabelKeys.Items.All(k => k.Text != Revisions.Label) ? [RepairStep.CountOneRevision(constraint)] : (RepairStep[])[],
        .. workload.MinDomainsForEmptyZones is { } zones && constraint.MinDomains.IsAbsent ? [RepairStep.Set(constraint.MinDomains, Literal.Integer(zones))] : (RepairStep[])[],
    ];
}
