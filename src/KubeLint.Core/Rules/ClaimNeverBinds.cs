using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3007: claims that nothing ever binds.</summary>
public sealed class ClaimNeverBinds : Rule<PodClaims>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3007", "claim-never-binds", "Pods that name their node use a claim whose class waits for the scheduler", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(PodClaims view)
    {
        if (view.NeverBound is not { Class: { } chosen } claim) yield break;
        var waits = claim.IsTemplate ? $"its claims '{claim.Name}' of class {chosen.Name} (WaitForFirstConsumer) wait" : $"{claim.DisplayName} of class {chosen.Name} (WaitForFirstConsumer) waits";
        yield return Report(
            view.Resource,
            view.NodeName,
            $"{view.Resource.DisplayName}: its nodeName passes the scheduler by, and {waits} for the scheduler to choose a node; the volume is never made, and the pod waits for ever; use a nodeSelector on kubernetes.io/hostname") with
        {
            Related = claim.IsTemplate ? [] : [new RelatedPlace(claim.ClassName.Span, $"{claim.DisplayName} names its class here")],
            Fixes = Fix(view),
        };
    }

    // Several replicas that stay on one node are another fault: KUBE1007.
    private static IEnumerable<Fix> Fix(PodClaims view)
    {
        var host = view.Pods.Spec["nodeSelector"][ZoneKeys.HostName];
        if (view.MayHaveReplicas || !host.IsAbsent) yield break;
        yield return new Fix($"Select {view.NodeName.Text} by {ZoneKeys.HostName}", [new Remove(view.NodeName), new SetValue(host, Literal.Text(view.NodeName.Text!))]);
    }
}
