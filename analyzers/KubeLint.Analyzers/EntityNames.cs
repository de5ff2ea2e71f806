using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// The names of the types that are objects of their own. Code that names none of them makes none, and need not be bound,
/// which is what costs: most code of most projects is such.
/// </summary>
internal sealed class EntityNames
{
    /// <summary>What marks them, without the end that attributes' names have.</summary>
    public const string Attribute = "KubernetesEntity";

    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<string>> ByLibrary = new();

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<int> numbers;

    /// <summary>Finds them: in the library, in what else uses it, and in the compilation's own code.</summary>
    public EntityNames(Compilation compilation, CancellationToken cancellation)
    {
        var libraries = compilation.GetTypesByMetadataName($"k8s.Models.{Attribute}Attribute").Select(t => t.ContainingAssembly).ToList();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (libraries.Contains(assembly, SymbolEqualityComparer.Default) || assembly.Modules.Any(m => m.ReferencedAssemblySymbols.Any(r => libraries.Contains(r, SymbolEqualityComparer.Default))))
                names.UnionWith(ByLibrary.TryGetValue(assembly, out var known) ? known : ByLibrary.GetValue(assembly, a => [.. In(a.GlobalNamespace, cancellation)]));
        }

        var files = compilation.SyntaxTrees.Select(t => FileDeclarations.Of(t, cancellation)).ToList();
        foreach (var file in files) names.UnionWith(file.Entities);
        names.UnionWith(files.SelectMany(f => f.Aliases).Where(a => names.Contains(a.Name)).Select(a => a.Alias).ToList());
        numbers = [.. names.Select(SourceNames.NumberOf)];
    }

    /// <summary>What the code of a file makes that may be such an object.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> MaybeMadeIn(SyntaxTree tree, CancellationToken cancellation) =>
        SourceNames.Of(tree, cancellation).Creations(numbers, cancellation).Where(c => TypeOf(c) is not { } type || names.Contains(FileDeclarations.NameOf(type)));

    // The type of what is made without a name often stands before it; else it may be written anywhere.
    private static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } } } => variable.Type,
        { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        { Parent: ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } } => property.Type,

        // What is awaited is wrapped in the type that is written.
        { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } } when !method.Modifiers.Any(SyntaxKind.AsyncKeyword) => method.ReturnType,
        { Parent: ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax function } } when !function.Modifiers.Any(SyntaxKind.AsyncKeyword) => function.ReturnType,
        _ => null,
    };

    private static IEnumerable<string> In(INamespaceSymbol space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in space.GetTypeMembers())
            if (type.TypeKind == TypeKind.Class && type.GetAttributes().Any(a => a.AttributeClass?.Name == Attribute + "Attribute")) yield return type.Name;
        foreach (var inner in space.GetNamespaceMembers())
            foreach (var name in In(inner, cancellation)) yield return name;
    }
}
