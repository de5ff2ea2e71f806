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
        if (isExternal) yield return Tell(view.ExternalTrafficPolicy, "only nodes with a replica take traffic from outside");
        if (isInternal) yield return Tell(view.InternalTrafficPolicy, "only pods on nodes with a replica reach it");

        Finding Tell(Field policy, string effect) => Report(
            view.Resource,
            policy,
            $"{view.Resource.DisplayName}: with {policy.Key} Local {effect}, and it leads to {backends.Description}, so at least {view.Zones.Count - replicas} of {view.Zones.Description} {(view.Zones.Count - replicas == 1 ? "has" : "have")} no such node");
    }
}
