using System.Text.Json;

namespace KubeLint.Package.Tests;

/// <summary>The report that a build writes, and the links in what it prints.</summary>
[Collection(PackageCollection.Name)]
public sealed class SarifTests(PackedPackage package)
{
    [Fact]
    public async Task A_build_writes_its_findings_with_the_severities_that_it_gives_them()
    {
        using var sample = new Sample(package)
            .AddProject(properties: "<KubeLintSarifFile>logs/kube lint.sarif</KubeLintSarifFile>").AddDeployment()
            .Add("deploy/class.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: csi.scaleway.com\n");
        (await sample.Build()).Succeeded();
        var written = File.GetLastWriteTimeUtc(sample.At("logs/kube lint.sarif"));
        Assert.Equal(["deploy/class.yaml warning KUBE3001", "deploy/web.yaml warning KUBE1001"], Results(sample));
        Assert.Contains("\"fixes\": [{\"description\": {\"text\": \"Set volumeBindingMode to WaitForFirstConsumer\"}", File.ReadAllText(sample.At("logs/kube lint.sarif")), StringComparison.Ordinal);

        // What is repeated from before has its fixes too.
        (await sample.Build("--no-restore")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(sample.At("logs/kube lint.sarif")));

        (await sample.Build("--no-restore", "-p:WarningsAsErrors=KUBE1001", "-p:NoWarn=KUBE3001")).Failed();
        Assert.Equal(["deploy/web.yaml error KUBE1001"], Results(sample));

        File.Delete(sample.At("logs/kube lint.sarif"));
        File.Delete(sample.At("deploy/web.yaml"));
        (await sample.Build("--no-restore", "-p:NoWarn=KUBE3001")).Succeeded();
        Assert.Empty(Results(sample));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_a_warning()
    {
        using var sample = new Sample(package).AddProject(properties: "<KubeLintSarifFile>deploy</KubeLintSarifFile>").AddDeployment();
        var result = (await sample.Build()).Succeeded();
        Assert.Contains(result.Lines, l => l.Contains("warning KUBE0004: KubeLintSarifFile can't be written: ", StringComparison.Ordinal));
        Assert.Contains(result.Lines, l => l.Contains("warning KUBE1001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_repository_is_known_findings_link_to_the_page_of_their_rule()
    {
        using var folder = new TempFolder();
        (await Dotnet.Run(
            Path.Combine(PackedPackage.Repository, "analyzers", "KubeLint.Package"),
            "pack", "-o", folder.At("feed"), "-p:RepositoryUrl=https://git.example.com/team/kubelint.git", "-p:UseArtifactsOutput=true", "-p:ArtifactsPath=" + folder.At("artifacts"))).Succeeded();
        using var sample = new Sample(package, feed: folder.At("feed")).AddProject().AddDeployment();
        var line = Assert.Single((await sample.Build()).Succeeded().Lines);

        Assert.Contains("losing it leaves 0 (https://git.example.com/team/kubelint/blob/HEAD/rules/KUBE1001-missing-zone-spread.md) [", line, StringComparison.Ordinal);
    }

    private static List<string> Results(Sample sample)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(sample.At("logs/kube lint.sarif")));
        return [.. report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r =>
            $"{r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()} {r.GetProperty("level").GetString()} {r.GetProperty("ruleId").GetString()}")];
    }
}
