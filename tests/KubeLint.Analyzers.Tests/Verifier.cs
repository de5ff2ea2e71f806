using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.Analyzers.Tests;

/// <summary>
/// Compiles C# and compares what the analyzer reports with the marks in it: <c>[|text|]</c> for one diagnostic of
/// <see cref="Expected"/>, <c>{|KUBE1001:text|}</c> for one of a rule.
/// </summary>
internal sealed partial class Verifier
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private static readonly MetadataReference Models = MetadataReference.CreateFromFile(typeof(k8s.Models.V1Deployment).Assembly.Location);

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using k8s; global using k8s.Models;";

    /// <summary>The rule of plain marks.</summary>
    public string Expected { get; init; } = "KUBE1001";

    /// <summary>Options as in .editorconfig.</summary>
    public Dictionary<string, string> Options { get; init; } = [];

    /// <summary>More references.</summary>
    public IReadOnlyList<MetadataReference> MoreReferences { get; init; } = [];

    /// <summary>The name of the last file, without numbers as the others have.</summary>
    public string? LastName { get; init; }

    /// <summary>Whether the options say of all files that tools make them; null where they say nothing.</summary>
    public bool? AreGenerated { get; init; }

    /// <summary>Whether the code need not compile.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Whether the code is a program of statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether the code brings its own models, or none.</summary>
    public bool HasOwnModels { get; init; }

    /// <summary>A library that is referenced, by its name and its code.</summary>
    public static MetadataReference Library(string name, string code)
    {
        var library = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        Assert.True(library.Emit(stream).Success, string.Join("\n", library.GetDiagnostics()));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>Compares the marks in some files with the diagnostics.</summary>
    public async Task Verify(params string[] sources)
    {
        var files = sources.Select(Marks.Parse).ToList();
        var named = files.SelectMany(f => f.Spans.Select(s => s.Id ?? Expected)).ToHashSet();
        var found = (await Diagnose([.. files.Select(f => f.Text)])).Where(d => named.Contains(d.Id) || !ChattyRules.Ids.Contains(d.Id)).ToList();
        var expected = files.SelectMany((f, i) => f.Spans.Select(s => $"{i}:{Line(f.Text, s.Span.Start)} {s.Id ?? Expected} '{f.Text.Substring(s.Span.Start, s.Span.Length)}'")).Order().ToList();
        var actual = found.Select(d => $"{d.Location.SourceTree!.FilePath[..^3]}:{d.Location.GetLineSpan().StartLinePosition.Line + 1} {d.Id} '{d.Location.SourceTree.GetText().ToString(d.Location.SourceSpan)}'").Order().ToList();
        Assert.True(expected.SequenceEqual(actual), $"expected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", actual)}\n{string.Join("\n", found.Select(d => d.GetMessage()))}");
    }

    /// <summary>What the analyzer reports.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnose(params string[] texts)
    {
        var trees = texts.Select((t, i) => CSharpSyntaxTree.ParseText(t, new CSharpParseOptions(LanguageVersion.Latest), i == texts.Length - 1 && LastName is { } name ? name : $"{i}.cs"))
            .Append(CSharpSyntaxTree.ParseText(HasOwnModels ? Usings.Split("global using k8s")[0] : Usings, path: "Usings.cs"));
        var compilation = CSharpCompilation.Create("Sample", trees, [.. Framework, .. HasOwnModels ? [] : new[] { Models }, .. MoreReferences], new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(new Origins(AreGenerated)));
        if (!IsUnfinished) Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new ConfigOptions(Options)), (e, _, _) => throw new InvalidOperationException("The analyzer failed.", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers([new KubeLintAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static int Line(string text, int offset) => text[..offset].Count(c => c == '\n') + 1;

    private sealed record Marks(string Text, IReadOnlyList<(string? Id, TextSpan Span)> Spans)
    {
        public static Marks Parse(string source)
        {
            var (text, spans, open) = (new System.Text.StringBuilder(), new List<(string?, TextSpan)>(), new Stack<(string? Id, int Start)>());
            for (var i = 0; i < source.Length; i++)
            {
                if (string.CompareOrdinal(source, i, "[|", 0, 2) == 0)
                {
                    open.Push((null, text.Length));
                    i++;
                }
                else if (string.CompareOrdinal(source, i, "{|KUBE", 0, 6) == 0)
                {
                    open.Push((source.Substring(i + 2, 8), text.Length));
                    i += 10;
                }
                else if (open.Count > 0 && (string.CompareOrdinal(source, i, "|]", 0, 2) == 0 || string.CompareOrdinal(source, i, "|}", 0, 2) == 0))
                {
                    var (id, start) = open.Pop();
                    spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                    i++;
                }
                else
                {
                    text.Append(source[i]);
                }
            }

            return new Marks(text.ToString(), spans);
        }
    }

    private sealed class Origins(bool? areGenerated) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => areGenerated switch { true => GeneratedKind.MarkedGenerated, false => GeneratedKind.NotGenerated, _ => GeneratedKind.Unknown };

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }

    private sealed class ConfigOptions(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Fixed(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Fixed(values);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Fixed(values);

        private sealed class Fixed(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
