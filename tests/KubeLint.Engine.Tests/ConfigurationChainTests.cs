using KubeLint.Configuration;

namespace KubeLint.Engine.Tests;

/// <summary>Options and severities from .editorconfig and .globalconfig.</summary>
public sealed class ConfigurationChainTests
{
    [Theory]
    [InlineData("[*.yaml]", true)]
    [InlineData("[*]", true)]
    [InlineData("[*.{yml,yaml}]", true)]
    [InlineData("[*.yml]", false)]
    [InlineData("[*.cs]", false)]
    [InlineData("[prod/**.yaml]", true)]
    [InlineData("[prod/**]", true)]
    [InlineData("[prod/eu/x.yaml]", true)]
    [InlineData("[prod/*.yaml]", false)]
    [InlineData("[test/**.yaml]", false)]
    [InlineData("[{prod,test}/eu/*.yaml]", true)]
    [InlineData("[{a,b}/*.yaml]", false)]
    public void A_section_counts_for_the_files_it_names(string section, bool counts)
    {
        using var folder = new TempFolder().Add(".editorconfig", $"root = true\n{section}\nkubelint.zones = a, b\n");

        Assert.Equal(counts ? ["a", "b"] : [], new ConfigurationChain(folder.Path).OptionsFor(folder.At("prod/eu/x.yaml")).Zones);
    }

    [Fact]
    public void The_nearest_file_wins_key_by_key()
    {
        using var folder = new TempFolder()
            .Add(".editorconfig", "root = true\n[*]\nkubelint.zones = far\nkubelint.assumed_replicas = 7\ndotnet_diagnostic.KUBE1001.severity = error\ndotnet_diagnostic.KUBE1003.severity = error\n")
            .Add("in/.editorconfig", "[*.yaml]\nkubelint.zones = near\ndotnet_diagnostic.KUBE1001.severity = none\n");
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("in/deep/x.yaml"));

        Assert.Equal(["near"], options.Zones);
        Assert.Equal(7, options.AssumedReplicas);
        Assert.Equal(Severity.None, options.Severities["KUBE1001"]);
        Assert.Equal(Severity.Error, options.Severities["KUBE1003"]);
    }

    [Fact]
    public void An_empty_value_takes_back_what_a_file_above_says()
    {
        using var folder = new TempFolder().Add(".editorconfig", "root = true\n[*]\nkubelint.zones = far\n").Add("in/.editorconfig", "[*]\nkubelint.zones =\n");

        Assert.Empty(new ConfigurationChain(folder.Path).OptionsFor(folder.At("in/x.yaml")).Zones);
        Assert.Empty(ProblemsOf(folder, "in/x.yaml"));
    }

    [Theory]
    [InlineData("root = true", false)]
    [InlineData("ROOT=TRUE", false)]
    [InlineData("root : true # no further", false)]
    [InlineData("# root = true", true)]
    [InlineData("root = false", true)]
    [InlineData("[*.cs]\nroot = true", true)]
    public void Root_stops_editorconfig_but_not_globalconfig(string first, bool goesOn)
    {
        using var folder = new TempFolder()
            .Add(".editorconfig", "root = true\n[*]\nkubelint.zones = far\nkubelint.nonsense = 1\n")
            .Add(".globalconfig", "kubelint.assumed_replicas = 5\n")
            .Add("in/.editorconfig", first + "\n");
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("in/x.yaml"));

        Assert.Equal(goesOn ? ["far"] : [], options.Zones);
        Assert.Equal(5, options.AssumedReplicas);
        Assert.Equal(goesOn ? 1 : 0, ProblemsOf(folder, "in/x.yaml").Count);
    }

    [Fact]
    public void Editorconfig_overrules_globalconfig()
    {
        using var folder = new TempFolder()
            .Add(".editorconfig", "root = true\n[*.yaml]\nkubelint.zones = section\ndotnet_diagnostic.KUBE1001.severity = suggestion\ndotnet_diagnostic.KUBE1004.severity = default\n")
            .Add(".globalconfig", "is_global = true\nkubelint.zones = global\ndotnet_diagnostic.KUBE1001.severity = error\ndotnet_diagnostic.KUBE1003.severity = error\ndotnet_diagnostic.KUBE1004.severity = error\n");
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("x.yaml"));

        Assert.Equal(["section"], options.Zones);
        Assert.Equal(Severity.Info, options.Severities["KUBE1001"]);
        Assert.Equal(Severity.Error, options.Severities["KUBE1003"]);
        Assert.False(options.Severities.ContainsKey("KUBE1004"));
    }

    [Theory]
    [InlineData(200, 100, "outer")]
    [InlineData(100, 200, "inner")]
    public void Of_two_global_files_the_higher_level_wins(int outer, int inner, string winner)
    {
        using var folder = new TempFolder()
            .Add(".globalconfig", $"is_global = true\nglobal_level = {outer}\nkubelint.zones = outer\n")
            .Add("in/.globalconfig", $"is_global = true\nglobal_level = {inner}\nkubelint.zones = inner\n");

        Assert.Equal([winner], new ConfigurationChain(folder.Path).OptionsFor(folder.At("in/x.yaml")).Zones);
    }

    [Fact]
    public void Of_two_global_files_of_one_level_none_wins_as_in_the_compiler()
    {
        using var folder = new TempFolder()
            .Add(".globalconfig", "kubelint.zones = outer\nkubelint.assumed_replicas = 3\n").Add("in/.globalconfig", "kubelint.zones = inner\n");
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("in/x.yaml"));

        Assert.Empty(options.Zones);
        Assert.Equal(3, options.AssumedReplicas);
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("suggestion", "info")]
    [InlineData("Error", "error")]
    [InlineData("warning # because", "warning")]
    [InlineData("silent", null)]
    [InlineData("none", null)]
    [InlineData("default", "warning")]
    public void A_severity_counts_for_findings_in_yaml(string value, string? severity)
    {
        using var folder = new TempFolder().Add("x.yaml", SampleManifest.Deployment()).Add(".editorconfig", $"root = true\n[*.yaml]\ndotnet_diagnostic.KUBE1001.severity = {value}\n");
        var found = Lint(folder);

        Assert.Equal(severity is null ? [] : [severity], found.Select(f => f.Severity.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Keys_may_be_written_in_any_case()
    {
        using var folder = new TempFolder().Add(".editorconfig", "root = true\n[*]\nKubeLint.Zones = A\nDOTNET_DIAGNOSTIC.kube1001.SEVERITY = ERROR\n");
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("x.yaml"));

        Assert.Equal(["A"], options.Zones);
        Assert.Equal(Severity.Error, options.Severities["KUBE1001"]);
        Assert.Empty(ProblemsOf(folder, "x.yaml"));
    }

    [Fact]
    public void Every_option_is_read()
    {
        using var folder = new TempFolder().Add(".editorconfig", """
            root = true
            [*.yaml]
            kubelint.zones = fr-par-1, fr-par-2,, fr-par-1
            kubelint.zone_keys = example.com/room
            kubelint.provider = Scaleway
            kubelint.kubernetes_version = v1.31
            kubelint.assumed_replicas = 4
            kubelint.analyze_tests = TRUE
            """);
        var options = new ConfigurationChain(folder.Path).OptionsFor(folder.At("x.yaml"));

        Assert.Equal(["fr-par-1", "fr-par-2"], options.Zones);
        Assert.Equal(["example.com/room"], options.ZoneKeys);
        Assert.Equal("scaleway", options.Provider?.Id);
        Assert.Equal(new Version(1, 31), options.KubernetesVersion);
        Assert.Equal(4, options.AssumedReplicas);
        Assert.True(options.AnalyzeTests);
        Assert.Empty(ProblemsOf(folder, "x.yaml"));
    }

    [Theory]
    [InlineData("kubelint.zone = a", "KUBE0004", 3, "'kubelint.zone' is no option of KubeLint")]
    [InlineData("  kubelint. = a", "KUBE0004", 5, "'kubelint.' is no option of KubeLint")]
    [InlineData("kubelint.zones = ,", "KUBE0004", 20, "names with commas between them")]
    [InlineData("kubelint.provider = azur", "KUBE0004", 23, "one of scaleway,")]
    [InlineData("kubelint.kubernetes_version=latest ; or so", "KUBE0004", 31, "'kubelint.kubernetes_version = latest' can't be understood; it takes a version such as 1.31")]
    [InlineData("kubelint.assumed_replicas = -1", "KUBE0004", 31, "a whole number")]
    [InlineData("kubelint.analyze_tests: yes", "KUBE0004", 27, "true or false")]
    [InlineData("dotnet_diagnostic.KUBE1001.severity = warn", "KUBE0004", 41, "'warn' is no severity; there are error, warning, suggestion, silent, none and default")]
    [InlineData("dotnet_diagnostic.KUBE1001.severity =", "KUBE0004", 3, "'' is no severity")]
    [InlineData("dotnet_diagnostic.KUBE9999.severity = error", "KUBE0002", 21, "'KUBE9999' is no rule of KubeLint, so this severity does nothing")]
    [InlineData("dotnet_diagnostic.kube.severity = error", "KUBE0002", 21, "'kube' is no rule")]
    public void What_cannot_be_understood_is_told_with_its_place(string line, string rule, int column, string message)
    {
        using var folder = new TempFolder().Add("sub/x.yaml").Add(".editorconfig", $"root = true\n[*]\n# kubelint\n  {line}\n");
        var problem = Assert.Single(ProblemsOf(folder, "sub/x.yaml"));

        Assert.Equal((rule, ".editorconfig", 4, column), (problem.RuleId, problem.Place.File, problem.Place.Start.Line, problem.Place.Start.Column));
        Assert.Equal(4, problem.Place.End.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_others_are_left_alone()
    {
        using var folder = new TempFolder().Add(".editorconfig", """
            root = true
            # kubelint.nonsense = 1
            ; dotnet_diagnostic.KUBE9999.severity = error
            [*]
            indent_size = 2
            dotnet_diagnostic.CA1001.severity = nonsense
            my_kubelint.zones = a
            dotnet_diagnostic.KUBE1001.other = 1
            kubernetes.zones = KUBE
            """);

        Assert.Empty(ProblemsOf(folder, "x.yaml"));
        Assert.Empty(new ConfigurationChain(folder.Path).OptionsFor(folder.At("x.yaml")).Zones);
    }

    [Fact]
    public void Problems_are_told_once_and_only_where_they_count()
    {
        using var folder = new TempFolder().AsRepository()
            .Add(".editorconfig", "root = true\n[*]\nkubelint.wrong = 1\n")
            .Add("a/.editorconfig", "[*]\nkubelint.wrong_too = 1\n")
            .Add("empty/.editorconfig", "[*]\nkubelint.nobody_asks = 1\n")
            .Add("x.yaml").Add("a/x.yaml").Add("a/y.yaml").Add("a/b/z.yaml").Add("c/z.yaml");

        Assert.Equal([".editorconfig", "a/.editorconfig"], Lint(folder).Select(f => f.Place.File));
    }

    [Fact]
    public void The_severity_of_a_problem_can_be_configured()
    {
        using var folder = new TempFolder().Add("x.yaml").Add(".editorconfig", "root = true\n[*]\nkubelint.wrong = 1\ndotnet_diagnostic.KUBE9999.severity = error\ndotnet_diagnostic.KUBE0004.severity = none\ndotnet_diagnostic.KUBE0002.severity = error\n");

        Assert.Equal([("KUBE0002", Severity.Error)], Lint(folder).Select(f => (f.RuleId, f.Severity)));
    }

    [Fact]
    public void Zones_of_a_folder_show_in_its_findings()
    {
        const string Spread = "topologySpreadConstraints: [{ maxSkew: 3, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }]";
        using var folder = new TempFolder()
            .Add("a/x.yaml", SampleManifest.Deployment(podSpec: Spread)).Add("a/.editorconfig", "root = true\n[*]\nkubelint.zones = a1, a2\n")
            .Add("b/x.yaml", SampleManifest.Deployment(podSpec: Spread)).Add("b/.editorconfig", "root = true\n[*]\nkubelint.zones = b1, b2, b3, b4\n");
        var messages = Lint(folder).Where(f => !ChattyRules.Ids.Contains(f.RuleId)).Select(f => f.Message).ToList();

        Assert.Equal(2, messages.Count);
        Assert.Contains("2 zones", messages[0], StringComparison.Ordinal);
        Assert.Contains("4 zones", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Assumed_replicas_judge_a_count_that_is_unknown()
    {
        using var folder = new TempFolder()
            .Add("a/x.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: ${COUNT}", StringComparison.Ordinal)).Add("a/.editorconfig", "root = true\n[*]\nkubelint.assumed_replicas = 4\n")
            .Add("b/x.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: ${COUNT}", StringComparison.Ordinal));
        var found = Assert.Single(Lint(folder));

        Assert.Equal("a/x.yaml", found.Place.File);
        Assert.Contains("4 replicas (assumed)", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configured_zone_keys_and_provider_reach_the_rules()
    {
        var spread = SampleManifest.Deployment(podSpec: "topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }]");
        const string Service = "apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { type: LoadBalancer, ports: [{ port: 80 }] }\n";
        using var folder = new TempFolder()
            .Add("a/x.yaml", spread).Add("a/s.yaml", Service)
            .Add("b/x.yaml", spread).Add("b/s.yaml", Service).Add("b/.editorconfig", "root = true\n[*]\nkubelint.zone_keys = zone\nkubelint.provider = scaleway\n");

        Assert.Equal([("a/x.yaml", "KUBE1006"), ("b/s.yaml", "KUBE4001")], Lint(folder).Where(f => !ChattyRules.Ids.Contains(f.RuleId)).Select(f => (f.Place.File, f.RuleId)));
    }

    [Fact]
    public void Standard_input_has_the_options_of_the_working_folder()
    {
        using var folder = new TempFolder().Add("in/.editorconfig", "root = true\n[*.yaml]\ndotnet_diagnostic.KUBE1001.severity = error\n");
        var report = LintRun.Execute(new LintRequest(folder.At("in"), []) { Input = System.Text.Encoding.UTF8.GetBytes(SampleManifest.Deployment()) });

        Assert.Equal(Severity.Error, Assert.Single(report.Findings).Severity);
    }

    [Fact]
    public void A_broken_configuration_file_configures_nothing_and_breaks_nothing()
    {
        using var folder = new TempFolder().Add("x.yaml", SampleManifest.Deployment()).Add(".editorconfig", "root = true\n[*\nkubelint.zones\n[{a]\n = kubelint\n]\ndotnet_diagnostic.KUBE1001.severity\n");

        Assert.Equal("KUBE1001", Assert.Single(Lint(folder)).RuleId);
    }

    private static IReadOnlyList<ReportedFinding> Lint(TempFolder folder) => LintRun.Execute(new LintRequest(folder.Path, [folder.Path])).Findings;

    private static List<ReportedFinding> ProblemsOf(TempFolder folder, string file)
    {
        var chain = new ConfigurationChain(folder.Path);
        chain.OptionsFor(folder.At(file));
        return [.. ReportedFinding.From([.. chain.Problems])];
    }
}
