using KubeLint.Analyzers;
using KubeLint.Edits;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.CodeFixes;

/// <summary>The names that an object's code has for parts of it: what is said again is named again, as the labels of a selector.</summary>
internal sealed class KnownExpressions
{
    private readonly List<(Node Node, ExpressionSyntax Expression)> all = [];

    /// <summary>Collects them.</summary>
    public KnownExpressions(MapValue root, MappingNode node) => Collect(root, node);

    /// <summary>What names a value at a place; null where nothing does.</summary>
    public string? NameOf(Node wanted, SemanticModel model, int position)
    {
        if (wanted is not (MappingNode { Entries.Count: > 0 } or UnknownNode)) return null;
        foreach (var (node, expression) in all)
        {
            if (EditedTree.AreEqual(node, wanted) && (node is MappingNode || wanted is UnknownNode { Text: not null }) && IsKnownAt(expression, model, position)) return expression.ToString();
        }

        return null;
    }

    private void Collect(Value value, Node node)
    {
        switch (value, node)
        {
            case (MapValue map, MappingNode mapping):
                for (var i = 0; i < map.Count; i++)
                {
                    var (key, slot) = map[i];
                    if (mapping.Find(key) is not { } entry) continue;
                    if (Written.ValueAt(slot.KeyPlace) is { } expression && IsName(expression)) all.Add((entry.Value, expression));
                    Collect(slot.Value, entry.Value);
                }

                break;
            case (ListValue list, SequenceNode sequence):
                for (var i = 0; i < Math.Min(list.Items.Count, sequence.Items.Count); i++) Collect(list.Items[i], sequence.Items[i]);
                break;
        }
    }

    private static bool IsName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax } access => IsName(access.Expression) || access.Expression is ThisExpressionSyntax,
        InvocationExpressionSyntax call => IsName(call.Expression) && call.ArgumentList.Arguments.All(a => a.RefKindKeyword.RawKind == 0 && (a.Expression is LiteralExpressionSyntax || IsName(a.Expression))),
        InterpolatedStringExpressionSyntax text => text.Contents.All(c => c is InterpolatedStringTextSyntax || (c is InterpolationSyntax { Expression: var inner } && IsName(inner))),
        _ => false,
    };

    // The same words mean the same there, and are known by then.
    private static bool IsKnownAt(ExpressionSyntax expression, SemanticModel model, int position)
    {
        if (expression.SyntaxTree != model.SyntaxTree) return false;
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Parent is not MemberAccessExpressionSyntax access || access.Expression == n))
        {
            if (model.GetSymbolInfo(name).Symbol is not { } symbol) return false;
            if (!model.LookupSymbols(position, name: name.Identifier.ValueText).Contains(symbol, SymbolEqualityComparer.Default)) return false;
            if (symbol is ILocalSymbol && !symbol.Locations.All(l => l.SourceSpan.End <= position)) return false;
        }

        return true;
    }
}
