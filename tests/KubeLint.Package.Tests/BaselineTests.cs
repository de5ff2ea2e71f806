namespace KubeLint.Package.Tests;

/// <summary>Builds that leave out what a project has accepted.</summary>
[Collection(PackageCollection.Name)]
public sealed class BaselineTests(PackedPackage package)
{
    private const string Property = "<KubeLintBaseline>ci/kubelint.baseline.json</KubeLintBaseline><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    [Fact]
    public async Task A_build_accepts_what_it_finds_and_then_fails_for_what_is_new()
    {
        using var sample = new Sample(package).AddProject("src/shop.csproj", Property).AddDeployment("src/deploy/web.yaml");
        var project = sample.At("src/shop.csproj");
        (await sample.Run("restore", project)).Succeeded();
        sample.Age();

        var missing = (await Build("-p:TreatWarningsAsErrors=false")).Succeeded();
        Assert.Contains(missing.Lines, l => l.Contains("warning KUBE0004: KubeLintBaseline 'ci/kubelint.baseline.json' is not there; 'dotnet build -p:KubeLintWriteBaseline=true' or 'kubelint check --write-baseline' makes it", StringComparison.Ordinal));
        Assert.Contains(missing.Lines, l => l.Contains("warning KUBE1001", StringComparison.Ordinal));

        var written = (await Build("-p:KubeLintWriteBaseline=true")).Succeeded();
        Assert.Equal("", written.Findings);
        Assert.Contains($"{sample.At("src/ci/kubelint.baseline.json")} accepts 1 finding from now on", written.Output, StringComparison.Ordinal);
        Assert.Contains("\"file\": \"../deploy/web.yaml\"", File.ReadAllText(sample.At("src/ci/kubelint.baseline.json")), StringComparison.Ordinal);

        // What is repeated from the cache is filtered as what is found.
        Assert.Equal("", (await Build()).Succeeded().Findings);
        Assert.Equal("", (await Build()).Succeeded().Findings);

        sample.AddDeployment("src/deploy/new.yaml").Age();
        Assert.Equal("new.yaml(12,5) error KUBE1001", (await Build()).Failed().Findings);
        File.Delete(sample.At("src/deploy/new.yaml"));

        // Without git, as in a container's build, the file means the same.
        Directory.Delete(sample.At(".git"), true);
        Assert.Equal("", (await Build()).Succeeded().Findings);

        File.Delete(sample.At("src/deploy/web.yaml"));
        sample.Add("src/deploy/other.yaml", "a: b\n");
        var stale = (await Build("-v:normal")).Succeeded();
        Assert.Contains("the baseline accepts what is no longer found, in 1 entry; 'dotnet build -p:KubeLintWriteBaseline=true'", stale.Output, StringComparison.Ordinal);

        sample.Add("src/ci/kubelint.baseline.json", "<<<<<<< HEAD\n");
        Assert.Contains((await Build("-p:TreatWarningsAsErrors=false")).Succeeded().Lines, l => l.Contains("warning KUBE0004: KubeLintBaseline 'ci/kubelint.baseline.json' can't be understood: line 1 has the marks of a merge", StringComparison.Ordinal));

        Task<DotnetResult> Build(params string[] more) => sample.Run(["build", project, "-tl:off", "--no-restore", .. more]);
    }

    [Fact]
    public async Task To_write_a_baseline_takes_a_file()
    {
        using var sample = new Sample(package).AddProject().AddDeployment();
        var result = (await sample.Build("-p:KubeLintWriteBaseline=true")).Succeeded();

        Assert.Contains(result.Lines, l => l.Contains("warning KUBE0004: KubeLintWriteBaseline needs KubeLintBaseline, the file to write", StringComparison.Ordinal));
        Assert.Contains(result.Lines, l => l.Contains("warning KUBE1001", StringComparison.Ordinal));
    }
}
