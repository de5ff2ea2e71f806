using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A term of a pod affinity or anti-affinity (core/v1 PodAffinityTerm).</summary>
/// <param name="field">The term.</param>
/// <param name="pods">The template that holds it.</param>
public sealed class PodAffinityTerm(Field field, PodTemplate pods)
{
    private Field? topologyKey;
    private bool? selectsOwnPods;
    private bool isSelectionSought;

    /// <summary>The term.</summary>
    public Field Field { get; } = field;

    /// <summary>The node label that it speaks of.</summary>
    public Field TopologyKey => topologyKey ??= Field["topologyKey"];

    /// <summary>Whether it selects the pods of its own template; null where that cannot be known.</summary>
    public bool? SelectsOwnPods
    {
        get
        {
            // Asked at every step of the judgement.
            if (!isSelectionSought) (selectsOwnPods, isSelectionSought) = (new LabelSelector(Field["labelSelector"]).Selects(pods) & ReachesOwnNamespace & !ExcludesOwnLabels, true);
            return selectsOwnPods;
        }
    }

    private bool? ReachesOwnNamespace
    {
        get
        {
            var names = Field["namespaces"];
            var selector = Field["namespaceSelector"];
            var own = pods.Resource.NamespaceField;
            var isListEmpty = names.IsAbsent || names.Node is SequenceNode { Items.Count: 0, IsComplete: true };
            if (selector.Node is MappingNode { Entries.Count: 0, IsComplete: true }) return true;
            if (isListEmpty && selector.IsAbsent) return true;

            bool? isNamed = names.IsComplete ? false : null;
            foreach (var name in names.Items) isNamed |= own.IsAbsent ? null : Field.SameText(name, own);
            return isNamed | (selector.IsAbsent ? false : null);
        }
    }

    // mismatchLabelKeys leave out pods that carry the same value as the incoming one, so its own.
    private bool? ExcludesOwnLabels
    {
        get
        {
            var keys = Field["mismatchLabelKeys"];
            bool? result = keys.IsComplete ? false : null;
            foreach (var key in keys.Items) result |= key.Text is { } text ? pods.Label(text).IsThere : null;
            return result;
        }
    }
}
