using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.CodeFixes;

/// <summary>What stands between two braces or brackets, parted by commas: the members of an object, the items of a list.</summary>
/// <param name="Node">The initializer or collection expression.</param>
/// <param name="Open">The opening brace.</param>
/// <param name="Close">The closing brace.</param>
/// <param name="Items">What stands between them.</param>
/// <param name="Commas">The commas, of which one may stand behind the last item.</param>
internal sealed record Braces(SyntaxNode Node, SyntaxToken Open, SyntaxToken Close, IReadOnlyList<SyntaxNode> Items, IReadOnlyList<SyntaxToken> Commas)
{
    /// <summary>Whether a comma stands behind the last item.</summary>
    public bool HasLastComma => Items.Count > 0 && Commas.Count == Items.Count;

    /// <summary>The braces of an initializer, a creation, an array or a collection expression; null where there are none.</summary>
    public static Braces? Of(SyntaxNode? node) => node switch
    {
        InitializerExpressionSyntax { Expressions: var items } initializer => new Braces(node, initializer.OpenBraceToken, initializer.CloseBraceToken, [.. items], [.. items.GetSeparators()]),
        CollectionExpressionSyntax { Elements: var items } collection => new Braces(node, collection.OpenBracketToken, collection.CloseBracketToken, [.. items], [.. items.GetSeparators()]),
        BaseObjectCreationExpressionSyntax creation => Of(creation.Initializer),
        ArrayCreationExpressionSyntax array => Of(array.Initializer),
        ImplicitArrayCreationExpressionSyntax array => Of(array.Initializer),
        WithExpressionSyntax with => Of(with.Initializer),
        _ => null,
    };

    /// <summary>The first place where code is left out or taken in by a directive, as the number of items before it; null where none is.</summary>
    public int? FirstDirective
    {
        get
        {
            for (var i = 0; i < Items.Count; i++)
                if (HasDirective(Items[i].GetFirstToken())) return i;
            return HasDirective(Close) ? Items.Count : null;
        }
    }

    /// <summary>Code between the braces that the compiler does not see.</summary>
    public string LeftOut => string.Concat(Node.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)));

    private static bool HasDirective(SyntaxToken token) => token.LeadingTrivia.Any(t => t.IsDirective);
}
