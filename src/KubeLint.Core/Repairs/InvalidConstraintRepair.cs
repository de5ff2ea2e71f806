using System.Globalization;
using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>Mends what the API server rejects of a spread constraint, where it is certain what was meant.</summary>
/// <param name="spread">The constraints of the template.</param>
/// <param name="constraint">One of them.</param>
/// <param name="isTaken">Whether the API takes what a fix makes better than what stands there.</param>
internal sealed class InvalidConstraintRepair(DeclaredSpread spread, TopologySpreadConstraint constraint, Func<Fix, bool> isTaken)
{
    /// <summary>The fixes of a field that is rejected; none where no repair is certain.</summary>
    /// <param name="field">A field of the constraint.</param>
    public IEnumerable<Fix> At(Field field)
    {
        var fixes = Choices(field).Select(choice => Make(choice.Steps) is { } fix && isTaken(fix) ? fix with { Id = choice.Id } : null).OfType<Fix>().ToList();
        foreach (var fix in fixes) yield return fixes.Count == 1 ? fix with { Id = "" } : fix;
    }

    /// <summary>The fix of a constraint that stands twice; none where the two differ.</summary>
    /// <param name="first">The constraint before it with the same key and action.</param>
    public IEnumerable<Fix> AsRepeated(TopologySpreadConstraint first)
    {
        var fix = new Fix("Remove the constraint that stands twice", [new Remove(constraint.Field)]);
        if (!EditedTree.AreEqual(first.Field.Node!, constraint.Field.Node!, inAnyOrder: true) || !isTaken(fix)) yield break;
        if (spread.Workload is not { } workload || SpreadProof.After(workload, fix.Edits) is not null) yield return fix;
    }

    private Fix? Make(IReadOnlyList<RepairStep> steps) => spread.Workload is { } workload ? new ConstraintRepair(workload, constraint).Find(steps) : RepairStep.Fix(steps);

    private IEnumerable<(string Id, IReadOnlyList<RepairStep> Steps)> Choices(Field field)
    {
        if (field.Key == "minDomains" && field.Integer > 0)
        {
            yield return ("hard", [RepairStep.Harden(constraint)]);
            yield return ("soft", [RepairStep.Remove(field)]);
        }
        else if (Certain(field) is { Count: > 0 } steps)
        {
            yield return ("", steps);
        }
    }

    private IReadOnlyList<RepairStep> Certain(Field field) => field.Key switch
    {
        // The API names it as the default, though it must be written; and no skew is lower than 1.
        "whenUnsatisfiable" when field.IsAbsent => [RepairStep.Harden(constraint)],
        "maxSkew" when field.IsAbsent || field.Integer == 0 => [RepairStep.LowerSkew(constraint)],
        "minDomains" when field.Integer == 0 => [RepairStep.Remove(field)],
        "maxSkew" or "minDomains" when int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => [RepairStep.Set(field, Literal.Integer(number))],
        "whenUnsatisfiable" => Spelled(field, "DoNotSchedule", "ScheduleAnyway"),
        "nodeAffinityPolicy" or "nodeTaintsPolicy" => Spelled(field, "Honor", "Ignore"),
        "operator" => Spelled(field, "In", "NotIn", "Exists", "DoesNotExist"),
        "matchLabelKeys" => Selected(),
        "" when field.Parent!.Key == "matchLabelKeys" && constraint.Selector.Requirements.Any(r => r.Key == field.Text && r.Pair is not null) => [RepairStep.Remove(field)],
        _ => [],
    };

    private static IReadOnlyList<RepairStep> Spelled(Field field, params string[] words) =>
        field.Text is { } text && words.FirstOrDefault(word => Spelling.AreAlike(word, text)) is { } meant ? [RepairStep.Set(field, Literal.Text(meant))] : [];

    // A label that the selector demands has one value anyway, and may not stand in both.
    private IReadOnlyList<RepairStep> Selected()
    {
        if (spread.Workload is null || OwnPods.SelectorOf(spread.Workload) is not { } selector) return [];
        var keys = constraint.MatchLabelKeys.Items.ToList();
        var repeated = keys.Where(key => key.Text is { } text && new LabelSelector(Field.Root(selector)).IsAbout(text)).ToList();
        var removals = repeated.Count == keys.Count ? [RepairStep.Remove(constraint.MatchLabelKeys)] : repeated.Select(RepairStep.Remove);
        return [RepairStep.Select(constraint, selector), .. removals];
    }
}
