using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;

namespace KubeLint.Rules;

/// <summary>KUBE2007: a Kapsule cluster without a private network.</summary>
public sealed class NoPrivateNetwork : Rule<ManagedCluster>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE2007", "no-private-network", "A Kapsule cluster names no private network", Severity.Warning);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ManagedCluster view)
    {
        if (view.HasPrivateNetwork != false || view.IsOfOneCloud != true) yield break;
        yield return Report(
            view.Resource,
            view.PrivateNetwork,
            $"{view.Resource.DisplayName}: no private network is named; a Kapsule cluster over several zones needs one that its nodes share; name it in {string.Join(" or ", view.PrivateNetworkKeys)}");
    }
}
