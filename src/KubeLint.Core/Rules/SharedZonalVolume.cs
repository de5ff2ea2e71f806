using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3004: replicas that all need the zone of one volume.</summary>
public sealed class SharedZonalVolume : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3004", "shared-zonal-volume", "Several replicas of a workload share one zonal volume", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread is not { Fault: SpreadFault.SharedVolume, SharedClaim: var (name, claim) }) yield break;
        var only = claim.IsForOnePod
            ? "one pod alone may mount (ReadWriteOncePod), so one of them runs, in the volume's zone, and the others wait"
            : claim.IsForOneNode ? "one node alone may mount (ReadWriteOnce), so all must run on that node, in the volume's zone"
            : "nodes of its zone alone can mount, so all must run in that zone";
        yield return Report(
            view.Resource,
            name,
            $"{view.DisplayName}: its {view.Replicas.Description} share {claim.DisplayName}, a zonal volume that {only}; losing that zone leaves 0; give each replica a volume of its own (a StatefulSet with volumeClaimTemplates), or share one that reaches every zone") with
        {
            Related = [new RelatedPlace(claim.AccessModes.KeySpan, $"{claim.DisplayName} is declared here")],
        };
    }
}
