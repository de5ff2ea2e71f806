using KubeLint.Configuration;
using KubeLint.Placement;

namespace KubeLint.Views;

/// <summary>Turns views into what the placement works on, where everything that it needs is known.</summary>
internal static class PodModel
{
    /// <summary>
    /// The pod of a template with its hard zone constraints and its zone anti-affinity. Host names and regions are
    /// left out: with nodes enough in each zone, and all zones in one region, they bound no zone.
    /// </summary>
    public static Pod? Of(PodTemplate template)
    {
        var options = template.Resource.Options;
        if (Labels(template) is not { } labels) return null;

        // What runs only beside other pods is not modelled.
        if (!template.Affinity.At("podAffinity", "requiredDuringSchedulingIgnoredDuringExecution").IsAbsent) return null;
        var constraints = new List<SpreadConstraint>();
        foreach (var constraint in template.SpreadConstraints)
        {
            if (constraint.IsHard == false || IsBoundless(constraint.TopologyKey.Text)) continue;
            if (ConstraintOf(constraint, options) is not { } known) return null;
            constraints.Add(known);
        }

        var terms = new List<AntiAffinityTerm>();
        foreach (var term in template.RequiredAntiAffinity)
        {
            if (IsBoundless(term.TopologyKey.Text)) continue;
            if (term.TopologyKey.Text is not { } key || !ZoneKeys.IsZone(key, options) || !term.Field["namespaces"].IsAbsent || !term.Field["namespaceSelector"].IsAbsent
                || !term.Field["mismatchLabelKeys"].IsAbsent || SelectorOf(new LabelSelector(term.Field["labelSelector"])) is not { } selector) return null;
            terms.Add(new AntiAffinityTerm(ZoneKeys.Zone, selector));
        }

        var restriction = template.Restriction;
        if (!restriction.IsKnown || restriction.Node is not null) return null;
        return new Pod(template.Resource.NamespaceName ?? "", labels)
        {
            SpreadConstraints = constraints,
            AntiAffinity = terms,
            NodeAffinity = restriction.Named is { } zones ? [[new Requirement(ZoneKeys.Zone, "In", zones)]] : null,
        };
    }

    /// <summary>A hard zone constraint with every value known; null where one is not, or is refused by the API.</summary>
    public static SpreadConstraint? ConstraintOf(TopologySpreadConstraint constraint, LintOptions options)
    {
        if (constraint.IsHard != true || constraint.TopologyKey.Text is not { } key || !ZoneKeys.IsZone(key, options)) return null;
        if (constraint.MaxSkew.Integer is not (> 0 and <= int.MaxValue and var maxSkew)) return null;
        long? minDomains = constraint.MinDomains.IsAbsent ? 1 : constraint.MinDomains.Integer;
        if (minDomains is not (> 0 and <= int.MaxValue)) return null;
        if (constraint.HonorsNodeAffinity is not { } honorsAffinity || constraint.HonorsTaints is not { } honorsTaints) return null;
        if (constraint.KnownMatchLabelKeys is not { } keys) return null;
        return SelectorOf(constraint.Selector) is { } selector
            ? new SpreadConstraint(ZoneKeys.Zone, (int)maxSkew, true, selector)
            {
                MinDomains = (int)minDomains.Value,
                MatchLabelKeys = keys,
                HonorsNodeAffinity = honorsAffinity,
                HonorsTaints = honorsTaints,
            }
            : null;
    }

    /// <summary>Whether a key bounds nothing about zones.</summary>
    public static bool IsBoundless(string? key) => key == ZoneKeys.HostName || (key is not null && ZoneKeys.IsRegion(key));

    private static PodSelector? SelectorOf(LabelSelector selector)
    {
        if (selector.Field.IsAbsent) return PodSelector.Nothing;
        var requirements = new List<Requirement>(selector.Requirements.Count);
        foreach (var requirement in selector.Requirements)
        {
            if (requirement.Key is null || requirement.Operator is null || !requirement.IsComplete) return null;
            var values = new string[requirement.Values.Count];
            for (var i = 0; i < values.Length; i++)
            {
                if (requirement.Values[i] is not { IsUnknown: false, Written: { } written }) return null;
                values[i] = written;
            }

            requirements.Add(new Requirement(requirement.Key, requirement.Operator, values));
        }

        return selector.Field.IsPresent ? new PodSelector(requirements) : null;
    }

    private static Dictionary<string, string>? Labels(PodTemplate template)
    {
        if (!template.HasAllLabels) return null;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in template.LabelsField.Entries)
        {
            if (label.IsUnknown || label.Written is null) return null;
            labels[label.Key] = label.Written;
        }

        return labels;
    }
}
