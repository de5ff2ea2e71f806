namespace KubeLint.Package.Tests;

/// <summary>
/// Builds that repeat what was found before. What makes a kept report invalid stands in the tests of the engine; here is
/// what a build adds to it.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class CacheTests(PackedPackage package)
{
    private const string Repeats = "KubeLint repeats what it found in 2 files: nothing has changed";

    [Fact]
    public async Task A_build_without_changes_repeats_its_findings_and_every_change_is_seen()
    {
        using var sample = new Sample(package).AddProject("a/b/shop.csproj").AddDeployment("a/b/deploy/web.yaml").AddDeployment("a/b/more.yaml");
        var project = sample.At("a/b/shop.csproj");
        (await sample.Run("restore", project)).Succeeded();
        sample.Age();
        var first = (await sample.Run("build", project, "-tl:off", "-v:detailed")).Succeeded();
        Assert.Equal("KubeLint read 2 files: nothing was kept from before", Assert.Single(first.CacheNotes));
        Assert.Equal("more.yaml(12,5) warning KUBE1001, web.yaml(12,5) warning KUBE1001", first.Findings);

        var again = (await sample.Run("build", project, "-tl:off", "-v:detailed")).Succeeded();
        Assert.Equal(Repeats, Assert.Single(again.CacheNotes));
        Assert.Equal(first.Lines, again.Lines);

        // Switches act on what is repeated as well.
        Assert.Equal((Repeats, "more.yaml(12,5) error KUBE1001, web.yaml(12,5) error KUBE1001"), await Next("-p:TreatWarningsAsErrors=true"));
        Assert.Equal((Repeats, ""), await Next("-p:NoWarn=KUBE1001"));

        // From here on each change is made long ago, and is the only one.
        await AssertSeen("a/b/more.yaml", SampleManifest.Deployment().Replace("replicas: 3", "replicas: 0", StringComparison.Ordinal), "web.yaml(12,5) warning KUBE1001");
        await AssertSeen("a/.editorconfig", "[*]\ndotnet_diagnostic.KUBE1001.severity = error\n", "web.yaml(12,5) error KUBE1001");
        await AssertSeen("a/b/deploy/.editorconfig", "[*]\ndotnet_diagnostic.KUBE1001.severity = warning\n", "web.yaml(12,5) warning KUBE1001");
        await AssertSeen(".globalconfig", "is_global = true\ndotnet_diagnostic.KUBE1001.severity = suggestion\n", "web.yaml(12,5) warning KUBE1001");
        File.Delete(sample.At("a/b/deploy/.editorconfig"));
        Assert.Equal(($"KubeLint read 2 files: {sample.At("a/b/deploy/.editorconfig")} has changed", "web.yaml(12,5) error KUBE1001"), await Next());
        Assert.Equal((Repeats, "web.yaml(12,5) error KUBE1001"), await Next());
        await AssertSeen("a/b/shop.csproj", File.ReadAllText(project).Replace("<ItemGroup>", "<ItemGroup><Compile Remove=\"none\" />", StringComparison.Ordinal), "web.yaml(12,5) error KUBE1001");

        Add("a/b/new.yaml", SampleManifest.Deployment());
        Assert.Equal(("KubeLint read 3 files: there were 2 files, and there are 3", "new.yaml(12,5) error KUBE1001, web.yaml(12,5) error KUBE1001"), await Next());
        File.Delete(sample.At("a/b/deploy/web.yaml"));
        Assert.Equal(("KubeLint read 2 files: there were 3 files, and there are 2", "new.yaml(12,5) error KUBE1001"), await Next());

        async Task AssertSeen(string path, string text, string findings)
        {
            Add(path, text);
            Assert.Equal(($"KubeLint read 2 files: {sample.At(path)} has changed", findings), await Next());
        }

        void Add(string path, string text)
        {
            sample.Add(path, text);
            File.SetLastWriteTimeUtc(sample.At(path), DateTime.UtcNow.AddMinutes(-4));
        }

        async Task<(string Note, string Findings)> Next(params string[] more)
        {
            var result = await sample.Run(["build", project, "-tl:off", "-v:detailed", "--no-restore", .. more]);
            return (Assert.Single(result.CacheNotes), result.Findings);
        }
    }

    [Fact]
    public async Task What_C_sharp_may_declare_is_asked_again_when_references_change()
    {
        // Nothing serves as the library but its name.
        using var sample = new Sample(package).AddProject().AddDeployment().Add("refs.props", "<Project />").Add("Directory.Build.props", """<Project><Import Project="refs.props" /></Project>""");
        (await sample.Run("restore")).Succeeded();
        sample.Age();
        (await sample.Build("-t:KubeLintOnce", "-v:detailed")).Succeeded();
        Assert.Equal("KubeLint repeats what it found in 1 files: nothing has changed", Assert.Single((await sample.Build("--no-restore", "-t:KubeLintOnce", "-v:detailed")).Succeeded().CacheNotes));

        sample.Add("refs.props", """<Project><ItemGroup><Reference Include="KubernetesClient" /></ItemGroup></Project>""");
        Assert.Equal("KubeLint read 1 files: it is asked for in another way", Assert.Single((await sample.Build("--no-restore", "-t:KubeLintOnce", "-v:detailed")).Succeeded().CacheNotes));
    }

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData(Sample.TwoFrameworks)]
    public async Task What_is_kept_may_be_damaged_and_is_cleaned_away(string frameworks)
    {
        using var sample = new Sample(package).AddProject(frameworks: frameworks).AddDeployment().AddDeployment("more.yaml");
        var first = (await sample.Build()).Succeeded();
        sample.Age();
        var kept = Assert.Single(Directory.GetFiles(sample.At("obj"), "kubelint.cache*", SearchOption.AllDirectories));
        File.WriteAllText(kept, "{ \"version\": 3 }");
        var damaged = (await sample.Build("--no-restore", "-v:detailed")).Succeeded();
        var repeated = (await sample.Build("--no-restore", "-v:detailed")).Succeeded();

        Assert.Equal("KubeLint read 2 files: what was kept from before is damaged", Assert.Single(damaged.CacheNotes));
        Assert.Equal(Repeats, Assert.Single(repeated.CacheNotes));
        Assert.Equal(first.Findings, damaged.Findings);
        Assert.Equal(first.Findings, repeated.Findings);
        Assert.Contains("    2 Warning(s)", damaged.Output, StringComparison.Ordinal);

        // What a build that was killed left behind goes as well.
        File.WriteAllText(kept + ".0123456789abcdef0123456789abcdef", "");
        (await sample.Run("clean", "-tl:off")).Succeeded();
        Assert.Empty(Directory.GetFiles(sample.At("obj"), "kubelint.cache*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Builds_at_once_do_not_disturb_each_other()
    {
        using var sample = new Sample(package).AddProject().AddDeployment().AddDeployment("more.yaml");
        (await sample.Run("restore")).Succeeded();
        sample.Age();

        // Of the build only what is KubeLint's: the compiler itself can't be run twice on one project at once.
        var builds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sample.Build("--no-restore", "-t:KubeLintOnce")));
        Assert.All(builds, b => Assert.Equal("more.yaml(12,5) warning KUBE1001, web.yaml(12,5) warning KUBE1001", b.Succeeded().Findings));

        var next = (await sample.Build("--no-restore", "-v:detailed")).Succeeded();
        Assert.Equal(Repeats, Assert.Single(next.CacheNotes));
        Assert.Equal(builds[0].Findings, next.Findings);
    }
}
