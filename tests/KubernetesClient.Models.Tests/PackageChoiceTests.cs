using System.Text.Json;
using KubeLint.Package.Tests;
using KubeLint.Rules.Tests;

namespace KubernetesClient.Models.Tests;

/// <summary>Projects that import KubernetesModels.props take our models or, with KubernetesClientVersion, the real ones.</summary>
public sealed class PackageChoiceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("20.0.84", "KubernetesClient 20.0.84")]
    [InlineData("18.0.5", "KubernetesClient 18.0.5")]
    [InlineData("12.1.1", "KubernetesClient 12.1.1")]
    [InlineData("12.0.16", "KubernetesClient.Models 12.0.16")]
    [InlineData("9.1.12", "KubernetesClient.Models 9.1.12")]
    public async Task The_version_decides(string version, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("kubelint-").FullName;
        var props = Path.Combine(RepositoryPaths.Root, "src", "KubernetesClient.Models", "KubernetesModels.props");
        await File.WriteAllTextAsync(Path.Combine(folder, "a.proj"), $"""<Project><Import Project="{props}" /></Project>""");
        var result = await Dotnet.Run(folder, "msbuild", "a.proj", "-getItem:PackageReference,ProjectReference", $"-p:KubernetesClientVersion={version}");
        Directory.Delete(folder, true);

        var items = JsonDocument.Parse(result.Succeeded().Output).RootElement.GetProperty("Items");
        var packages = items.GetProperty("PackageReference").EnumerateArray().Select(p => $"{p.GetProperty("Identity")} {p.GetProperty("VersionOverride")}");
        var projects = items.GetProperty("ProjectReference").EnumerateArray().Select(p => p.GetProperty("Filename").ToString());
        Assert.Equal(expected, string.Join(", ", packages));
        Assert.Equal(version.Length == 0 ? ["KubernetesClient.Models"] : [], projects);
    }
}
