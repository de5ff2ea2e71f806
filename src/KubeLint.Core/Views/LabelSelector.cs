using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>
/// A label selector (meta/v1 LabelSelector). Null selects nothing, an empty one everything
/// (apimachinery, LabelSelectorAsSelector).
/// </summary>
/// <param name="field">Where it stands.</param>
public sealed class LabelSelector(Field field)
{
    private Field? labels;
    private Field? expressions;
    private List<Requirement>? requirements;

    /// <summary>Where it stands.</summary>
    public Field Field { get; } = field;

    /// <summary>Labels that pods must carry with these values.</summary>
    public Field Labels => labels ??= Field["matchLabels"];

    /// <summary>What else it demands of labels.</summary>
    public Field Expressions => expressions ??= Field["matchExpressions"];

    /// <summary>The requirements, matchLabels and matchExpressions alike; those that can't be read are left out.</summary>
    public IReadOnlyList<Requirement> Requirements => requirements ??= ReadRequirements();

    /// <summary>Keys and values that pods must carry to be selected, as far as known; each is enough to find them by.</summary>
    public IEnumerable<(string Key, string Value)> DemandedPairs => Requirements.Select(r => r.Pair).OfType<(string, string)>();

    /// <summary>Whether it demands something of a label.</summary>
    public bool IsAbout(string key)
    {
        foreach (var requirement in Requirements)
        {
            if (requirement.Key == key) return true;
        }

        return false;
    }

    /// <summary>Whether it selects pods of a template; null where that cannot be known.</summary>
    public bool? Selects(PodTemplate pods)
    {
        if (Field.IsAbsent) return false;
        if (Field.Node is not MappingNode) return null;
        bool? result = IsFullySeen ? true : null;
        foreach (var requirement in Requirements) result &= requirement.Holds(pods);
        return result;
    }

    private bool IsFullySeen =>
        Field.IsComplete
        && (Labels.IsAbsent || Labels.Node is MappingNode { IsComplete: true })
        && (Expressions.IsAbsent || Expressions.Node is SequenceNode { IsComplete: true });

    private List<Requirement> ReadRequirements()
    {
        var found = new List<Requirement>();
        foreach (var entry in Labels.Entries) found.Add(new Requirement(entry.Key, "In", [entry]));
        foreach (var item in Expressions.Items)
        {
            var values = item["values"];
            found.Add(new Requirement(item["key"].Text, item["operator"].Text, [.. values.Items]) { IsComplete = values.IsComplete });
        }

        return found;
    }

    /// <summary>One requirement of a selector.</summary>
    /// <param name="Key">The label; null where unknown.</param>
    /// <param name="Operator">In, NotIn, Exists or DoesNotExist; null where unknown.</param>
    /// <param name="Values">The values.</param>
    public sealed record Requirement(string? Key, string? Operator, IReadOnlyList<Field> Values)
    {
        /// <summary>Whether all values are seen.</summary>
        public bool IsComplete { get; init; } = true;

        /// <summary>The one pair of key and value that it demands, for indexes; null where it demands no such pair.</summary>
        public (string Key, string Value)? Pair =>
            Key is not null && Operator == "In" && Values is [{ IsUnknown: false, Written: { } value }] && IsComplete ? (Key, value) : null;

        /// <summary>Whether pods of a template fulfil it; null where that cannot be known.</summary>
        public bool? Holds(PodTemplate pods)
        {
            if (Key is null) return null;
            var (isThere, label) = pods.Label(Key);
            return Operator switch
            {
                "Exists" => isThere,
                "DoesNotExist" => !isThere,
                "In" => isThere & IsAmongValues(label),
                "NotIn" => !(isThere & IsAmongValues(label)),
                _ => null,
            };
        }

        private bool? IsAmongValues(Field label)
        {
            // A label that a controller adds is there, but its value is not written anywhere.
            if (label.IsAbsent) return null;
            bool? result = IsComplete ? false : null;
            foreach (var value in Values) result |= Field.SameText(value, label);
            return result;
        }
    }
}
