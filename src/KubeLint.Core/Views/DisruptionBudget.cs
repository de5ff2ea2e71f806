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

    private readonly Inventory inventory;

    private DisruptionBudget(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>Which pods it guards.</summary>
    public LabelSelector Selector => new(Resource.Root.At("spec", "selector"));

    /// <summary>How many pods, or which share of them, evictions must leave.</summary>
    public Field MinAvailable => Resource.Root.At("spec", "minAvailable");

    /// <summary>How many pods, or which share of them, may be missing while one is evicted.</summary>
    public Field MaxUnavailable => Resource.Root.At("spec", "maxUnavailable");

    /// <summary>What sets the budget: the one of the two fields that is there; null where neither or both are.</summary>
    public Field? Limit => MinAvailable.IsAbsent == MaxUnavailable.IsAbsent ? null : MinAvailable.IsAbsent ? MaxUnavailable : MinAvailable;

    /// <summary>The workloads that it guards.</summary>
    public Selection Guarded => Selection.Of(inventory.BudgetsOver, this, inventory);

    /// <summary>The workloads whose pods it surely selects, each with the budgets that surely select them too, all once.</summary>
    public IEnumerable<(Workload Workload, IReadOnlyList<DisruptionBudget> Budgets)> GuardedBySeveral =>
        Guarded.Workloads.Select(w => (w, (IReadOnlyList<DisruptionBudget>)[.. inventory.BudgetsOver.Selecting(w.Template).Where(s => s.IsSure).Select(s => s.Item)])).Where(g => g.Item2.Count > 1);

    /// <summary>A pod template of its namespace that carries a label which it demands, while it surely selects no pods; null where there is none.</summary>
    public PodTemplate? Missed => inventory.Set.IsOpen || inventory.BudgetsOver.PodsOf(Resource).Count > 0 ? null
        : inventory.Pods.CarryingOne(Resource, Selector.DemandedPairs).FirstOrDefault(p => p.Resource.SharesNamespaceWith(Resource) == true);

    /// <inheritdoc/>
    IEnumerable<(string Key, string Value)> ISelectsPods.DemandedPairs => Selector.DemandedPairs;

    /// <summary>The budget that an object declares; null where it declares none, or only a patch of one. One without a selector is such a patch, or selects nothing.</summary>
    public static DisruptionBudget? From(Resource resource, Inventory inventory) =>
        resource.Is(Group, Kind) && !resource.HasPatchDirective && new DisruptionBudget(resource, inventory) is { Selector.Field.IsAbsent: false } budget ? budget : null;

    /// <summary>
    /// How many of some pods must be there and healthy. Shares are rounded up for both fields (kubernetes
    /// pkg/controller/disruption, getExpectedPodCount). Null where it is unknown, or is refused by the API.
    /// </summary>
    /// <param name="pods">The number of pods that it selects.</param>
    public long? Required(long pods) => Limit is not { } limit || Of(limit, pods) is not { } count ? null : limit.Key == "minAvailable" ? count : Math.Max(0, pods - count);

    /// <inheritdoc/>
    bool? ISelectsPods.Matches(PodTemplate pods) =>
        // In policy/v1beta1 an empty selector selected no pods (Kubernetes' deprecated API migration guide, v1.25).
        Resource.ApiVersion == "policy/v1beta1" && Selector.Field is { IsComplete: true } field && !Selector.Requirements.Any() && field.IsPresent ? false : Selector.Selects(pods);

    private static long? Of(Field limit, long pods)
    {
        if (limit.Text is not { } text) return limit.Integer is >= 0 and var number ? number : null;
        return text.EndsWith("%", StringComparison.Ordinal) && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? ((percent * pods) + 99) / 100
            : null;
    }
}
