using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Told
/// by syntax alone, for this is asked while somebody types.
/// </summary>
internal sealed class WrittenElsewhere
{
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "Remove", "RemoveAll", "RemoveAt", "Clear", "TryAdd" };
    private static readonly string[] Joining = ["Autoscaler", "ScaledObject", "V1Service"];

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
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax target } call } when Changing.Contains(call.Name.Identifier.ValueText) && !IsOfNewLocal(target):
                        properties.Add(target.Name.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetAnnotation" or "SetLabel" } call } when !IsOfNewLocal(call):
                        properties.Add(call.Name.Identifier.ValueText == "SetLabel" ? "Labels" : "Annotations");
                        break;
                    case ObjectCreationExpressionSyntax { Type: var type } when Joining.Any(j => type.ToString().EndsWith(j, StringComparison.Ordinal)):
                        MakesWhatJoinsWorkloads = true;
                        break;
                    case VariableDeclarationSyntax { Type: var type } when Joining.Any(j => type.ToString().EndsWith(j, StringComparison.Ordinal)):
                        MakesWhatJoinsWorkloads = true;
                        break;
                }
            }
        }

        Properties = properties;
    }

    /// <summary>Names of properties that are written so.</summary>
    public IReadOnlyCollection<string> Properties { get; }

    /// <summary>Whether the compilation makes autoscalers or Services.</summary>
    public bool MakesWhatJoinsWorkloads { get; }

    // What is made and changed in one stretch of code is followed there.
    private static bool IsOfNewLocal(ExpressionSyntax target)
    {
        var first = target;
        while (true)
        {
            var inner = first switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                ElementAccessExpressionSyntax access => access.Expression,
                InvocationExpressionSyntax call => call.Expression,
                PostfixUnaryExpressionSyntax postfix => postfix.Operand,
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                _ => null,
            };
            if (inner is null) break;
            first = inner;
        }

        if (first is not IdentifierNameSyntax { Identifier.ValueText: var name }) return false;
        var block = target.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        return block is not null && block.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(v => v.Identifier.ValueText == name && v.Initializer is { Value: var value } && IsMade(value));
    }

    private static bool IsMade(ExpressionSyntax value) =>
        value is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax
        || (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } } && IsMade(inner));
}
