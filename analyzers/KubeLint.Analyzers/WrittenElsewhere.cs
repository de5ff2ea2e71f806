using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Looked
/// for by syntax, for this is asked while somebody types; only what has the name of a property that matters is bound.
/// </summary>
internal sealed class WrittenElsewhere
{
    private readonly Compilation compilation;
    private readonly Uses written = new();
    private readonly Uses handedOut = new();

    /// <summary>Looks through a compilation.</summary>
    public WrittenElsewhere(Compilation compilation, CancellationToken cancellation)
    {
        this.compilation = compilation;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var locals = new LocalNames();
            cancellation.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes()) Look(node, locals);
        }
    }

    /// <summary>Whether the compilation may make autoscalers, which set the replicas of workloads.</summary>
    public bool MentionsAutoscalers { get; private set; }

    /// <summary>Whether the compilation may make Services, which join workloads.</summary>
    public bool MentionsServices { get; private set; }

    /// <summary>Whether the compilation may make claims to volumes, which gather the pods that share one.</summary>
    public bool MentionsClaims { get; private set; }

    /// <summary>Properties of a type that are written so.</summary>
    public IEnumerable<WrittenProperty> PropertiesOf(ModelType? type) => written.Of(type, this);

    /// <summary>Properties of a type whose collections are handed to other code, which may change them.</summary>
    public IEnumerable<WrittenProperty> HandedOutOf(ModelType? type) => handedOut.Of(type, this);

    /// <summary>Whether a collection that all code knows by a name may be changed.</summary>
    public bool Changes(string name) => written.Contains(name) || handedOut.Contains(name);

    // The type that declares what is named; null where that is not known.
    private INamedTypeSymbol? Bind(SyntaxNode name) =>
#pragma warning disable RS1030 // Few are bound, when something is found.
        compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name).Symbol switch
#pragma warning restore RS1030
        {
            IPropertySymbol property => property.ContainingType,
            { } other => other.ContainingType ?? compilation.ObjectType,
            null => null,
        };

    private void Look(SyntaxNode node, LocalNames locals)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: WithExpressionSyntax with }, Left: var target } when !locals.IsMade(with.Expression):
                Add(written, target, locals);
                break;
            case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var target, Right: var value }:
                // What a class writes of its own is its own, or that of a class that is derived from a model.
                if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })) Write(target, locals);
                HandOut(value, locals);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var target }:
                Write(target, locals);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var target }:
                Write(target, locals);
                break;
            case InvocationExpressionSyntax call:
                Look(call, locals);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax, Expression: var value }:
                HandOut(value, locals);
                break;
            case ReturnStatementSyntax { Expression: { } value }:
                HandOut(value, locals);
                break;
            case ArrowExpressionClauseSyntax { Expression: var value }:
                HandOut(value, locals);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when name.EndsWith("Autoscaler", StringComparison.Ordinal) || name == "ScaledObject":
                MentionsAutoscalers = true;
                break;
            case IdentifierNameSyntax { Identifier.ValueText: "V1Service" }:
                MentionsServices = true;
                break;
            case IdentifierNameSyntax { Identifier.ValueText: "V1PersistentVolumeClaim" }:
                MentionsClaims = true;
                break;
        }
    }

    private void Look(InvocationExpressionSyntax call, LocalNames locals)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
            _ => ("", null),
        };
        if (receiver is null) return;
        if (name is "SetLabel" or "SetAnnotation" && !locals.IsMade(receiver)) written.Add(name == "SetLabel" ? "Labels" : "Annotations", null);
        if (Store.ChangingNames.Contains(name) && !locals.IsMade(receiver)) Add(written, receiver, locals);
    }

    private void Write(ExpressionSyntax target, LocalNames locals)
    {
        if (!locals.IsInMade(target)) Add(written, target, locals);
    }

    private void HandOut(ExpressionSyntax value, LocalNames locals)
    {
        if (!locals.IsMade(value)) Add(handedOut, value, locals);
    }

    private static void Add(Uses uses, ExpressionSyntax target, LocalNames locals)
    {
        foreach (var (name, place) in locals.NamesOf(target)) uses.Add(name, place);
    }

    /// <summary>Places where names are used.</summary>
    private sealed class Uses
    {
        // A name that so many use is not looked into.
        private const int Most = 64;

        private readonly Dictionary<string, List<SyntaxNode?>> byName = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, IReadOnlyList<WrittenProperty>> bound = new(StringComparer.Ordinal);

        public void Add(string name, SyntaxNode? place)
        {
            if (!byName.TryGetValue(name, out var places)) byName.Add(name, places = []);
            places.Add(place);
        }

        public bool Contains(string name) => byName.ContainsKey(name);

        public IEnumerable<WrittenProperty> Of(ModelType? type, WrittenElsewhere all) =>
            type is null ? [] : byName.Keys.Where(name => type.KeyOfProperty(name) is not null).SelectMany(name => bound.GetOrAdd(name, n => Bind(n, all)));

        private IReadOnlyList<WrittenProperty> Bind(string name, WrittenElsewhere all)
        {
            var places = byName[name];
            if (places.Count > Most) return [new WrittenProperty(name, null)];
            return [.. places.Select(p => p is null ? null : all.Bind(p)).Distinct<INamedTypeSymbol?>(SymbolEqualityComparer.Default).Select(t => new WrittenProperty(name, t))];
        }
    }
}
