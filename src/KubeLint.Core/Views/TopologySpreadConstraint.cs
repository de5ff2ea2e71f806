using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A topology spread constraint of a pod template (core/v1 TopologySpreadConstraint).</summary>
/// <param name="field">The list item.</param>
/// <param name="pods">The template that holds it.</param>
public sealed class TopologySpreadConstraint(Field field, PodTemplate pods)
{
    private Field? maxSkew;
    private Field? minDomains;
    private Field? whenUnsatisfiable;
    private Field? matchLabelKeys;
    private Field? nodeAffinityPolicy;
    private Field? nodeTaintsPolicy;
    private LabelSelector? selector;
    private IReadOnlyList<string>? knownMatchLabelKeys;
    private bool areKeysSought;
    private bool? countsOwnPods;
    private bool isCounted;

    /// <summary>The list item.</summary>
    public Field Field { get; } = field;

    /// <summary>The node label that it spreads over.</summary>
    public Field TopologyKey { get; } = field["topologyKey"];

    /// <summary>The skew that it allows.</summary>
    public Field MaxSkew => maxSkew ??= Field["maxSkew"];

    /// <summary>The domains that there must be before an empty one counts as minimum.</summary>
    public Field MinDomains => minDomains ??= Field["minDomains"];

    /// <summary>What happens to a pod that would break it.</summary>
    public Field WhenUnsatisfiable => whenUnsatisfiable ??= Field["whenUnsatisfiable"];

    /// <summary>Whether pods wait rather than break it; null where unknown, or refused by the API.</summary>
    public bool? IsHard => WhenUnsatisfiable.Text switch { "DoNotSchedule" => true, "ScheduleAnyway" => false, _ => null };

    /// <summary>The pods that it counts.</summary>
    public LabelSelector Selector => selector ??= new(Field["labelSelector"]);

    /// <summary>Labels by whose values the counted pods must equal the incoming one.</summary>
    public Field MatchLabelKeys => matchLabelKeys ??= Field["matchLabelKeys"];

    /// <summary>Those labels; null where they are not all known.</summary>
    internal IReadOnlyList<string>? KnownMatchLabelKeys
    {
        get
        {
            if (!areKeysSought) (knownMatchLabelKeys, areKeysSought) = (ReadMatchLabelKeys(), true);
            return knownMatchLabelKeys;
        }
    }

    /// <summary>
    /// Whether it counts the pods of its own template. matchLabelKeys never change that: own pods carry the same
    /// values, and keys that they lack are ignored.
    /// </summary>
    public bool? CountsOwnPods
    {
        get
        {
            // Asked at every step of the judgement.
            if (!isCounted) (countsOwnPods, isCounted) = (Selector.Selects(pods), true);
            return countsOwnPods;
        }
    }

    /// <summary>Which nodes make domains: those that the pod's node affinity admits, by default, or all.</summary>
    public Field NodeAffinityPolicy => nodeAffinityPolicy ??= Field["nodeAffinityPolicy"];

    /// <summary>Whether tainted nodes make domains: all, by default, or those whose taints the pod tolerates.</summary>
    public Field NodeTaintsPolicy => nodeTaintsPolicy ??= Field["nodeTaintsPolicy"];

    /// <summary>Whether only nodes that the pod's node affinity admits make domains (nodeAffinityPolicy, by default Honor); null where unknown.</summary>
    public bool? HonorsNodeAffinity => Policy(NodeAffinityPolicy, "Honor");

    /// <summary>Whether tainted nodes make no domains (nodeTaintsPolicy, by default Ignore); null where unknown.</summary>
    public bool? HonorsTaints => Policy(NodeTaintsPolicy, "Ignore");

    private IReadOnlyList<string>? ReadMatchLabelKeys()
    {
        if (!MatchLabelKeys.IsComplete) return null;
        if (!MatchLabelKeys.HasItems) return [];
        var keys = new List<string>(1);
        foreach (var key in MatchLabelKeys.Items)
        {
            if (key.Text is not { } text) return null;
            keys.Add(text);
        }

        return keys;
    }

    private static bool? Policy(Field policy, string byDefault) => (policy.IsAbsent ? byDefault : policy.Text) switch { "Honor" => true, "Ignore" => false, _ => null };
}
