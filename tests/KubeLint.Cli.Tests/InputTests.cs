using System.Text.Json;

namespace KubeLint.Cli.Tests;

/// <summary>What is read, what is left out, and what is said of it.</summary>
public sealed class InputTests
{
    private static readonly string Rendered = $"---\n# Source: shop/templates/web.yaml\n{SampleManifest.Deployment().Split("---")[0]}---\n# Source: shop/templates/api.yaml\n{SampleManifest.Deployment("api").Split("---")[0]}";

    [Fact]
    public void What_a_chart_renders_to_is_told_by_its_templates()
    {
        using var tool = new Tool();
        var result = tool.RunWith(Rendered, "check", "-", "--rule", "KUBE1001");

        Assert.Equal(1, result.Code);
        Assert.Contains("shop/templates/api.yaml\n  12:5 warning KUBE1001 Deployment 'api': ", result.Output, StringComparison.Ordinal);
        Assert.Contains("    12 |     spec:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("shop/templates/web.yaml\n  12:5 warning KUBE1001 Deployment 'web': ", result.Output, StringComparison.Ordinal);
        Assert.Contains("Read 2 manifests in 2 files\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_fix_is_offered_for_what_was_rendered()
    {
        using var tool = new Tool();
        Assert.True(Result(tool.RunWith(SampleManifest.Deployment(), "check", "-", "--format", "sarif")).TryGetProperty("fixes", out _));
        Assert.False(Result(tool.RunWith(Rendered, "check", "-", "--format", "sarif")).TryGetProperty("fixes", out _));

        static JsonElement Result(Tool.Result run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(r => r.GetProperty("ruleId").GetString() == "KUBE1001");
    }

    [Fact]
    public void What_was_rendered_takes_the_place_of_its_template()
    {
        using var tool = new Tool().Add("shop/Chart.yaml", "apiVersion: v2\nname: shop\n").Add("shop/templates/web.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n");

        Assert.Contains("1 template (Helm and the like)", tool.Run("check").Output, StringComparison.Ordinal);
        Assert.Contains("\nshop/Chart.yaml:1: what this Helm chart renders is not judged; to have it judged: helm template shop shop | kubelint check -\n", tool.Run("check").Output, StringComparison.Ordinal);
        var both = tool.RunWith(Rendered, "check", "-", ".").Output;
        Assert.DoesNotContain("Helm", both, StringComparison.Ordinal);
        Assert.Contains("shop/templates/web.yaml\n", both, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_never_gives_way_to_what_calls_itself_by_its_name()
    {
        using var tool = new Tool().Add("shop/templates/web.yaml", SampleManifest.Deployment("real"));
        var result = tool.RunWith(Rendered, "check", "-", ".");

        Assert.Contains("Deployment 'real': nothing keeps", result.Output, StringComparison.Ordinal);
        Assert.Contains("<stdin>\n  14:5 warning KUBE1001 Deployment 'web': ", result.Output, StringComparison.Ordinal);
        Assert.Contains("shop/templates/api.yaml\n  12:5 warning KUBE1001 Deployment 'api': ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("charts/my shop", "charts/my shop/Chart.yaml:1: what this Helm chart renders is not judged; to have it judged: helm template myshop 'charts/my shop' | kubelint check -\n")]
    [InlineData("-x'$(id)", "-x'$(id)/Chart.yaml:1: what this Helm chart renders is not judged; to have it judged: helm template xid './-x'\\''$(id)' | kubelint check -\n")]
    [InlineData("größe/日本", "größe/日本/Chart.yaml:1: what this Helm chart renders is not judged; to have it judged: helm template release 'größe/日本' | kubelint check -\n")]
    public void Charts_are_named_with_a_command_that_can_be_pasted(string folder, string note)
    {
        using var tool = new Tool().Add(folder + "/Chart.yaml", "name: x\n").Add(folder + "/templates/a.yaml", "kind: Deployment\napiVersion: apps/v1\nx: {{ .Values }}\n")
            .Add(folder + "/charts/sub/Chart.yaml", "name: y\n").Add(folder + "/charts/sub/templates/a.yaml", "kind: Deployment\napiVersion: apps/v1\nx: {{ .Values }}\n")
            .Add("plain/Chart.yaml", "name: z\n");
        var result = tool.Run("check");

        Assert.Contains("\n" + note, result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.Output.Split("this Helm chart").Length - 1);
    }

    [Theory]
    [InlineData("overlays/prod", "kustomize build --enable-helm overlays/prod", "helmCharts: [{ name: a }]")]
    [InlineData("a $(b)/it's", "kubectl kustomize 'a $(b)/it'\\''s'", "generators: [g.yaml]")]
    public void What_is_not_built_is_told_with_the_command_that_builds_it(string folder, string command, string kustomization)
    {
        using var tool = new Tool().Add(folder + "/kustomization.yaml", kustomization + "\n").Add("sub/x.json", "{}");
        Assert.Contains($"{folder}/kustomization.yaml:1: ", tool.Run("check").Output, StringComparison.Ordinal);
        Assert.Contains($"; what they say is taken as unknown; to have it judged: {command} | kubelint check -\n", tool.Run("check").Output, StringComparison.Ordinal);
        Assert.Contains($"to have it judged: {command} | kubelint check -\n", tool.Run("check", "--format", "json").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_read_does_not_pass_for_nothing_found()
    {
        using var tool = new Tool().Add("a/x.json", "{}").Add("b/web.yaml", SampleManifest.Deployment());
        var nothing = tool.Run("check", "a");
        var required = tool.Run("check", "a", "--require-manifests");

        Assert.Equal((0, "No findings, for no manifest was read\nRead 0 manifests in 1 file; passed over: 1 that is no manifest\n", ""), (nothing.Code, nothing.Output, nothing.Error));
        Assert.Equal((2, nothing.Output, "kubelint: no manifest was read, and --require-manifests asks for one; are these the right paths?\n"), (required.Code, required.Output, required.Error));
        Assert.Equal(1, tool.Run("check", ".", "--require-manifests").Code);
    }

    [Theory]
    [InlineData("old/")]
    [InlineData("/old")]
    [InlineData("web.yaml,gone")]
    [InlineData("**/web.yaml")]
    [InlineData("KUBE1001")]
    [InlineData("missing-zone-spread,x")]
    public void What_is_excluded_is_not_told(string pattern)
    {
        using var tool = new Tool().Add("old/web.yaml", SampleManifest.Deployment());

        Assert.Equal(1, tool.Run("check", ".").Code);
        Assert.Equal(0, tool.Run("check", ".", "--exclude", pattern).Code);
        Assert.Equal(0, tool.Run("check", "old/web.yaml", "--exclude", "none", "--exclude", pattern).Code);
    }

    [Fact]
    public void Fix_and_survive_leave_out_files_as_well()
    {
        using var tool = new Tool().Add("old/web.yaml", SampleManifest.Deployment()).Add("api.yaml", SampleManifest.Deployment("api"));

        Assert.DoesNotContain("old/web.yaml", tool.Run("fix", "--dry-run", "--rule", "KUBE1001", "--prefer", "hard", "--exclude", "old").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("'web'", tool.Run("survive", "--exclude", "old").Output, StringComparison.Ordinal);
        Assert.Contains("api", tool.Run("survive", "--exclude", "old").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_selected_by_id_or_name()
    {
        using var tool = new Tool().Add("web.yaml", SampleManifest.Deployment()).Add("broken.yaml", "apiVersion: v1\nkind: Service\nmetadata: [\n");
        Assert.Equal(["KUBE0001", "KUBE1001"], Rules("--rule", "missing-zone-spread,KUBE3001"));
        Assert.Equal(["KUBE0001"], Rules("--rule", "KUBE3001"));
        Assert.Empty(Rules("--rule", "KUBE3001", "--exclude", "KUBE0001"));

        string[] Rules(params string[] options) =>
            [.. JsonDocument.Parse(tool.Run(["check", ".", "--format", "json", .. options]).Output).RootElement.EnumerateArray().Select(f => f.GetProperty("rule").GetString()!)];
    }

    [Theory]
    [InlineData("kubelint: 'KUBE10011' is no rule; did you mean KUBE1001? 'kubelint rules' lists them\n", "check", "--rule", "KUBE10011")]
    [InlineData("kubelint: 'KUBE10011' is no rule; did you mean KUBE1001? 'kubelint rules' lists them\n", "check", "--exclude", "KUBE10011")]
    [InlineData("kubelint: 'missing-zone' is no rule; 'kubelint rules' lists them\n", "check", "--rule", "missing-zone")]
    [InlineData("kubelint: '--exclud=x' is no option; did you mean --exclude?\n", "check", "--exclud=x")]
    [InlineData("kubelint: '--fail-no' is no option; did you mean --fail-on?\n", "check", "--fail-no", "error")]
    [InlineData("kubelint: '--dryrun' is no option; did you mean --dry-run?\n", "fix", "--dryrun")]
    [InlineData("kubelint: Unrecognized command or argument 'surviv'.\nDid you mean survive?\nTry 'kubelint --help'.\n", "surviv")]
    [InlineData("kubelint: Unrecognized command or argument '--versio'.\nDid you mean --version?\nTry 'kubelint --help'.\n", "--versio")]
    public void Who_mistypes_is_told_what_was_meant(string error, params string[] arguments)
    {
        using var tool = new Tool();
        var result = tool.Run(arguments);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
    }
}
