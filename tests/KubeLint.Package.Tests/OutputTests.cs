namespace KubeLint.Package.Tests;

/// <summary>What a build prints.</summary>
[Collection(PackageCollection.Name)]
public sealed class OutputTests(PackedPackage package)
{
    [Fact]
    public async Task A_finding_is_printed_as_the_compiler_prints_its_own()
    {
        using var sample = new Sample(package).AddProject().AddDeployment();
        var result = (await sample.Build()).Succeeded();

        Assert.Equal(
            $"{sample.At("deploy/web.yaml")}(12,5): warning KUBE1001: Deployment 'web': nothing keeps its 3 replicas in different zones; all 3 may run in one zone, and losing it leaves 0 [{sample.At("shop.csproj")}]",
            Assert.Single(result.Lines));
    }
}
