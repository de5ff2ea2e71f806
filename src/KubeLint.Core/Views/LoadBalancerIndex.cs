using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>The load balancers of one namespace that lead to the same pods.</summary>
/// <param name="Members">They, in source order; variants of one object among them.</param>
/// <param name="Selector">The labels of the pods, for messages.</param>
/// <param name="MayHaveMore">Whether others may join that the set does not show as such.</param>
public sealed record LoadBalancerGroup(IReadOnlyList<LoadBalancer> Members, string Selector, bool MayHaveMore)
{
    /// <summary>How many there are, variants of one object counted once.</summary>
    public int Count { get; } = Members.Select(m => m.Resource.Name).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether all are narrowed to the same place, or none is.</summary>
    public bool AreInOnePlace { get; } = Members.Select(m => m.OneZone?.Place.Text).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>The one zone in which all surely stand; null where there are several, or one is not known.</summary>
    public string? OnlyZone { get; } = Members.Select(m => m.IsInSingleSite || m.HasInvalidZone ? null : m.Zone).Distinct(StringComparer.Ordinal).ToList() is [{ } only] ? only : null;
}

/// <summary>Groups load balancers by their namespace and selector.</summary>
internal sealed class LoadBalancerIndex
{
    // What stands for a selector that is not known.
    private const string Unknown = "";

    private readonly NamespaceIndex<string, LoadBalancer> bySelector = new();
    private readonly NamespaceIndex<string, Resource> possible = new();
    private readonly Dictionary<(string? Namespace, string Selector), LoadBalancerGroup> groups = [];
    private readonly Inventory inventory;

    public LoadBalancerIndex(Inventory inventory)
    {
        this.inventory = inventory;
        foreach (var service in inventory.Set.OfKind("", "Service"))
        {
            var selector = Written(Service.SelectorOf(service)) ?? Unknown;
            if (LoadBalancer.From(service, inventory) is { } known) bySelector.Add(service, selector, known);
            else if (service.Spec["type"].IsUnknown) possible.Add(service, selector, service);
        }

        foreach (var service in inventory.Set.Doubtful.Where(r => r.Is("", "Service"))) possible.Add(service, Unknown, service);
    }

    /// <summary>The group of a load balancer; null where it can't be known, or where it selects no pods.</summary>
    public LoadBalancerGroup? GroupOf(LoadBalancer member)
    {
        if (Written(member.Selector) is not { } selector || member.Resource.NamespaceField.IsUnknown) return null;
        var key = (member.Resource.NamespaceName, selector);
        if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = Find(member.Resource, selector));
        return group;
    }

    private LoadBalancerGroup Find(Resource one, string selector)
    {
        // What shares the namespace for certain is found first.
        var members = bySelector.Find(one, selector).TakeWhile(other => other.Resource.SharesNamespaceWith(one) == true).ToList();
        var mayHaveMore = inventory.Set.IsOpen || bySelector.Find(one, selector).Skip(members.Count).Any() || bySelector.Find(one, Unknown).Any()
            || possible.Find(one, selector).Any() || possible.Find(one, Unknown).Any()
            || (members.Count > 1 && members.Exists(m => m.Resource.NameField.Text is null));
        return new LoadBalancerGroup(members, selector, mayHaveMore);
    }

    // Null where it is not known; none leads to pods where it is empty.
    private static string? Written(Field selector)
    {
        if (selector.IsUnknown || !selector.IsComplete || !selector.Entries.Any() || selector.Entries.Any(e => e.IsUnknown || e.Written is null)) return null;
        return string.Join(",", selector.Entries.Select(e => e.Key + "=" + e.Written).OrderBy(pair => pair, StringComparer.Ordinal));
    }
}
