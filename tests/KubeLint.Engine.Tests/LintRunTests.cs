using System.Text;
using KubeLint.Configuration;

namespace KubeLint.Engine.Tests;

public sealed class LintRunTests
{
    [Fact]
    public void Paths_are_relative_to_the_root_of_the_repository()
    {
        using var folder = new TempFolder().Add("repo/.git/HEAD").Add("repo/k8s/a b/é.yaml", SampleManifest.Deployment());
        var report = LintRun.Execute(new LintRequest(folder.At("repo/k8s"), ["a b"]));

        Assert.Equal(folder.At("repo"), report.Root);
        Assert.Equal("k8s/a b/é.yaml", Assert.Single(report.Findings).Place.File);
    }

    [Fact]
    public void Without_a_repository_paths_are_relative_to_the_working_folder()
    {
        using var folder = new TempFolder().Add("in/x.yaml", SampleManifest.Deployment()).Add("out/y.yaml", SampleManifest.Deployment());
        var report = LintRun.Execute(new LintRequest(folder.At("in"), [".", "../out/y.yaml", folder.At("in/x.yaml")]));

        Assert.Equal(["../out/y.yaml", "x.yaml"], report.Findings.Select(f => f.Place.File));
    }

    [Fact]
    public void Standard_input_stands_beside_files_and_is_one_set_with_them()
    {
        const string Autoscaler = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: { name: web }
            spec: { minReplicas: 5, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
            """;
        using var folder = new TempFolder().Add("hpa.yaml", Autoscaler);
        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]) { Input = Encoding.UTF8.GetBytes(SampleManifest.Deployment()) });
        var found = Assert.Single(report.Findings);

        Assert.Equal((ManifestSource.InputName, 2), (found.Place.File, report.Files));
        Assert.Contains("5 replicas", found.Message, StringComparison.Ordinal);
        Assert.Equal(SampleManifest.Deployment(), report.Texts[ManifestSource.InputName]);
    }

    [Fact]
    public void Terraforms_files_are_one_set_with_manifests()
    {
        const string Plan = """
            {"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {"root_module": {"resources": [{"address": "kubernetes_horizontal_pod_autoscaler_v2.web", "mode": "managed",
             "type": "kubernetes_horizontal_pod_autoscaler_v2", "name": "web", "values": {"metadata": [{"name": "web"}], "spec": [{"min_replicas": 5, "max_replicas": 9, "scale_target_ref": [{"api_version": "apps/v1", "kind": "Deployment", "name": "web"}]}]}}]}}}
            """;
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment()).Add("plan.json", Plan)
            .Add("infra/main.tf.json", """{"resource": {"scaleway_k8s_pool": {"p": {"autohealing": true}}}}""")
            .Add("mixed/main.tf.json", """{"resource": {"scaleway_k8s_pool": {"p": {"autohealing": true}}}}""").Add("mixed/other.tf", "# HCL is not read yet");
        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]));
        Assert.Equal([("infra/main.tf.json", "KUBE2003"), ("web.yaml", "KUBE1001")], report.Findings.Select(f => (f.Place.File, f.RuleId)));
        Assert.Contains("5 replicas", report.Findings[1].Message, StringComparison.Ordinal);
        Assert.Equal(("scaleway_k8s_pool", "scaleway_k8s_pool.p"), (report.Findings[0].Object!.Kind, report.Findings[0].Object!.Name));
        Assert.Equal(1, report.Counts.PassedOver);

        report = LintRun.Execute(new LintRequest(folder.Path, ["web.yaml"]) { Input = Encoding.UTF8.GetBytes(Plan) });
        Assert.Contains("5 replicas", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_one_file_leaves_the_others_their_findings()
    {
        using var folder = new TempFolder()
            .Add("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: [\n").Add("b.yaml", SampleManifest.Deployment());
        File.WriteAllBytes(folder.At("c.yaml"), [.. "apiVersion: v1\nkind: Service\nx: "u8, 0xff, 0xfe, (byte)'\n']);
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(folder.At("d.yaml"), folder.At("nowhere.yaml"));
        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]));

        var expected = new List<(string, string)> { ("a.yaml", "KUBE0001"), ("b.yaml", "KUBE1001"), ("c.yaml", "KUBE0001") };
        if (!OperatingSystem.IsWindows()) expected.Add(("d.yaml", "KUBE0001"));
        Assert.Equal(expected, report.Findings.Select(f => (f.Place.File, f.RuleId)));
        Assert.Equal(expected.Count - 1, report.Counts.Unreadable);
    }

    [Fact]
    public void A_huge_file_is_told_if_it_is_a_manifest_and_passed_over_if_not()
    {
        using var folder = new TempFolder().Add("huge.yaml", SampleManifest.Deployment()).Add("data.json", "{}");
        foreach (var name in new[] { "huge.yaml", "data.json" })
        {
            using var file = File.OpenWrite(folder.At(name));
            file.SetLength(65L * 1024 * 1024);
        }

        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]));
        var found = Assert.Single(report.Findings);
        Assert.Equal(("huge.yaml", "KUBE0001", "this file is 65 MB large; KubeLint reads manifests of up to 64 MB"), (found.Place.File, found.RuleId, found.Message));
        Assert.Equal((1, 1), (report.Counts.Unreadable, report.Counts.NoManifests));
    }

    [Fact]
    public void Two_runs_say_the_same()
    {
        using var folder = new TempFolder();
        for (var i = 0; i < 200; i++) folder.Add($"{i % 7}/{i}.yaml", SampleManifest.Deployment($"web-{i}") + "---\n" + SampleManifest.Deployment("same"));

        Assert.Equal(Json(), Json());

        string Json()
        {
            var text = new StringWriter();
            Reports.JsonReport.Write(LintRun.Execute(new LintRequest(folder.Path, ["."])), text);
            return text.ToString();
        }
    }

    [Fact]
    public void Progress_counts_to_the_end()
    {
        using var folder = new TempFolder().Add("a.yaml").Add("b.yaml").Add("c.yaml");
        var told = new System.Collections.Concurrent.ConcurrentBag<(int, int)>();
        LintRun.Execute(new LintRequest(folder.Path, ["."]) { Progress = (done, all) => told.Add((done, all)) });

        Assert.Equal([(1, 3), (2, 3), (3, 3)], told.Order());
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var folder = new TempFolder().Add("a.yaml", SampleManifest.Deployment());

        Assert.ThrowsAny<OperationCanceledException>(() => LintRun.Execute(new LintRequest(folder.Path, ["a.yaml"]), new CancellationToken(true)));
    }

    [Fact]
    public void Nothing_to_lint_is_no_fault()
    {
        using var folder = new TempFolder().Add("readme.md");
        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]));

        Assert.Empty(report.Findings);
        Assert.Equal(0, report.Files);
        Assert.Equal(0, report.Count(Severity.Warning));
    }
}
