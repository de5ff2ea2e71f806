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

        foreach (var tree in compilation.SyntaxTrees)
        {
            // Types stand in types and namespaces, never in code.
            foreach (var type in tree.GetRoot(cancellation).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
                if (type.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString().Contains(Attribute))) names.Add(type.Identifier.ValueText);
        }
    }

    /// <summary>Whether code may make such an object.</summary>
    public bool MayBeMadeIn(SyntaxNode code)
    {
        // The name may stand before the code: the type of a field.
        var whole = code.FirstAncestorOrSelf<BaseFieldDeclarationSyntax>() ?? code;
        foreach (var node in whole.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var name } && names.Contains(name)) return true;

            // What is handed to a method has the type of the method's parameter.
            if (node is ImplicitObjectCreationExpressionSyntax { Parent: ArgumentSyntax }) return true;
        }

        return false;
    }

    private void Collect(INamespaceSymbol space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in space.GetTypeMembers())
            if (type.TypeKind == TypeKind.Class && type.GetAttributes().Any(a => a.AttributeClass?.Name == Attribute + "Attribute")) names.Add(type.Name);
        foreach (var inner in space.GetNamespaceMembers()) Collect(inner, cancellation);
    }
}
