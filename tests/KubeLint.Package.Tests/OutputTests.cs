namespace KubeLint.Package.Tests;

/// <summary>What a build prints.</summary>
[Collection(PackageCollection.Name)]
public sealed class OutputTests(PackedPackage package)
{
    private const string Message = "Deployment 'web': nothing keeps its 3 replicas in different zones; all 3 may run in one zone, and losing it leaves 0";

    [Fact]
    public async Task A_finding_is_printed_as_the_compiler_prints_its_own()
    {
        using var sample = new Sample(package).AddProject().AddDeployment().Add("Told.cs", "#warning told\n");
        var result = (await sample.Build()).Succeeded();

        Assert.Equal($"{sample.At("deploy/web.yaml")}(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]", Assert.Single(result.Lines));
        Assert.Contains($"\n{sample.At("Told.cs")}(1,10): warning CS1030: #warning: 'told' [{sample.At("shop.csproj")}]\n", result.Output, StringComparison.Ordinal);

        // The compiler has a switch for short paths, and it counts for findings as well.
        var relative = (await sample.Add("Told.cs", "#warning again\n").Build("--no-restore", "-p:GenerateFullPaths=false")).Succeeded();
        Assert.Equal($"deploy/web.yaml(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]", Assert.Single(relative.Lines));
        Assert.Contains("\nTold.cs(1,10): warning CS1030: #warning: 'again'", relative.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Info_findings_are_messages_that_only_a_normal_build_shows()
    {
        using var sample = new Sample(package).AddProject().AddDeployment("deploy/told.yaml").Add("deploy/.editorconfig", "[told.yaml]\ndotnet_diagnostic.KUBE1001.severity = suggestion\n")
            .Add("deploy/unused.yaml", "# kubelint:disable KUBE3001\napiVersion: v1\nkind: Service\nmetadata: { name: web }\n");
        var quiet = (await sample.Build()).Succeeded();
        var normal = (await sample.Build("--no-restore", "-v:normal")).Succeeded();

        Assert.DoesNotContain("KUBE", quiet.Output, StringComparison.Ordinal);
        Assert.Equal("told.yaml(12,5) message KUBE1001, unused.yaml(1,1) message KUBE0003", normal.Findings);
        Assert.Contains("    0 Warning(s)", normal.Output, StringComparison.Ordinal);

        // A gate that asks for warnings as errors is not meant for suggestions.
        Assert.DoesNotContain("KUBE", (await sample.Build("--no-restore", "-warnaserror", "-p:TreatWarningsAsErrors=true")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_and_the_compiler_s_errors_are_told_in_one_build()
    {
        using var sample = new Sample(package).AddProject().AddDeployment().Add("Broken.cs", "class Broken { Missing missing; }\n").Add("Told.cs", "#warning told\n");
        var broken = (await sample.Build()).Failed();
        var both = (await sample.Build("--no-restore", "-p:WarningsAsErrors=KUBE1001")).Failed();
        sample.Add("Broken.cs", "");
        var mended = (await sample.Build("--no-restore", "-p:WarningsAsErrors=KUBE1001")).Failed();

        Assert.Equal("web.yaml(12,5) warning KUBE1001", broken.Findings);
        Assert.Contains("Broken.cs(1,16): error CS0246", broken.Output, StringComparison.Ordinal);
        Assert.Equal("web.yaml(12,5) error KUBE1001", both.Findings);
        Assert.Contains("Broken.cs(1,16): error CS0246", both.Output, StringComparison.Ordinal);
        Assert.Contains("Told.cs(1,10): warning CS1030", both.Output, StringComparison.Ordinal);
        Assert.Equal("web.yaml(12,5) error KUBE1001", mended.Findings);
        Assert.Contains("Told.cs(1,10): warning CS1030", mended.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", mended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData(Sample.TwoFrameworks)]
    public async Task An_error_stops_the_build_before_it_puts_anything_out(string frameworks)
    {
        using var sample = new Sample(package).AddProject(frameworks: frameworks).AddDeployment();
        var stopped = (await sample.Build("-p:WarningsAsErrors=KUBE1001")).Failed();

        Assert.Equal("web.yaml(12,5) error KUBE1001", stopped.Findings);
        Assert.Contains("    1 Error(s)", stopped.Output, StringComparison.Ordinal);
        Assert.Empty(Outputs());

        // Nor does a build that has nothing left to compile go on.
        (await sample.Build("--no-restore", "-p:WarningsAsErrors=KUBE1001")).Failed();
        Assert.Empty(Outputs());

        (await sample.Build("--no-restore")).Succeeded();
        Assert.NotEmpty(Outputs());

        string[] Outputs() => Directory.Exists(sample.At("bin")) ? Directory.GetFiles(sample.At("bin"), "*.dll", SearchOption.AllDirectories) : [];
    }

    [Fact]
    public async Task What_a_manifest_says_stays_inside_its_message()
    {
        const string Name = """ "web\n/etc/passwd(1,1): error CS0001: fake \e[31m 100% {0} $(Path) @(Compile) %41 ; \u2028 ü" """;
        using var sample = new Sample(package, "my shop 100% (ü)").AddProject().AddDeployment("de ploy/we%41b {0};.yaml")
            .Add("de ploy/named.yaml", SampleManifest.Deployment(Name.Trim()));
        var result = (await sample.Build()).Succeeded();

        Assert.Equal(2, result.Lines.Count);
        Assert.StartsWith($"{sample.At("de ploy/named.yaml")}(12,5): warning KUBE1001: Deployment 'web\\u000a/etc/passwd(1,1): error CS0001: fake \\u001b[31m 100% {{0}} $(Path) @(Compile) %41 ; \\u2028 ü': nothing keeps", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal($"{sample.At("de ploy/we%41b {0};.yaml")}(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]", result.Lines[1]);
        Assert.Contains("    2 Warning(s)\n    0 Error(s)", result.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task What_a_file_is_called_stays_inside_its_message()
    {
        using var sample = new Sample(package).AddProject().AddDeployment("deploy/a\nb.cs(1,1): error CS0001: fake.yaml").AddDeployment("deploy/\u001b[31mred.yaml").AddDeployment("deploy/x(3,4): error X1: .yaml");
        var result = (await sample.Build()).Succeeded();

        Assert.Equal(
            [
                $"{sample.At("deploy/\\u001b[31mred.yaml")}(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]",
                $"{sample.At("deploy/a\\u000ab.cs(1,1): error CS0001: fake.yaml")}(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]",
                $"{sample.At("deploy/x(3,4): error X1: .yaml")}(12,5): warning KUBE1001: {Message} [{sample.At("shop.csproj")}]",
            ],
            result.Lines);
        Assert.Contains("    3 Warning(s)\n    0 Error(s)", result.Output, StringComparison.Ordinal);
    }
}
