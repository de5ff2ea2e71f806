using KubeLint.Edits;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>The selector of a workload's own pods, to be written where something is to count or to guard them.</summary>
internal static class OwnPods
{
    // What a release changes would part its pods from those before it.
    private static readonly HashSet<string> ChangingLabels = new(StringComparer.Ordinal)
    {
        "app.kubernetes.io/version", "helm.sh/chart", "chart", "version", "release-version", Revisions.Label,
    };

    /// <summary>
    /// The workload's own selector, as a meta/v1 LabelSelector; where its kind takes the template's labels instead, those of
    /// them that stay. Null where it is not known in full, or is not known to select the pods.
    /// </summary>
    public static MappingNode? SelectorOf(Workload workload)
    {
        var pods = workload.Template;
        if (pods.Owner.IsOperated) return null;
        var written = workload.Resource.Spec["selector"];
        var selector = written.IsAbsent ? OfLabels(pods.LabelsField, label => !ChangingLabels.Contains(label.Key))
            : pods.Owner.SelectsByLabelsAlone ? OfLabels(written, _ => true)
            : Copy(written) as MappingNode;
        return selector is { Entries.Count: > 0 } && new LabelSelector(Field.Root(selector)).Selects(pods) == true ? selector : null;
    }

    private static MappingNode? OfLabels(Field labels, Func<MappingEntry, bool> isMeant) =>
        Copy(labels) is MappingNode known && known.Entries.Where(isMeant).ToList() is { Count: > 0 } meant ? Literal.Map(("matchLabels", new MappingNode(default, meant))) : null;

    // Null where a part is not known, nor has a name by which it can be written again, as a parameter has in C#. All that
    // stands in a selector is text.
    private static Node? Copy(Field field)
    {
        switch (field.Node)
        {
            case ScalarNode when field.Text is { } text:
                return Literal.Text(text);
            case UnknownNode { Text: not null } named:
                return named;
            case MappingNode { IsComplete: true }:
                var entries = field.Entries.Where(e => !e.IsAbsent).Select(e => (e.Key, Value: Copy(e))).ToList();
                return entries.TrueForAll(e => e.Value is not null) ? Literal.Map([.. entries.Select(e => (e.Key, e.Value!))]) : null;
            case SequenceNode { IsComplete: true }:
                var items = field.Items.Select(Copy).ToList();
                return items.TrueForAll(i => i is not null) ? Literal.List([.. items.Select(i => i!)]) : null;
            default:
                return null;
        }
    }
}
