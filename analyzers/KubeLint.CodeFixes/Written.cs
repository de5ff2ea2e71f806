using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.CodeFixes;

/// <summary>Where the code is that writes something.</summary>
internal static class Written
{
    /// <summary>The expression that gives a key its value, by the place of the key; null where none does so alone.</summary>
    public static ExpressionSyntax? ValueAt(SyntaxNode key) => key switch
    {
        SimpleNameSyntax { Parent: AssignmentExpressionSyntax assignment } when assignment.Left == key => ValueOf(assignment),
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access } when assignment.Left == access => ValueOf(assignment),
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: { Parent: AssignmentExpressionSyntax assignment } access } } when assignment.Left == access => ValueOf(assignment),
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax } list } argument => list.Arguments.IndexOf(argument) is var i && i + 1 == list.Arguments.Count - 1 ? list.Arguments[i + 1].Expression : null,
        ArgumentSyntax argument => argument.Expression,
        ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var first, var second] } } when first == key => second,
        _ => null,
    };

    /// <summary>The whole member, entry or statement that writes a key; null where it is no part of its own.</summary>
    public static SyntaxNode? PartAt(SyntaxNode key)
    {
        for (var node = key; node is not null; node = node.Parent)
        {
            if (node.Parent is InitializerExpressionSyntax { RawKind: not (int)SyntaxKind.ComplexElementInitializerExpression } or CollectionExpressionSyntax) return node;
            if (node is ExpressionStatementSyntax) return node;
            if (node is StatementSyntax or MemberDeclarationSyntax or (ArgumentSyntax and not { Parent.Parent: ImplicitElementAccessSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax })) return null;
        }

        return null;
    }

    /// <summary>The whole item of a list that a value is made in; null where it is no part of its own.</summary>
    public static SyntaxNode? ItemAt(SyntaxNode place, Braces braces)
    {
        for (var node = place; node is not null && node != braces.Node; node = node.Parent)
            if (node.Parent == braces.Node) return node;
        return null;
    }

    /// <summary>The creation, initializer or call that a value was made at.</summary>
    public static SyntaxNode Creation(SyntaxNode place) => place switch
    {
        TypeSyntax { Parent: ObjectCreationExpressionSyntax creation } when creation.Type == place => creation,
        SimpleNameSyntax { Parent: AssignmentExpressionSyntax { Right: InitializerExpressionSyntax initializer } } => initializer,
        _ => place,
    };

    /// <summary>The member, accessor or local function that code stands in.</summary>
    public static SyntaxNode? Member(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(n => n switch
    {
        GlobalStatementSyntax => false,
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax or CompilationUnitSyntax => true,
        _ => false,
    });

    private static ExpressionSyntax? ValueOf(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right is not InitializerExpressionSyntax ? assignment.Right : null;
}
