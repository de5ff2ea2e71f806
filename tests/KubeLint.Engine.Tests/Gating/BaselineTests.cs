using KubeLint.Engine.Gating;

namespace KubeLint.Engine.Tests.Gating;

public sealed class BaselineTests
{
    [Fact]
    public void The_file_is_sorted_and_holds_a_line_for_each_finding_and_nothing_that_churns()
    {
        using var folder = new TempFolder().Add("k8s/b.yaml", SampleManifest.Deployment("b")).Add("k8s/a.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment());

        Assert.Equal(
            """
            {
            "version": 1,
            "findings": [
              {"file": "k8s/a.yaml", "kind": "Deployment", "name": "web", "rule": "KUBE1001", "path": "spec.template.spec.topologySpreadConstraints", "count": 2},
              {"file": "k8s/b.yaml", "kind": "Deployment", "name": "b", "rule": "KUBE1001", "path": "spec.template.spec.topologySpreadConstraints"}
            ]
            }

            """,
            Written(folder).Text());
    }

    [Fact]
    public void What_is_accepted_is_left_out_though_lines_move_and_numbers_change()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        folder.Add("web.yaml", "# moved\n\n" + SampleManifest.Deployment().Replace("replicas: 3", "replicas: 5", StringComparison.Ordinal));
        var report = Checked(folder);

        Assert.Empty(report.Findings);
        Assert.Equal((1, 0), (report.LeftOut!.Known, report.LeftOut.Stale.Count));
    }

    [Fact]
    public void What_comes_above_an_item_makes_no_new_finding_of_it()
    {
        const string Item = "topologySpreadConstraints: [{ maxSkew: 1, topologyKey: failure-domain.beta.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }]";
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment(podSpec: Item));
        Assert.Contains(Written(folder).Known.Counts.Keys, k => k is { Rule: "KUBE1006", Path: "spec.template.spec.topologySpreadConstraints[].topologyKey" });
        Written(folder).Write();
        folder.Add("web.yaml", SampleManifest.Deployment(podSpec: Item.Replace("[{", "[{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }, {", StringComparison.Ordinal)));

        Assert.DoesNotContain(Checked(folder).Findings, f => f.RuleId == "KUBE1006");
    }

    [Fact]
    public void One_more_of_what_is_accepted_is_new()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        folder.Add("web.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment());

        Assert.Equal(32, Assert.Single(Checked(folder).Findings).Place.Start.Line);
    }

    [Fact]
    public void It_means_the_same_from_every_folder_and_in_every_checkout_with_git_and_without()
    {
        using var folder = new TempFolder().Add("repo/.git/HEAD").Add("repo/deploy/k8s/web.yaml", SampleManifest.Deployment());
        var file = folder.At("repo/deploy/kubelint.baseline.json");
        Baseline.Of(file, LintRun.Execute(new LintRequest(folder.At("repo/deploy/k8s"), ["."]))).Write();
        Assert.Contains("\"file\": \"k8s/web.yaml\"", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.All(["repo", "repo/deploy", "repo/deploy/k8s", ""], from => Assert.Empty(Run(from)));

        Directory.Delete(folder.At("repo/.git"), true);
        Assert.All(["repo", "repo/deploy", "repo/deploy/k8s", ""], from => Assert.Empty(Run(from)));
        Directory.Move(folder.At("repo/deploy"), folder.At("elsewhere"));
        file = folder.At("elsewhere/kubelint.baseline.json");
        Assert.Empty(Run("elsewhere"));

        IReadOnlyList<ReportedFinding> Run(string from) => LintRun.Execute(new LintRequest(folder.At(from), ["."]) { Baseline = Baseline.Read(file) }).Findings;
    }

    [Fact]
    public void What_is_no_longer_found_is_told_and_left_out_of_the_next_baseline()
    {
        using var folder = new TempFolder().Add("gone.yaml", SampleManifest.Deployment()).Add("good.yaml", SampleManifest.Deployment()).Add("two.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment()).Add("web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        File.Delete(folder.At("gone.yaml"));
        folder.Add("good.yaml", "").Add("two.yaml", SampleManifest.Deployment());
        var report = Checked(folder);

        Assert.Empty(report.Findings);
        Assert.Equal(
            ["gone.yaml: KUBE1001 of Deployment/web is no longer found", "good.yaml: KUBE1001 of Deployment/web is no longer found", "two.yaml: KUBE1001 of Deployment/web: 1 of 2 are no longer found"],
            report.LeftOut!.Stale.Select(s => s.ToString()));
        Written(folder).Write();
        Assert.Empty(Checked(folder).LeftOut!.Stale);
    }

    [Fact]
    public void A_run_over_one_folder_says_nothing_about_another()
    {
        using var folder = new TempFolder().Add("a/web.yaml", SampleManifest.Deployment()).Add("b/web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        folder.Add("b/web.yaml", "");

        Assert.Empty(Checked(folder, "a").LeftOut!.Stale);
        Assert.Single(Checked(folder, "b").LeftOut!.Stale);
        File.Delete(folder.At("b/web.yaml"));
        Assert.Single(Checked(folder, "a").LeftOut!.Stale);
    }

    [Fact]
    public void What_a_run_cannot_find_is_not_called_gone()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        var request = new LintRequest(folder.Path, ["."]) { Baseline = Baseline.Read(folder.At("b.json")), Rules = [] };

        Assert.Empty(LintRun.Execute(request).LeftOut!.Stale);
        Assert.Empty(LintRun.Execute(new LintRequest(folder.Path, ["web.yaml"]) { Baseline = new Baseline(folder.At("b.json"), KnownFindings.Of([new FindingKey("<stdin>", null, null, null, "KUBE0001", null)])) }).LeftOut!.Stale);
    }

    [Fact]
    public void What_is_wrong_with_the_configuration_is_never_accepted()
    {
        using var folder = new TempFolder().Add(".editorconfig", "root = true\n[*]\nkubelint.zoness = a\n").Add("web.yaml", SampleManifest.Deployment()).Add("bad.yaml", "apiVersion: v1\nkind: Pod\nx: [\n");
        Written(folder).Write();

        Assert.Equal("KUBE0004", Assert.Single(Checked(folder).Findings).RuleId);
        Assert.Equal(["KUBE0001", "KUBE1001"], Written(folder).Known.Counts.Keys.Select(k => k.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_finding_that_is_accepted_stays_so_whatever_its_severity_becomes()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        Written(folder).Write();
        folder.Add(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.KUBE1001.severity = error\n");

        Assert.Empty(Checked(folder).Findings);
    }

    [Fact]
    public void A_report_that_is_kept_is_filtered_by_the_baseline_of_the_day()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        File.SetLastWriteTimeUtc(folder.At("web.yaml"), DateTime.UtcNow.AddMinutes(-1));
        var request = new LintRequest(folder.Path, ["web.yaml"]) { CacheFile = folder.At("cache") };
        Assert.Single(LintRun.Execute(request).Findings);
        Written(folder).Write();
        var accepted = LintRun.Execute(request with { Baseline = Baseline.Read(folder.At("b.json")) });

        Assert.Equal((0, null, 1), (accepted.Findings.Count, accepted.Reason, accepted.LeftOut!.Known));
        folder.Add("b.json", "{\"version\": 1, \"findings\": []}");
        Assert.Single(LintRun.Execute(request with { Baseline = Baseline.Read(folder.At("b.json")) }).Findings);
    }

    [Theory]
    [InlineData("", "it is no JSON; --write-baseline writes it anew")]
    [InlineData("{\n\"version\": 1,\n<<<<<<< HEAD\n\"findings\": []\n}", "line 3 has the marks of a merge that is not resolved; --write-baseline writes it anew")]
    [InlineData("[]", "it has no \"version\", so it is no baseline of KubeLint; --write-baseline writes it anew")]
    [InlineData("{\"version\": 2}", "its version is 2, and this KubeLint reads 1; update KubeLint")]
    [InlineData("{\"version\": 1}", "it has no \"findings\"; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": [{\"rule\": \"KUBE1001\"}]}", "each of its findings needs a \"rule\" and a \"file\"; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": [{\"rule\": \"KUBE1001\", \"file\": \"a\", \"count\": 0}]}", "the \"count\" of a finding in a is no number above 0; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": [{\"rule\": \"KUBE1001\", \"file\": \"a\", \"count\": \"x\"}]}", "the \"count\" of a finding in a is no number above 0; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": []} x", "it is no JSON; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": [\"\\x\"]}", "it is no JSON; --write-baseline writes it anew")]
    [InlineData("{\"version\": 1, \"findings\": [\"\n\"]}", "it is no JSON; --write-baseline writes it anew")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[", "it is no JSON; --write-baseline writes it anew")]
    public void A_file_that_is_no_baseline_is_told(string text, string problem)
    {
        using var folder = new TempFolder().Add("b.json", text);
        Assert.Equal("can't be understood: " + problem, Assert.Throws<IOException>(() => Baseline.Read(folder.At("b.json"))).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_or_cannot_be_written_is_told()
    {
        using var folder = new TempFolder().Add("web.yaml", SampleManifest.Deployment());
        Assert.Equal("is not there; --write-baseline makes it", Assert.Throws<IOException>(() => Baseline.Read(folder.At("no/b.json"))).Message);
        Directory.CreateDirectory(folder.At("b.json"));
        Assert.Equal("it is a folder", Assert.Throws<IOException>(() => Written(folder).Write()).Message);
    }

    [Fact]
    public void A_line_that_a_merge_has_doubled_hides_no_more()
    {
        using var folder = new TempFolder().Add("b.json", "{\"version\":1,\"findings\":[{\"file\":\"a\",\"rule\":\"r\",\"count\":2},{\"file\":\"a\",\"rule\":\"r\"}]}");
        Assert.Equal(2, Baseline.Read(folder.At("b.json")).Known.Total);
    }

    private static Baseline Written(TempFolder folder) => Baseline.Of(folder.At("b.json"), LintRun.Execute(new LintRequest(folder.Path, ["."])));

    private static LintReport Checked(TempFolder folder, string path = ".") =>
        LintRun.Execute(new LintRequest(folder.Path, [path]) { Baseline = Baseline.Read(folder.At("b.json")) });
}
