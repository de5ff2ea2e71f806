using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Repairs;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE1001: several replicas, and nothing that keeps them in different zones.</summary>
public sealed class MissingZoneSpread : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE1001", "missing-zone-spread", "A workload with several replicas has neither a zone spread constraint nor zone anti-affinity that counts its pods", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Workload view)
    {
        if (view.ZoneSpread.Fault != SpreadFault.Missing) yield break;
        var constraints = view.Template.ConstraintsField;
        yield return Report(
            view.Resource,
            constraints,
            $"{view.DisplayName}: nothing keeps its {view.Replicas.Description} in different zones{Hint(view.Template)}; {view.Replicas.All} may run in one zone, and losing it leaves 0",
            constraints.Node is SequenceNode ? constraints.KeySpan : null) with
        {
            Fixes = Offer(() => Fix(view)),
        };
    }

    private static Fix? Fix(Workload view)
    {
        // Where zones have a label of their own, or its key is mistyped (KUBE1006), nodes may lack the well-known one, or a second constraint is too many.
        var options = view.Resource.Options;
        var isOpen = options.ZoneKeys.Count > 0 || view.Template.SpreadConstraints.Any(c => ZoneKeys.MeantBy(c.TopologyKey.Text ?? "", _ => false) == ZoneKeys.Zone);
        return isOpen ? null : HardZoneSpread.AddTo(view, ZoneKeys.Zone);
    }

    // What looks like a spread, and why it is none of zones.
    private static string Hint(PodTemplate pods)
    {
        var terms = pods.RequiredAntiAffinity.Concat(pods.PreferredAntiAffinity).ToList();
        var options = pods.Resource.Options;
        if (terms.Find(t => t.TopologyKey.Text is { } key && ZoneKeys.IsZone(key, options)) is { } onZones)
            return onZones.Field["labelSelector"].IsAbsent ? " (its zone anti-affinity has no labelSelector and selects nothing)" : " (its zone anti-affinity selects other pods)";
        return terms.Exists(t => t.TopologyKey.Text == ZoneKeys.HostName) || pods.SpreadConstraints.Any(c => c.TopologyKey.Text == ZoneKeys.HostName)
            ? " (different nodes may stand in one zone)"
            : "";
    }
}
