using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3005: a volume whose zone the scheduler does not know.</summary>
public sealed class VolumeWithoutZone : Rule<PersistentVolume>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3005", "volume-without-zone", "A PersistentVolume made by hand stands in one zone and does not say which", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(PersistentVolume view)
    {
        if (!view.IsZonal || view.IsInSingleSite || view.StatesPlace != false) yield break;
        var handle = view.HandleZone is { } zone ? $"; its volumeHandle names {zone}, but the scheduler does not read that" : "";
        yield return Report(
            view.Resource,
            view.NodeAffinity,
            $"{view.Resource.DisplayName}: a volume of {view.Driver.Text} stands in one zone, and nothing tells the scheduler which{handle}; its pod may be put in another zone, where the volume can't be attached, and wait there; state the zone in spec.nodeAffinity",
            view.NodeAffinity.IsPresent ? view.NodeAffinity.KeySpan : null) with
        {
            Fixes = Fix(view),
        };
    }

    // The API server takes no other affinity in place of one that is there.
    private static IEnumerable<Fix> Fix(PersistentVolume view)
    {
        if (view.HandleZone is not { } zone || !view.NodeAffinity.IsAbsent) yield break;
        var expression = Literal.Map(("key", Literal.Text(ZoneKeys.Zone)), ("operator", Literal.Text("In")), ("values", Literal.List(Literal.Text(zone))));
        var terms = Literal.List(Literal.Map(("matchExpressions", Literal.List(expression))));
        yield return new Fix($"State {zone} in nodeAffinity", [new SetValue(view.NodeAffinity, Literal.Map(("required", Literal.Map(("nodeSelectorTerms", terms)))))]);
    }
}
