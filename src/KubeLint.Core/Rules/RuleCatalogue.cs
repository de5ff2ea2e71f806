using KubeLint.Configuration;
using KubeLint.Findings;

namespace KubeLint.Rules;

/// <summary>The one list of all rules.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules about objects, by id.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new MissingZoneSpread(),
        new SpreadMissesOwnPods(),
        new SpreadOnlyPreferred(),
        new SkewAllowsOneZone(),
        new InvalidSpreadConstraint(),
        new InvalidZoneKey(),
        new PinnedToOneZone(),
        new GatheredInOneZone(),
        new SingleReplica(),
        new FewerReplicasThanZones(),
        new MoreReplicasThanZones(),
        new RolloutCountsBothRevisions(),
        new MinDomainsUnset(),
        new MinDomainsExceedZones(),
        new SingleZonePools(),
        new TooFewNodes(),
        new PoolWithoutZone(),
        new UnevenZones(),
        new UnbalancedAutoscaling(),
        new NoAutohealing(),
        new NoPrivateNetwork(),
        new UnknownZone(),
        new SingleGateway(),
        new OutdatedStorageDefault(),
        new ZonalControlPlane(),
        new ZonalVolumesInSharedPool(),
        new NonZonalPool(),
        new ImmediateBinding(),
        new OneZoneTopology(),
        new ClaimBindsImmediately(),
        new SharedZonalVolume(),
        new VolumeWithoutZone(),
        new SeveralDefaultClasses(),
        new ClaimNeverBinds(),
        new MissingLoadBalancerZone(),
        new InvalidLoadBalancerZone(),
        new LoadBalancersInOneZone(),
        new UnhonoredLoadBalancerSetting(),
        new BackendsInOneZone(),
        new LocalTrafficWithFewReplicas(),
        new ZoneRoutingWithoutSpread(),
        new DnsWithoutHealthCheck(),
        new DnsInOneZone(),
        new DnsTtlTooLong(),
        new SingleZonalLoadBalancer(),
        new MissingDisruptionBudget(),
        new BudgetBlocksDrain(),
        new OverlappingBudgets(),
        new BudgetBlocksAfterZoneLoss(),
        new BudgetSelectsNothing(),
    ];

    /// <summary>The descriptors of all rules, by id.</summary>
    public static IReadOnlyList<RuleDescriptor> Descriptors { get; } = [.. HostRules.All, .. Rules.Select(r => r.Descriptor)];

    private static readonly Dictionary<string, RuleDescriptor> ById = Descriptors.ToDictionary(d => d.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The descriptor with an id; null where there is none.</summary>
    public static RuleDescriptor? FindById(string id) => ById.TryGetValue(id, out var found) ? found : null;

    /// <summary>The descriptor with an id or a name; null where there is none.</summary>
    public static RuleDescriptor? Find(string idOrName) =>
        FindById(idOrName) ?? Descriptors.FirstOrDefault(d => d.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));
}
