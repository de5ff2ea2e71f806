using KubeLint.Syntax;
using KubeLint.Views;
using static KubeLint.Tests.Model.Objects;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>Whether a term selects the pods of its own template, which are app=web in namespace shop.</summary>
public sealed class PodAffinityTermTests
{
    private static readonly MappingNode Web = Map(("matchLabels", Map(("app", "web"))));

    public static TheoryData<Node, bool?> Terms => new()
    {
        { Map(("labelSelector", Web)), true },
        { Map(("labelSelector", Map(("matchLabels", Map(("app", "db")))))), false },
        { Map(("topologyKey", ZoneKeys.Zone)), false },
        { Map(("labelSelector", Map())), true },
        { Map(("labelSelector", Unknown)), null },
        { Map(("labelSelector", Web), ("namespaces", Seq())), true },
        { Map(("labelSelector", Web), ("namespaces", Seq("shop"))), true },
        { Map(("labelSelector", Web), ("namespaces", Seq("other", "shop"))), true },
        { Map(("labelSelector", Web), ("namespaces", Seq("other"))), false },
        { Map(("labelSelector", Web), ("namespaces", Seq("other", Unknown))), null },
        { Map(("labelSelector", Web), ("namespaces", Incomplete(Seq("other")))), null },
        { Map(("labelSelector", Web), ("namespaces", Incomplete(Seq("shop")))), true },
        { Map(("labelSelector", Web), ("namespaces", Unknown)), null },
        { Map(("labelSelector", Web), ("namespaceSelector", Map())), true },
        { Map(("labelSelector", Web), ("namespaceSelector", Map(("matchLabels", Map(("team", "a")))))), null },
        { Map(("labelSelector", Web), ("namespaceSelector", Unknown)), null },
        { Map(("labelSelector", Web), ("namespaceSelector", Incomplete(Map()))), null },
        { Map(("labelSelector", Web), ("namespaces", Seq("other")), ("namespaceSelector", Map())), true },
        { Map(("labelSelector", Web), ("namespaces", Seq("shop")), ("namespaceSelector", Map(("matchLabels", Map(("team", "a")))))), true },
        { Map(("labelSelector", Web), ("mismatchLabelKeys", Seq("app"))), false },
        { Map(("labelSelector", Web), ("mismatchLabelKeys", Seq("team"))), true },
        { Map(("labelSelector", Web), ("mismatchLabelKeys", Unknown)), null },
        { Map(("labelSelector", Web), ("matchLabelKeys", Seq("pod-template-hash"))), true },
        { Incomplete(Map(("labelSelector", Web))), null },
    };

    [Theory]
    [MemberData(nameof(Terms), DisableDiscoveryEnumeration = true)]
    public void Selects_own_pods(Node term, bool? expected) =>
        Assert.Equal(expected, new PodAffinityTerm(Field.Root(term), Template(Deployment())).SelectsOwnPods);

    [Fact]
    public void A_named_namespace_is_unknown_to_pods_that_name_none()
    {
        var pods = Template(With(Deployment(), "metadata", _ => Metadata("web", null)));
        var term = Map(("labelSelector", Web), ("namespaces", Seq("shop")));
        Assert.Null(new PodAffinityTerm(Field.Root(term), pods).SelectsOwnPods);
    }
}
