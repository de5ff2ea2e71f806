using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

/// <summary>The code of a compilation, of which any part may be called.</summary>
/// <param name="compilation">The compilation.</param>
internal sealed class SourceCode(Compilation compilation)
{
    // What is bound is large, and is not kept for longer than somebody follows it: else it would outlive the compiler's own use of it.
    private readonly ConcurrentDictionary<IMethodSymbol, WeakReference<IOperation>?> bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> models = new();
    private IReadOnlyList<SourceNames>? files;
    private HashSet<int>? used;
    private bool mayUseAny;
    private readonly Lazy<INamedTypeSymbol?> metadata = new(() => compilation.GetTypesByMetadataName("k8s.Models.V1ObjectMeta").FirstOrDefault());

    /// <summary>The compilation.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The type of objects' metadata; null where there is none.</summary>
    public INamedTypeSymbol? Metadata => metadata.Value;

    /// <summary>The words of its files.</summary>
    public IReadOnlyList<SourceNames> Files(CancellationToken cancellation) => files ??= [.. compilation.SyntaxTrees.Select(t => SourceNames.Of(t, cancellation))];

    /// <summary>Whether a name may be written or handed on anywhere, by its number; see <see cref="SourceNames.MayUse"/>.</summary>
    public bool MayUse(int number, CancellationToken cancellation)
    {
        if (used is null)
        {
            var numbers = new HashSet<int>();
            foreach (var file in Files(cancellation))
                if (!file.AddUsedTo(numbers)) mayUseAny = true;
            used = numbers;
        }

        return mayUseAny || used.Contains(number);
    }

    /// <summary>What a file's code means. What is bound for one is bound for all who ask.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (models.TryGetValue(tree, out var known) && known.TryGetTarget(out var there)) return there;
#pragma warning disable RS1030 // A helper may stand in any file, and few are followed.
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        Share(model);
        return model;
    }

    /// <summary>Takes over what others have bound already.</summary>
    public void Share(SemanticModel model) => models[model.SyntaxTree] = new WeakReference<SemanticModel>(model);

    /// <summary>Whether a symbol is of the compilation's own code.</summary>
    public bool Has(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether a type of the compilation implements an interface of it, so that what the interface's methods do is to be seen.</summary>
    public bool HasImplementation(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.TypeKind == TypeKind.Interface && Has(type) && compilation.SyntaxTrees.Any(t => FileDeclarations.DerivesFrom(t, type.Name, cancellation));

    /// <summary>Whether a constructor is that of a positional record, and sets the properties of its parameters' names.</summary>
    public static bool SetsProperties(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.ContainingType.IsRecord && constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax(cancellation) is RecordDeclarationSyntax;

    /// <summary>The code of a method that surely runs when it is called; null where it is not known.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        // Helpers are called often, and binding them costs.
        if (bodies.TryGetValue(method, out var known))
        {
            if (known is null) return null;
            if (known.TryGetTarget(out var there)) return there;
        }

        var body = Read(method.OriginalDefinition, cancellation);
        bodies[method] = body is null ? null : new WeakReference<IOperation>(body);
        return body;
    }

    /// <summary>What a field holds from the start and for good; null where that is not known.</summary>
    public IOperation? InitializerOf(IFieldSymbol field, CancellationToken cancellation)
    {
        if (field is not { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences: [var declaration] }) return null;
        if (declaration.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer: { } initializer }) return null;

        // A static constructor may write it again.
        if (field.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)) return null;
        return OperationOf(initializer, cancellation) is IFieldInitializerOperation { Value: var value } ? value : null;
    }

    private IOperation? Read(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.IsExtern || (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed) return null;
        if (method.MethodKind == MethodKind.LocalFunction && !method.IsStatic || method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out)) return null;
        if (method.DeclaringSyntaxReferences is not [var declaration]) return null;
        var syntax = declaration.GetSyntax(cancellation);
        if (syntax is PropertyDeclarationSyntax { ExpressionBody: { } arrow }) syntax = arrow;

        // An iterator runs when it is looked through, and may never be.
        if (method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" && syntax.DescendantNodes().Any(n => n is YieldStatementSyntax)) return null;
        return OperationOf(syntax, cancellation) switch { ILocalFunctionOperation function => function.Body, var body => body };
    }

    private IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;
}
