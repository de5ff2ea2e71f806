using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Told
/// by syntax alone, for this is asked while somebody types.
/// </summary>
internal sealed class WrittenElsewhere
{
    private readonly HashSet<string> properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> handedOut = new(StringComparer.Ordinal);

    /// <summary>Looks through a compilation.</summary>
    public WrittenElsewhere(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var locals = new Locals();
            foreach (var node in tree.GetRoot().DescendantNodes()) Look(node, locals);
        }
    }

    /// <summary>Names of properties that are written so, and of variables of all code whose collections are changed.</summary>
    public IReadOnlyCollection<string> Properties => properties;

    /// <summary>Names of properties and variables whose collections are handed to other code, which may change them.</summary>
    public IReadOnlyCollection<string> HandedOut => handedOut;

    /// <summary>Whether the compilation may make autoscalers, which set the replicas of workloads.</summary>
    public bool MentionsAutoscalers { get; private set; }

    /// <summary>Whether the compilation may make Services, which join workloads.</summary>
    public bool MentionsServices { get; private set; }

    private void Look(SyntaxNode node, Locals locals)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: WithExpressionSyntax with }, Left: var target } when !locals.IsMade(with.Expression):
                Add(properties, target, locals);
                break;
            case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var target, Right: var value }:
                // What a class writes of its own is its own, or that of a class that is derived from a model.
                if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })) Add(properties, target, locals);
                Add(handedOut, value, locals);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var target }:
                Add(properties, target, locals);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var target }:
                Add(properties, target, locals);
                break;
            case InvocationExpressionSyntax call:
                Look(call, locals);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax, Expression: var value }:
                Add(handedOut, value, locals);
                break;
            case ReturnStatementSyntax { Expression: { } value }:
                Add(handedOut, value, locals);
                break;
            case ArrowExpressionClauseSyntax { Expression: var value }:
                Add(handedOut, value, locals);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when name.EndsWith("Autoscaler", StringComparison.Ordinal) || name == "ScaledObject":
                MentionsAutoscalers = true;
                break;
            case IdentifierNameSyntax { Identifier.ValueText: "V1Service" }:
                MentionsServices = true;
                break;
        }
    }

    private void Look(InvocationExpressionSyntax call, Locals locals)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
            _ => ("", null),
        };
        if (receiver is null) return;
        if (name is "SetLabel" or "SetAnnotation" && !locals.IsMade(receiver)) properties.Add(name == "SetLabel" ? "Labels" : "Annotations");
        if (BlockReader.ChangingNames.Contains(name)) Add(properties, receiver, locals);
    }

    private static void Add(HashSet<string> names, ExpressionSyntax target, Locals locals)
    {
        if (locals.IsMade(target)) return;
        foreach (var name in locals.NamesOf(target)) names.Add(name);
    }

    /// <summary>What the local variables of the code of one file stand for.</summary>
    private sealed class Locals
    {
        private const int DeepestName = 8;

        // What these return is what they are called on, or a part of it; what others return may be anyone's.
        private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Initialize", "EnsureMetadata", "EnsureLabels", "EnsureAnnotations", "Labels", "Annotations", "ToList", "ToArray" };

        private readonly Dictionary<SyntaxNode, ILookup<string, ExpressionSyntax>> byCode = [];

        /// <summary>Whether an expression is of something that the code around it makes: that is followed there, also where a part has a name of its own.</summary>
        public bool IsMade(ExpressionSyntax value) => IsMade(value, 0);

        /// <summary>The names of the properties, or of the variables of all code, that an expression gives.</summary>
        public IEnumerable<string> NamesOf(ExpressionSyntax target) => NamesOf(target, 0);

        private bool IsMade(ExpressionSyntax value, int depth) => value switch
        {
            _ when depth > DeepestName => false,
            BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax => true,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
            MemberAccessExpressionSyntax access => IsMade(access.Expression, depth),
            ElementAccessExpressionSyntax access => IsMade(access.Expression, depth),
            ConditionalAccessExpressionSyntax access => IsMade(access.Expression, depth),
            MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => value.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(value.Span)) is { } access && IsMade(access.Expression, depth + 1),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Passing.Contains(call.Name.Identifier.ValueText) && IsMade(call.Expression, depth),
            PostfixUnaryExpressionSyntax postfix => IsMade(postfix.Operand, depth),
            ParenthesizedExpressionSyntax parenthesized => IsMade(parenthesized.Expression, depth),
            IdentifierNameSyntax { Identifier.ValueText: var name } => ValuesOf(name, value) is { Count: > 0 } values && values.All(v => IsMade(v, depth + 1)),
            _ => false,
        };

        private IEnumerable<string> NamesOf(ExpressionSyntax target, int depth) => target switch
        {
            _ when depth > DeepestName => [],
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => [name],
            MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => [name],
            ElementAccessExpressionSyntax access => NamesOf(access.Expression, depth),
            ElementBindingExpressionSyntax => target.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access ? NamesOf(access.Expression, depth + 1) : [],
            ConditionalAccessExpressionSyntax access => NamesOf(access.WhenNotNull, depth),
            PostfixUnaryExpressionSyntax postfix => NamesOf(postfix.Operand, depth),
            ParenthesizedExpressionSyntax parenthesized => NamesOf(parenthesized.Expression, depth),
            CastExpressionSyntax cast => NamesOf(cast.Expression, depth),
            TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(a => NamesOf(a.Expression, depth)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name.EndsWith("Labels", StringComparison.Ordinal) ? ["Labels"] : name.EndsWith("Annotations", StringComparison.Ordinal) ? ["Annotations"] : [],
            IdentifierNameSyntax { Identifier.ValueText: var name } => ValuesOf(name, target) is { Count: > 0 } values ? values.SelectMany(v => NamesOf(v, depth + 1)).Append(name) : [name],
            _ => [],
        };

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
}
