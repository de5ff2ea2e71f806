using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;
using static KubeLint.Tests.Model.Objects;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>The lowest number of replicas: an autoscaler's minimum, else what the workload says, else 1; or unknown.</summary>
public sealed class ReplicasTests
{
    public static TheoryData<object?, long?> Written => new()
    {
        { 3, 3 }, { 0, 0 }, { null, 1 }, { Unknown, null }, { Placeholder("${N}"), null }, { "3", null }, { Map(), null },
    };

    [Theory]
    [MemberData(nameof(Written), DisableDiscoveryEnumeration = true)]
    public void Without_autoscaler(object? replicas, long? expected) => Assert.Equal(expected, CountOf(Web(replicas)));

    public static TheoryData<string, long?, Node[]> Scalers => new()
    {
        { "a minimum", 2, [Autoscaler(2)] },
        { "no minimum", 1, [Autoscaler(null)] },
        { "unknown minimum", null, [Autoscaler(Unknown)] },
        { "KEDA", 4, [ScaledObject(4)] },
        { "KEDA without minimum", 0, [ScaledObject(null)] },
        { "KEDA with unknown minimum", null, [ScaledObject(Unknown)] },
        { "another target", 5, [Autoscaler(2, "db")] },
        { "another namespace", 5, [Autoscaler(2, ns: "other")] },
        { "an absent namespace against a named one", null, [Autoscaler(2, ns: null)] },
        { "a target name that is unknown", null, [With(Autoscaler(2), "spec~scaleTargetRef~name", _ => Unknown)] },
        { "a target that is a placeholder in the same file", null, [With(Autoscaler(2), "spec~scaleTargetRef~name", _ => Placeholder("${APP}"))] },
        { "an unknown kind", null, [With(Autoscaler(2), "spec~scaleTargetRef~kind", _ => Unknown)] },
        { "another kind", 5, [With(Autoscaler(2), "spec~scaleTargetRef~kind", _ => Of("StatefulSet"))] },
        { "an older group", 2, [With(Autoscaler(2), "spec~scaleTargetRef~apiVersion", _ => Of("extensions/v1beta1"))] },
        { "another group", 5, [With(Autoscaler(2), "spec~scaleTargetRef~apiVersion", _ => Of("argoproj.io/v1alpha1"))] },
        { "an unknown group", null, [With(Autoscaler(2), "spec~scaleTargetRef~apiVersion", _ => Unknown)] },
        { "an unknown spec", null, [With(Autoscaler(2), "spec", _ => Unknown)] },
        { "an open spec without minimum", null, [With(Autoscaler(null), "spec", Open)] },
        { "two that agree", 2, [Autoscaler(2), Autoscaler(2, name: "other")] },
        { "two that disagree", null, [Autoscaler(2), Autoscaler(3, name: "other")] },
        { "two of which one is unknown", null, [Autoscaler(2), Autoscaler(Unknown, name: "other")] },
        { "an HPA that KEDA made", 4, [ScaledObject(4), Owned(Autoscaler(2), true)] },
        { "an HPA that something may have made", null, [Owned(Autoscaler(2), Unknown)] },
    };

    [Theory]
    [MemberData(nameof(Scalers), DisableDiscoveryEnumeration = true)]
    public void With_autoscalers(string what, long? expected, Node[] scalers) =>
        Assert.Equal((what, expected), (what, CountOf([.. Web(5), .. scalers])));

    [Theory]
    [InlineData(null, null)]
    [InlineData(5, 5L)]
    public void In_an_open_set_an_omitted_number_may_be_an_autoscalers(int? written, long? expected)
    {
        var roots = Web(written).Append(Autoscaler(2, "db")).Select(r => Document(r));
        Assert.Equal(expected, new Inventory(new ResourceSet(roots.SelectMany(Resource.ReadAll), isOpen: true)).Workloads.Single().Replicas.Count);
    }

    [Fact]
    public void A_placeholder_in_another_file_is_another_workload()
    {
        var scaler = With(Autoscaler(2), "spec~scaleTargetRef~name", _ => Placeholder("${APP}"));
        var documents = new[] { Document(Deployment("web", 5)), Document(scaler, file: new SourceFile("other.yaml", "")) };
        var set = new Inventory(new ResourceSet(documents.SelectMany(Resource.ReadAll)));
        Assert.Equal(5, set.Workloads.Single().Replicas.Count);
    }

    [Fact]
    public void One_placeholder_is_one_name()
    {
        var scaler = With(Autoscaler(2), "spec~scaleTargetRef~name", _ => Placeholder("${APP}"));
        var workload = With(Deployment("web", 5), "metadata~name", _ => Placeholder("${APP}"));
        Assert.Equal(2, CountOf(workload, scaler));
    }

    [Fact]
    public void An_option_gives_a_number_to_judge_unknown_ones_by()
    {
        var options = new LintOptions { AssumedReplicas = 3 };
        var unknown = Set(options, Deployment("web", Unknown)).Workloads.Single().Replicas;
        Assert.Equal("3 replicas (assumed)", unknown.Description);
        Assert.Equal("5 replicas", Set(options, Deployment("web", 5)).Workloads.Single().Replicas.Description);
        Assert.Equal("3 replicas (assumed)", Set(options, Deployment("web", 5), Autoscaler(Unknown)).Workloads.Single().Replicas.Description);
        Assert.Equal("2 replicas (minimum of HorizontalPodAutoscaler 'scaler')", Set(options, Deployment("web", 5), Autoscaler(2)).Workloads.Single().Replicas.Description);
    }

    private static Node[] Web(object? replicas) => [replicas is null ? Workload("apps/v1", "Deployment", "web", null, Map(("app", "web"))) : Deployment("web", replicas)];

    private static long? CountOf(params Node[] roots) => Set(roots).Workloads.Single().Replicas.Count;

    private static Node Open(Node node) => Incomplete(node is MappingNode mapping
        ? new MappingNode(mapping.Span, [.. mapping.Entries.Where(e => e.Key != "minReplicas")]) : node);

    private static Node Owned(Node node, object controller) => With(node, "metadata", m => new MappingNode(m.Span,
        [.. ((MappingNode)m).Entries, .. Map(("ownerReferences", Seq(Map(("kind", "ScaledObject"), ("controller", controller))))).Entries]));
}
