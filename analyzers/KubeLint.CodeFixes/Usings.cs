using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.CodeFixes;

/// <summary>The usings of a file.</summary>
internal static class Usings
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>Whether a file has usings, so that it is clear where another goes.</summary>
    public static bool Has(SyntaxTree tree) => In(tree).Any();

    /// <summary>The change that lets a file use generic collections; it goes where it stands in order, those of the framework first.</summary>
    public static TextChange AddCollections(SyntaxTree tree, FileStyle style)
    {
        var all = In(tree).ToList();
        var before = all.LastOrDefault(u => IsSystem(u) && string.CompareOrdinal(NameOf(u), Collections) < 0);
        var next = before is null ? all[0] : null;
        if (before is not null) return new TextChange(new TextSpan(before.Span.End, 0), style.NewLine + style.IndentAt(before.SpanStart) + Text);
        return new TextChange(new TextSpan(next!.SpanStart, 0), Text + style.NewLine + style.IndentAt(next.SpanStart));
    }

    private static string Text => $"using {Collections};";

    private static IEnumerable<UsingDirectiveSyntax> In(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var usings = root.Usings.Count > 0 ? root.Usings : root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Usings ?? default;
        return usings.Where(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && u.GlobalKeyword.IsKind(SyntaxKind.None));
    }

    private static string NameOf(UsingDirectiveSyntax directive) => directive.NamespaceOrType.ToString();

    private static bool IsSystem(UsingDirectiveSyntax directive) => NameOf(directive) is "System" || NameOf(directive).StartsWith("System.", StringComparison.Ordinal);
}
