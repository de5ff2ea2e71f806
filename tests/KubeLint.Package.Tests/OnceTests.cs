namespace KubeLint.Package.Tests;

/// <summary>A build tells each finding once, however often it builds a project.</summary>
[Collection(PackageCollection.Name)]
public sealed class OnceTests(PackedPackage package)
{
    private const string Web = "web.yaml(12,5) warning KUBE1001";
    private const string Api = "api.yaml(12,5) warning KUBE1001";
    private const string Shared = "shared.yaml(12,5) warning KUBE1001";

    [Fact]
    public async Task Several_target_frameworks_tell_a_finding_once()
    {
        using var sample = new Sample(package).WatchTemporaryFiles().AddProject(frameworks: Sample.TwoFrameworks).AddDeployment();
        Says(await sample.Build(), Web);

        string[][] again =
        [
            [], ["-m:1"], ["-m:4"], ["-mt"], ["-graph"], ["--no-incremental", "-m:4"], ["-f", "net10.0"], ["-f", "net10.0-windows", "--no-incremental"],
        ];
        foreach (var switches in again) Says(await sample.Build(["--no-restore", .. switches]), Web);

        Says(await sample.Run("pack", "-tl:off", "--no-restore", "-c", "Debug"), Web);
        Says(await sample.Run("publish", "-tl:off", "--no-restore", "-c", "Debug", "-f", "net10.0"), Web);
        Says(await sample.Run("msbuild", "-tl:off", "-nologo", "-t:Rebuild;Pack"), Web);
        Assert.Empty(Left(sample));
    }

    [Fact]
    public async Task Projects_that_others_reference_tell_their_findings_once()
    {
        using var sample = new Sample(package)
            .AddProject("app/app.csproj", frameworks: Sample.TwoFrameworks, properties: "<OutputType>Exe</OutputType>", items: References("../lib/lib.csproj", "../base/base.csproj"))
            .Add("app/Program.cs", "return 0;")
            .AddProject("lib/lib.csproj", frameworks: Sample.TwoFrameworks, items: References("../base/base.csproj"))
            .AddProject("base/base.csproj")
            .AddDeployment("app/deploy/web.yaml").AddDeployment("lib/api.yaml").AddDeployment("base/shared.yaml");
        Says(await sample.Build("app"), Api, Shared, Web);
        foreach (var switches in new[] { "-m:1", "-m:4", "-mt", "-graph" }) Says(await sample.Build("app", "--no-restore", switches), Api, Shared, Web);

        Says(await sample.Run("publish", "app", "-tl:off", "--no-restore", "-c", "Debug", "-f", "net10.0"), Api, Shared, Web);
        Says(await sample.Run("pack", "app", "-tl:off", "--no-restore", "-c", "Debug"), Api, Shared, Web);
        Says(await sample.Build("app", "--no-restore", "-p:BuildProjectReferences=false"), Web);
    }

    // A library is built without the runtime that is asked for, and so is the tool that it references; for the app it is built with it.
    [Fact]
    public async Task A_project_that_is_built_with_a_runtime_and_without_tells_its_findings_once()
    {
        const string Linux = "<OutputType>Exe</OutputType><RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>false</SelfContained><UseAppHost>false</UseAppHost>";
        using var sample = new Sample(package)
            .AddProject("app/app.csproj", properties: Linux, items: References("../lib/lib.csproj", "../tool/tool.csproj")).Add("app/Program.cs", "return 0;")
            .AddProject("lib/lib.csproj", items: References("../tool/tool.csproj"))
            .AddProject("tool/tool.csproj", properties: Linux).Add("tool/Program.cs", "return 0;")
            .AddDeployment("app/web.yaml").AddDeployment("lib/shared.yaml").AddDeployment("tool/api.yaml");
        Says(await sample.Build("app"), Api, Shared, Web);
        Says(await sample.Build("app", "-r", "linux-x64", "--no-self-contained"), Api, Shared, Web);
        Says(await sample.Build("app", "-r", "linux-x64", "--no-self-contained", "-m:4"), Api, Shared, Web);
        Says(await sample.Run("publish", "app", "-tl:off", "-c", "Debug", "-r", "linux-x64", "--no-self-contained"), Api, Shared, Web);
    }

    [Theory]
    [InlineData("all.sln", "-m:4 -graph")]
    [InlineData("all.slnx", "-m:1 -m:4 -mt -graph")]
    public async Task Projects_of_a_solution_that_name_one_folder_tell_its_findings_once(string solution, string switches)
    {
        using var sample = new Sample(package).WatchTemporaryFiles()
            .Add("Directory.Build.props", "<Project><PropertyGroup><KubeLintRoot>$(MSBuildThisFileDirectory)deploy</KubeLintRoot></PropertyGroup></Project>")
            .AddProject("src/a/a.csproj", frameworks: Sample.TwoFrameworks)
            .AddProject("src/b/b.csproj", items: References("../a/a.csproj"))
            .AddProject("src/c/c.csproj", items: References("../a/a.csproj"))
            .AddDeployment("deploy/shared.yaml").AddDeployment("src/a/web.yaml").AddDeployment("src/b/api.yaml");
        await AddSolution(sample, solution, "src/a/a.csproj", "src/b/b.csproj", "src/c/c.csproj");
        Says(await sample.Build(solution), Api, Shared, Web);

        foreach (var each in switches.Split(' ')) Says(await sample.Build(solution, "--no-restore", each), Api, Shared, Web);
        Says(await sample.Build(solution, "--no-restore", "--no-incremental"), Api, Shared, Web);
        Says(await sample.Run("pack", solution, "-tl:off", "--no-restore", "-c", "Debug"), Api, Shared, Web);
        Says(await sample.Build("src/c", "--no-restore"), Shared, Web);
        Assert.Empty(Left(sample));
    }

    [Fact]
    public async Task Projects_whose_manifests_overlap_tell_each_file_once()
    {
        using var sample = new Sample(package)
            .AddDeployment("deploy/web.yaml").AddDeployment("deploy/prod/api.yaml").AddDeployment("deploy/listed.yml")
            .AddProject("a/a.csproj", properties: "<KubeLintRoot>../deploy</KubeLintRoot>")
            .AddProject("b/b.csproj", properties: "<KubeLintRoot>../deploy/prod</KubeLintRoot>", items: "<KubernetesManifest Include=\"../deploy/*.yml\" />")
            .AddProject("deploy/tests/tests.csproj", properties: "<KubeLintRoot>..</KubeLintRoot>", items: "<ProjectReference Include=\"../../a/a.csproj\" AdditionalProperties=\"Flavor=x\" /><ProjectReference Include=\"../../a/a.csproj\" ReferenceOutputAssembly=\"false\" /><ProjectReference Include=\"../../b/b.csproj\" />");
        Assert.Equal(
            "api.yaml(12,5) warning KUBE1001, listed.yml(12,5) warning KUBE1001, web.yaml(12,5) warning KUBE1001",
            (await sample.Build("deploy/tests")).Succeeded().Findings);
    }

    [Fact]
    public async Task Projects_in_one_folder_tell_its_findings_once()
    {
        using var sample = new Sample(package).WatchTemporaryFiles()
            .Add("Directory.Build.props", "<Project><PropertyGroup><BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)../obj/$(MSBuildProjectName)/</BaseIntermediateOutputPath></PropertyGroup></Project>")
            .AddProject("shop.csproj").AddProject("other.csproj", frameworks: Sample.TwoFrameworks).AddDeployment();
        await AddSolution(sample, "all.slnx", "shop.csproj", "other.csproj");
        Says(await sample.Build("all.slnx"), Web);
        foreach (var switches in new[] { "-m:1", "-m:4", "-mt", "-graph" }) Says(await sample.Build("all.slnx", "--no-restore", switches), Web);
        Assert.Empty(Left(sample));

        // Alone each of them has them all.
        Says(await sample.Build("shop.csproj", "--no-restore"), Web);
        Says(await sample.Build("other.csproj", "--no-restore"), Web);
    }

    [Fact]
    public async Task A_mistake_in_configuration_that_projects_share_is_told_once()
    {
        const string Mistake = ".editorconfig(3,1) warning KUBE0004";
        using var sample = new Sample(package)
            .Add(".editorconfig", "root = true\n[*.yaml]\nkubelint.zone = 3\n")
            .AddProject("a/a.csproj", frameworks: Sample.TwoFrameworks).AddProject("b/b.csproj").AddProject("c/c.csproj")
            .AddDeployment("a/web.yaml").AddDeployment("b/api.yaml");
        await AddSolution(sample, "all.sln", "a/a.csproj", "b/b.csproj", "c/c.csproj");
        Says(await sample.Build("all.sln"), Mistake, Api, Web);
        foreach (var switches in new[] { "-m:1", "-m:4", "-mt", "-graph" }) Says(await sample.Build("all.sln", "--no-restore", switches), Mistake, Api, Web);
        Says(await sample.Build("b", "--no-restore"), Mistake, Api);
    }

    private static void Says(DotnetResult result, params string[] findings)
    {
        var found = result.Succeeded().Findings;
        Assert.True(found == string.Join(", ", findings), $"The build said: {found}\n{result.Output}");
    }

    private static string References(params string[] projects) => string.Concat(projects.Select(p => $"<ProjectReference Include=\"{p}\" />"));

    private static async Task AddSolution(Sample sample, string name, params string[] projects)
    {
        (await sample.Run("new", "sln", "-n", Path.GetFileNameWithoutExtension(name), "-f", Path.GetExtension(name)[1..])).Succeeded();
        (await sample.Run(["sln", name, "add", .. projects])).Succeeded();
    }

    private static IEnumerable<string> Left(Sample sample)
    {
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(sample.TemporaryFolder));
        return Directory.EnumerateFiles(sample.TemporaryFolder, "kubelint-*", SearchOption.AllDirectories);
    }
}
