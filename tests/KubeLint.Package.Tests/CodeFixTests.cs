namespace KubeLint.Package.Tests;

/// <summary>That <c>dotnet format analyzers</c> writes fixes into C#, with what the package brings.</summary>
[Collection(PackageCollection.Name)]
public sealed class CodeFixTests(PackedPackage package)
{
    private const string Builder = """
        using k8s.Models;

        public static class Builder
        {
            // As slow as it is cheap.
            public static V1StorageClass Slow() => new()
            {
                Metadata = new() { Name = "slow" },
                Provisioner = "csi.scaleway.com", // block storage
            };

            public static V1StorageClass Fast() => new() { Metadata = new() { Name = "fast" }, Provisioner = "csi.scaleway.com" };
        }

        """;

    private static readonly string Models = $"<Reference Include=\"{typeof(k8s.Models.V1Deployment).Assembly.Location}\" />";

    [Fact]
    public async Task Format_writes_the_fixes_of_a_rule_and_the_build_is_clean_then()
    {
        using var sample = new Sample(package).AddProject(items: Models).Add("Builder.cs", Builder);
        Assert.Equal("Builder.cs(12,44) warning KUBE3001, Builder.cs(6,44) warning KUBE3001", (await sample.Build()).Succeeded().Findings);

        (await sample.Run("format", "analyzers", "shop.csproj", "--no-restore", "--diagnostics", "KUBE3001", "--severity", "info")).Succeeded();
        Assert.Equal(
            Builder.Replace("// block storage\n", "// block storage\n        VolumeBindingMode = \"WaitForFirstConsumer\",\n").Replace("\"csi.scaleway.com\" };", "\"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" };"),
            File.ReadAllText(sample.At("Builder.cs")));

        var built = (await sample.Build("--no-restore", "--no-incremental")).Succeeded();
        Assert.Contains(" 0 Warning(s)", built.Output, StringComparison.Ordinal);
    }
}
