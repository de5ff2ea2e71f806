using System.Text.RegularExpressions;

namespace KubeLint.Package.Tests;

/// <summary>Severities by configuration files and by the switches of the compiler and of MSBuild, beside a warning of C#.</summary>
[Collection(PackageCollection.Name)]
public sealed class SeverityTests(PackedPackage package)
{
    // A warning of the compiler, one of its analyzers, and a finding; "@" stands for their ids.
    private const string Code = "class Warned { private int unused; void Rethrow() { try { } catch (System.Exception e) { throw e; } } }\n";
    private static readonly string[] Ids = ["CS0169", "CA2200", "KUBE1001"];

    [Fact]
    public async Task A_switch_acts_on_findings_as_on_the_compiler_s_warnings()
    {
        using var sample = Warned();

        await AssertOutcomes(sample, """
            0 - - - <= -p:NoWarn=@
            1 error error error <= -p:WarningsAsErrors=@
            0 - - - <= -p:WarningsAsErrors=@ -p:NoWarn=@
            1 error error error <= -p:WarningsAsErrors=@ -p:WarningsNotAsErrors=@
            1 error error error <= -p:TreatWarningsAsErrors=true
            0 warning warning warning <= -p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=@
            1 error error error <= -p:MSBuildTreatWarningsAsErrors=true
            0 warning warning warning <= -p:MSBuildTreatWarningsAsErrors=true -p:WarningsNotAsErrors=@
            1 error error error <= -warnaserror
            1 error error error <= -warnaserror:@
            0 warning warning warning <= -warnaserror -warnnotaserror:@
            0 - - - <= -nowarn:@
            """);
    }

    [Fact]
    public async Task A_switch_acts_alike_where_a_project_has_several_target_frameworks()
    {
        using var sample = Warned(Sample.TwoFrameworks);

        await AssertOutcomes(sample, """
            0 - - - <= -p:NoWarn=@
            1 error error error <= -p:WarningsAsErrors=@
            1 error error error <= -p:WarningsAsErrors=@ -p:WarningsNotAsErrors=@
            1 error error error <= -p:TreatWarningsAsErrors=true
            0 warning warning warning <= -p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=@
            1 error error error <= -p:MSBuildTreatWarningsAsErrors=true
            0 warning warning warning <= -p:MSBuildTreatWarningsAsErrors=true -p:WarningsNotAsErrors=@
            0 - - - <= -warnaserror -p:NoWarn=@
            """);
    }

    [Fact]
    public async Task A_severity_of_editorconfig_meets_switches_as_the_compiler_s_do()
    {
        using var sample = Warned();

        await AssertOutcomes(Configured("error"), """
            1 error error error <=
            0 - - - <= -p:NoWarn=@
            0 - - - <= -p:WarningsAsErrors=@ -p:NoWarn=@
            0 warning warning warning <= -p:WarningsNotAsErrors=@
            """);

        // Only this differs, and is meant to: the compiler keeps its suggestions to itself.
        await AssertOutcomes(Configured("suggestion"), """
            0 - - message <= -p:TreatWarningsAsErrors=true
            1 error error error <= -p:WarningsAsErrors=@
            """);

        // The compiler's own warnings come back here; those of analyzers don't, and findings are like these.
        await AssertOutcomes(Configured("none"), """
            0 - - - <= -p:TreatWarningsAsErrors=true
            1 error - - <= -p:WarningsAsErrors=@
            """);
        await AssertOutcomes(Configured("warning"), """
            1 error error error <= -p:TreatWarningsAsErrors=true
            """);

        Sample Configured(string severity) => sample.Add(".editorconfig", "root = true\n[*]\n" + string.Concat(Ids.Select(id => $"dotnet_diagnostic.{id}.severity = {severity}\n")));
    }

    [Fact]
    public async Task Properties_of_the_project_and_of_its_imports_count()
    {
        using var sample = new Sample(package).AddProject(properties: "<NoWarn>$(NoWarn), kube1001</NoWarn><WarningsAsErrors>$(WarningsAsErrors);KUBE4001</WarningsAsErrors>").AddDeployment()
            .Add("deploy/entry.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: LoadBalancer, ports: [{ port: 80 }] }\n")
            .Add("deploy/class.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: csi.scaleway.com\n")
            .Add("Directory.Build.props", "<Project><PropertyGroup><WarningsAsErrors>KUBE3001</WarningsAsErrors></PropertyGroup></Project>");

        Assert.Equal("class.yaml(2,1) error KUBE3001, entry.yaml(3,1) error KUBE4001", (await sample.Build()).Failed().Findings);
    }

    [Fact]
    public async Task Sections_and_files_configure_the_paths_they_stand_for()
    {
        using var sample = new Sample(package).AddProject("src/shop.csproj");
        foreach (var folder in new[] { "plain", "prod", "test", "nested", "fenced" }) sample.AddDeployment($"src/{folder}/web.yaml");
        sample.AddDeployment("src/prod/soft.yaml")
            .Add("src/.editorconfig", "[prod/**]\ndotnet_diagnostic.KUBE1001.severity = error\n[prod/soft.yaml]\ndotnet_diagnostic.KUBE1001.severity = suggestion\n[test/*.yaml]\ndotnet_diagnostic.KUBE1001.severity = none\n[{nested,fenced}/**]\ndotnet_diagnostic.KUBE1001.severity = error\nkubelint.assumed_replicas = 7\n")
            .Add("src/nested/.editorconfig", "[*.yaml]\ndotnet_diagnostic.KUBE1001.severity = suggestion\nkubelint.zones = a, b\n")
            .Add("src/fenced/.editorconfig", "root = true\n");
        Assert.Equal(
            [
                "src/fenced/web.yaml(12,5): warning KUBE1001",
                "src/nested/web.yaml(12,5): message KUBE1001",
                "src/plain/web.yaml(12,5): warning KUBE1001",
                "src/prod/soft.yaml(12,5): message KUBE1001",
                "src/prod/web.yaml(12,5): error KUBE1001",
            ],
            Places((await sample.Run("build", "src", "-tl:off", "-v:normal")).Failed()));

        // Global files count beyond a fence, and give way to sections.
        sample.Add(".globalconfig", "is_global = true\ndotnet_diagnostic.KUBE1001.severity = suggestion\n");
        Assert.Equal(
            [
                "src/fenced/web.yaml(12,5): message KUBE1001",
                "src/nested/web.yaml(12,5): message KUBE1001",
                "src/plain/web.yaml(12,5): message KUBE1001",
                "src/prod/soft.yaml(12,5): message KUBE1001",
                "src/prod/web.yaml(12,5): error KUBE1001",
            ],
            Places((await sample.Run("build", "src", "-tl:off", "-v:normal", "--no-restore")).Failed()));

        // An option speaks through a message.
        sample.Add("src/nested/web.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: ${COUNT}", StringComparison.Ordinal));
        var assumed = (await sample.Run("build", "src", "-tl:off", "-v:normal", "--no-restore")).Failed();
        Assert.Contains("7 replicas (assumed)", Assert.Single(assumed.Lines, l => l.Contains("nested", StringComparison.Ordinal)), StringComparison.Ordinal);

        IEnumerable<string> Places(DotnetResult result) =>
            result.Lines.Select(l => Regex.Match(l, @"^(?:\d+>)?(.*?KUBE\d+)").Groups[1].Value.Replace(sample.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_configuration_says_wrong_is_told_at_its_place()
    {
        using var sample = new Sample(package).AddProject().AddDeployment().Add(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.KUBE1001.severity = warn\ndotnet_diagnostic.KUBE9999.severity = error\nkubelint.zone = a\n");
        var result = (await sample.Build("-p:KubeLintRoot=nowhere")).Succeeded();

        Assert.Equal(".editorconfig(3,39) warning KUBE0004, .editorconfig(4,19) warning KUBE0002, .editorconfig(5,1) warning KUBE0004, shop.csproj warning KUBE0004, web.yaml(12,5) warning KUBE1001", result.Findings);
    }

    [Fact]
    public async Task KubeLintFailOn_says_which_findings_fail_the_build()
    {
        using var sample = Warned().Add("soft/soft.yaml", SampleManifest.Deployment("soft")).Add("hard/hard.yaml", SampleManifest.Deployment("hard"))
            .Add(".editorconfig", "root = true\n[soft/*]\ndotnet_diagnostic.KUBE1001.severity = suggestion\n[hard/*]\ndotnet_diagnostic.KUBE1001.severity = error\n");

        await AssertBuilds(sample, """
            1 warning Warned.cs, error hard.yaml, message soft.yaml, warning web.yaml <=
            1 warning Warned.cs, error hard.yaml, message soft.yaml, error web.yaml <= -p:KubeLintFailOn=Warning
            1 warning Warned.cs, error hard.yaml, error soft.yaml, error web.yaml <= -p:KubeLintFailOn=info
            1 error Warned.cs, warning hard.yaml, message soft.yaml, warning web.yaml <= -p:KubeLintFailOn=never -p:TreatWarningsAsErrors=true
            1 error Warned.cs, error hard.yaml, message soft.yaml, error web.yaml, error shop.csproj <= -p:KubeLintFailOn=sometimes -p:TreatWarningsAsErrors=true
            0 warning Warned.cs, warning hard.yaml, message soft.yaml, warning web.yaml <= -p:KubeLintFailOn=warning -p:WarningsNotAsErrors=KUBE1001
            """,
            result => string.Join(", ", new[] { "Warned.cs", "hard.yaml", "soft.yaml", "web.yaml", "shop.csproj" }.Select(file => (file, SeverityOf(result, $@"[/\\]{file}(?:\(\d+,\d+\): | : )(\w+)"))).Where(f => f.Item2 != "-").Select(f => $"{f.Item2} {f.file}")));
        Assert.Contains($"{sample.At("shop.csproj")} : warning KUBE0004: KubeLintFailOn is 'sometimes'; there are error, warning, info and never", (await sample.Build("--no-restore", "-p:KubeLintFailOn=sometimes")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KubeLintFailOn_never_stands_against_properties_of_MSBuild_yet_not_against_its_command_line()
    {
        using var sample = new Sample(package).AddProject(properties: "<KubeLintFailOn>never</KubeLintFailOn>").AddDeployment();

        // Seen as far as the warning would be, though not as such.
        Assert.Equal("web.yaml(12,5) message KUBE1001", (await sample.Build("-p:WarningsAsErrors=KUBE1001")).Succeeded().Findings);
        Assert.Equal("web.yaml(12,5) message KUBE1001", (await sample.Build("--no-restore", "-p:MSBuildTreatWarningsAsErrors=true")).Succeeded().Findings);

        // MSBuild does not tell a task of this switch.
        Assert.Equal("web.yaml(12,5) error KUBE1001", (await sample.Build("--no-restore", "-warnaserror")).Failed().Findings);
    }

    private static string SeverityOf(DotnetResult result, string pattern)
    {
        // Messages of several target frameworks differ in nothing but the framework.
        var severities = Regex.Matches(result.Output, pattern).Select(m => m.Groups[1].Value).Distinct().ToList();
        return severities.Count == 0 ? "-" : Assert.Single(severities);
    }

    /// <summary>Builds with the switches of each line, behind the arrow, and compares the exit code and severities before it.</summary>
    private static Task AssertOutcomes(Sample sample, string table) =>
        AssertBuilds(sample, table, result => string.Join(' ', Ids.Select(id => SeverityOf(result, $@"\): (\w+) {id}"))));

    private static async Task AssertBuilds(Sample sample, string table, Func<DotnetResult, string> outcomeOf)
    {
        (await sample.Run("restore")).Succeeded();
        var outcomes = new List<string>();
        foreach (var switches in table.Split('\n').Select(line => line.Split("<=")[1].Trim()))
        {
            // The compiler says nothing about files that it compiled before.
            var arguments = switches.Replace(":@", ":" + string.Join(';', Ids), StringComparison.Ordinal).Replace("@", string.Join("%3B", Ids), StringComparison.Ordinal);
            var result = await sample.Add("Warned.cs", Code).Build(["--no-restore", "-v:normal", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            outcomes.Add($"{result.Code} {outcomeOf(result)} <= {switches}".TrimEnd());
        }

        Assert.Equal(table.Split('\n'), outcomes);
    }

    private Sample Warned(string frameworks = "<TargetFramework>net10.0</TargetFramework>") =>
        new Sample(package).AddProject(frameworks: frameworks).Add("Warned.cs", Code).AddDeployment();
}
