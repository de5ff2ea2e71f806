using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Workloads that are pinned to one zone each, and the Services that join them.</summary>
internal sealed class PinnedWorkloads
{
    private readonly Dictionary<(string Key, string Value), List<(Workload Workload, string Zone)>> byLabel = [];
    private readonly Dictionary<(string Key, string Value), List<Resource>> services = [];

    public PinnedWorkloads(Inventory inventory)
    {
        foreach (var workload in inventory.Workloads)
        {
            if (ZoneRestriction.Of(workload.Template).Named is not [var zone]) continue;
            foreach (var label in workload.Template.LabelsField.Entries)
            {
                if (label.Written is { } value) Add(byLabel, (label.Key, value), (workload, zone));
            }
        }

        if (byLabel.Count == 0) return;
        foreach (var service in inventory.Set.OfKind("", "Service"))
        {
            // One pair is enough to find it by: every pair must match.
            var pair = service.Root.At("spec", "selector").Entries.FirstOrDefault(e => e.Written is not null);
            if (pair is not null) Add(services, (pair.Key, pair.Written!), service);
        }
    }

    /// <summary>Whether a Service leads to this workload and to another one that is pinned to another zone, so that they cover each other.</summary>
    public bool IsCoveredInTurn(Workload workload, string zone)
    {
        foreach (var label in workload.Template.LabelsField.Entries)
        {
            if (label.Written is not { } value || !services.TryGetValue((label.Key, value), out var found)) continue;
            foreach (var service in found)
            {
                if (Leads(service, workload) == false) continue;
                if (byLabel[(label.Key, value)].Any(other => other.Zone != zone && Leads(service, other.Workload) != false)) return true;
            }
        }

        return false;
    }

    private static bool? Leads(Resource service, Workload workload)
    {
        var selector = service.Root.At("spec", "selector");
        var result = service.SharesNamespaceWith(workload.Resource) & (selector.IsComplete ? true : null);
        foreach (var pair in selector.Entries)
        {
            var (isThere, label) = workload.Template.Label(pair.Key);
            result &= isThere & (label.IsAbsent ? null : Field.SameText(pair, label));
        }

        return result;
    }

    private static void Add<T>(Dictionary<(string, string), List<T>> index, (string, string) key, T item)
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        list.Add(item);
    }
}
