using BenchmarkDotNet.Attributes;
using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Views;
using KubeLint.Yaml;

namespace KubeLint.Benchmarks;

/// <summary>
/// Linting one set of many objects that belong together, all in one namespace: workloads, Services, autoscalers,
/// budgets and claims. Time and memory for each document should not grow with their number.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SetBenchmarks
{
    private const int DocumentsInApplication = 5;

    private Document[] documents = [];

    /// <summary>How many documents.</summary>
    [Params(5_000, 50_000)]
    public int Documents { get; set; }

    /// <summary>Reads the documents, once.</summary>
    [GlobalSetup]
    public void Read()
    {
        var reader = new ManifestReader();
        documents = [.. Enumerable.Range(0, Documents / DocumentsInApplication).SelectMany(i => reader.Read($"deploy/app-{i}.yaml", ManifestGenerator.Application(i), LintOptions.Default).Documents)];
        if (documents.Length != Documents) throw new InvalidOperationException($"{documents.Length} documents were read, not {Documents}");
    }

    /// <summary>From nodes to findings.</summary>
    [Benchmark]
    public int Lint() => new Linter().Lint(new Inventory(new ResourceSet(documents.SelectMany(Resource.ReadAll))), [], []).Count;
}
