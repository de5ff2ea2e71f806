using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>What the local variables of the code of one file stand for.</summary>
internal sealed class LocalNames
{
    // So many steps lead from one name to the next: each value is looked at once, but not in an endless row.
    private const int DeepestName = 64;

    /// <summary>What these return is what they are called on, or a part of it; what others return may be anyone's.</summary>
    public static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Initialize", "EnsureMetadata", "EnsureLabels", "EnsureAnnotations", "Labels", "Annotations", "ToList", "ToArray" };

    private readonly Dictionary<SyntaxNode, ILookup<string, ExpressionSyntax>> byCode = [];

    /// <summary>
    /// Whether an expression is of something that the code around it makes, or has read from the cluster. What is made is followed there,
    /// also where a part has a name of its own.
    /// </summary>
    public bool IsMade(ExpressionSyntax value) => IsMade(value, [], 0);

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
    public IReadOnlyList<(string Name, SyntaxNode? Place)> NamesOf(ExpressionSyntax target)
    {
        // Most is handed on as it is made, and has none.
        List<(string Name, SyntaxNode? Place)>? names = null;
        Stack<ExpressionSyntax>? left = null;
        HashSet<ExpressionSyntax>? seen = null;
        for (var next = target; next is not null; next = left is { Count: > 0 } ? left.Pop() : null)
        {
            switch (Plain(next))
            {
                case MemberAccessExpressionSyntax { Name: var name }:
                    Found(name.Identifier.ValueText, name);
                    break;
                case MemberBindingExpressionSyntax { Name: var name }:
                    Found(name.Identifier.ValueText, name);
                    break;
                case ElementAccessExpressionSyntax access:
                    LookInto(access.Expression);
                    break;
                case ElementBindingExpressionSyntax binding:
                    if (HolderOf(binding) is { } holder) LookInto(holder);
                    break;
                case ConditionalAccessExpressionSyntax access:
                    LookInto(access.WhenNotNull);
                    break;
                case CastExpressionSyntax cast:
                    LookInto(cast.Expression);
                    break;
                case TupleExpressionSyntax tuple:
                    foreach (var argument in tuple.Arguments) LookInto(argument.Expression);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } }:
                    if (method.EndsWith("Labels", StringComparison.Ordinal)) Found("Labels", null);
                    else if (method.EndsWith("Annotations", StringComparison.Ordinal)) Found("Annotations", null);
                    break;
                case IdentifierNameSyntax local:
                    Found(local.Identifier.ValueText, local);
                    foreach (var value in ValuesOf(local))
                        if ((seen ??= []).Add(value)) LookInto(value);
                    break;
            }
        }

        return names ?? (IReadOnlyList<(string, SyntaxNode?)>)[];

        void Found(string name, SyntaxNode? place) => (names ??= []).Add((name, place));

        void LookInto(ExpressionSyntax value) => (left ??= new()).Push(value);
    }

    /// <summary>A value without what is written around it: brackets, and what says that it is not null.</summary>
    public static ExpressionSyntax Plain(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Plain(parenthesized.Expression),
        PostfixUnaryExpressionSyntax postfix => Plain(postfix.Operand),
        _ => value,
    };

    /// <summary>What stands before the <c>?</c> that something behind it belongs to; null where none does.</summary>
    public static ExpressionSyntax? HolderOf(SyntaxNode binding) =>
        binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    // A variable that is set again and again, each time from what it was, is looked at once for each.
    private bool IsMade(ExpressionSyntax value, Dictionary<ExpressionSyntax, bool> judged, int depth) => Plain(value) switch
    {
        _ when depth > DeepestName => false,
        BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
        MemberAccessExpressionSyntax access => IsMade(access.Expression, judged, depth) && AreMade(ValuesOf(access.Expression, access.Name.Identifier.ValueText, [], depth + 1), judged, depth),
        ConditionalAccessExpressionSyntax access => IsMade(access.Expression, judged, depth),
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => HolderOf(value) is { } holder && IsMade(holder, judged, depth + 1),
        AwaitExpressionSyntax wait => IsMade(wait.Expression, judged, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } call } => IsMade(call.Expression, judged, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when IsOfCluster(call.Name.Identifier.ValueText) => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Passing.Contains(call.Name.Identifier.ValueText) && IsMade(call.Expression, judged, depth),
        IdentifierNameSyntax local => ValuesOf(local) is { Count: > 0 } values && AreMade(values, judged, depth),
        _ => false,
    };

    private bool AreMade(IEnumerable<ExpressionSyntax> values, Dictionary<ExpressionSyntax, bool> judged, int depth)
    {
        foreach (var value in values)
        {
            if (!judged.TryGetValue(value, out var isMade))
            {
                // What leads back to itself comes from nowhere.
                judged[value] = false;
                judged[value] = isMade = IsMade(value, judged, depth + 1);
            }

            if (!isMade) return false;
        }

        return true;
    }

    // What is put into a property of something, where it is made and later: by an argument without a name, maybe.
    private IEnumerable<ExpressionSyntax> ValuesOf(ExpressionSyntax holder, string property, HashSet<ExpressionSyntax> seen, int depth)
    {
        foreach (var value in ValuesIn(holder)[$"{TextOf(holder)}.{property}"]) yield return value;
        foreach (var creation in CreationsOf(holder, seen, depth))
        {
            foreach (var argument in creation.ArgumentList?.Arguments ?? default)
                if (argument.NameColon is not { Name.Identifier.ValueText: var name } || string.Equals(name, property, StringComparison.OrdinalIgnoreCase)) yield return argument.Expression;
            foreach (var member in (creation.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>())
                if (member.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == property && member.Right is not InitializerExpressionSyntax) yield return member.Right;
        }
    }

    private IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(ExpressionSyntax value, HashSet<ExpressionSyntax> seen, int depth) => Plain(value) switch
    {
        _ when depth > DeepestName => [],
        BaseObjectCreationExpressionSyntax creation => [creation],
        MemberAccessExpressionSyntax access => CreationsOf(ValuesOf(access.Expression, access.Name.Identifier.ValueText, seen, depth + 1), seen, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => CreationsOf(call.Expression, seen, depth + 1),
        IdentifierNameSyntax local => CreationsOf(ValuesOf(local), seen, depth),
        _ => [],
    };

    private IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(IEnumerable<ExpressionSyntax> values, HashSet<ExpressionSyntax> seen, int depth) =>
        values.Where(seen.Add).SelectMany(v => CreationsOf(v, seen, depth + 1));

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
