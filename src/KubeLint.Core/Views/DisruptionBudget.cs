using System.Globalization;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>A PodDisruptionBudget (policy).</summary>
public sealed class DisruptionBudget : ISelectsPods
{
    /// <summary>Its API group.</summary>
    public const string Group = "policy";

    /// <summary>Its kind.</summary>
    public const string Kind = "PodDisruptionBudget";

    // What many workloads of one application share.
    private static readonly string[] BroadLabels = ["app.kubernetes.io/part-of", "app.kubernetes.io/managed-by", "app.kubernetes.io/instance", "app.kubernetes.io/version", "helm.sh/chart", "release", "heritage", "chart"];

    private readonly Inventory inventory;
    private LabelSelector? selector;
    private Field? minAvailable;
    private Field? maxUnavailable;

    private DisruptionBudget(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>Which pods it guards.</summary>
    public LabelSelector Selector => selector ??= new(Resource.Spec["selector"]);

    /// <summary>How many pods, or which share of them, evictions must leave.</summary>
    public Field MinAvailable => minAvailable ??= Resource.Spec["minAvailable"];

    /// <summary>How many pods, or which share of them, may be missing while one is evicted.</summary>
    public Field MaxUnavailable => maxUnavailable ??= Resource.Spec["maxUnavailable"];

    /// <summary>What sets the budget: the one of the two fields that is there; null where neither or both are.</summary>
    public Field? Limit => MinAvailable.IsAbsent == MaxUnavailable.IsAbsent ? null : MinAvailable.IsAbsent ? MaxUnavailable : MinAvailable;

    /// <summary>The workloads that it guards.</summary>
    public Selection Guarded => Selection.Of(inventory.BudgetsOver, this, inventory);

    /// <summary>Whether it is a declaration of its own; another object may have made it.</summary>
    public bool IsDeclared => Resource.IsControlled == false;

    /// <summary>Whether it admits no disruption whatever the number of pods.</summary>
    public bool AdmitsNone => Limit is { } limit && (limit.Key == "minAvailable" ? limit.Text == "100%" : limit.Integer == 0 || limit.Text == "0%");

    /// <summary>Whether it surely selects no pods anywhere: in policy/v1beta1 an empty selector did so (Kubernetes' deprecated API migration guide, v1.25).</summary>
    public bool SelectsNothing => Resource.ApiVersion == "policy/v1beta1" && Selector.Field.Node is MappingNode { IsComplete: true } && IsEmpty("matchLabels") && IsEmpty("matchExpressions");

    /// <summary>
    /// A workload whose pods other budgets surely select too, with those budgets; null where there is none, and where one
    /// of those comes before this in the set, which speaks for all.
    /// </summary>
    public (Workload Workload, IReadOnlyList<DisruptionBudget> Others)? FirstOverlap
    {
        get
        {
            foreach (var (pods, isSure) in inventory.BudgetsOver.PodsOf(Resource))
            {
                var budgets = inventory.BudgetsOver.Selecting(pods).Where(s => s.IsSure && inventory.AreTogether(s.Item.Resource, pods.Resource)).Select(s => s.Item);
                if (!isSure || budgets.FirstOrDefault()?.Resource != Resource || pods.Resource.IsControlled != false) continue;
                if (Workload.Of(pods, inventory) is not { } workload || workload.Replicas.Count == 0) continue;
                var others = budgets.Where(b => !b.Resource.IsSameObjectAs(Resource)).ToList();
                if (others.Count > 0) return (workload, others);
            }

            return null;
        }
    }

    /// <summary>
    /// A workload of its namespace that no budget selects, and that this one misses by one label alone, while it surely selects
    /// nothing else; null where there is none. A label of another value is a miss only where it is spelled another way, and
    /// one that pods lack only where no operator may be who sets it: else it may speak of pods that are declared elsewhere.
    /// </summary>
    public (Workload Workload, LabelSelector.Requirement Unmet)? Missed
    {
        get
        {
            if (inventory.Set.IsOpen || inventory.BudgetsOver.PodsOf(Resource).Count > 0) return null;
            foreach (var pods in inventory.Pods.CarryingOne(Resource, Selector.DemandedPairs.Where(p => !BroadLabels.Contains(p.Key))))
            {
                var requirements = Selector.Requirements.ToList();
                if (requirements.Where(r => r.Holds(pods) != true).ToList() is not [{ Pair: { } pair } unmet] || pods.Resource.SharesNamespaceWith(Resource) != true) continue;
                if (Workload.Of(pods, inventory) is not { } workload || !inventory.AreTogether(pods.Resource, Resource) || inventory.BudgetsOver.Selecting(pods).Any()) continue;
                var (isThere, label) = pods.Label(pair.Key);
                if (isThere == true ? label.Text is { } text && Spelling.AreAlike(text, pair.Value) : isThere == false && (!pair.Key.Contains('/') || pair.Key.StartsWith("app.kubernetes.io/", StringComparison.Ordinal))) return (workload, unmet);
            }

            return null;
        }
    }

    /// <inheritdoc/>
    IEnumerable<(string Key, string Value)> ISelectsPods.DemandedPairs => Selector.DemandedPairs;

    /// <summary>The budget that an object declares; null where it declares none, or only a patch of one. One without a selector is such a patch, or selects nothing.</summary>
    public static DisruptionBudget? From(Resource resource, Inventory inventory) =>
        resource.Is(Group, Kind) && !resource.HasPatchDirective && new DisruptionBudget(resource, inventory) is { Selector.Field.IsAbsent: false } budget ? budget : null;

    /// <summary>What it would be if its object had another root, in the same set.</summary>
    internal DisruptionBudget? With(Node root) => From(Resource.WithRoot(root), inventory);

    /// <summary>
    /// How many of some pods must be there and healthy. Shares are rounded up for both fields (kubernetes
    /// pkg/controller/disruption, getExpectedPodCount). Null where it is unknown, or is refused by the API.
    /// </summary>
    /// <param name="pods">The number of pods that it selects.</param>
    public long? Required(long pods) => Limit is not { } limit || Of(limit, pods) is not { } count ? null : limit.Key == "minAvailable" ? count : Math.Max(0, pods - count);

    /// <inheritdoc/>
    bool? ISelectsPods.Matches(PodTemplate pods) => SelectsNothing ? false : Selector.Selects(pods);

    private bool IsEmpty(string requirements) => Selector.Field[requirements] is { IsAbsent: true } or { Node: MappingNode { Entries.Count: 0, IsComplete: true } or SequenceNode { Items.Count: 0, IsComplete: true } };

    private static long? Of(Field limit, long pods)
    {
        if (limit.Text is not { } text) return limit.Integer is >= 0 and var number ? number : null;
        return text.EndsWith("%", StringComparison.Ordinal) && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? ((percent * pods) + 99) / 100
            : null;
    }
}
