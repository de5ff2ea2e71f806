using BenchmarkDotNet.Attributes;
using KubeLint.Configuration;
using KubeLint.Yaml;

namespace KubeLint.Benchmarks;

/// <summary>Reading texts into the model, beside the floor on the same texts.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private string[] texts = [];

    /// <summary>How many files.</summary>
    [Params(1, 100)]
    public int Files { get; set; }

    /// <summary>Makes the texts.</summary>
    [GlobalSetup]
    public void Generate() => texts = [.. Enumerable.Range(0, Files).Select(ManifestGenerator.File)];

    /// <summary>YamlDotNet's event parser alone.</summary>
    [Benchmark(Baseline = true)]
    public long EventParser() => texts.Sum(Floor.Parse);

    /// <summary>From text to nodes.</summary>
    [Benchmark]
    public int Reader()
    {
        var reader = new ManifestReader();
        return texts.Sum(text => reader.Read("deploy/app.yaml", text, LintOptions.Default).Documents.Count);
    }
}
