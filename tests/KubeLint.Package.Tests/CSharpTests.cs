namespace KubeLint.Package.Tests;

/// <summary>C# and YAML side by side in one build.</summary>
[Collection(PackageCollection.Name)]
public sealed class CSharpTests(PackedPackage package)
{
    private const string Builder = """
        using System.Collections.Generic;
        using k8s.Models;

        public static class Builder
        {
            public static V1Deployment Build(IDictionary<string, string> labels) => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Replicas = 3,
                    Selector = new() { MatchLabels = labels },
                    Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { Name = "web" }] } },
                },
            };

            public static V1StorageClass Class() => new() { Metadata = new() { Name = "fast" }, Provisioner = "csi.scaleway.com" };
        }
        """;

    private static readonly string Models = $"<Reference Include=\"{typeof(k8s.Models.V1Deployment).Assembly.Location}\" />";

    [Fact]
    public async Task Both_are_judged_in_one_build_by_the_same_switches()
    {
        using var sample = new Sample(package).AddProject(items: Models).AddDeployment().Add("Builder.cs", Builder);
        const string InCode = "Builder.cs(13,70) warning KUBE1001, Builder.cs(17,45) warning KUBE3001, ";
        Assert.Equal(InCode + "web.yaml(12,5) warning KUBE1001", Checked((await sample.Build()).Succeeded()));

        Assert.Equal((InCode + "web.yaml(12,5) warning KUBE1001").Replace("warning", "error"), Checked((await sample.Build("--no-restore", "--no-incremental", "-p:TreatWarningsAsErrors=true")).Failed()));
        Assert.Equal("Builder.cs(17,45) warning KUBE3001", Checked((await sample.Build("--no-restore", "--no-incremental", "-p:NoWarn=KUBE1001")).Succeeded()));

        sample.Add(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.KUBE3001.severity = error
            [*.yaml]
            dotnet_diagnostic.KUBE1001.severity = none
            """);
        Assert.Equal("Builder.cs(13,70) warning KUBE1001, Builder.cs(17,45) error KUBE3001", Checked((await sample.Build("--no-restore")).Failed()));
    }

    [Fact]
    public async Task Code_suppresses_as_for_any_analyzer()
    {
        using var sample = new Sample(package).AddProject(items: Models).Add("Builder.cs", Builder
            .Replace("Spec = new() { Containers", "\n#pragma warning disable KUBE1001\nSpec = new() { Containers")
            .Replace("    public static V1StorageClass", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"KubeLint\", \"KUBE3001\")]\n    public static V1StorageClass"));
        Assert.Equal("", Checked((await sample.Build()).Succeeded()));
    }

    [Fact]
    public async Task Several_target_frameworks_repeat_what_the_compiler_repeats()
    {
        using var sample = new Sample(package).AddProject(items: Models, frameworks: Sample.TwoFrameworks).AddDeployment().Add("Builder.cs", Builder);
        var found = Checked((await sample.Build()).Succeeded()).Split(", ");
        Assert.Equal((2, 2, 1), (found.Count(f => f.Contains("Builder.cs(13,70)")), found.Count(f => f.Contains("Builder.cs(17,45)")), found.Count(f => f.Contains("web.yaml"))));
    }

    private static string Checked(DotnetResult result)
    {
        Assert.All(["CS8032", "CS9057", "AD0001"], code => Assert.DoesNotContain(code, result.Output, StringComparison.Ordinal));
        return result.Findings;
    }
}
