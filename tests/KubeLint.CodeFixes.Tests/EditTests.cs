using KubeLint.Analyzers.Tests;
using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.CodeFixes.Tests;

/// <summary>Each kind of edit, in the parts of an object: dictionaries, lists, what is removed and what is renamed.</summary>
public sealed class EditTests
{
    private const string Zone = "topology.kubernetes.io/zone";

    public static TheoryData<string, string, string> Selectors => new()
    {
        { "the only entry", "NodeSelector = new Dictionary<string, string> { [\"topology.kubernetes.io/zone\"] = \"fr-par-1\" },", "NodeSelector = new Dictionary<string, string> { }," },
        { "one of two on a line", "NodeSelector = new Dictionary<string, string> { { \"topology.kubernetes.io/zone\", \"fr-par-1\" }, { \"disk\", name } },", "NodeSelector = new Dictionary<string, string> { { \"disk\", name } }," },
        {
            "one of several lines with its comments",
            """
            NodeSelector = new Dictionary<string, string>
                        {
                            ["disk"] = name, // fast

                                // Where the office is.
                                ["topology.kubernetes.io/zone"] = "fr-par-1" // for now
                                // No more.
                            },
            """,
            """
            NodeSelector = new Dictionary<string, string>
                        {
                            ["disk"] = name // fast

                                // No more.
                            },
            """
        },
        {
            "the first of several lines",
            """
            NodeSelector = new Dictionary<string, string>
                            {
                                { "topology.kubernetes.io/zone", "fr-par-1" },
                                { "disk", name },
                            },
            """,
            """
            NodeSelector = new Dictionary<string, string>
                            {
                                { "disk", name },
                            },
            """
        },
    };

    [Theory]
    [MemberData(nameof(Selectors))]
    public Task An_entry_is_removed_and_others_keep_their_comments(string what, string source, string wanted) => new Verifier
    {
        Expected = what.Length > 0 ? "KUBE1007" : "",
        Instead = r => [new Remove(PodSpec(r)["nodeSelector"][Zone])],
    }.VerifyFix(InDeployment(source), InDeployment(wanted));

    [Fact]
    public Task A_key_is_renamed_where_it_stands() => new Verifier { Expected = "KUBE1006", Instead = r => [new RenameKey(PodSpec(r)["nodeSelector"]["zone"], Zone)] }.VerifyFix(
        InDeployment("NodeSelector = new Dictionary<string, string> { { \"disk\", name }, { /* where */ \"zone\", name } },"),
        InDeployment("NodeSelector = new Dictionary<string, string> { { \"disk\", name }, { /* where */ \"topology.kubernetes.io/zone\", name } },"));

    [Fact]
    public Task A_property_gives_way_to_another() => new Verifier { Expected = "KUBE5002", Instead = r => [new RenameKey(r.Root["spec"]["maxUnavailable"], "minAvailable"), new SetValue(r.Root["spec"]["maxUnavailable"], Literal.Text("50%"))] }.VerifyFix(
        "class A { object Make() => new V1PodDisruptionBudget { Spec = new() { MaxUnavailable = 0, /* of all */ Selector = new() } }; }",
        "class A { object Make() => new V1PodDisruptionBudget { Spec = new() { MinAvailable = \"50%\", /* of all */ Selector = new() } }; }");

    [Fact]
    public Task A_member_is_removed_with_its_comment_and_all_it_holds() => new Verifier { Expected = "KUBE1007", Instead = r => [new Remove(PodSpec(r)["nodeSelector"])] }.VerifyFix(
        InDeployment("""
            // There is room.

                            // Where the office is.
                            NodeSelector = new Dictionary<string, string>
                            {
                                ["topology.kubernetes.io/zone"] = "fr-par-1",
                            }, // for now

            """),
        InDeployment("""
            // There is room.

            """));

    [Fact]
    public Task Items_are_added_to_a_list() => new Verifier { Expected = "KUBE1007", Instead = r => Zones(r, "fr-par-2", "fr-par-3") }.VerifyFix(
        InDeployment(Affinity("Values = [\"fr-par-1\"]")),
        InDeployment(Affinity("Values = [\"fr-par-1\", \"fr-par-2\", \"fr-par-3\"]")));

    [Fact]
    public Task A_line_that_would_grow_too_long_is_folded_from_outside() => new Verifier { Expected = "KUBE1007", Instead = r => Zones(r, "fr-par-2", "fr-par-3") }.VerifyFix(
        InDeployment("Affinity = new() { NodeAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = new() { NodeSelectorTerms = [new() { MatchExpressions = [new() { Key = \"topology.kubernetes.io/zone\", OperatorProperty = \"In\", Values = [\"fr-par-1\"] }] }] } } },"),
        InDeployment("""
            Affinity = new()
                                    {
                                        NodeAffinity = new()
                                        {
                                            RequiredDuringSchedulingIgnoredDuringExecution = new()
                                            {
                                                NodeSelectorTerms =
                                                [
                                                    new()
                                                    {
                                                        MatchExpressions =
                                                        [
                                                            new()
                                                            {
                                                                Key = "topology.kubernetes.io/zone",
                                                                OperatorProperty = "In",
                                                                Values = ["fr-par-1", "fr-par-2", "fr-par-3"],
                                                            },
                                                        ],
                                                    },
                                                ],
                                            },
                                        },
                                    },
            """));

    [Fact]
    public Task A_list_that_is_filled_step_by_step_gets_another_step() => new Verifier { Expected = "KUBE1007", Instead = r => Zones(r, "fr-par-2") }.VerifyFix(
        InDeployment(Affinity("Values = zones")).Replace("var labels", "var zones = new List<string>();\n        zones.Add(\"fr-par-1\");\n        var labels"),
        InDeployment(Affinity("Values = zones")).Replace("var labels", "var zones = new List<string>();\n        zones.Add(\"fr-par-1\");\n        zones.Add(\"fr-par-2\");\n        var labels"));

    [Theory]
    [InlineData("var zones = new List<string> { \"fr-par-1\" };", "[.. zones]", "[.. zones, \"fr-par-2\"]")]
    [InlineData("var zones = new List<string>();\n        zones.Add(\"fr-par-1\");", "[.. zones]", "[.. zones, \"fr-par-2\"]")]
    [InlineData("var zones = new[] { \"fr-par-1\" };", "[\"fr-par-1\", .. zones]", "[\"fr-par-1\", .. zones, \"fr-par-2\"]")]
    public Task A_list_that_others_are_spread_into_gets_an_item_behind_them(string zones, string values, string wanted) =>
        new Verifier { Expected = "KUBE1007", Instead = r => Zones(r, "fr-par-2") }.VerifyFix(
            InDeployment(Affinity($"Values = {values}")).Replace("var labels", $"{zones}\n        var labels"),
            InDeployment(Affinity($"Values = {wanted}")).Replace("var labels", $"{zones}\n        var labels"));

    [Fact]
    public Task What_would_not_come_out_as_it_shall_is_not_offered() => new Verifier { Expected = "KUBE1007", Instead = r => Zones(r, "fr-par-2") }.VerifyNoFix(
        InDeployment(Affinity("Values = zones")).Replace("var labels", "var zones = new List<string> { \"fr-par-1\" };\n        zones.AddRange(new[] { \"fr-par-1\" });\n        var labels"));

    [Fact]
    public Task An_item_is_set_anew_and_another_added() => new Verifier { Expected = "KUBE1007", Instead = r => [new SetValue(ZonesOf(r)[0], Literal.Text("fr-par-2")), new AppendItem(ZonesOf(r), Literal.Text("fr-par-3"))] }.VerifyFix(
        InDeployment(Affinity("Values = new[] { \"fr-par-1\" }")),
        InDeployment(Affinity("Values = new[] { \"fr-par-2\", \"fr-par-3\" }")));

    private static Field PodSpec(Resource resource) => resource.Root.At("spec", "template", "spec");

    private static Field ZonesOf(Resource resource) =>
        PodSpec(resource).At("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")[0]["matchExpressions"][0]["values"];

    private static Edit[] Zones(Resource resource, params string[] zones) => [.. zones.Select(z => new AppendItem(ZonesOf(resource), Literal.Text(z)))];

    private static string Affinity(string values) => $$"""
        Affinity = new()
                        {
                            NodeAffinity = new()
                            {
                                RequiredDuringSchedulingIgnoredDuringExecution = new()
                                {
                                    NodeSelectorTerms =
                                    [
                                        new() { MatchExpressions = [new() { Key = Zone, OperatorProperty = "In", {{values}} }] },
                                    ],
                                },
                            },
                        },
        """;

    private static string InDeployment(string podSpec) => $$"""
        class Sample
        {
            private const string Zone = "topology.kubernetes.io/zone";

            public V1Deployment Make(string name)
            {
                var labels = new Dictionary<string, string> { ["app"] = "web" };
                return new()
                {
                    Metadata = new() { Name = "web", Labels = labels },
                    Spec = new()
                    {
                        Replicas = 3,
                        Selector = new() { MatchLabels = labels },
                        Template = new()
                        {
                            Metadata = new() { Labels = labels },
                            Spec = new()
                            {
                                TopologySpreadConstraints =
                                [
                                    new()
                                    {
                                        MaxSkew = 1,
                                        TopologyKey = "topology.kubernetes.io/zone",
                                        WhenUnsatisfiable = "DoNotSchedule",
                                        LabelSelector = new() { MatchLabels = labels },
                                    },
                                ],
                                {{podSpec}}
                                Containers = [new() { Name = "web" }],
                            },
                        },
                    },
                };
            }
        }
        """;
}
