using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4006: traffic that stays on its node, where whole zones have no replica.</summary>
public sealed class LocalTrafficWithFewReplicas : Rule<Service>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4006", "local-traffic-with-few-replicas", "A Service with traffic policy Local leads to fewer replicas than the known zones", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Service view)
    {
        var isExternal = view.IsOpenToOutside == true && view.ExternalTrafficPolicy.Text == "Local";
        var isInternal = view.InternalTrafficPolicy.Text == "Local";
        if ((!isExternal && !isInternal) || view.Zones.IsAssumed || view.Backends is not { Replicas: >= 1 and var replicas } backends || replicas >= view.Zones.Count) yield break;
        if (isExternal) yield return Tell(view.ExternalTrafficPolicy, "a load balancer sends its traffic to nodes with a replica alone");
        if (isInternal) yield return Tell(view.InternalTrafficPolicy, "traffic of pods on nodes without a replica is dropped");

        Finding Tell(Field policy, string effect) => Report(
            view.Resource,
            policy,
            $"{view.Resource.DisplayName}: with {policy.Key} Local {effect}, and it leads to {backends.Description}, so {view.Zones.Count - replicas} of {view.Zones.Description} at least {(view.Zones.Count - replicas == 1 ? "takes" : "take")} none");
    }
}
