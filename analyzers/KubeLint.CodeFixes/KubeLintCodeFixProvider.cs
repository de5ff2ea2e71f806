using System.Collections.Immutable;
using System.Composition;
using KubeLint.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KubeLint.CodeFixes;

/// <summary>Offers the fixes of KubeLint's findings in C#, each where the code can be written with certainty.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KubeLintCodeFixProvider))]
[Shared]
public sealed class KubeLintCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleCatalogue.Descriptors.Where(r => r.HasFixes).Select(r => r.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => KubeLintFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (await FixSession.Begin(project, context.Diagnostics, context.CancellationToken).ConfigureAwait(false) is not { } session) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in session.FixesFor(diagnostic))
            {
                // A tool like dotnet format takes the first that it is offered; which of several it shall be is for people to say.
                if (fix.Fix.Id.Length > 0 && project.Solution.Workspace.Kind == WorkspaceKind.MSBuild) continue;
                if (await session.Make([fix]).ConfigureAwait(false) is { } changed) context.RegisterCodeFix(CodeAction.Create(fix.Fix.Title, _ => Task.FromResult(changed), fix.Key), diagnostic);
            }
        }
    }
}
