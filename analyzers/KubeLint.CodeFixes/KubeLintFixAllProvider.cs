using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KubeLint.CodeFixes;

/// <summary>
/// Makes the same fix everywhere in a document, a project or a solution, all in one: several may change one object. Where
/// nobody chose it makes those of which there is only one for a finding.
/// </summary>
internal sealed class KubeLintFixAllProvider : FixAllProvider
{
    private KubeLintFixAllProvider()
    {
    }

    /// <summary>The only one.</summary>
    public static KubeLintFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var result = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects.Where(p => p.Language == LanguageNames.CSharp) : [context.Project])
        {
            var diagnostics = await In(project, context).ConfigureAwait(false);
            if (diagnostics.IsEmpty || await FixSession.Begin(result.GetProject(project.Id)!, diagnostics, context.CancellationToken).ConfigureAwait(false) is not { } session) continue;
            var chosen = diagnostics.Select(d => session.FixesFor(d).FirstOrDefault(f => f.Key == (context.CodeActionEquivalenceKey ?? d.Id))).OfType<ChosenFix>().Distinct().ToList();
            result = await session.Make(chosen).ConfigureAwait(false) ?? result;
        }

        return result == context.Solution ? null : CodeAction.Create("Fix all", _ => Task.FromResult(result), context.CodeActionEquivalenceKey);
    }

    private static async Task<ImmutableArray<Diagnostic>> In(Project project, FixAllContext context)
    {
        var all = context is { Scope: FixAllScope.Document, Document: { } document }
            ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
            : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
        return [.. all.Where(d => context.DiagnosticIds.Contains(d.Id) && d.Location.SourceTree is not null)];
    }
}
