using KubeLint.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.CodeFixes;

/// <summary>The files of a compilation, as far as changes of them ask: what their code means, how it is written, what is held twice.</summary>
/// <param name="read">What was read in them.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class CodeFiles(ReadCode read, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<SyntaxTree, FileStyle> styles = [];
    private readonly Lazy<HashSet<MapValue>> shared = new(() => SharedIn(read.Objects));

    /// <summary>The types of models.</summary>
    public ModelType.Cache Models { get; } = new();

    /// <summary>What a file's code means.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model)) models.Add(tree, model = read.Compilation.GetSemanticModel(tree));
        return model;
    }

    /// <summary>How a file is written.</summary>
    public FileStyle StyleOf(SyntaxTree tree)
    {
        if (!styles.TryGetValue(tree, out var style)) styles.Add(tree, style = FileStyle.Of(tree, cancellation));
        return style;
    }

    /// <summary>Changes what stands between a file's braces.</summary>
    public BraceEditor EditorOf(SyntaxTree tree, TextEdits edits) => new(edits, tree, StyleOf(tree));

    /// <summary>Whether more than one place holds a dictionary or an object.</summary>
    public bool IsShared(MapValue map) => shared.Value.Contains(map);

    /// <summary>The expression that an expression stands for: the one given to a local or a private field that nothing else uses.</summary>
    public ExpressionSyntax DefinitionOf(ExpressionSyntax expression)
    {
        if (expression is not IdentifierNameSyntax { Identifier.ValueText: var name }) return expression;
        if (ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, cancellation).Symbol is not { } symbol || symbol is not (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })) return expression;
        if (symbol.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var value } declarator) return expression;
        if (declarator.SyntaxTree != expression.SyntaxTree) return expression;
        SyntaxNode? scope = symbol is ILocalSymbol ? Written.Member(declarator) : declarator.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return scope?.DescendantNodes().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText == name) == 1 ? value : expression;
    }

    /// <summary>The expression that a caller gives for a parameter; any other expression itself.</summary>
    public ExpressionSyntax? ArgumentOf(ExpressionSyntax? expression, Value value)
    {
        if (expression is not IdentifierNameSyntax || ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, cancellation).Symbol is not IParameterSymbol) return expression;
        return value.Place == expression ? null : value.Place as ExpressionSyntax;
    }

    private static HashSet<MapValue> SharedIn(IEnumerable<MadeObject> objects)
    {
        var (seen, held) = (new HashSet<Value>(), new HashSet<MapValue>());
        var left = new Stack<Value>(objects.Select(o => (Value)o.Value));
        while (left.Count > 0)
        {
            var value = left.Pop();
            if (!seen.Add(value))
            {
                if (value is MapValue map) held.Add(map);
                continue;
            }

            foreach (var part in value switch { MapValue holder => holder.Slots.Select(s => s.Value), ListValue list => list.Items, _ => [] }) left.Push(part);
        }

        return held;
    }
}
