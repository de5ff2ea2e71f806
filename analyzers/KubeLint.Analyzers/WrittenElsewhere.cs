using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Told
/// by syntax alone, for this is asked while somebody types.
/// </summary>
internal sealed class WrittenElsewhere
{
    private const int DeepestName = 8;

    // What these return is what they are called on, or a part of it; what others return may be anyone's.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Initialize", "EnsureMetadata", "EnsureLabels", "EnsureAnnotations", "Labels", "Annotations", "ToList", "ToArray" };


    /// <summary>Looks through a compilation.</summary>
    public WrittenElsewhere(Compilation compilation)
    {
        var properties = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax target } when !IsOfNewLocal(target):
                        properties.Add(target.Name.Identifier.ValueText);
                        break;
                    case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax target } } when !IsOfNewLocal(target):
                        properties.Add(target.Name.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax target } call } when BlockReader.ChangingNames.Contains(call.Name.Identifier.ValueText) && !IsOfNewLocal(target):
                        properties.Add(target.Name.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetAnnotation" or "SetLabel" } call } when !IsOfNewLocal(call):
                        properties.Add(call.Name.Identifier.ValueText == "SetLabel" ? "Labels" : "Annotations");
                        break;
                    case IdentifierNameSyntax { Identifier.ValueText: var name } when name.EndsWith("Autoscaler", StringComparison.Ordinal) || name == "ScaledObject":
                        MentionsAutoscalers = true;
                        break;
                    case IdentifierNameSyntax { Identifier.ValueText: "V1Service" }:
                        MentionsServices = true;
                        break;
                }
            }
        }

        Properties = properties;
    }

    /// <summary>Names of properties that are written so.</summary>
    public IReadOnlyCollection<string> Properties { get; }

    /// <summary>Whether the compilation may make autoscalers, which set the replicas of workloads.</summary>
    public bool MentionsAutoscalers { get; }

    /// <summary>Whether the compilation may make Services, which join workloads.</summary>
    public bool MentionsServices { get; }

    // What is made and changed in one stretch of code is followed there, also where a part of it has a name of its own.
    private static bool IsOfNewLocal(ExpressionSyntax target)
    {
        var code = target.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        return code is not null && IsMade(target, [.. code.DescendantNodes().OfType<VariableDeclaratorSyntax>()], 0);
    }

    private static bool IsMade(ExpressionSyntax value, IReadOnlyList<VariableDeclaratorSyntax> locals, int depth) => value switch
    {
        _ when depth > DeepestName => false,
        BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsMade(access.Expression, locals, depth),
        ElementAccessExpressionSyntax access => IsMade(access.Expression, locals, depth),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Passing.Contains(call.Name.Identifier.ValueText) && IsMade(call.Expression, locals, depth),
        PostfixUnaryExpressionSyntax postfix => IsMade(postfix.Operand, locals, depth),
        ParenthesizedExpressionSyntax parenthesized => IsMade(parenthesized.Expression, locals, depth),
        IdentifierNameSyntax { Identifier.ValueText: var name } => locals.Any(v => v.Identifier.ValueText == name && v.Initializer is { Value: var made } && IsMade(made, locals, depth + 1)),
        _ => false,
    };
}
