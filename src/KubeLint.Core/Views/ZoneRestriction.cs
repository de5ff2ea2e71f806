using KubeLint.Configuration;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Where a pod template's node name, node selector and required node affinity let its pods run.</summary>
public sealed class ZoneRestriction
{
    private readonly ZoneNames? selected;
    private readonly List<(HashSet<string>? Only, HashSet<string> Except)>? terms;
    private IReadOnlyList<string>? named;
    private bool isNamedSought;

    internal ZoneRestriction(PodTemplate pods)
    {
        var options = pods.Resource.Options;
        IsKnown = true;

        var selector = pods.NodeSelector;
        if (selector.IsUnknown || !selector.IsComplete) IsKnown = false;
        foreach (var label in selector.Entries)
        {
            if (label.Key == ZoneKeys.HostName) PinTo(label);
            if (!ZoneKeys.IsZone(label.Key, options)) continue;
            Place = label;
            if (label.Text is { Length: > 0 } zone) selected = Narrow(selected, label.Key, [zone]);
            else IsKnown = false;
        }

        if (!pods.Affinity.IsAbsent && pods.NodeAffinityTerms is { IsAbsent: false } affinity)
        {
            // A term that demands nothing admits no node.
            terms = [.. affinity.Items.Where(term => !IsEmpty(term)).Select(term => Term(term, options))];
            if (affinity.IsUnknown || !affinity.IsComplete || terms.Count == 0) IsKnown = false;
            if (affinity.Items.Count() == 1) PinByAffinity(affinity.Items.First());
        }

        PinTo(pods.Spec["nodeName"]);
    }

    /// <summary>Whether everything that restricts the zones is known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>What names the zones or the node; null where nothing does.</summary>
    public Field? Place { get; private set; }

    /// <summary>The one node that the pods may run on; null where there are more.</summary>
    public string? Node { get; private set; }

    /// <summary>The zones that are named, where pods may run in no others; null where they may. Sorted.</summary>
    public IReadOnlyList<string>? Named
    {
        get
        {
            // Asked at every step of the judgement.
            if (!isNamedSought) (named, isNamedSought) = (FindNamed(), true);
            return named;
        }
    }

    /// <summary>Reads it from a template.</summary>
    public static ZoneRestriction Of(PodTemplate pods) => pods.Restriction;

    /// <summary>The zones that are left of a cluster's; null where its zones are not known and none are named.</summary>
    public IReadOnlyList<string>? Within(ZoneKnowledge zones) => zones.IsAssumed ? Named : Among(zones.Names);

    /// <summary>Those of a cluster's zones in which pods may run.</summary>
    public IReadOnlyList<string> Among(IReadOnlyList<string> zones) => selected is null && terms is null ? zones : Admitted(zones);

    private IReadOnlyList<string> Admitted(IReadOnlyList<string> zones) =>
        [.. zones.Where(zone => selected?.Names.Contains(zone) != false
            && (terms is null || terms.Any(t => t.Only?.Contains(zone) != false && !t.Except.Contains(zone))))];

    private IReadOnlyList<string>? FindNamed()
    {
        IEnumerable<string>? all = selected?.Names;
        if (terms is not null && terms.All(t => t.Only is not null))
        {
            var union = terms.SelectMany(t => t.Only!.Except(t.Except)).Distinct(StringComparer.Ordinal);
            all = all is null ? union : all.Intersect(union);
        }

        return all is null ? null : [.. all.OrderBy(z => z, StringComparer.Ordinal)];
    }

    private static bool IsEmpty(Field term) =>
        term is { IsPresent: true, IsComplete: true } && IsEmptyList(term["matchExpressions"]) && IsEmptyList(term["matchFields"]);

    private static bool IsEmptyList(Field list) => list.IsAbsent || list.Node is SequenceNode { Items.Count: 0, IsComplete: true };

    // Two labels may name zones in two ways, as by name and by id: each narrows only what its own way names.
    private static ZoneNames Narrow(ZoneNames? before, string key, IEnumerable<string> names)
    {
        var way = ZoneKeys.Deprecated.TryGetValue(key, out var current) ? current : key;
        HashSet<string> own = [.. names];
        if (before is null) return new ZoneNames(way, own);
        if (before.Way == way) return new ZoneNames(way, [.. before.Names.Intersect(own)]);
        return own.Count < before.Names.Count ? new ZoneNames(way, own) : before;
    }

    private (HashSet<string>? Only, HashSet<string> Except) Term(Field term, LintOptions options)
    {
        ZoneNames? only = null;
        HashSet<string> except = [];
        var expressions = term["matchExpressions"];
        if (term.IsUnknown || !term.IsComplete || expressions.IsUnknown || !expressions.IsComplete) IsKnown = false;
        foreach (var expression in expressions.Items)
        {
            if (expression["key"].Text is not { } key)
            {
                IsKnown = false;
                continue;
            }

            if (!ZoneKeys.IsZone(key, options)) continue;
            var values = expression["values"];
            var names = values.Items.Select(v => v.Text).ToList();
            if (values.IsUnknown || !values.IsComplete || names.Any(n => n is null)) IsKnown = false;
            switch (expression["operator"].Text)
            {
                case "In":
                    Place ??= values;
                    only = Narrow(only, key, names.OfType<string>());
                    break;
                case "NotIn":
                    Place ??= values;
                    except.UnionWith(names.OfType<string>());
                    break;
                case "Exists":
                    break;
                default:
                    IsKnown = false;
                    break;
            }
        }

        return (only?.Names, except);
    }

    private void PinByAffinity(Field term)
    {
        foreach (var expression in term["matchExpressions"].Items)
        {
            if (expression["key"].Text == ZoneKeys.HostName && expression["operator"].Text == "In" && expression["values"].Node is SequenceNode { Items.Count: 1, IsComplete: true })
                PinTo(expression["values"].Items.First());
        }

        // The API takes metadata.name alone here, with one value.
        foreach (var field in term["matchFields"].Items)
        {
            if (field["operator"].Text == "In" && field["values"].Items.FirstOrDefault() is { } name) PinTo(name);
        }
    }

    private void PinTo(Field node)
    {
        // An empty name is none.
        if (node.IsAbsent || node.Text is { Length: 0 }) return;
        if (node.IsUnknown) IsKnown = false;
        Node = node.Text;
        Place = node;
    }

    private sealed record ZoneNames(string Way, HashSet<string> Names);
}
