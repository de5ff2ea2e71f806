using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>Puts a well-known zone or region key in the place of one that is not.</summary>
internal static class ZoneKeyRepair
{
    /// <summary>The fix; null where that key stands beside already, or where it would bring another fault.</summary>
    /// <param name="use">Where a key is named.</param>
    /// <param name="key">The key that is to stand there.</param>
    public static Fix? Of(ZoneKeyUse use, string key)
    {
        var step = new RepairStep($"Use {key} in place of {use.Key}", use.IsKey ? new RenameKey(use.Field, key) : new SetValue(use.Field, Literal.Text(key)));
        if (!use.IsKey && Beside(use.Field).Any(other => other.Text == key)) return null;
        if (use.Workload is not { } workload) return SpreadProof.Apply(use.Resource.Root.Node!, [step.Edit]) is null ? null : RepairStep.Fix([step]);
        var constraint = workload.Template.SpreadConstraints.FirstOrDefault(c => c.Field.Node == use.Field.Parent!.Node);
        if (constraint is not null) return new ConstraintRepair(workload, constraint).Find([step]);
        return SpreadProof.After(workload, [step.Edit]) is null ? null : RepairStep.Fix([step]);
    }

    // The same field in the other items of the list that holds it.
    private static IEnumerable<Field> Beside(Field field)
    {
        var item = field;
        while (item.Parent is { Node: not SequenceNode } parent) item = parent;
        var inner = field.Steps.Skip(item.Steps.Count).ToList();
        return item.Parent?.Items.Select(other => other.At(inner)) ?? [];
    }
}
