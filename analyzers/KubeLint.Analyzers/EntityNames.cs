using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// The names of the types that are objects of their own. Code that names none of them makes none, and need not be bound,
/// which is what costs: most code of most projects is such.
/// </summary>
internal sealed class EntityNames
{
    private const string Attribute = "KubernetesEntity";

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Finds them: in the library, in what else uses it, and in the compilation's own code.</summary>
    public EntityNames(Compilation compilation, CancellationToken cancellation)
    {
        var libraries = compilation.GetTypesByMetadataName($"k8s.Models.{Attribute}Attribute").Select(t => t.ContainingAssembly).ToList();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (libraries.Contains(assembly, SymbolEqualityComparer.Default) || assembly.Modules.Any(m => m.ReferencedAssemblySymbols.Any(r => libraries.Contains(r, SymbolEqualityComparer.Default))))
                Collect(assembly.GlobalNamespace, cancellation);
        }

        var aliases = new List<(string Alias, string Name)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            aliases.AddRange(AliasesIn(tree.GetRoot(cancellation)));

            // Types stand in types and namespaces, never in code.
            foreach (var type in tree.GetRoot(cancellation).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
                if (type.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString().Contains(Attribute))) names.Add(type.Identifier.ValueText);
        }

        names.UnionWith(aliases.Where(a => names.Contains(a.Name)).Select(a => a.Alias).ToList());
    }

    /// <summary>Whether code may make such an object.</summary>
    public bool MayBeMadeIn(SyntaxNode code)
    {
        // The type of what is made without a name may be written anywhere.
        return code.DescendantNodes().Any(node => node is ImplicitObjectCreationExpressionSyntax || (node is IdentifierNameSyntax { Identifier.ValueText: var name } && names.Contains(name)));
    }

    private static IEnumerable<(string Alias, string Name)> AliasesIn(SyntaxNode root)
    {
        foreach (var directive in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            if (directive.Alias is { Name.Identifier.ValueText: var alias } && directive.NamespaceOrType is NameSyntax name) yield return (alias, name.ToString().Split('.').Last());
    }

    private void Collect(INamespaceSymbol space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in space.GetTypeMembers())
            if (type.TypeKind == TypeKind.Class && type.GetAttributes().Any(a => a.AttributeClass?.Name == Attribute + "Attribute")) names.Add(type.Name);
        foreach (var inner in space.GetNamespaceMembers()) Collect(inner, cancellation);
    }
}
