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

    [Fact]
    public async Task Format_mends_what_only_all_of_the_code_tells_and_leaves_choices_to_people()
    {
        // The autoscaler says how many replicas there are; and which class shall be the default nobody knows.
        const string Code = """
            using System.Collections.Generic;
            using k8s.Models;

            public static class Builder
            {
                public static V1Deployment Web() => new()
                {
                    Metadata = new() { Name = "web", NamespaceProperty = "shop" },
                    Spec = new()
                    {
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "web" } },
                            Spec = new() { Containers = [new() { Name = "web" }] },
                        },
                    },
                };

                public static V2HorizontalPodAutoscaler Scaler() => new()
                {
                    Metadata = new() { Name = "web", NamespaceProperty = "shop" },
                    Spec = new() { MinReplicas = 3, MaxReplicas = 9, ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = "web" } },
                };

                public static object[] All() =>
                [
                    new V1StorageClass { Metadata = new() { Name = "a", Annotations = new Dictionary<string, string> { ["storageclass.kubernetes.io/is-default-class"] = "true" } }, Provisioner = "example.com/any" },
                    new V1StorageClass { Metadata = new() { Name = "b", Annotations = new Dictionary<string, string> { ["storageclass.kubernetes.io/is-default-class"] = "true" } }, Provisioner = "example.com/any" },
                ];
            }

            """;
        using var sample = new Sample(package).AddProject(items: Models).Add("Builder.cs", Code);
        Assert.Contains("KUBE1001", (await sample.Build()).Succeeded().Findings, StringComparison.Ordinal);

        (await sample.Run("format", "analyzers", "shop.csproj", "--no-restore", "--diagnostics", "KUBE1001", "KUBE3006", "--severity", "info")).Succeeded();
        Assert.Equal(
            Code.Replace("                Spec = new() { Containers = [new() { Name = \"web\" }] },\n", """
                                Spec = new()
                                {
                                    Containers = [new() { Name = "web" }],
                                    TopologySpreadConstraints =
                                    [
                                        new()
                                        {
                                            MaxSkew = 1,
                                            TopologyKey = "topology.kubernetes.io/zone",
                                            WhenUnsatisfiable = "DoNotSchedule",
                                            LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                                            MatchLabelKeys = ["pod-template-hash"],
                                        },
                                    ],
                                },

                """),
            File.ReadAllText(sample.At("Builder.cs")));
        Assert.Equal("", (await sample.Build("--no-restore", "--no-incremental")).Succeeded().Findings);
    }

    [Fact]
    public async Task Several_target_frameworks_get_each_fix_once()
    {
        using var sample = new Sample(package).AddProject(items: Models, frameworks: Sample.TwoFrameworks).Add("Builder.cs", Builder);
        (await sample.Build()).Succeeded();
        (await sample.Run("format", "analyzers", "shop.csproj", "--no-restore", "--diagnostics", "KUBE3001", "--severity", "info")).Succeeded();
        Assert.Equal(2, File.ReadAllText(sample.At("Builder.cs")).Split("WaitForFirstConsumer").Length - 1);
        Assert.Equal("", (await sample.Build("--no-restore", "--no-incremental")).Succeeded().Findings);
    }
}
