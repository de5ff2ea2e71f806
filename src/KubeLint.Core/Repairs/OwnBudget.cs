using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Repairs;

/// <summary>Gives a workload a PodDisruptionBudget.</summary>
internal static class OwnBudget
{
    // policy/v1 is served since then.
    private static readonly Version Since = new(1, 21);

    /// <summary>
    /// The fix that declares one which lets one pod go at a time, with the workload's name and selector; null where these are
    /// not known, where there is, or may be, a budget or another workload of that name, and where it would guard other pods too.
    /// </summary>
    public static Fix? For(Workload workload)
    {
        var resource = workload.Resource;
        var place = resource.NamespaceField;
        if (resource.NameField.Text is not { } name || place.IsUnknown || (resource.Options.KubernetesVersion is { } version && version < Since)) return null;

        // A file of JSON holds one object.
        if (resource.Document.File.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && resource.Document.Root == resource.Root.Node) return null;
        if (OwnPods.SelectorOf(workload) is not { } selector || !workload.IsAloneUnder(new LabelSelector(Field.Root(selector)))) return null;
        if (workload.Inventory.Named(name).Any(other => IsInTheWay(other, resource))) return null;
        (string, Node) Named(string key, string text) => (key, Literal.Text(text));
        var metadata = Literal.Map(place.Text is { } ns ? [Named("name", name), Named("namespace", ns)] : [Named("name", name)]);
        var spec = Literal.Map(("maxUnavailable", Literal.Integer(1)), ("selector", selector));
        var root = Literal.Map(Named("apiVersion", DisruptionBudget.Group + "/v1"), Named("kind", DisruptionBudget.Kind), ("metadata", metadata), ("spec", spec));
        return new Fix($"Add a {DisruptionBudget.Kind} '{name}' that lets one pod go at a time", [new AddDocument(resource, root)]);
    }

    // Another workload of that name would get such a budget too.
    private static bool IsInTheWay(Resource other, Resource resource) =>
        other.SharesNamespaceWith(resource) != false && (other.Is(DisruptionBudget.Group, DisruptionBudget.Kind) || (!other.IsSameObjectAs(resource) && PodTemplate.In(other).Any()));
}
