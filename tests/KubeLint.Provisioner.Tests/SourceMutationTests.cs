using KubeLint.Analyzers.Tests;
using KubeLint.Rules.Tests;
using Microsoft.CodeAnalysis;

namespace KubeLint.Provisioner.Tests;

/// <summary>Each safeguard is taken out of the code that builds the manifests, and the analyzer that lints this project's build tells of it.</summary>
public sealed class SourceMutationTests
{
    private const string Ingress = "Manifests/IngressManifests.cs";
    private const string Spread = "Manifests/Spread.cs";
    private const string Storage = "Manifests/StorageManifests.cs";
    private const string Workload = "Manifests/WorkloadManifests.cs";

    private static readonly string[] Files = [Ingress, Spread, Storage, Workload, "Declarations/ClusterDeclaration.cs", "Scaleway/ScalewayRegion.cs"];

    private static readonly IReadOnlyList<string> Sources = [.. Files.Select(Read)];

    // What the project's own build is configured with.
    private static readonly Dictionary<string, string> Options = Read(".editorconfig").Split('\n')
        .Select(line => line.Split(" = ")).Where(pair => pair is [['k', 'u', 'b', 'e', ..], _]).ToDictionary(pair => pair[0], pair => pair[1]);

    [Fact]
    public void The_build_of_the_project_runs_the_analyzer_and_takes_no_note()
    {
        Assert.Contains("KubeLint.Analyzers.csproj\" OutputItemType=\"Analyzer\"", Read("KubeLint.Provisioner.csproj"), StringComparison.Ordinal);
        Assert.Contains("category-KubeLint.severity = warning", Read(".editorconfig"), StringComparison.Ordinal);
        Assert.Equal(3, Options.Count);
    }

    [Fact]
    public async Task The_code_as_it_is_has_no_finding() => Assert.Empty(await Find(Sources));

    [Theory]
    [InlineData("KUBE1001", Ingress, "TopologySpreadConstraints = Spread.OfDeployment(ControllerLabels),", "")]
    [InlineData("KUBE1001", Workload, "TopologySpreadConstraints = Spread.OfDeployment(LabelsOf(workload)),", "")]
    [InlineData("KUBE1001", Workload, "TopologySpreadConstraints = Spread.OfStatefulSet(LabelsOf(workload)),", "")]
    [InlineData("KUBE1002", Ingress, "Spread.OfDeployment(ControllerLabels)", "Spread.OfDeployment(new Dictionary<string, string> { [\"app\"] = \"ingress\" })")]
    [InlineData("KUBE1002", Spread, "LabelSelector = new V1LabelSelector { MatchLabels = labels },", "")]
    [InlineData("KUBE1003", Spread, "\"DoNotSchedule\"", "\"ScheduleAnyway\"")]
    [InlineData("KUBE1004", Spread, "MaxSkew = 1", "MaxSkew = 3")]
    [InlineData("KUBE1005", Spread, "MaxSkew = 1", "MaxSkew = 0")]
    [InlineData("KUBE1006", Spread, "\"topology.kubernetes.io/zone\"", "\"topology.kubernetes.io/zones\"")]
    [InlineData("KUBE1006", Spread, "\"topology.kubernetes.io/zone\"", "\"failure-domain.beta.kubernetes.io/zone\"")]
    [InlineData("KUBE1010", Ingress, "Replicas = replicas,", "Replicas = 2,")]
    [InlineData("KUBE1012", Spread, "MatchLabelKeys = [\"pod-template-hash\"],", "")]
    [InlineData("KUBE3001", Storage, "VolumeBindingMode = \"WaitForFirstConsumer\",", "")]
    [InlineData("KUBE3001", Storage, "\"WaitForFirstConsumer\"", "\"Immediate\"")]
    [InlineData("KUBE4001", Ingress, "[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = zone,", "")]
    [InlineData("KUBE4002", Ingress, "[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = zone,", "[\"service.beta.kubernetes.io/scw-loadbalancer-zone\"] = \"it-mil-1\",")]
    [InlineData("KUBE4004", Ingress, "Type = \"LoadBalancer\",", "Type = \"LoadBalancer\", LoadBalancerClass = \"other\",")]
    [InlineData("KUBE5002", Ingress, "MaxUnavailable = 1,\n            Selector", "MaxUnavailable = 0,\n            Selector")]
    [InlineData("KUBE5002", Workload, "MaxUnavailable = 1,\n            Selector", "MaxUnavailable = 0,\n            Selector")]
    public async Task Without_it_the_rule_speaks(string rule, string file, string safeguard, string without)
    {
        var place = Array.IndexOf(Files, file);
        var start = Sources[place].IndexOf(safeguard, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} has no {safeguard}");
        var changed = Sources[place].Remove(start, safeguard.Length).Insert(start, without);

        var found = await Find([.. Sources.Select((source, i) => i == place ? changed : source)]);

        Assert.True(found.Any(line => line.StartsWith(rule, StringComparison.Ordinal)), string.Join("\n", found));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "KubeLint.Provisioner", name)).ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Find(IReadOnlyList<string> sources)
    {
        var verifier = new Verifier
        {
            MoreReferences = [MetadataReference.CreateFromFile(typeof(Providers.Provider).Assembly.Location)],
            Options = Options,
        };
        return [.. (await verifier.Diagnose([.. sources])).Where(d => d.Id.StartsWith("KUBE", StringComparison.Ordinal)).Select(d => $"{d.Id} {d.GetMessage()}")];
    }
}
