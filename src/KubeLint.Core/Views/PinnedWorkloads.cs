using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Workloads that are pinned to one zone each, and the Services that join them.</summary>
internal sealed class PinnedWorkloads
{
    private readonly PairIndex<(Workload Workload, string Zone)> pinned = new();
    private readonly PairIndex<Resource> services = new();
    private readonly Dictionary<Resource, HashSet<string>> zonesByService = [];
    private readonly bool isOpen;

    // What stands for a zone that is not known: it may be any.
    private const string AnyZone = "";

    public PinnedWorkloads(Inventory inventory)
    {
        isOpen = inventory.Set.IsOpen;
        foreach (var workload in inventory.Workloads)
        {
            var restriction = ZoneRestriction.Of(workload.Template);
            var zone = restriction.Within(workload.Zones) is [var only] ? only : restriction.IsKnown ? null : AnyZone;
            if (zone is not null) pinned.Add(workload.Resource, workload.Template.LabelsField, (workload, zone));
        }

        foreach (var service in inventory.Set.OfKind("", "Service"))
        {
            var selector = SelectorOf(service);
            if (selector.IsUnknown || !selector.IsComplete || selector.Entries.Any()) services.Add(service, selector, service);
        }
    }

    /// <summary>Whether a Service leads, or may lead, to this workload and to another one that is pinned to another zone, so that they cover each other.</summary>
    public bool IsCoveredInTurn(Workload workload, string zone) =>
        services.Sharing(workload.Resource, workload.Template.LabelsField).Any(service => Leads(service, workload) != false && (isOpen || ZonesOf(service).Any(z => z != zone)));

    private static Field SelectorOf(Resource service) => service.Root.At("spec", "selector");

    private HashSet<string> ZonesOf(Resource service)
    {
        if (!zonesByService.TryGetValue(service, out var zones))
            zonesByService.Add(service, zones = [.. pinned.Sharing(service, SelectorOf(service)).Where(p => Leads(service, p.Workload) != false).Select(p => p.Zone)]);
        return zones;
    }

    private static bool? Leads(Resource service, Workload workload)
    {
        var selector = SelectorOf(service);
        var result = service.SharesNamespaceWith(workload.Resource) & (selector.IsComplete ? true : null);
        foreach (var pair in selector.Entries)
        {
            var (isThere, label) = workload.Template.Label(pair.Key);
            result &= isThere & (label.IsAbsent ? null : Field.SameText(pair, label));
        }

        return result;
    }

    /// <summary>Finds what shares a label and its value with something in its namespace, and what may.</summary>
    private sealed class PairIndex<T>
    {
        // What stands for all, and for those that may have labels which are not seen.
        private static readonly (string, string) All = ("", "*");
        private static readonly (string, string) Open = ("", "?");

        private readonly NamespaceIndex<(string Key, string Value), T> byPair = new();

        public void Add(Resource owner, Field labels, T item)
        {
            byPair.Add(owner, All, item);
            if (IsOpen(labels)) byPair.Add(owner, Open, item);
            foreach (var pair in PairsOf(labels)) byPair.Add(owner, pair, item);
        }

        public IEnumerable<T> Sharing(Resource owner, Field labels) =>
            IsOpen(labels) ? byPair.Find(owner, All) : PairsOf(labels).Append(Open).SelectMany(pair => byPair.Find(owner, pair));

        private static bool IsOpen(Field labels) => labels.IsUnknown || !labels.IsComplete || labels.Entries.Any(e => e.IsUnknown);

        private static IEnumerable<(string, string)> PairsOf(Field labels) =>
            labels.Entries.Where(e => !e.IsUnknown && e.Written is not null).Select(e => (e.Key, e.Written!));
    }
}
