using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE4004: settings without effect, so that a load balancer stands elsewhere than it says, or nowhere.</summary>
public sealed class UnhonoredLoadBalancerSetting : Rule<LoadBalancer>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE4004", "unhonored-load-balancer-setting", "A LoadBalancer Service has a setting that its provider does not honor: a zone beside the id of a load balancer in another, or a loadBalancerClass", Severity.Warning)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LoadBalancer view)
    {
        if (view.Contradiction is var (real, unheard))
        {
            var id = view.ZonePlace!;
            yield return Report(
                view.Resource,
                unheard,
                $"{view.Resource.DisplayName}: {view.Zonal!.IdAnnotation} names a load balancer in {real}, so the zone {unheard.Text} has no effect and the entry stands in {real}; remove one of the two annotations") with
            {
                Related = [new RelatedPlace(id.Span, $"the load balancer in {real} is named here")],
            };
        }

        if (view.IsLeftAlone)
        {
            yield return Report(
                view.Resource,
                view.Class,
                $"{view.Resource.DisplayName}: {view.Provider!.DisplayName}'s controller leaves Services with a loadBalancerClass alone, so it makes no load balancer for this one and its annotations have no effect; remove loadBalancerClass") with
            {
                Fixes = Fix(view),
            };
        }
    }

    private static IEnumerable<Fix> Fix(LoadBalancer view)
    {
        var edit = new Remove(view.Class);
        if (view.IsSoundAfter(edit)) yield return new Fix("Remove loadBalancerClass", [edit]);
    }
}
