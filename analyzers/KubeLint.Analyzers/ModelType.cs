using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>A type whose objects are written as Kubernetes objects or parts of them, and how.</summary>
internal sealed class ModelType
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keysByParameter = new(StringComparer.OrdinalIgnoreCase);

    private readonly INamedTypeSymbol symbol;

    private ModelType(INamedTypeSymbol symbol)
    {
        this.symbol = symbol;
        IsPlain = true;
        for (INamedTypeSymbol? type = symbol; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            var isLibrary = IsModelsNamespace(type.ContainingNamespace);
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !p.IsIndexer && p.DeclaredAccessibility == Accessibility.Public && !keys.ContainsKey(p.Name)))
            {
                if (!isLibrary && !IsStored(property)) continue;
                var key = KeyOf(property);
                keys.Add(property.Name, key);
                keysByParameter[property.Name] = key;
            }

            // The library's own constructors set what their parameters name; what others do is unknown.
            IsPlain &= isLibrary || IsBare(type);
        }

        foreach (var attribute in symbol.GetAttributes().Where(a => a.AttributeClass is { Name: "KubernetesEntityAttribute" } c && IsModelsNamespace(c.ContainingNamespace)))
        {
            string? Named(string name) => attribute.NamedArguments.FirstOrDefault(n => n.Key == name).Value.Value as string;
            if (Named("Kind") is not { Length: > 0 } kind || Named("ApiVersion") is not { Length: > 0 } version) continue;
            Kind = kind;
            ApiVersion = Named("Group") is { Length: > 0 } group ? $"{group}/{version}" : version;
        }
    }

    /// <summary>The kind, where it is an object of its own; else null.</summary>
    public string? Kind { get; }

    /// <summary>The API group and version, where it is an object of its own; else null.</summary>
    public string? ApiVersion { get; }

    /// <summary>Whether a new one has nothing but what its constructor's parameters name.</summary>
    public bool IsPlain { get; }

    /// <summary>The names of its properties.</summary>
    public IReadOnlyCollection<string> PropertyNames => keys.Keys;

    /// <summary>The key that a property is written under; null where it is no property of the type.</summary>
    public string? KeyOfProperty(string name) => keys.TryGetValue(name, out var key) ? key : null;

    /// <summary>Whether a property that a type declares is one of this type, too; null stands for any type.</summary>
    public bool Has(INamedTypeSymbol? declaring)
    {
        if (declaring is null or { TypeKind: TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Error }) return true;
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring.OriginalDefinition)) return true;
        return false;
    }

    /// <summary>The key that a constructor's parameter sets, by the name that it shares with a property; null where none does.</summary>
    public string? KeyOfParameter(string name) => keysByParameter.TryGetValue(name, out var key) ? key : null;

    /// <summary>Whether a namespace is that of the models.</summary>
    public static bool IsModelsNamespace(INamespaceSymbol? symbol) =>
        symbol is { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a namespace is the library's.</summary>
    public static bool IsLibraryNamespace(INamespaceSymbol? symbol)
    {
        for (var at = symbol; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
            if (at is { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true }) return true;
        return false;
    }

    // A property with code of its own may do anything.
    private static bool IsStored(IPropertySymbol property) => property.DeclaringSyntaxReferences.All(r => r.GetSyntax() switch
    {
        PropertyDeclarationSyntax declaration => declaration.AccessorList?.Accessors.All(a => a.Body is null && a.ExpressionBody is null) == true,
        _ => true,
    });

    // A class of the compilation without constructors and initial values.
    private static bool IsBare(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty
        && type.InstanceConstructors.All(c => c.IsImplicitlyDeclared)
        && type.DeclaringSyntaxReferences.All(r => r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Members.All(m => m is not PropertyDeclarationSyntax { Initializer: not null }));

    private static string KeyOf(IPropertySymbol property)
    {
        var named = property.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "JsonPropertyNameAttribute" });
        if (named is { ConstructorArguments: [{ Value: string name }, ..] }) return name;
        return char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
    }

    /// <summary>The models of one compilation.</summary>
    public sealed class Cache
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ModelType?> models = new(SymbolEqualityComparer.Default);

        /// <summary>The model that a type is; null where it is none.</summary>
        public ModelType? Of(ITypeSymbol? type) => type is INamedTypeSymbol named ? models.GetOrAdd(named, Read) : null;

        private static ModelType? Read(INamedTypeSymbol type)
        {
            if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.SpecialType != SpecialType.None) return null;
            if (IsModelsNamespace(type.ContainingNamespace)) return new ModelType(type);

            // Parts of custom resources are plain classes of anyone; those of the framework are not.
            if (type.ContainingNamespace is { } space && (space.ToString() is "System" || space.ToString().StartsWith("System.", StringComparison.Ordinal))) return null;
            return new ModelType(type);
        }
    }
}
