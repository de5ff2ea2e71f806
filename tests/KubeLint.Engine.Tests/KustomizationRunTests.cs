using System.Text;
using KubeLint.Engine.Fixing;
using KubeLint.Engine.Reports;

namespace KubeLint.Engine.Tests;

/// <summary>Kustomizations of real files: what is read for them, what is told, kept and mended.</summary>
public sealed class KustomizationRunTests
{
    private const string Base = "resources: [web.yaml]\n";

    private static LintReport Lint(TempFolder folder, params string[] paths) => LintRun.Execute(new LintRequest(folder.Path, paths));

    private static string Show(LintReport report) => string.Join(", ", report.Findings.Select(f => $"{f.RuleId} {f.Place.File}:{f.Place.Start.Line}"));

    private static TempFolder Shop() => new TempFolder().AsRepository().Add("base/kustomization.yaml", Base).Add("base/web.yaml", SampleManifest.Deployment())
        .Add("overlays/prod/kustomization.yaml", "resources: [../../base]\nnamespace: prod\npatches: [{ path: patches/web.json, target: { kind: Deployment } }]\n")
        .Add("overlays/prod/patches/web.json", """[{ "op": "replace", "path": "/spec/replicas", "value": 5 }]""");

    [Fact]
    public void A_base_beside_the_named_paths_is_read_too()
    {
        using var folder = Shop();
        var report = Lint(folder, "overlays/prod");

        Assert.Equal("KUBE1001 base/web.yaml:12", Show(report));
        Assert.Contains("Deployment 'prod/web': nothing keeps its 5 replicas", report.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(("prod", "web"), (report.Findings[0].Object!.Namespace, report.Findings[0].Object!.Name));
        Assert.Equal((1, 4), (report.Kustomizations, report.Files));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void A_base_is_found_from_a_working_folder_below_it_and_whatever_git_ignores()
    {
        using var folder = Shop().Add(".gitignore", "/base/\n/overlays/prod/patches/\n");
        Assert.Equal("KUBE1001 base/web.yaml:12", Show(Lint(folder, ".")));

        using var plain = new TempFolder().Add("base/kustomization.yaml", Base).Add("base/web.yaml", SampleManifest.Deployment()).Add("prod/kustomization.yaml", "resources: [../base]\n");
        Assert.Equal("KUBE1001 ../base/web.yaml:12", Show(LintRun.Execute(new LintRequest(plain.At("prod"), ["."]))));
    }

    [Fact]
    public void What_is_named_and_not_there_is_told_and_the_rest_is_judged()
    {
        using var folder = new TempFolder().AsRepository().Add("k/kustomization.yaml", "resources:\n- web.yaml\n- gone.yaml\n").Add("k/web.yaml", SampleManifest.Deployment()).Add("k/empty/readme.txt");
        var report = Lint(folder, ".");
        Assert.Equal("KUBE1001 k/web.yaml:12", Show(report));
        Assert.Equal("there is no file or folder 'k/gone.yaml'; what they say is taken as unknown; to have it judged: kubectl kustomize k | kubelint check -", Assert.Single(report.Notes).Message);
        Assert.Equal(3, report.Notes[0].Place.Start.Line);

        folder.Add("k/kustomization.yaml", "resources: [web.yaml, empty]\n");
        Assert.Equal("KUBE1001 k/web.yaml:12", Show(Lint(folder, ".")));
        folder.Add("k/kustomization.yaml", "resources: [web.yaml]\npatches: [{ path: gone.yaml }]\n");
        var patched = Lint(folder, ".");
        Assert.Equal("", Show(patched));
        Assert.StartsWith("there is no file 'k/gone.yaml'; ", Assert.Single(patched.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_kustomize_would_not_load_are_left_alone()
    {
        using var folder = new TempFolder().AsRepository().Add("secret/web.yaml", SampleManifest.Deployment()).Add("k/kustomization.yaml", "resources: [../secret/web.yaml]\n");
        var report = Lint(folder, "k");
        Assert.Equal(("", 1), (Show(report), report.Files));
        Assert.Equal("'secret/web.yaml' is not read, or not as a whole; what they say is taken as unknown; to have it judged: kubectl kustomize k | kubelint check -", Assert.Single(report.Notes).Message);

        // What was given is read anyway.
        Assert.Equal("KUBE1001 secret/web.yaml:12", Show(Lint(folder, ".")));
    }

    [Fact]
    public void What_is_not_judged_is_told_with_a_command_and_is_no_finding()
    {
        using var folder = new TempFolder().AsRepository().Add("k/kustomization.yaml", "resources: [web.yaml]\nhelmCharts:\n- name: \"x\\u001b[31m\"\n").Add("k/web.yaml", SampleManifest.Deployment());
        var report = Lint(folder, ".");
        using var text = new StringWriter();
        new TextReport(text, folder.Path, usesColor: false).Write(report);
        Assert.Contains("k/kustomization.yaml:3: Helm charts are not rendered; what they say is taken as unknown; to have it judged: kustomize build --enable-helm k | kubelint check -\n", text.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("in 2 files, built 1 kustomization", text.ToString(), StringComparison.Ordinal);
        Assert.Equal("KUBE1001 k/web.yaml:12", Show(report));
    }

    [Fact]
    public void A_report_is_kept_until_a_file_beside_the_paths_changes()
    {
        using var folder = Shop();
        LintReport Run() => LintRun.Execute(new LintRequest(folder.Path, [folder.At("overlays/prod/kustomization.yaml")]) { CacheFile = folder.At("obj/cache") });
        void Age()
        {
            foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-3));
        }

        folder.Add("overlays/prod/kustomization.yaml", "resources: [../../base, helm.yaml]\nhelmCharts: [{ name: a }]\n").Add("overlays/prod/helm.yaml", "a: b\n");
        Age();
        var first = Run();
        var second = Run();
        Assert.NotNull(first.Reason);
        Assert.Null(second.Reason);
        Assert.Equal((first.Kustomizations, Show(first), first.Notes[0]), (second.Kustomizations, Show(second), second.Notes[0]));

        folder.Add("base/web.yaml", SampleManifest.Deployment() + "# more\n");
        Assert.NotNull(Run().Reason);
        Age();
        Assert.NotNull(Run().Reason);
        Assert.Null(Run().Reason);
        File.Delete(folder.At("overlays/prod/helm.yaml"));
        Assert.Contains(Run().Notes, note => note.Message.StartsWith("there is no file or folder 'overlays/prod/helm.yaml'", StringComparison.Ordinal));
        Assert.Null(Run().Reason);
        folder.Add("overlays/prod/helm.yaml", "a: b\n");
        Assert.DoesNotContain(Run().Notes, note => note.Message.StartsWith("there is no file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_in_what_is_built_is_mended_in_the_base()
    {
        using var folder = Shop();
        var result = FixRun.Execute(new FixRequest(new LintRequest(folder.Path, ["."])) { Preferences = [new FixPreference("KUBE1001", "hard")] });
        Assert.Empty(result.Report.Findings);
        var file = Assert.Single(result.Files);
        Assert.Equal("base/web.yaml", file.Name);
        Assert.Contains("topologySpreadConstraints:", Encoding.UTF8.GetString(file.After), StringComparison.Ordinal);
    }

    [Fact]
    public void What_overlays_have_in_common_is_mended_once()
    {
        using var folder = Shop().Add("overlays/dev/kustomization.yaml", "resources: [../../base]\nreplicas: [{ name: web, count: 2 }]\n");
        var result = FixRun.Execute(new FixRequest(new LintRequest(folder.Path, ["."])) { Preferences = [new FixPreference("KUBE1001", "hard")] });
        Assert.Empty(result.Report.Findings);
        Assert.Equal("base/web.yaml", Assert.Single(result.Files).Name);
        Assert.Equal(1, Encoding.UTF8.GetString(result.Files[0].After).Split("topologySpreadConstraints:").Length - 1);
    }

    [Fact]
    public void What_a_patch_wrote_is_not_mended_in_the_base()
    {
        using var folder = Shop().Add("overlays/prod/patches/web.json", """[{ "op": "add", "path": "/spec/template/spec/topologySpreadConstraints", "value": [{ "topologyKey": "zone" }] }]""");
        var before = Lint(folder, ".");
        Assert.All(before.Findings, f => Assert.Equal("overlays/prod/patches/web.json", f.Place.File));
        Assert.NotEmpty(before.Findings);
        Assert.Empty(FixRun.Execute(new FixRequest(new LintRequest(folder.Path, ["."])) { Preferences = [new FixPreference(null, "hard")] }).Files);
    }
}
