using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KubeLint.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeLint.Benchmarks;

/// <summary>A project that is compiled.</summary>
public enum Project
{
    /// <summary>Many files, and no Kubernetes.</summary>
    Plain,

    /// <summary>The same files, but the types of Kubernetes are known.</summary>
    PlainWithModels,

    /// <summary>Files that build Kubernetes objects.</summary>
    Builders,
}

/// <summary>Compiling with and without the analyzer, from text to bytes as the compiler does it: the ratio is the analyzer's share.</summary>
[MemoryDiagnoser]
// Each takes seconds, and the compiler itself gets faster for some rounds.
[SimpleJob(warmupCount: 6, iterationCount: 9, invocationCount: 1)]
public class AnalyzerBenchmarks
{
    private const int PlainFiles = 500;
    private const int BuilderFiles = 200;

    private string[] texts = [];
    private ImmutableArray<MetadataReference> references;

    /// <summary>The project.</summary>
    [Params(Project.Plain, Project.PlainWithModels, Project.Builders)]
    public Project Project { get; set; }

    /// <summary>Makes the texts.</summary>
    [GlobalSetup]
    public void Generate()
    {
        var (kind, count) = Project == Project.Builders ? (CodeKind.Builders, BuilderFiles) : (CodeKind.Plain, PlainFiles);
        texts = [.. Enumerable.Range(0, count).Select(i => CodeGenerator.File(kind, i))];
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetDirectoryName(f) == framework);
        if (Project != Project.Plain) files = files.Append(typeof(k8s.Models.V1Deployment).Assembly.Location);
        references = [.. files.Select(f => MetadataReference.CreateFromFile(f))];
        if (Parse().GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error) throw new InvalidOperationException(error.ToString());
    }

    /// <summary>The compiler alone.</summary>
    [Benchmark(Baseline = true)]
    public bool Compile() => Parse().Emit(Stream.Null).Success;

    /// <summary>The compiler with an analyzer that asks for all code, and does nothing with it: what any analyzer costs.</summary>
    [Benchmark]
    public Task<int> CompileWithIdleAnalyzer() => CompileWith(new IdleAnalyzer());

    /// <summary>The compiler with the analyzer.</summary>
    /// <returns>How many diagnostics there were.</returns>
    [Benchmark]
    public Task<int> CompileWithAnalyzer() => CompileWith(new KubeLintAnalyzer());

    private async Task<int> CompileWith(DiagnosticAnalyzer analyzer)
    {
        // Both diagnostics at once, as the compiler asks for them: what it binds for its own is there for the analyzer.
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analysis = Parse().WithAnalyzers([analyzer], options);
        var diagnostics = await analysis.GetAllDiagnosticsAsync();
        return analysis.Compilation.Emit(Stream.Null).Success ? diagnostics.Length : -1;
    }

    private CSharpCompilation Parse() => CSharpCompilation.Create(
        "Generated",
        texts.AsParallel().AsOrdered().Select((t, i) => CSharpSyntaxTree.ParseText(t, path: $"{i}.cs")),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
