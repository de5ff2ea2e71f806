using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>What the local variables of the code of one file stand for.</summary>
internal sealed class LocalNames
{
    private const int DeepestName = 8;

    /// <summary>What these return is what they are called on, or a part of it; what others return may be anyone's.</summary>
    public static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Initialize", "EnsureMetadata", "EnsureLabels", "EnsureAnnotations", "Labels", "Annotations", "ToList", "ToArray" };

    private readonly Dictionary<SyntaxNode, ILookup<string, ExpressionSyntax>> byCode = [];

    /// <summary>
    /// Whether an expression is of something that the code around it makes, or has read from the cluster. What is made is followed there,
    /// also where a part has a name of its own.
    /// </summary>
    public bool IsMade(ExpressionSyntax value) => IsMade(value, 0);

    /// <summary>Whether what is written belongs to something of that kind.</summary>
    public bool IsInMade(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
        MemberAccessExpressionSyntax access => IsMade(access.Expression),
        ElementAccessExpressionSyntax access => IsMade(access.Expression),
        TupleExpressionSyntax tuple => tuple.Arguments.All(a => IsInMade(a.Expression)),
        _ => IsMade(target),
    };

    /// <summary>The names of the properties, or of the variables of all code, that an expression gives, and where they stand: null where they don't.</summary>
    public IEnumerable<(string Name, SyntaxNode? Place)> NamesOf(ExpressionSyntax target) => NamesOf(target, 0);

    private bool IsMade(ExpressionSyntax value, int depth) => value switch
    {
        _ when depth > DeepestName => false,
        BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
        MemberAccessExpressionSyntax access => IsMade(access.Expression, depth) && ValuesOf(access.Expression, access.Name.Identifier.ValueText, depth + 1).All(v => IsMade(v, depth + 1)),
        ConditionalAccessExpressionSyntax access => IsMade(access.Expression, depth),
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => value.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(value.Span)) is { } access && IsMade(access.Expression, depth + 1),
        AwaitExpressionSyntax wait => IsMade(wait.Expression, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } call } => IsMade(call.Expression, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when IsOfCluster(call.Name.Identifier.ValueText) => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Passing.Contains(call.Name.Identifier.ValueText) && IsMade(call.Expression, depth),
        PostfixUnaryExpressionSyntax postfix => IsMade(postfix.Operand, depth),
        ParenthesizedExpressionSyntax parenthesized => IsMade(parenthesized.Expression, depth),
        IdentifierNameSyntax => ValuesOf(value) is { Count: > 0 } values && values.All(v => IsMade(v, depth + 1)),
        _ => false,
    };

    // What is put into a property of something, where it is made and later: by an argument without a name, maybe.
    private IEnumerable<ExpressionSyntax> ValuesOf(ExpressionSyntax holder, string property, int depth)
    {
        foreach (var value in ValuesIn(holder)[$"{TextOf(holder)}.{property}"]) yield return value;
        foreach (var creation in CreationsOf(holder, depth))
        {
            foreach (var argument in creation.ArgumentList?.Arguments ?? default)
                if (argument.NameColon is not { Name.Identifier.ValueText: var name } || string.Equals(name, property, StringComparison.OrdinalIgnoreCase)) yield return argument.Expression;
            foreach (var member in (creation.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>())
                if (member.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == property && member.Right is not InitializerExpressionSyntax) yield return member.Right;
        }
    }

    private IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(ExpressionSyntax value, int depth) => value switch
    {
        _ when depth > DeepestName => [],
        BaseObjectCreationExpressionSyntax creation => [creation],
        MemberAccessExpressionSyntax access => ValuesOf(access.Expression, access.Name.Identifier.ValueText, depth + 1).SelectMany(v => CreationsOf(v, depth + 1)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => CreationsOf(call.Expression, depth + 1),
        PostfixUnaryExpressionSyntax postfix => CreationsOf(postfix.Operand, depth),
        ParenthesizedExpressionSyntax parenthesized => CreationsOf(parenthesized.Expression, depth),
        IdentifierNameSyntax => ValuesOf(value).SelectMany(v => CreationsOf(v, depth + 1)),
        _ => [],
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
        IdentifierNameSyntax { Identifier.ValueText: var name } => ValuesOf(target) is { Count: > 0 } values ? values.SelectMany(v => NamesOf(v, depth + 1)).Append((name, target)) : [(name, target)],
        _ => [],
    };

    // What a client reads was made before, and is an object of its own.
    private static bool IsOfCluster(string method) => method.StartsWith("ReadNamespaced", StringComparison.Ordinal) || method.StartsWith("ListNamespaced", StringComparison.Ordinal);

    // What a local variable is set to.
    private IReadOnlyCollection<ExpressionSyntax> ValuesOf(ExpressionSyntax local) => [.. ValuesIn(local)[TextOf(local)]];

    // What local variables, and their properties, are set to in the code around a place.
    private ILookup<string, ExpressionSyntax> ValuesIn(SyntaxNode place)
    {
        var code = place.Ancestors().First(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        if (byCode.TryGetValue(code, out var known)) return known;
        var found = new List<(string Name, ExpressionSyntax Value)>();
        foreach (var node in code.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var first } variable) found.Add((variable.Identifier.ValueText, first));
            else if (node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assigned) found.Add((TextOf(assigned.Left), assigned.Right));
        }

        var values = found.ToLookup(v => v.Name, v => v.Value, StringComparer.Ordinal);
        byCode.Add(code, values);
        return values;
    }

    private static string TextOf(ExpressionSyntax value) => value.ToString().Replace("!", "").Replace("?", "");
}
