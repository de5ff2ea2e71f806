using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers.Tests;

/// <summary>Objects of one compilation that join, and those that do not.</summary>
public sealed class CompilationTests
{
    private const string Labels = "new Dictionary<string, string> { [\"app\"] = \"web\" }";

    [Fact]
    public async Task An_autoscaler_sets_the_replicas_of_its_target()
    {
        await new Verifier().Verify(Workload(1, "[|Spec|]"), Autoscaler(3));
        await new Verifier().Verify(Workload(3, "Spec"), Autoscaler(1));
        await new Verifier().Verify(Workload(3, "Spec"), Autoscaler("count"));
        await new Verifier().Verify(Workload(3, "[|Spec|]"), Autoscaler(1, "db"));
    }

    [Fact]
    public Task An_autoscaler_of_which_nothing_is_known_may_be_of_any_workload() =>
        new Verifier().Verify(Workload(3, "Spec"), Autoscaler(3).Replace("Build(int count) => new()", "Build(int count) => Change(new V2HorizontalPodAutoscaler").Replace("}\n};", "}\n});").Replace("};\n}", "}); static extern V2HorizontalPodAutoscaler Change(V2HorizontalPodAutoscaler a);\n}"));

    [Fact]
    public async Task What_needs_the_whole_compilation_is_tagged_so()
    {
        var alone = Assert.Single(await new Verifier().Diagnose(Workload(3, "Spec")));
        var joined = Assert.Single(await new Verifier().Diagnose(Workload(1, "Spec"), Autoscaler(3)));

        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, alone.Descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.CompilationEnd, joined.Descriptor.CustomTags);
        Assert.Contains("3 replicas (minimum of HorizontalPodAutoscaler 'web')", joined.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.cs", true)]
    [InlineData("A.g.cs", false)]
    public async Task What_tools_made_is_not_read(string name, bool isRead) =>
        Assert.Equal(isRead, (await new Verifier { LastName = name }.Diagnose(Workload(1, "Spec"), Autoscaler(3))).Any(d => d.Id == "KUBE1001"));

    [Fact]
    public async Task Workloads_that_a_service_may_join_cover_each_other()
    {
        const string Pin = "NodeSelector = new Dictionary<string, string> { [\"topology.kubernetes.io/zone\"] = {|KUBE1007:\"a\"|} },";
        const string Service = "class S { V1Service Build() => new() { Metadata = new() { Name = \"web\" }, Spec = new() { Selector = " + Labels + " } }; }";
        await new Verifier().Verify(Workload(3, "Spec", Pin));
        await new Verifier().Verify(Workload(3, "Spec", Pin.Replace("{|KUBE1007:", "").Replace("|}", "")), Service);
        await new Verifier().Verify(Workload(3, "Spec", Pin), Service.Replace("web", "db"));
    }

    [Fact]
    public async Task A_volume_that_all_replicas_share_is_the_one_fault_that_is_told()
    {
        const string Volumes = "Volumes = [new() { Name = \"v\", PersistentVolumeClaim = new() { ClaimName = {|KUBE3004:\"data\"|} } }],";
        var plain = Volumes.Replace("{|KUBE3004:", "").Replace("|}", "");
        const string Claim = "class P { V1PersistentVolumeClaim Build() => new() { Metadata = new() { Name = \"data\" }, Spec = new() { StorageClassName = \"fast\", AccessModes = [\"ReadWriteOnce\"] } }; }";
        const string Class = "class Q { V1StorageClass Build() => new() { Metadata = new() { Name = \"fast\" }, Provisioner = \"ebs.csi.aws.com\", VolumeBindingMode = \"WaitForFirstConsumer\" }; }";
        await new Verifier().Verify(Workload(3, "Spec", Volumes), Claim, Class);
        await new Verifier().Verify(Workload(3, "[|Spec|]", plain), Claim);
        await new Verifier().Verify(Workload(3, "[|Spec|]", plain), Claim.Replace("\"data\"", "\"other\""), Class);
    }

    [Fact]
    public Task One_name_in_two_methods_may_be_two_names() =>
        new Verifier().Verify(Workload(1, "Spec").Replace("\"web\"", "name").Replace("Build()", "Build(string name)"), Autoscaler(3, "name").Replace("\"name\"", "name").Replace("Build(int count)", "Build(int count, string name)"));

    [Fact]
    public async Task What_no_service_changes_is_told_while_typing()
    {
        var found = Assert.Single(await new Verifier().Diagnose(Workload(3, "Spec"), "class S { V1Service Build() => new(); }"));
        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, found.Descriptor.CustomTags);
    }

    [Fact]
    public Task Whatever_the_options_name_counts() => new Verifier { Options = { ["kubelint.zones"] = "only" } }.Verify(Workload(3, "Spec"));

    [Fact]
    public Task An_annotation_suppresses() => new Verifier().Verify(Workload(3, "Spec").Replace("Metadata = new() { Name = \"web\"", "Metadata = new() { Annotations = new Dictionary<string, string> { [\"kubelint/disable\"] = \"KUBE1001 -- why\" }, Name = \"web\""));

    [Fact]
    public async Task So_it_does_where_other_code_writes_annotations_and_another_object_has_findings()
    {
        const string Writes = "class X { void Restart(V1Deployment d) => d.Metadata.Annotations[\"restartedAt\"] = \"now\"; }";
        var suppressed = Workload(3, "Spec").Replace("class W", "class V").Replace("Metadata = new() { Name = \"web\"", "Metadata = new() { Annotations = new Dictionary<string, string> { [\"kubelint/disable\"] = \"KUBE1001 -- why\" }, Name = \"other\"");
        foreach (var files in new[] { new[] { Workload(3, "Spec"), suppressed, Writes }, [suppressed, Workload(3, "Spec"), Writes] })
            Assert.Contains("'web'", Assert.Single(await new Verifier().Diagnose(files)).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task An_annotation_that_suppresses_nothing_is_told() => new Verifier { Expected = "KUBE0003" }.Verify(
        Workload(1, "Spec").Replace("Metadata = new() { Name = \"web\"", "Metadata = new() { Annotations = new Dictionary<string, string> { [\"kubelint/disable\"] = [|\"KUBE1001\"|] }, Name = \"web\""));

    [Fact]
    public async Task A_pragma_suppresses() => Assert.Empty((await new Verifier().Diagnose("#pragma warning disable KUBE1001\n" + Workload(3, "Spec"))).Where(d => !d.IsSuppressed));

    private static string Workload(int replicas, string spec, string more = "") => $$"""
        class W
        {
            V1Deployment Build() => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Replicas = {{replicas}},
                    Selector = new() { MatchLabels = {{Labels}} },
                    Template = new() { Metadata = new() { Labels = {{Labels}} }, {{spec}} = new() { {{more}} Containers = [new() { Name = "web" }] } },
                },
            };
        }
        """;

    private static string Autoscaler(object minimum, string target = "web") => $$"""
        class H
        {
            V2HorizontalPodAutoscaler Build(int count) => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new() { MinReplicas = {{minimum}}, MaxReplicas = 9, ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = "{{target}}" } },
            };
        }
        """;
}
