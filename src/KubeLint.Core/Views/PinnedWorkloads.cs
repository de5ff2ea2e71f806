using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Workloads that are pinned to one zone each, and the Services that join them.</summary>
internal sealed class PinnedWorkloads
{
    private readonly PairIndex<(Workload Workload, string? Zone)> pinned = new();
    private readonly PairIndex<Resource> services = new();

    public PinnedWorkloads(Inventory inventory)
    {
        foreach (var workload in inventory.Workloads)
        {
            // One whose zone is not known may be pinned to any.
            var restriction = ZoneRestriction.Of(workload.Template);
            if (restriction.Named is [var zone]) pinned.Add(workload.Template.LabelsField, (workload, zone));
            else if (!restriction.IsKnown) pinned.Add(workload.Template.LabelsField, (workload, null));
        }

        if (pinned.All.Count == 0) return;
        foreach (var service in inventory.Set.OfKind("", "Service"))
        {
            var selector = SelectorOf(service);
            if (selector.IsUnknown || !selector.IsComplete || selector.Entries.Any()) services.Add(selector, service);
        }
    }

    /// <summary>Whether a Service leads, or may lead, to this workload and to another one that is pinned to another zone, so that they cover each other.</summary>
    public bool IsCoveredInTurn(Workload workload, string zone) =>
        services.Sharing(workload.Template.LabelsField).Any(service => Leads(service, workload) != false
            && pinned.Sharing(SelectorOf(service)).Any(other => other.Zone != zone && Leads(service, other.Workload) != false));

    private static Field SelectorOf(Resource service) => service.Root.At("spec", "selector");

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

    /// <summary>Finds what shares a label and its value with something, and what may.</summary>
    private sealed class PairIndex<T>
    {
        private readonly Dictionary<(string Key, string Value), List<T>> byPair = [];
        private readonly List<T> open = [];

        public List<T> All { get; } = [];

        public void Add(Field labels, T item)
        {
            All.Add(item);
            if (IsOpen(labels)) open.Add(item);
            foreach (var pair in PairsOf(labels))
            {
                if (!byPair.TryGetValue(pair, out var list)) byPair.Add(pair, list = []);
                list.Add(item);
            }
        }

        public IEnumerable<T> Sharing(Field labels) =>
            IsOpen(labels) ? All : PairsOf(labels).SelectMany(pair => byPair.TryGetValue(pair, out var list) ? list : []).Concat(open);

        private static bool IsOpen(Field labels) => labels.IsUnknown || !labels.IsComplete || labels.Entries.Any(e => e.IsUnknown);

        private static IEnumerable<(string, string)> PairsOf(Field labels) =>
            labels.Entries.Where(e => !e.IsUnknown && e.Written is not null).Select(e => (e.Key, e.Written!));
    }
}
