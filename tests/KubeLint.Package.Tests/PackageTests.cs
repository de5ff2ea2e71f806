using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace KubeLint.Package.Tests;

/// <summary>What the package holds, and how it gets on with others and with damage.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackedPackage package)
{
    private const string Web = "web.yaml(12,5) warning KUBE1001";

    private static readonly string OlderYamlDotNet = typeof(PackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "OlderYamlDotNet").Value!;

    [Fact]
    public void The_package_holds_the_task_and_the_analyzer_with_its_fixes_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"KubeLint.{package.Version}.nupkg"));
        Assert.Equal(
            [
                "KubeLint.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/KubeLint.Analyzers.dll",
                "analyzers/dotnet/cs/KubeLint.CodeFixes.dll",
                "analyzers/dotnet/cs/KubeLint.Core.dll",
                "build/KubeLint.BuildToken.proj",
                "build/KubeLint.props",
                "build/KubeLint.targets",
                "buildMultiTargeting/KubeLint.props",
                "buildMultiTargeting/KubeLint.targets",
                "tasks/netstandard2.0/KubeLint.Build.dll",
                "tasks/netstandard2.0/KubeLint.Core.dll",
                "tasks/netstandard2.0/KubeLint.Engine.dll",
                "tasks/netstandard2.0/KubeLint.Terraform.dll",
                "tasks/netstandard2.0/KubeLint.Yaml.dll",
                "tasks/netstandard2.0/YamlDotNet.dll",
            ],
            archive.Entries.Select(e => e.FullName).Where(n => n != "[Content_Types].xml" && !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var nuspec = Nuspec(archive);
        string? Metadata(string name) => nuspec.Descendants().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal(("KubeLint", package.Version, "true", "MIT", "README.md"), (Metadata("id"), Metadata("version"), Metadata("developmentDependency"), Metadata("license"), Metadata("readme")));
        Assert.DoesNotContain(nuspec.Descendants(), e => e.Name.LocalName is "dependency" or "group" or "reference" or "frameworkAssembly");
    }

    [Fact]
    public async Task The_package_stays_in_the_project_that_asks_for_it()
    {
        const string Plain = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>";
        using var sample = new Sample(package)
            .Add("lib/lib.csproj", Plain).AddDeployment("lib/web.yaml")
            .AddProject("careless/careless.csproj").AddDeployment("careless/careless.yaml")
            .Add("app/app.csproj", Plain.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../lib/lib.csproj\" /><ProjectReference Include=\"../careless/careless.csproj\" /></ItemGroup></Project>", StringComparison.Ordinal))
            .AddDeployment("app/app.yaml");
        sample.Add("careless/careless.csproj", File.ReadAllText(sample.At("careless/careless.csproj")).Replace(" PrivateAssets=\"all\"", "", StringComparison.Ordinal));
        (await sample.Run("add", "lib", "package", "KubeLint", "--version", package.Version)).Succeeded();

        // As the SDK adds a development dependency; and where somebody wrote less.
        Assert.Contains("<PrivateAssets>all</PrivateAssets>", File.ReadAllText(sample.At("lib/lib.csproj")), StringComparison.Ordinal);
        Assert.Equal("careless.yaml(12,5) warning KUBE1001, " + Web, (await sample.Build("app")).Succeeded().Findings);
        Assert.Equal(["app.dll", "careless.dll", "lib.dll"], Directory.GetFiles(sample.At("app/bin/Debug/net10.0"), "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));

        (await sample.Run("pack", "lib", "-tl:off", "--no-restore", "-c", "Debug", "-o", sample.At("packed"))).Succeeded();
        using var archive = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(sample.At("packed"))));
        Assert.DoesNotContain("KubeLint", Nuspec(archive).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_task_and_the_project_may_have_an_older_YamlDotNet()
    {
        using var sample = new Sample(package)
            .Add("Program.cs", "System.Console.WriteLine($\"The program runs with YamlDotNet {typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version}\");").AddDeployment()
            .Add("Directory.Build.targets", """
                <Project>
                  <UsingTask TaskName="ReadYaml" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
                    <ParameterGroup><When ParameterType="System.String" /></ParameterGroup>
                    <Task>
                      <Reference Include="$(PkgYamlDotNet)/lib/netstandard2.0/YamlDotNet.dll" />
                      <Code Type="Fragment" Language="cs"><![CDATA[
                        var text = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<string>("text");
                        Log.LogMessage(MessageImportance.High, "{0} KubeLint: {1} read by YamlDotNet {2}", When, text, typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version);
                      ]]></Code>
                    </Task>
                  </UsingTask>
                  <Target Name="ReadBefore" BeforeTargets="KubeLint"><ReadYaml When="Before" /></Target>
                  <Target Name="ReadAfter" AfterTargets="KubeLintGate"><ReadYaml When="After" /></Target>
                </Project>
                """);
        sample.AddProject(properties: "<OutputType>Exe</OutputType>", items: "<PackageReference Include=\"YamlDotNet\" Version=\"13.7.1\" GeneratePathProperty=\"true\" />")
            .Add("nuget.config", File.ReadAllText(sample.At("nuget.config")).Replace("</packageSources>", $"<add key=\"older\" value=\"{OlderYamlDotNet}\" /></packageSources>", StringComparison.Ordinal));

        foreach (var switches in new[] { "-m:1", "-mt" })
        {
            var result = (await sample.Build(switches)).Succeeded();
            Assert.Equal(Web, result.Findings);
            string[] expected = ["Before KubeLint: text read by YamlDotNet 13.0.0.0", "web.yaml", "After KubeLint: text read by YamlDotNet 13.0.0.0"];
            var at = expected.Select(e => result.Output.IndexOf(e, StringComparison.Ordinal)).ToList();
            Assert.True(at[0] >= 0 && at.SequenceEqual(at.Order()), result.Output);
            File.Delete(sample.At("obj/Debug/net10.0/kubelint.cache"));
        }

        Assert.Contains("The program runs with YamlDotNet 13.0.0.0", (await sample.Run("run", "--no-build")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_package_is_one_warning_and_the_build_goes_on()
    {
        using var sample = new Sample(package).AddProject(properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><KubeLintRoot>../beside</KubeLintRoot>", frameworks: Sample.TwoFrameworks);
        sample.Add("nuget.config", File.ReadAllText(sample.At("nuget.config")).Replace(package.Packages, "../packages", StringComparison.Ordinal)).AddDeployment().AddDeployment("../beside/web.yaml");
        (await sample.Run("restore")).Succeeded();
        var unpacked = sample.At($"../packages/kubelint/{package.Version}");

        await Damage("tasks/netstandard2.0/KubeLint.Engine.dll", null);
        await Damage("tasks/netstandard2.0/YamlDotNet.dll", null);
        await Damage("build/KubeLint.BuildToken.proj", null);

        // So many that they are read at the same time.
        for (var i = 0; i < 20; i++) sample.AddDeployment($"deploy/many/{i}.yaml");
        await Damage("tasks/netstandard2.0/YamlDotNet.dll", null);
        await Damage("tasks/netstandard2.0/YamlDotNet.dll", File.ReadAllBytes(Path.Combine(OlderYamlDotNet, "lib", "netstandard2.0", "YamlDotNet.dll")));
        await Damage("tasks/netstandard2.0/KubeLint.Core.dll", "garbage"u8.ToArray());
        await Damage("tasks/netstandard2.0/KubeLint.Yaml.dll", null);

        // With the package as it was all is well again.
        Assert.Equal(22, (await sample.Build("--no-restore", "-p:TreatWarningsAsErrors=false")).Succeeded().Lines.Count);

        async Task Damage(string file, byte[]? instead)
        {
            var path = Path.Combine(unpacked, file);
            var bytes = File.ReadAllBytes(path);
            File.Delete(path);
            if (instead is not null) File.WriteAllBytes(path, instead);
            var result = (await sample.Build("--no-restore")).Succeeded();
            var said = Assert.Single(result.Lines);
            Assert.Contains($"{sample.At("shop.csproj")} : warning KUBE0005: KubeLint failed, and the manifests of this project were not linted: ", said, StringComparison.Ordinal);
            Assert.Contains(Path.GetFileNameWithoutExtension(file), said, StringComparison.Ordinal);
            Assert.DoesNotContain("AggregateException", said, StringComparison.Ordinal);
            Assert.Contains("please report this", said, StringComparison.Ordinal);
            Assert.Contains("    1 Warning(s)", result.Output, StringComparison.Ordinal);
            File.WriteAllBytes(path, bytes);
        }
    }

    [Fact]
    public async Task Visual_Studio_is_told_what_to_look_at_and_finds_it_after_a_build()
    {
        using var sample = new Sample(package)
            .AddProject("src/shop/shop.csproj", properties: "<KubeLintRoot>$(None);../../deploy; ../../more;</KubeLintRoot>", frameworks: Sample.TwoFrameworks)
            .AddDeployment("src/shop/own.yaml").AddDeployment("deploy/a/web.yaml").AddDeployment("more/b.yml").Add("more/c.json", "{}").Add("more/d.txt", "")
            .AddProject("src/bare/bare.csproj");
        foreach (var framework in new[] { "net10.0", "net10.0-windows" })
        {
            await Build("src/shop", framework);
            var (inputs, outputs) = await Check("src/shop", framework);
            Assert.Equal(new[] { ".editorconfig", "deploy/a/web.yaml", "more/b.yml", "more/c.json", "src/shop/own.yaml" }.Select(sample.At), inputs);
            Assert.True(File.Exists(Assert.Single(outputs)));
        }

        // Nor must a project without manifests seem to lack something.
        await Build("src/bare", "net10.0");
        Assert.True(File.Exists(Assert.Single((await Check("src/bare", "net10.0")).Outputs)));

        // After an error there is something to build.
        var before = File.GetLastWriteTimeUtc(sample.At("src/shop/obj/Debug/net10.0/kubelint.built"));
        sample.Add("src/shop/own.yaml", SampleManifest.Deployment("other"));
        (await sample.Build("src/shop", "-p:BuildingInsideVisualStudio=true", "-p:TargetFramework=net10.0", "-p:KubeLintFailOn=warning")).Failed();
        Assert.Equal(before, File.GetLastWriteTimeUtc(sample.At("src/shop/obj/Debug/net10.0/kubelint.built")));

        // It leaves with the rest.
        (await sample.Run("clean", "src/shop", "-tl:off")).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(sample.At("src/shop"), "kubelint.*", SearchOption.AllDirectories));

        async Task Build(string project, string framework) => (await sample.Build(project, "-p:BuildingInsideVisualStudio=true", $"-p:TargetFramework={framework}")).Succeeded();

        async Task<(IEnumerable<string> Inputs, IEnumerable<string> Outputs)> Check(string project, string framework)
        {
            var result = (await sample.Run("msbuild", project, "-getItem:UpToDateCheckInput,UpToDateCheckOutput", "-p:BuildingInsideVisualStudio=true", $"-p:TargetFramework={framework}")).Succeeded();
            using var json = JsonDocument.Parse(result.Output);
            IEnumerable<string> Paths(string item) => json.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray()
                .Where(i => i.TryGetProperty("Set", out var set) && set.GetString() == "KubeLint").Select(i => i.GetProperty("FullPath").GetString()!).Order(StringComparer.Ordinal).ToList();
            return (Paths("UpToDateCheckInput"), Paths("UpToDateCheckOutput"));
        }
    }

    private static XDocument Nuspec(ZipArchive archive)
    {
        using var stream = Assert.Single(archive.Entries, e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }
}
