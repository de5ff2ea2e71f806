using System.Collections.Immutable;
using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeLint.Analyzers;

/// <summary>Runs KubeLint's rules on the Kubernetes objects that C# builds with the types of KubernetesClient.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KubeLintAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Live = RuleCatalogue.Descriptors.ToImmutableDictionary(r => r.Id, r => Describe(r));

    // What is only known when all of a compilation is says so, and IDEs then leave it to the build.
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> AtEnd = RuleCatalogue.Descriptors.ToImmutableDictionary(r => r.Id, r => Describe(r, WellKnownDiagnosticTags.CompilationEnd));

    private static readonly ImmutableArray<DiagnosticDescriptor> All = [.. Live.Values.Concat(AtEnd.Values).OrderBy(d => d.Id, StringComparer.Ordinal)];

    private readonly IListener? listener;

    /// <summary>Creates the analyzer.</summary>
    public KubeLintAnalyzer()
    {
    }

    /// <summary>Creates the analyzer for someone who asks for more than diagnostics.</summary>
    internal KubeLintAnalyzer(IListener listener) => this.listener = listener;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // It is told by GeneratedCode, which takes less.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationObjects.Of(start.Compilation, start.CancellationToken) is not { } objects) return;

            // File by file: when the compiler is through with one, what it has bound for itself is there for the analyzer too. A
            // block at a time would have to bind the helpers that stand behind it, and the compiler would bind them once more.
            start.RegisterSemanticModelAction(file =>
            {
                var made = objects.In(file.SemanticModel, file.Options, file.CancellationToken);
                if (listener is not null) foreach (var one in made) listener.Made(one);
                objects.ReportLive(made, (finding, diagnostic) => Report(finding, diagnostic, file.ReportDiagnostic), file.CancellationToken);
            });
            start.RegisterCompilationEndAction(end => objects.ReportAll((finding, diagnostic) => Report(finding, diagnostic, end.ReportDiagnostic), end.CancellationToken));
        });
    }

    /// <summary>The diagnostic of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="files">The files that it may be in.</param>
    /// <param name="isAtEnd">Whether it needed the whole compilation.</param>
    internal static Diagnostic Diagnose(Finding finding, SourceFiles files, bool isAtEnd) =>
        Diagnostic.Create((isAtEnd ? AtEnd : Live)[finding.Rule.Id], files.LocationOf(finding.Span), finding.Related.Select(r => files.LocationOf(r.Span)), finding.Message);

    private void Report(Finding finding, Diagnostic diagnostic, Action<Diagnostic> report)
    {
        listener?.Found(finding, diagnostic);
        report(diagnostic);
    }

    private static DiagnosticDescriptor Describe(RuleDescriptor rule, params string[] tags) => new(
        rule.Id,
        rule.Summary,
        "{0}",
        "KubeLint",
        rule.DefaultSeverity switch { Severity.Error => DiagnosticSeverity.Error, Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true,
        description: rule.Summary + ".",
        helpLinkUri: RuleLinks.To(rule),
        customTags: tags);
}
