using System.Collections.Concurrent;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeLint.Analyzers;

/// <summary>The Kubernetes objects of one compilation, and what is found in them.</summary>
internal sealed class CompilationObjects
{
    private static readonly string[] TestFrameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly Compilation compilation;
    private readonly ModelType.Cache models = new();
    private readonly SourceFiles files = new();
    private readonly ConcurrentBag<MadeObject> all = [];
    private readonly ConcurrentDictionary<(string Rule, SourceSpan Span), bool> reported = new();
    private readonly Lazy<WrittenElsewhere> written;
    private readonly bool isTest;

    private CompilationObjects(Compilation compilation)
    {
        this.compilation = compilation;
        isTest = compilation.ReferencedAssemblyNames.Any(a => TestFrameworks.Contains(a.Name, StringComparer.OrdinalIgnoreCase));
        written = new Lazy<WrittenElsewhere>(() => new WrittenElsewhere(compilation));
    }

    /// <summary>The objects of a compilation that knows Kubernetes' types; null for any other.</summary>
    public static CompilationObjects? Of(Compilation compilation) =>
        compilation.GetTypesByMetadataName("k8s.Models.KubernetesEntityAttribute").IsEmpty ? null : new CompilationObjects(compilation);

    /// <summary>The objects that a stretch of code makes.</summary>
    public IReadOnlyList<MadeObject> In(SyntaxNode code, SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!MakesObjects(code, model, cancellation)) return [];
        var tree = code.SyntaxTree;
        var configured = OptionsReader.Read(options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        if (isTest && !configured.AnalyzeTests) return [];
        var result = new List<MadeObject>();
        foreach (var body in BodiesOf(code, model, cancellation))
        {
            var reader = new BlockReader(models, compilation, cancellation);
            reader.Read(body);
            result.AddRange(reader.Made.Where(m => !m.IsLost).Select(m => new MadeObject(m, tree, configured, reader.Escaped.Contains(m), reader.WrittenBlindly)));
        }

        foreach (var made in result) all.Add(made);
        return result;
    }

    /// <summary>Reports what is found in one object alone, as far as no other object of the compilation can change it.</summary>
    public void ReportLive(MadeObject made, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var finding in Find([made], cancellation).Where(f => !IsOfHost(f) && !MayDependOnOthers(f)))
            if (reported.TryAdd((finding.Rule.Id, finding.Span), true)) report(KubeLintAnalyzer.Diagnose(finding, files));
    }

    /// <summary>Reports what is found in all objects together and was not reported before.</summary>
    public void ReportAll(Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var finding in Find([.. all.OrderBy(m => m.Tree.FilePath, StringComparer.Ordinal).ThenBy(m => m.Value.Place.SpanStart)], cancellation))
            if (reported.TryAdd((finding.Rule.Id, finding.Span), true)) report(KubeLintAnalyzer.Diagnose(finding, files));
    }

    private static bool IsOfHost(Finding finding) => HostRules.All.Contains(finding.Rule);

    // An autoscaler sets the replicas of a workload, and a Service may lead to one that stands elsewhere.
    private bool MayDependOnOthers(Finding finding) =>
        finding.Resource is { } resource && PodTemplate.From(resource) is not null && written.Value.MakesWhatJoinsWorkloads;

    private IReadOnlyList<Finding> Find(IReadOnlyList<MadeObject> objects, CancellationToken cancellation)
    {
        if (objects.Count == 0) return [];

        // What other code may write is looked for only where there is something to say.
        var found = Lint([]);
        return found.Count > 0 && objects.Any(o => o.HasEscaped) && written.Value.Properties is { Count: > 0 } properties ? Lint(properties) : found;

        IReadOnlyList<Finding> Lint(IReadOnlyCollection<string> changed)
        {
            var documents = objects.Select(o => new Document(files.Of(o.Tree), new NodeBuilder(files, [.. o.WrittenBlindly, .. o.HasEscaped ? changed : []]).Root(o.Value), o.Options));
            return new Linter().Lint(new Inventory(new ResourceSet(documents.SelectMany(Resource.ReadAll), isOpen: true)), [], [], cancellation);
        }
    }

    // Most code makes none, and should not be looked at twice.
    private bool MakesObjects(SyntaxNode code, SemanticModel model, CancellationToken cancellation) =>
        code.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Any(c => models.Of(model.GetTypeInfo(c, cancellation).Type) is { Kind: not null });

    private static IEnumerable<IOperation> BodiesOf(SyntaxNode code, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(code, cancellation) is { } whole) return [whole];
        return code.DescendantNodes(n => model.GetOperation(n, cancellation) is null).Select(n => model.GetOperation(n, cancellation)).OfType<IOperation>();
    }
}
