using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Adds labels and annotations.</summary>
internal static class LabelTransformer
{
    /// <summary>Adds what a kustomization says under <c>labels</c>, <c>commonLabels</c> and <c>commonAnnotations</c>.</summary>
    public static void Apply(Field kustomization, IReadOnlyList<BuiltObject> objects)
    {
        foreach (var item in kustomization["labels"].Items) Add(item["pairs"], SpecsOf(item), objects);
        Add(kustomization["commonLabels"], FieldSpecs.LabelsWithSelectors, objects);
        Add(kustomization["commonAnnotations"], FieldSpecs.Annotations, objects);
    }

    private static IEnumerable<FieldSpec> SpecsOf(Field item)
    {
        var own = item["fields"].Items.Select(f => new FieldSpec(f["path"].Text ?? "", f["kind"].Text, f["group"].Text, f["version"].Text, f["create"].Boolean == true)).Where(s => s.Path.Length > 0);
        if (item["includeSelectors"].Boolean == true) return [.. FieldSpecs.LabelsWithSelectors, .. own];
        IReadOnlyList<FieldSpec> specs = item["includeTemplates"].Boolean == true ? FieldSpecs.LabelsWithTemplates : FieldSpecs.OwnLabels;
        return item["includeVolumeClaimTemplates"].Boolean == true ? [.. specs, .. FieldSpecs.ClaimLabels, .. own] : [.. specs, .. own];
    }

    private static void Add(Field pairs, IEnumerable<FieldSpec> specs, IReadOnlyList<BuiltObject> objects)
    {
        if (pairs.IsAbsent) return;
        if (pairs.Node is not MappingNode { Entries.Count: > 0 } added) return;
        foreach (var spec in specs)
        {
            foreach (var target in objects) target.Change(spec, added.Span, old => Add(old, added));
        }
    }

    // Of a mapping that is not known the added keys are.
    private static Node Add(Node? old, MappingNode added)
    {
        var result = old switch
        {
            MappingNode mapping => mapping,
            UnknownNode => new MappingNode(old.Span, [], false),
            _ => new MappingNode(added.Span, []),
        };
        foreach (var pair in added.Entries)
            result = result.With(pair.Key, pair.KeySpan, pair.Value is ScalarNode scalar ? ScalarNode.OfString(scalar.Span, scalar.Text) : pair.Value);
        return result;
    }
}
