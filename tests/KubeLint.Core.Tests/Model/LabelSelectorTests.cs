using KubeLint.Syntax;
using KubeLint.Views;
using static KubeLint.Tests.Model.Objects;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>Whether a selector selects pods: yes, no, or unknown. The pods are app=web, tier unknown, with no label env.</summary>
public sealed class LabelSelectorTests
{
    private static readonly PodTemplate Pods = Template(Workload("apps/v1", "Deployment", "web", 3, Map(("app", "web"), ("tier", Unknown), ("port", 80))));

    private static readonly PodTemplate OpenPods = Template(Workload("apps/v1", "Deployment", "web", 3, Incomplete(Map(("app", "web")))));

    public static TheoryData<object?, bool?> Selectors => new()
    {
        { null, false },
        { Map(), true },
        { Unknown, null },
        { "text", null },
        { Labels(("app", "web")), true },
        { Labels(("app", "db")), false },
        { Labels(("env", "prod")), false },
        { Labels(("tier", "front")), null },
        { Labels(("app", Unknown)), null },
        { Labels(("env", Unknown)), false },
        { Labels(("app", "web"), ("tier", "front")), null },
        { Labels(("app", "db"), ("tier", "front")), false },
        { Labels(("port", "80")), true },
        { Map(("matchLabels", Unknown)), null },
        { Map(("matchLabels", Incomplete(Map(("app", "web"))))), null },
        { Map(("matchLabels", Incomplete(Map(("app", "db"))))), false },
        { Incomplete(Map(("matchLabels", Map(("app", "web"))))), null },
        { Incomplete(Map(("matchLabels", Map(("app", "db"))))), false },
        { Expression("app", "In", "web", "db"), true },
        { Expression("app", "In", "db"), false },
        { Expression("app", "In", "db", Unknown), null },
        { Expression("app", "In", "web", Unknown), true },
        { Expression("tier", "In", "a"), null },
        { Expression("app", "NotIn", "db"), true },
        { Expression("app", "NotIn", "web"), false },
        { Expression("env", "NotIn", "prod"), true },
        { Expression("tier", "NotIn", "a"), null },
        { Expression("app", "NotIn", "db", Unknown), null },
        { Expression("app", "Exists"), true },
        { Expression("env", "Exists"), false },
        { Expression("env", "DoesNotExist"), true },
        { Expression("app", "DoesNotExist"), false },
        { Expression("app", "Like", "web"), null },
        { Expression(Unknown, "Exists"), null },
        { Expression("app", Unknown, "web"), null },
        { Map(("matchExpressions", Unknown)), null },
        { Map(("matchExpressions", Incomplete(Seq()))), null },
        { Map(("matchExpressions", Seq(Unknown))), null },
        { Map(("matchExpressions", Seq(Map(("key", "app"), ("operator", "In"), ("values", Incomplete(Seq("db"))))))), null },
        { Map(("matchExpressions", Seq(Map(("key", "app"), ("operator", "In"), ("values", Incomplete(Seq("web"))))))), true },
        { Map(("matchLabels", Map(("app", "web"))), ("matchExpressions", Seq(Item("env", "Exists")))), false },
    };

    [Theory]
    [MemberData(nameof(Selectors), DisableDiscoveryEnumeration = true)]
    public void Selects(object? selector, bool? expected) =>
        Assert.Equal(expected, new LabelSelector(Field.Root(Map(("s", selector)))["s"]).Selects(Pods));

    [Fact]
    public void An_absent_selector_selects_nothing() => Assert.False(new LabelSelector(Field.Root(Map())["s"]).Selects(Pods));

    public static TheoryData<object?, bool?> OverOpenLabels => new()
    {
        { Labels(("app", "web")), true },
        { Labels(("env", "prod")), null },
        { Expression("env", "Exists"), null },
        { Expression("env", "DoesNotExist"), null },
        { Expression("env", "NotIn", "prod"), null },
        { Map(), true },
    };

    [Theory]
    [MemberData(nameof(OverOpenLabels), DisableDiscoveryEnumeration = true)]
    public void Labels_that_may_be_there_are_unknown(object? selector, bool? expected) =>
        Assert.Equal(expected, new LabelSelector(Field.Root(Map(("s", selector)))["s"]).Selects(OpenPods));

    [Theory]
    [InlineData("Deployment", "pod-template-hash", "Exists", true)]
    [InlineData("StatefulSet", "pod-template-hash", "Exists", false)]
    [InlineData("StatefulSet", "apps.kubernetes.io/pod-index", "Exists", true)]
    [InlineData("StatefulSet", "apps.kubernetes.io/pod-index", "In", null)]
    [InlineData("Deployment", "pod-template-hash", "DoesNotExist", false)]
    public void Labels_that_controllers_add_are_there_with_unknown_values(string kind, string key, string name, bool? expected)
    {
        var pods = Template(Workload("apps/v1", kind, "web", 3, Map(("app", "web"))));
        var selector = name == "In" ? Expression(key, name, "x") : Expression(key, name);
        Assert.Equal(expected, new LabelSelector(Field.Root(selector)).Selects(pods));
    }

    private static MappingNode Labels(params (string, object?)[] pairs) => Map(("matchLabels", Map(pairs)));

    private static MappingNode Item(object key, object name, params object?[] values) =>
        values.Length == 0 ? Map(("key", key), ("operator", name)) : Map(("key", key), ("operator", name), ("values", Seq(values)));

    private static MappingNode Expression(object key, object name, params object?[] values) => Map(("matchExpressions", Seq(Item(key, name, values))));
}
