using KubeLint.Resources;

namespace KubeLint.Views;

/// <summary>Workloads that are pinned to one zone each, and what joins them: a Service, or the one object that holds them.</summary>
internal sealed class PinnedWorkloads
{
    private readonly Dictionary<Resource, List<(PodTemplate Pods, string Zone)>> pinned = [];
    private readonly Dictionary<Resource, HashSet<string>> zonesByService = [];
    private readonly Inventory inventory;

    // What stands for a zone that is not known: it may be any.
    private const string AnyZone = "";

    public PinnedWorkloads(Inventory inventory)
    {
        this.inventory = inventory;
        foreach (var workload in inventory.Workloads)
        {
            var restriction = workload.Template.Restriction;
            var zone = restriction.Within(workload.Zones) is [var only] ? only : restriction.IsKnown ? null : AnyZone;
            if (zone is null) continue;
            if (!pinned.TryGetValue(workload.Resource, out var list)) pinned.Add(workload.Resource, list = []);
            list.Add((workload.Template, zone));
        }
    }

    /// <summary>Whether a Service leads, or may lead, to this workload and to another one that is pinned to another zone, so that they cover each other.</summary>
    public bool IsCoveredInTurn(Workload workload, string zone) =>
        ZonesIn(workload.Resource, _ => true).Any(z => z != zone)
        || inventory.ServicesTo.Selecting(workload.Template).Any(s => inventory.Set.IsOpen || ZonesOf(s.Item).Any(z => z != zone));

    private HashSet<string> ZonesOf(Service service)
    {
        if (!zonesByService.TryGetValue(service.Resource, out var zones))
            zonesByService.Add(service.Resource, zones = [.. inventory.ServicesTo.PodsOf(service.Resource).SelectMany(p => ZonesIn(p.Pods.Resource, p.Pods.IsSameAs))]);
        return zones;
    }

    private IEnumerable<string> ZonesIn(Resource resource, Func<PodTemplate, bool> isMeant) =>
        pinned.TryGetValue(resource, out var list) ? list.Where(p => isMeant(p.Pods)).Select(p => p.Zone) : [];
}
