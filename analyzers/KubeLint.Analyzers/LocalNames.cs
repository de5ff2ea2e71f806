using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>What the local variables of the code of one file stand for.</summary>
internal sealed class LocalNames
{
    private const int DeepestName = 8;

    // What these return is what they are called on, or a part of it; what others return may be anyone's.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Initialize", "EnsureMetadata", "EnsureLabels", "EnsureAnnotations", "Labels", "Annotations", "ToList", "ToArray" };

    private readonly Dictionary<SyntaxNode, ILookup<string, ExpressionSyntax>> byCode = [];

    /// <summary>Whether an expression is of something that the code around it makes, or has read from the cluster. What is made is followed there, also where a part has a name of its own.</summary>
    public bool IsMade(ExpressionSyntax value) => IsMade(value, 0);

    /// <summary>The names of the properties, or of the variables of all code, that an expression gives, and where they stand: null where they don't.</summary>
    public IEnumerable<(string Name, SyntaxNode? Place)> NamesOf(ExpressionSyntax target) => NamesOf(target, 0);

    private bool IsMade(ExpressionSyntax value, int depth) => value switch
    {
        _ when depth > DeepestName => false,
        BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
        MemberAccessExpressionSyntax access => IsMade(access.Expression, depth),
        ElementAccessExpressionSyntax access => IsMade(access.Expression, depth),
        ConditionalAccessExpressionSyntax access => IsMade(access.Expression, depth),
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => value.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(value.Span)) is { } access && IsMade(access.Expression, depth + 1),
        AwaitExpressionSyntax wait => IsMade(wait.Expression, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } call } => IsMade(call.Expression, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when IsOfCluster(call.Name.Identifier.ValueText) => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Passing.Contains(call.Name.Identifier.ValueText) && IsMade(call.Expression, depth),
        PostfixUnaryExpressionSyntax postfix => IsMade(postfix.Operand, depth),
        ParenthesizedExpressionSyntax parenthesized => IsMade(parenthesized.Expression, depth),
        IdentifierNameSyntax { Identifier.ValueText: var name } => ValuesOf(name, value) is { Count: > 0 } values && values.All(v => IsMade(v, depth + 1)),
        _ => false,
    };

    private IEnumerable<(string Name, SyntaxNode? Place)> NamesOf(ExpressionSyntax target, int depth) => target switch
    {
        _ when depth > DeepestName => [],
        MemberAccessExpressionSyntax { Name: var name } => [(name.Identifier.ValueText, name)],
        MemberBindingExpressionSyntax { Name: var name } => [(name.Identifier.ValueText, name)],
        ElementAccessExpressionSyntax access => NamesOf(access.Expression, depth),
        ElementBindingExpressionSyntax => target.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access ? NamesOf(access.Expression, depth + 1) : [],
        ConditionalAccessExpressionSyntax access => NamesOf(access.WhenNotNull, depth),
        PostfixUnaryExpressionSyntax postfix => NamesOf(postfix.Operand, depth),
        ParenthesizedExpressionSyntax parenthesized => NamesOf(parenthesized.Expression, depth),
        CastExpressionSyntax cast => NamesOf(cast.Expression, depth),
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(a => NamesOf(a.Expression, depth)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name.EndsWith("Labels", StringComparison.Ordinal) ? [("Labels", null)] : name.EndsWith("Annotations", StringComparison.Ordinal) ? [("Annotations", null)] : [],
        IdentifierNameSyntax { Identifier.ValueText: var name } => ValuesOf(name, target) is { Count: > 0 } values ? values.SelectMany(v => NamesOf(v, depth + 1)).Append((name, target)) : [(name, target)],
        _ => [],
    };

    // What a client reads was made before, and is an object of its own.
    private static bool IsOfCluster(string method) => method.StartsWith("ReadNamespaced", StringComparison.Ordinal) || method.StartsWith("ListNamespaced", StringComparison.Ordinal);

    // What a local variable is set to.
    private IReadOnlyCollection<ExpressionSyntax> ValuesOf(string name, SyntaxNode place)
    {
        var code = place.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        if (code is null) return [];
        if (!byCode.TryGetValue(code, out var values)) byCode.Add(code, values = ValuesIn(code));
        return [.. values[name]];
    }

    private static ILookup<string, ExpressionSyntax> ValuesIn(SyntaxNode code)
    {
        var declared = code.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Initializer is not null).Select(v => (Name: v.Identifier.ValueText, v.Initializer!.Value));
        var assigned = code.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(a => a.Left is IdentifierNameSyntax && a.Parent is not InitializerExpressionSyntax).Select(a => (Name: ((IdentifierNameSyntax)a.Left).Identifier.ValueText, Value: a.Right));
        return declared.Concat(assigned).ToLookup(v => v.Name, v => v.Value, StringComparer.Ordinal);
    }
}
