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

    private readonly SourceCode source;
    private readonly MentionedKinds mentioned;
    private readonly ModelType.Cache models = new();
    private readonly SourceFiles files = new();
    private readonly ConcurrentBag<MadeObject> all = [];
    private readonly ConcurrentDictionary<Told, bool> reported = new();
    private readonly Linter linter = new();
    private readonly EntityNames names;
    private readonly GeneratedCode generated;
    private readonly bool isTest;
    private readonly WrittenElsewhere.Memory written = new();

    private CompilationObjects(Compilation compilation, CancellationToken cancellation)
    {
        source = new SourceCode(compilation);
        mentioned = new MentionedKinds(source);
        generated = new GeneratedCode(compilation);
        names = new EntityNames(compilation, cancellation);
        isTest = compilation.ReferencedAssemblyNames.Any(a => TestFrameworks.Contains(a.Name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The objects of a compilation that knows Kubernetes' types; null for any other.</summary>
    public static CompilationObjects? Of(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetTypesByMetadataName("k8s.Models.KubernetesEntityAttribute").IsEmpty ? null : new CompilationObjects(compilation, cancellation);

    /// <summary>The objects that the code of a file makes.</summary>
    public IReadOnlyList<MadeObject> In(SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        var tree = model.SyntaxTree;
        var makers = MakersIn(model, cancellation);
        if (makers.Count == 0 || generated.Is(tree, cancellation)) return [];
        source.Share(model);
        var configured = OptionsReader.Read(options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        if (isTest && !configured.AnalyzeTests) return [];
        var result = new List<MadeObject>();
        foreach (var code in makers)
        {
            foreach (var body in BodiesOf(code, model, cancellation))
            {
                var reader = new BlockReader(models, source, cancellation);
                reader.Read(body);
                foreach (var made in reader.Made) result.Add(new MadeObject(made, tree, configured, reader.Fate));
            }
        }

        foreach (var made in result) all.Add(made);
        return result;
    }

    /// <summary>Reports what is found in each object of one file alone, whatever the compilation's other objects are.</summary>
    public void ReportLive(IReadOnlyList<MadeObject> made, Action<Finding, Diagnostic> report, CancellationToken cancellation)
    {
        if (made.Count == 0) return;
        IReadOnlyList<Resource> others = [.. Others(made[0], cancellation).SelectMany(Resource.ReadAll)];
        foreach (var alone in made) Report([alone], others, report, isAtEnd: false, cancellation);
    }

    /// <summary>Reports what is found in all objects together and was not reported before.</summary>
    public void ReportAll(Action<Finding, Diagnostic> report, CancellationToken cancellation) =>
        Report([.. all.OrderBy(m => m.Tree.FilePath, StringComparer.Ordinal).ThenBy(m => m.Value.Place.SpanStart)], [], report, isAtEnd: true, cancellation);

    // Objects of which nothing is known but that there may be some.
    private IEnumerable<Document> Others(MadeObject beside, CancellationToken cancellation)
    {
        var place = files.SpanOf(beside.Value.Place);
        foreach (var (apiVersion, kind) in mentioned.In(cancellation))
        {
            var entries = new MappingEntry[] { new("apiVersion", place, ScalarNode.OfString(place, apiVersion)), new("kind", place, ScalarNode.OfString(place, kind)) };
            yield return new Document(place.File, new MappingNode(place, entries, isComplete: false), beside.Options);
        }
    }

    private void Report(IReadOnlyList<MadeObject> objects, IReadOnlyList<Resource> others, Action<Finding, Diagnostic> report, bool isAtEnd, CancellationToken cancellation)
    {
        foreach (var finding in Find(objects, others, isAtEnd, cancellation))
        {
            var diagnostic = KubeLintAnalyzer.Diagnose(finding, files, isAtEnd);
            if (!generated.Has(diagnostic.Location, cancellation) && reported.TryAdd(ToldOf(finding), true)) report(finding, diagnostic);
        }
    }

    // What is found in objects and was not reported before.
    private IReadOnlyList<Finding> Find(IReadOnlyList<MadeObject> objects, IReadOnlyList<Resource> others, bool isAtEnd, CancellationToken cancellation)
    {
        if (objects.Count == 0) return [];
        List<IReadOnlyList<Resource>> made = [.. objects.Select(o => o.ResourcesIn(files))];
        var found = Lint(made).Where(f => !reported.ContainsKey(ToldOf(f)) && (isAtEnd || !HostRules.All.Contains(f.Rule))).ToList();

        // What other code writes is looked for only where there is something to say.
        if (found.Count == 0) return found;
        var elsewhere = new WrittenElsewhere(source, models, written, cancellation);
        List<IReadOnlyList<Resource>> changed = [.. objects.Select(o => o.ResourcesIn(files, elsewhere))];
        if (changed.SequenceEqual(made)) return found;

        // It can only silence: a suppression that such code may change still stands where it was written.
        var told = new HashSet<Told>(found.Select(ToldOf));
        return [.. Lint(changed).Where(f => told.Contains(ToldOf(f)))];

        IReadOnlyList<Finding> Lint(IEnumerable<IReadOnlyList<Resource>> declared)
        {
            var judged = declared.SelectMany(d => d).ToList();
            return linter.Lint(new Inventory(new ResourceSet(judged.Concat(others), isOpen: true) { Judged = judged }), [], [], cancellation);
        }
    }

    private static Told ToldOf(Finding finding) => new(finding.Rule.Id, finding.Span);

    // The members of a file that make objects.
    private List<SyntaxNode> MakersIn(SemanticModel model, CancellationToken cancellation)
    {
        var makers = new List<SyntaxNode>();
        var known = new HashSet<SyntaxNode>();
        foreach (var creation in names.MaybeMadeIn(model.SyntaxTree, cancellation))
        {
            // What is followed as a whole: a member, all statements at the top, or what a type hands to its base.
            var member = FileDeclarations.MemberAround(creation);
            if (!known.Contains(member) && models.Of(model.GetTypeInfo(creation, cancellation).Type) is { Kind: not null } && known.Add(member)) makers.Add(member);
        }

        return makers;
    }

    private static IEnumerable<IOperation> BodiesOf(SyntaxNode code, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(code, cancellation) is { } whole) return [whole];
        if (code is CompilationUnitSyntax or BaseTypeDeclarationSyntax) return [];
        return code.DescendantNodes(n => model.GetOperation(n, cancellation) is null).Select(n => model.GetOperation(n, cancellation)).OfType<IOperation>();
    }

    /// <summary>What was said already. No structure: the code of a dictionary of such would be compiled for it alone.</summary>
    private sealed record Told(string RuleId, SourceSpan Span);
}
