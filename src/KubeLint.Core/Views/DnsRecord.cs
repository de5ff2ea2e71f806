using KubeLint.NodePools;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>
/// An address record of a domain, as Terraform declares it. Source: scaleway/terraform-provider-scaleway,
/// docs/resources/domain_record.md: an <c>http_service</c> checks the addresses and answers with those that are well.
/// </summary>
public sealed class DnsRecord
{
    /// <summary>The resource type.</summary>
    public const string Kind = "scaleway_domain_record";

    // The seconds for which answers may be kept where the record does not say (docs/resources/domain_record.md).
    private const long DefaultTtl = 3600;

    private readonly Inventory inventory;

    private DnsRecord(Resource resource, Inventory inventory)
    {
        Resource = resource;
        this.inventory = inventory;
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>Its address, or what answers where a health check finds nothing well.</summary>
    public Field Data => Spec["data"];

    /// <summary>The health check.</summary>
    public Field HealthCheck => Spec["http_service"];

    /// <summary>For how long answers may be kept.</summary>
    public Field Ttl => Spec["ttl"];

    /// <summary>For how many seconds answers may be kept; null where that is not known.</summary>
    public long? TtlSeconds => Ttl.IsAbsent ? DefaultTtl : Ttl.Integer;

    /// <summary>The full name, for messages.</summary>
    public string Name => Spec["name"].Written is { Length: > 0 } name ? $"{name}.{Spec["dns_zone"].Written}".TrimEnd('.') : Spec["dns_zone"].Written ?? "";

    /// <summary>All records of its name and type in source order, itself among them; none where it is not known which these are.</summary>
    public IReadOnlyList<DnsRecord> Group => Key is { } key ? inventory.DnsRecordsOf(key) : [];

    /// <summary>Whether a health check watches over the addresses of its name; null where that is not known.</summary>
    public bool? IsWatched
    {
        get
        {
            bool? result = Group.Count == 0 ? null : false;
            foreach (var record in Group) result |= record.HealthCheck.IsThere;
            return result;
        }
    }

    /// <summary>The zonal load balancers that its name leads to; null where there is something else among them, or may be.</summary>
    public IReadOnlyList<Resource>? LoadBalancers
    {
        get
        {
            if (Group.Count == 0 || Group.Any(record => record.HealthCheck.IsUnknown)) return null;
            var found = new List<Resource>();
            foreach (var address in Group.SelectMany(record => record.Addresses))
            {
                if (address.Text is not { } text || inventory.Declared(text, Resource) is not { } target || !IsZonal(target)) return null;
                if (!found.Contains(target)) found.Add(target);
            }

            return found;
        }
    }

    /// <summary>The zone in which all of these load balancers stand; empty for a default zone, null where there are several zones, or that is not known.</summary>
    public string? OnlyZone => LoadBalancers is { Count: > 0 } all && all.Select(ZoneOf).Distinct(StringComparer.Ordinal).ToList() is [{ } zone] ? zone : null;

    /// <summary>Whether all that is declared stands in one place anyway.</summary>
    public bool IsInSingleSite => inventory.IsSingleSite(Resource);

    private Field Spec => Resource.Spec;

    /// <summary>What records of one name have in common; null where that is not known.</summary>
    internal (string? Scope, string Zone, string Name, string Type)? Key =>
        Spec["dns_zone"].Written is { } zone && !Resource.NamespaceField.IsUnknown && !Spec["name"].IsUnknown && Spec["type"].Text is { } type ? (Resource.NamespaceName, zone, Spec["name"].Text ?? "", type) : null;

    // Of a list that is not known in full nothing is known.
    private IEnumerable<Field> Addresses => HealthCheck.IsAbsent ? [Data] : PathQuery.Read(HealthCheck, "[?] ips [?]") is { IsUnknown: false, Fields: { Count: > 0 } ips } ? ips : [HealthCheck];

    /// <summary>Address records by their names; none where one may be of any name.</summary>
    internal static ILookup<(string? Scope, string Zone, string Name, string Type), DnsRecord> ByName(IEnumerable<Resource> records, Inventory inventory)
    {
        var all = records.Select(r => new DnsRecord(r, inventory)).ToList();

        // A placeholder is the same zone wherever it stands, and may be any that is written out.
        var areKnown = all.TrueForAll(r => r.Key is not null) && (all.TrueForAll(r => r.Spec["dns_zone"].Text is not null) || all.Select(r => r.Key!.Value.Zone).Distinct().Count() == 1);
        return all.Where(_ => areKnown).ToLookup(r => r.Key!.Value);
    }

    /// <summary>The address record that an object declares; null where it declares none.</summary>
    internal static DnsRecord? From(Resource resource, Inventory inventory) =>
        resource.Is(Declaration.Group, Kind) && resource.Spec["type"].Text is "A" or "AAAA" ? new DnsRecord(resource, inventory) : null;

    private bool IsZonal(Resource target) =>
        target.Group == Declaration.Group || inventory.LoadBalancerIn(target)?.Zonal is not null;

    private string? ZoneOf(Resource target)
    {
        if (inventory.LoadBalancerIn(target) is { } service) return service.Zone ?? (service.ZonePlace is { IsAbsent: true } ? "" : null);
        var zone = target.Spec["zone"];
        return zone.IsAbsent ? "" : zone.Text;
    }
}
