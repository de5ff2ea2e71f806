using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>One change of a spread constraint.</summary>
/// <param name="Title">What it does, as an order.</param>
/// <param name="Edit">The edit.</param>
internal sealed record RepairStep(string Title, Edit Edit)
{
    /// <summary>Lets pods wait rather than break a constraint.</summary>
    public static RepairStep Harden(TopologySpreadConstraint constraint) => Set(constraint.WhenUnsatisfiable, Literal.Text("DoNotSchedule"));

    /// <summary>Lets no zone lead by more than one pod.</summary>
    public static RepairStep LowerSkew(TopologySpreadConstraint constraint) => Set(constraint.MaxSkew, Literal.Integer(1));

    /// <summary>Lets a constraint count each revision of a Deployment by itself.</summary>
    public static RepairStep CountOneRevision(TopologySpreadConstraint constraint) =>
        new($"Add {Revisions.Label} to matchLabelKeys", new AppendItem(constraint.MatchLabelKeys, Literal.Text(Revisions.Label)));

    /// <summary>Lets a constraint count the pods that a selector selects.</summary>
    public static RepairStep Select(TopologySpreadConstraint constraint, MappingNode selector) =>
        new("Set labelSelector to the workload's own selector", new SetValue(constraint.Selector.Field, selector));

    /// <summary>Sets a field to a scalar.</summary>
    public static RepairStep Set(Field field, ScalarNode value) => new($"Set {(field.Key.Length > 0 ? field.Key : field.Path)} to {value.Text}", new SetValue(field, value));

    /// <summary>Takes a field away, with the mappings and lists that hold nothing else.</summary>
    public static RepairStep Remove(Field field)
    {
        var whole = field;
        while (whole.Parent is { IsComplete: true, Parent: not null, Node: MappingNode { Entries.Count: 1 } or SequenceNode { Items.Count: 1 } } holder) whole = holder;
        return new(field.Key.Length > 0 ? $"Remove {field.Key}" : $"Remove {field.Written} from {field.Parent!.Key}", new Remove(whole));
    }

    /// <summary>A fix of several steps, with the title of all of them.</summary>
    public static Fix Fix(IReadOnlyList<RepairStep> steps)
    {
        var titles = steps.Select((s, i) => i == 0 ? s.Title : char.ToLowerInvariant(s.Title[0]) + s.Title.Substring(1)).ToList();
        var title = titles.Count == 1 ? titles[0] : string.Join(", ", titles.Take(titles.Count - 1)) + " and " + titles[titles.Count - 1];
        return new Fix(title, [.. steps.Select(s => s.Edit)]);
    }
}
