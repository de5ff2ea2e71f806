using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

/// <summary>What names things that are not known.</summary>
internal static class Names
{
    private static readonly ConditionalWeakTable<ISymbol, string> Scopes = new();

    /// <summary>A value of which only the name is known. Where nothing in between can change it, one name is one value.</summary>
    /// <param name="reference">What names it.</param>
    /// <param name="variables">The variables that may hold something else.</param>
    public static UnknownValue Of(IOperation reference, Variables variables) =>
        IsStable(reference, variables) ? new UnknownValue(reference.Syntax, reference.Syntax.ToString(), ScopeOf(reference)) : new UnknownValue(reference.Syntax);

    /// <summary>The name of a property that is written.</summary>
    public static SyntaxNode PropertyIn(SyntaxNode syntax) => syntax is MemberAccessExpressionSyntax access ? access.Name : syntax;

    /// <summary>A creation is named by its type, or by the word that stands for it.</summary>
    public static SyntaxNode OfCreation(SyntaxNode syntax) => syntax is ObjectCreationExpressionSyntax creation ? creation.Type : syntax;

    private static string NameOf(ISymbol symbol) => Scopes.GetValue(symbol, s => s.GetDocumentationCommentId() ?? s.ToDisplayString());

    // In another method, or in another type, the same words may mean something else.
    private static string ScopeOf(IOperation reference) => reference switch
    {
        IParameterReferenceOperation parameter => NameOf(parameter.Parameter.ContainingSymbol),
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => NameOf(member.Member.ContainingType),
        IMemberReferenceOperation { Instance: { } instance } => ScopeOf(instance),
        _ => string.Join(" ", reference.ChildOperations.Select(ScopeOf)),
    };

    private static bool IsStable(IOperation operation, Variables variables) => operation switch
    {
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } } parameter => variables.ValueOf(parameter.Parameter) is null,
        IFieldReferenceOperation field => field.Instance is null || IsStable(field.Instance, variables),
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Instance is null || IsStable(property.Instance, variables),
        IInstanceReferenceOperation or ILiteralOperation => true,
        IConversionOperation conversion => IsStable(conversion.Operand, variables),
        IInterpolatedStringOperation text => IsStable(text.Parts, variables),
        _ => false,
    };

    // Apart, so that nothing is allocated for what has no parts.
    private static bool IsStable(ImmutableArray<IInterpolatedStringContentOperation> parts, Variables variables) =>
        parts.All(p => p is IInterpolatedStringTextOperation || (p is IInterpolationOperation { Expression: var e } && (e.ConstantValue.HasValue || IsStable(e, variables))));
}
