using KubeLint.Analyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KubeLint.CodeFixes.Tests;

/// <summary>One fix everywhere at once, in a document, a project and a solution; and the choices where there are several.</summary>
public sealed class FixAllTests
{
    private const string Slow = """
        class Slow
        {
            public V1StorageClass[] Make() =>
            [
                new() { Metadata = new() { Name = "slow" }, Provisioner = "csi.scaleway.com" },
                new() { Metadata = new() { Name = "slower" }, Provisioner = "ebs.csi.aws.com", VolumeBindingMode = "Immediate" },
            ];
        }
        """;

    private const string Fast = """
        class Fast
        {
            public V1StorageClass Make() => new()
            {
                Metadata = new() { Name = "fast" },
                Provisioner = "csi.scaleway.com"
            };
        }
        """;

    private const string Mode = "VolumeBindingMode = \"WaitForFirstConsumer\"";

    private static readonly string SlowMended = Slow.Replace("\"csi.scaleway.com\" }", $"\"csi.scaleway.com\", {Mode} }}").Replace("VolumeBindingMode = \"Immediate\"", Mode);

    private static readonly string FastMended = Fast.Replace("\"csi.scaleway.com\"", $"\"csi.scaleway.com\",\n        {Mode}");

    private static readonly Verifier Classes = new() { Expected = "KUBE3001" };

    [Fact]
    public Task In_a_document_the_other_files_stay() => Classes.VerifyFixAll(FixAllScope.Document, 2, [Slow, Fast], [SlowMended, Fast]);

    [Fact]
    public Task In_a_project_each_file_changes() => Classes.VerifyFixAll(FixAllScope.Project, 3, [Slow, Fast], [SlowMended, FastMended]);

    [Fact]
    public Task Where_nobody_chose_what_has_one_fix_is_mended() => Classes.VerifyFixAll(FixAllScope.Project, 3, [Slow, Fast], [SlowMended, FastMended], isChosen: false);

    [Fact]
    public async Task In_a_solution_each_project_changes()
    {
        var first = Classes.ProjectOf(Slow);
        var second = Classes.AddTo(first.Solution, "Second", Fast, "class None { }");
        var solution = (await Classes.FixAll([second.Solution.GetProject(first.Id)!, second], FixAllScope.Solution))!;
        async Task<string> TextOf(ProjectId id) => (await solution.GetProject(id)!.Documents.Single(d => d.Name == "0.cs").GetTextAsync()).ToString();
        Assert.Equal((SlowMended, FastMended), (await TextOf(first.Id), await TextOf(second.Id)));
    }

    [Fact]
    public Task What_cannot_be_mended_does_not_keep_the_rest_from_it()
    {
        // Two objects of one helper, whose class others make, too.
        const string Stays = """
            class Stays
            {
                public V1StorageClass One() => new() { Provisioner = "csi.scaleway.com", VolumeBindingMode = Modes.Now };

                public V1StorageClass Other() => new() { Provisioner = "csi.scaleway.com",
            #if ANY
                    VolumeBindingMode = "Immediate",
            #endif
                };
            }

            static class Modes { public const string Now = "Immediate"; }
            """;
        return Classes.VerifyFixAll(FixAllScope.Project, 4, [Slow, Fast, Stays], [SlowMended, FastMended, Stays.Replace("VolumeBindingMode = Modes.Now", Mode)]);
    }

    [Fact]
    public async Task Of_several_fixes_the_chosen_one_is_made_and_none_where_nobody_chose()
    {
        static string Class(string name) => $$"""new V1StorageClass { Metadata = new() { Name = "{{name}}", Annotations = new Dictionary<string, string> { ["storageclass.kubernetes.io/is-default-class"] = "true" } }, Provisioner = "example.com/any" }""";
        var code = $"class Defaults {{ public object[] Make() => [{Class("fast")}, {Class("slow")}]; }}";
        var verifier = new Verifier { Expected = "KUBE3006" };
        var project = verifier.ProjectOf(code);
        var found = Assert.Single(await verifier.Find(project), d => d.Id == "KUBE3006");
        Assert.Equal([("KUBE3006:fast", "Mark fast alone as default"), ("KUBE3006:slow", "Mark slow alone as default")], (await Verifier.Offered(project, found)).Select(o => (o.EquivalenceKey!, o.Title)).Order());
        await verifier.VerifyFixAll(FixAllScope.Project, 1, [code], [code.Remove(code.IndexOf("\"true\""), 6).Insert(code.IndexOf("\"true\""), "\"false\"")], choice: "slow");
        Assert.Null(await verifier.FixAll([project], FixAllScope.Project, isChosen: false));

        // Nobody chooses in a tool, which takes the first that is offered.
        var inTool = new Verifier { Expected = "KUBE3006", Workspace = WorkspaceKind.MSBuild }.ProjectOf(code);
        Assert.Empty(await Verifier.Offered(inTool, Assert.Single(await verifier.Find(inTool), d => d.Id == "KUBE3006")));
    }

    [Fact]
    public Task What_only_all_of_the_code_tells_is_mended_too()
    {
        const string Objects = """
            static class Program
            {
                static object[] Make() =>
                [
                    new V1Deployment
                    {
                        Metadata = new() { Name = "web", NamespaceProperty = "shop" },
                        Spec = new()
                        {
                            Selector = new() { MatchLabels = Labels },
                            Template = new() { Metadata = new() { Labels = Labels }, Spec = new() { Containers = [new() { Name = "web" }] } },
                        },
                    },
                    new V2HorizontalPodAutoscaler
                    {
                        Metadata = new() { Name = "web", NamespaceProperty = "shop" },
                        Spec = new() { MinReplicas = 3, MaxReplicas = 9, ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = "web" } },
                    },
                ];

                static Dictionary<string, string> Labels => new() { ["app"] = "web" };
            }
            """;
        return new Verifier().VerifyFixAll(
            FixAllScope.Document,
            1,
            [Objects],
            [Objects.Replace("Template = new() { Metadata = new() { Labels = Labels }, Spec = new() { Containers = [new() { Name = \"web\" }] } },", """
                Template = new()
                                {
                                    Metadata = new() { Labels = Labels },
                                    Spec = new()
                                    {
                                        Containers = [new() { Name = "web" }],
                                        TopologySpreadConstraints =
                                        [
                                            new()
                                            {
                                                MaxSkew = 1,
                                                TopologyKey = "topology.kubernetes.io/zone",
                                                WhenUnsatisfiable = "DoNotSchedule",
                                                LabelSelector = new() { MatchLabels = Labels },
                                                MatchLabelKeys = ["pod-template-hash"],
                                            },
                                        ],
                                    },
                                },
                """)]);
    }
}
