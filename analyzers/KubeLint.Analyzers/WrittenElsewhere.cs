using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Looked
/// for by syntax, for this is asked while somebody types; only what has the name of a property that matters is bound.
/// </summary>
/// <param name="source">The compilation's code.</param>
/// <param name="models">The compilation's models.</param>
/// <param name="memory">What was found before.</param>
/// <param name="cancellation">Stops the search.</param>
internal sealed class WrittenElsewhere(SourceCode source, ModelType.Cache models, WrittenElsewhere.Memory memory, CancellationToken cancellation)
{
    // A name that so many use is not looked into.
    private const int Most = 64;

    /// <summary>Properties of a type that are written so.</summary>
    public IReadOnlyList<WrittenProperty> WrittenOf(ModelType? type) => Of(type, Usage.Written);

    /// <summary>Properties of a type whose collections are handed to other code, which may change them.</summary>
    public IReadOnlyList<WrittenProperty> HandedOutOf(ModelType? type) => Of(type, Usage.HandedOut);

    /// <summary>Whether some of that may be a part of an object.</summary>
    /// <param name="parts">The object and what is in it.</param>
    public bool MayChange(List<MutableValue> parts) => parts.Exists(p => p.SharedNames.Count > 0 || (p is MapValue { Type: { } type } && (WrittenOf(type).Count > 0 || HandedOutOf(type).Count > 0)));

    /// <summary>Where what the property of a key holds may be put into something else; properties of other types that share its name are none.</summary>
    public IEnumerable<WrittenProperty> TakenOf(ModelType? type, string key) => type is null ? [] : type.PropertyNames.Where(n => type.KeyOfProperty(n) == key).SelectMany(n => Of(n, Usage.Taken)).Where(p => type.Has(p.Declaring));

    /// <summary>Whether a collection that all code knows by a name may be changed.</summary>
    public bool Changes(string name) => PlacesOf(name, Usage.Written).Concat(PlacesOf(name, Usage.HandedOut)).Any();

    private IReadOnlyList<WrittenProperty> Of(ModelType? type, Usage usage)
    {
        if (type is null) return [];
        var known = memory.Of(usage).ByType;
        return known.TryGetValue(type, out var found) ? found : Read(type, usage);
    }

    // Apart, so that nothing is allocated for what is known. Two that ask at once would both look through all code, which is what costs.
    private IReadOnlyList<WrittenProperty> Read(ModelType type, Usage usage)
    {
        lock (memory) return memory.Of(usage).ByType.GetOrAdd(type, t => [.. t.PropertyNames.SelectMany(n => Of(n, usage)).Where(p => t.Has(p.Declaring))]);
    }

    private IReadOnlyList<WrittenProperty> Of(string name, Usage usage) => memory.Of(usage).ByName.GetOrAdd(name, n => Find(n, usage));

    private IReadOnlyList<WrittenProperty> Find(string name, Usage usage)
    {
        var places = PlacesOf(name, usage).Take(Most + 1).ToList();
        if (places.Count > Most) return [new WrittenProperty(name, null)];
        return [.. places.Select(p => p is null ? new WrittenProperty(name, null) : new WrittenProperty(name, DeclaringOf(p), HolderOf(p))).Distinct()];
    }

    private IEnumerable<SyntaxNode?> PlacesOf(string name, Usage usage)
    {
        var number = SourceNames.NumberOf(name);
        if (usage != Usage.Taken && !FileWrites.HasOtherWays(name) && !source.MayUse(number, cancellation)) yield break;
        foreach (var file in source.Files(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();

            if (!MayUse(file)) continue;
            foreach (var place in FileWrites.Of(file.Tree, cancellation).PlacesOf(name, usage)) yield return place;
        }

        bool MayUse(SourceNames file) => usage switch
        {
            Usage.Taken => file.MayHave(number) || file.MayHavePart(FileWrites.Ensuring + name),

            // SetLabel and GetLabels write, or give, labels.
            _ => file.MayUse(number) || (FileWrites.HasOtherWays(name) && (file.MayUseNameWith(name) || file.MayUseNameWith(FileWrites.SetterOf(name)))),
        };
    }

    // The type that declares what is named; null where that is not known.
    private INamedTypeSymbol? DeclaringOf(SyntaxNode name) => source.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol switch
    {
        IPropertySymbol property => property.ContainingType,
        IMethodSymbol method when ModelType.IsLibraryNamespace(method.ContainingNamespace) => null,
        { } other => other.ContainingType ?? source.Compilation.ObjectType,
        null => null,
    };

    // Only the library's own properties surely hold parts, and an object that stands for itself is none.
    private INamedTypeSymbol? HolderOf(SyntaxNode name)
    {
        var model = source.ModelOf(name.SyntaxTree);
        INamedTypeSymbol? holder = null;
        for (var at = ReceiverOf(name); at is not null && model.GetTypeInfo(at, cancellation).Type is INamedTypeSymbol type && ModelType.IsModelsNamespace(type.ContainingNamespace); at = ReceiverOf(at))
        {
            holder = type;
            if (models.Of(type)?.Kind is not null || model.GetSymbolInfo(at, cancellation).Symbol is not IPropertySymbol { IsStatic: false } property || !ModelType.IsModelsNamespace(property.ContainingType.ContainingNamespace)) break;
        }

        return holder;
    }

    // What a member is one of.
    private static ExpressionSyntax? ReceiverOf(SyntaxNode member) => member switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } when access.Name == member => LocalNames.Plain(access.Expression),
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax binding } => ReceiverOf(binding),
        MemberAccessExpressionSyntax access => LocalNames.Plain(access.Expression),
        MemberBindingExpressionSyntax => LocalNames.HolderOf(member) is { } holder ? LocalNames.Plain(holder) : null,
        _ => null,
    };

    /// <summary>What was found in one compilation. What was not found to its end, as when somebody types on, is not in it.</summary>
    public sealed class Memory
    {
        private readonly Uses[] uses = [new(), new(), new()];

        internal Uses Of(Usage usage) => uses[(int)usage];
    }

    /// <summary>Properties that are used in one way, by the types that have them and by their names.</summary>
    internal sealed class Uses
    {
        public ConcurrentDictionary<ModelType, IReadOnlyList<WrittenProperty>> ByType { get; } = new();

        public ConcurrentDictionary<string, IReadOnlyList<WrittenProperty>> ByName { get; } = new(StringComparer.Ordinal);
    }
}
