using System.Diagnostics;
using System.Text;

namespace KubeLint.Package.Tests;

/// <summary>In which projects and folders, and in which builds, manifests are linted.</summary>
[Collection(PackageCollection.Name)]
public sealed class ProjectTests(PackedPackage package)
{
    private const string Web = "web.yaml(12,5) warning KUBE1001";

    /// <summary>One workload in one zone, which a service leads to: KUBE1007 unless there may be others.</summary>
    private static readonly string Pinned =
        SampleManifest.Deployment().Replace("      containers", "      nodeSelector: { topology.kubernetes.io/zone: a }\n      containers", StringComparison.Ordinal)
        + "---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n";

    [Fact]
    public async Task Projects_in_every_language_and_without_sources_are_linted()
    {
        using var sample = new Sample(package)
            .AddProject("none/none.csproj").AddDeployment("none/a.yaml")
            .AddProject("nothing/nothing.csproj", properties: "<EnableDefaultCompileItems>false</EnableDefaultCompileItems><GenerateAssemblyInfo>false</GenerateAssemblyInfo><GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute><NoWarn>CS2008</NoWarn>").AddDeployment("nothing/b.yaml")
            .AddProject("f/f.fsproj", items: "<Compile Include=\"Shop.fs\" />").Add("f/Shop.fs", "module Shop\n").AddDeployment("f/c.yaml")
            .AddProject("vb/vb.vbproj").Add("vb/Shop.vb", "Module Shop\nEnd Module\n").AddDeployment("vb/d.yaml")
            .Add("all.slnx", "<Solution><Project Path=\"none/none.csproj\" /><Project Path=\"nothing/nothing.csproj\" /><Project Path=\"f/f.fsproj\" /><Project Path=\"vb/vb.vbproj\" /></Solution>");

        const string Findings = "a.yaml(12,5) warning KUBE1001, b.yaml(12,5) warning KUBE1001, c.yaml(12,5) warning KUBE1001, d.yaml(12,5) warning KUBE1001";
        Assert.Equal(Findings, (await sample.Build("all.slnx")).Succeeded().Findings);
        Assert.Equal(Findings, (await sample.Build("all.slnx", "--no-restore")).Succeeded().Findings);
    }

    // The SDK itself can't build in a folder with a semicolon, an item list or %20 in its name; below it there may be all of them.
    [UnixFact]
    public async Task Paths_may_hold_all_that_means_something_to_the_build()
    {
        using var sample = new Sample(package, "a b é日本 % $(x) @ it's & # (1) [2] {3} ,=+!~");
        sample.AddProject("shop é it's & # $(x) @ ;.csproj", properties: "<KubeLintRoot>../r%3Ba %2520 %40(b) %24(c) it's;..\\else</KubeLintRoot>", frameworks: Sample.TwoFrameworks)
            .AddDeployment("de;ploy %24 @(x) $(y)/a;b %25 'c' (d) $e @f & #g é.yaml").AddDeployment("x%2ay.yml").AddDeployment("../r;a %20 @(b) $(c) it's/it's %3b.yaml").AddDeployment("../else/e.yaml");
        var first = (await sample.Build()).Succeeded();

        string[] expected = ["de;ploy %24 @(x) $(y)/a;b %25 'c' (d) $e @f & #g é.yaml", "x%2ay.yml", "../r;a %20 @(b) $(c) it's/it's %3b.yaml", "../else/e.yaml"];
        Assert.Equal(expected.Select(p => Path.GetFullPath(sample.At(p)) + "(12,5): warning KUBE1001").Order(StringComparer.Ordinal), first.Lines.Select(l => l[..l.IndexOf(": Deployment", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));

        // The cache stands where it should, and knows them again.
        var second = (await sample.Age().Build("--no-restore", "-v:detailed")).Succeeded();
        var third = (await sample.Build("--no-restore", "-v:detailed")).Succeeded();
        Assert.Equal((first.Findings, first.Findings), (second.Findings, third.Findings));
        Assert.Equal("KubeLint repeats what it found in 4 files: nothing has changed", Assert.Single(third.CacheNotes));
    }

    [UnixFact]
    public async Task The_packages_may_be_anywhere()
    {
        using var sample = new Sample(package);
        sample.Add("nuget.config", File.ReadAllText(sample.At("nuget.config")).Replace(package.Packages, "packages é % $x @ it's # (1)", StringComparison.Ordinal))
            .Add("Directory.Build.props", "<Project><PropertyGroup><KubeLintRoot>$(MSBuildThisFileDirectory)deploy</KubeLintRoot></PropertyGroup></Project>")
            .AddProject("a/a.csproj", items: "<ProjectReference Include=\"../b/b.csproj\" />").AddProject("b/b.csproj").AddDeployment();

        // Two projects with one folder, so that the package's own project is asked for the build's token.
        Assert.Equal(Web, (await sample.Build("a")).Succeeded().Findings);
        Assert.Single(Directory.GetDirectories(sample.Folder, "packages é*"));
    }

    [Fact]
    public async Task Paths_may_be_long()
    {
        using var sample = new Sample(package);
        var deep = string.Join('/', Enumerable.Repeat("a-folder-with-quite-a-long-name", 12));
        sample.AddProject().AddDeployment(deep + "/web.yaml");
        Assert.True(sample.At(deep).Length > 300);
        Assert.Equal(Web, (await sample.Build()).Succeeded().Findings);
    }

    [UnixFact]
    public async Task A_project_may_lie_deep()
    {
        var deep = string.Join('/', Enumerable.Repeat("a-folder-with-quite-a-long-name", 12));
        using var sample = new Sample(package);
        sample.AddProject(deep + "/shop.csproj").AddDeployment(deep + "/deploy/web.yaml");
        Assert.Equal(Web, (await sample.Build(deep)).Succeeded().Findings);
        Assert.True(File.Exists(sample.At(deep + "/obj/Debug/net10.0/kubelint.cache")));
    }

    [UnixFact]
    public async Task Sources_may_be_read_only()
    {
        using var sample = new Sample(package);
        sample.Add("src/Directory.Build.props", "<Project><PropertyGroup><BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)../out/obj/</BaseIntermediateOutputPath><BaseOutputPath>$(MSBuildThisFileDirectory)../out/bin/</BaseOutputPath></PropertyGroup></Project>")
            .AddProject("src/shop.csproj", frameworks: Sample.TwoFrameworks).AddDeployment("src/deploy/web.yaml");
        var before = Files(sample.At("src"));
        Protect(sample.At("src"), true);
        try
        {
            Assert.Equal(Web, (await sample.Build("src")).Succeeded().Findings);
            Assert.Equal(Web, (await sample.Build("src", "--no-restore")).Succeeded().Findings);
            Assert.Equal(before, Files(sample.At("src")));
            Assert.True(File.Exists(sample.At("out/obj/Debug/kubelint.cache")));

            // Nor does it matter that nothing can be kept.
            File.Delete(sample.At("out/obj/Debug/kubelint.cache"));
            Directory.CreateDirectory(sample.At("out/obj/Debug/kubelint.cache"));
            Assert.Equal(Web, (await sample.Build("src", "--no-restore")).Succeeded().Findings);
            Assert.Equal([sample.At("out/obj/Debug/kubelint.cache")], Directory.EnumerateFileSystemEntries(sample.At("out/obj/Debug"), "kubelint*"));
        }
        finally
        {
            Protect(sample.At("src"), false);
        }
    }

    [Theory]
    [InlineData(false, "artifacts/obj/shop/debug/kubelint.cache")]
    [InlineData(true, "artifacts/obj/shop/debug/kubelint.cache")]
    public async Task With_the_artifacts_layout_all_is_written_there(bool isMultiTargeted, string cache)
    {
        using var sample = new Sample(package)
            .Add("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>").AddDeployment();
        sample.AddProject(frameworks: isMultiTargeted ? Sample.TwoFrameworks : "<TargetFramework>net10.0</TargetFramework>");
        var before = Files(sample.Folder);
        Assert.Equal(Web, (await sample.Build()).Succeeded().Findings);
        Assert.Equal(Web, (await sample.Build("--no-restore")).Succeeded().Findings);
        Assert.Equal(Web, (await sample.Run("pack", "-tl:off", "--no-restore", "-c", "Debug")).Succeeded().Findings);

        var after = Files(sample.Folder);
        Assert.Equal(before, after.Where(f => !f.StartsWith("artifacts", StringComparison.Ordinal)));
        Assert.Equal([cache], after.Where(f => Path.GetFileName(f).StartsWith("kubelint", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_does_not_compile_does_not_lint()
    {
        using var sample = new Sample(package).AddProject(properties: "<OutputType>Exe</OutputType>").Add("Program.cs", "return 0;").AddDeployment();
        Assert.Equal(Web, (await sample.Build()).Succeeded().Findings);
        Assert.Equal(Web, (await sample.Run("publish", "-tl:off", "--no-restore", "-c", "Debug")).Succeeded().Findings);
        Assert.Equal(Web, (await sample.Run("pack", "-tl:off", "--no-restore", "-c", "Debug")).Succeeded().Findings);

        foreach (var command in new[] { "publish", "pack" }) Assert.Empty((await sample.Run(command, "-tl:off", "--no-build", "-c", "Debug")).Succeeded().Lines);
        Assert.Empty((await sample.Run("run", "--no-build")).Succeeded().Lines);
        Assert.Empty((await sample.Run("clean", "-tl:off")).Succeeded().Lines);
        Assert.Empty(Caches(sample));
        Assert.Empty((await sample.Run("restore", "-tl:off")).Succeeded().Lines);
    }

    // There is no test platform here, so the tests themselves fail in both; what counts is what is said before.
    [Fact]
    public async Task Testing_lints_when_it_builds()
    {
        using var sample = new Sample(package).AddProject(properties: "<IsTestProject>true</IsTestProject>").AddDeployment();
        var built = await sample.Run("test", "-tl:off");
        var notBuilt = await sample.Run("test", "-tl:off", "--no-build");

        Assert.Equal((Web, ""), (built.Findings, notBuilt.Findings));
        Assert.All([built, notBuilt], result => Assert.Contains("Test run for", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Design_time_builds_are_silent()
    {
        using var sample = new Sample(package).AddProject(frameworks: Sample.TwoFrameworks).AddDeployment().AddDeployment("Kustomization");
        (await sample.Run("restore")).Succeeded();
        string[] designTime = ["msbuild", "-tl:off", "-nologo", "-v:normal", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildingInsideVisualStudio=true"];
        foreach (var framework in new[] { "net10.0", "net10.0-windows" })
        {
            var result = (await sample.Run([.. designTime, "-t:ResolveReferences;Compile", $"-p:TargetFramework={framework}"])).Succeeded();
            Assert.DoesNotContain("KUBE", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("KubeLintOnce", result.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Caches(sample));
    }

    [Fact]
    public async Task Absence_is_unknown_where_a_project_may_declare_in_code()
    {
        using var sample = new Sample(package).AddProject("app/app.csproj").Add("app/web.yaml", Pinned)
            .Add("models/KubernetesClient.Models.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>")
            .Add("named/named.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>KubernetesClient</AssemblyName></PropertyGroup></Project>")
            .Add("between/between.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include=\"../models/KubernetesClient.Models.csproj\" /></ItemGroup></Project>");
        Assert.Equal("KUBE1007", Ids(await sample.Age().Build("app")));

        // Each reference is a change to the project, though no manifest has changed.
        string[] open =
        [
            "<ProjectReference Include=\"../models/KubernetesClient.Models.csproj\" />",
            "<ProjectReference Include=\"../named/named.csproj\" />",
            "<ProjectReference Include=\"../between/between.csproj\" />",
            "<Reference Include=\"KubernetesClient.Models\" HintPath=\"../models/bin/Debug/net10.0/KubernetesClient.Models.dll\" />",
            "<Reference Include=\"../models/bin/Debug/net10.0/KubernetesClient.Models.dll\" />",
        ];
        foreach (var reference in open) Assert.Equal("", Ids(await sample.AddProject("app/app.csproj", items: reference).Build("app")));
        Assert.Equal("", Ids(await sample.Build("app", "--no-restore")));
        Assert.Equal("KUBE1007", Ids(await sample.AddProject("app/app.csproj").Build("app")));

        static string Ids(DotnetResult result) => string.Join(", ", result.Succeeded().Lines.Select(l => l[l.IndexOf("KUBE", StringComparison.Ordinal)..][..8]));
    }

    [UnixFact]
    public async Task Cancelling_a_build_stops_the_lint_at_once()
    {
        const int Manifests = 3_000;
        const int Documents = 20;
        using var sample = new Sample(package).AddProject();
        (await sample.Run("restore")).Succeeded();
        var text = new StringBuilder();
        for (var i = 0; i < Documents; i++) text.Append("---\n").Append(SampleManifest.Deployment("web" + i));
        var manifest = text.ToString();
        for (var i = 0; i < Manifests; i++) sample.Add($"deploy/{i / 100}/web{i}.yaml", manifest);

        var output = new StringBuilder();
        var started = new TaskCompletionSource();
        using var build = Dotnet.Start(sample.Folder, new Dictionary<string, string>(), ["build", "-tl:off", "--no-restore", "-v:detailed"]);
        build.OutputDataReceived += (_, line) => Hear(line.Data);
        build.ErrorDataReceived += (_, line) => Hear(line.Data);
        build.BeginOutputReadLine();
        build.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await started.Task.WaitAsync(patience.Token);
        using (var kill = Process.Start("kill", ["-INT", build.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(patience.Token);
        await build.WaitForExitAsync(patience.Token);

        var said = output.ToString();
        Assert.NotEqual(0, build.ExitCode);
        Assert.DoesNotContain(" error ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("KUBE0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("KubeLint read", said, StringComparison.Ordinal);
        Assert.Empty(Caches(sample));

        void Hear(string? line)
        {
            lock (output) output.Append(line).Append('\n');
            if (line?.Contains("Task \"LintManifests\"", StringComparison.Ordinal) == true) started.TrySetResult();
        }
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Caches(Sample sample) => Directory.EnumerateFileSystemEntries(sample.Folder, "*kubelint.cache*", SearchOption.AllDirectories);

    private static void Protect(string folder, bool isReadOnly)
    {
        const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(path, isReadOnly ? File.GetUnixFileMode(path) & ~Write : File.GetUnixFileMode(path) | UnixFileMode.UserWrite);
    }
}
