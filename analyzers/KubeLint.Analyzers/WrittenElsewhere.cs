using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>
/// What code of a compilation writes into objects that it has not just made itself: whoever hands an object on must reckon with it. Looked
/// for by syntax, for this is asked while somebody types; only what has the name of a property that matters is bound.
/// </summary>
/// <param name="source">The compilation's code.</param>
/// <param name="memory">What was found before.</param>
/// <param name="cancellation">Stops the search.</param>
internal sealed class WrittenElsewhere(SourceCode source, WrittenElsewhere.Memory memory, CancellationToken cancellation)
{
    // A name that so many use is not looked into.
    private const int Most = 64;

    /// <summary>Whether the compilation may make autoscalers, which set the replicas of workloads.</summary>
    public bool MentionsAutoscalers => Mentions(n => n.MayHavePart("Autoscaler") || n.MayHavePart("ScaledObject"), f => f.MentionsAutoscalers);

    /// <summary>Whether the compilation may make Services, which join workloads.</summary>
    public bool MentionsServices => Mentions(n => n.MayHavePart("V1Service"), f => f.MentionsServices);

    /// <summary>Whether the compilation may make claims to volumes, which gather the pods that share one.</summary>
    public bool MentionsClaims => Mentions(n => n.MayHavePart("V1PersistentVolumeClaim"), f => f.MentionsClaims);

    /// <summary>Properties of a type that are written so.</summary>
    public IReadOnlyList<WrittenProperty> PropertiesOf(ModelType? type) => Of(type, memory.Written, isHandedOut: false);

    /// <summary>Properties of a type whose collections are handed to other code, which may change them.</summary>
    public IReadOnlyList<WrittenProperty> HandedOutOf(ModelType? type) => Of(type, memory.HandedOut, isHandedOut: true);

    /// <summary>Whether a collection that all code knows by a name may be changed.</summary>
    public bool Changes(string name) => PlacesOf(name, isHandedOut: false).Concat(PlacesOf(name, isHandedOut: true)).Any();

    private IReadOnlyList<WrittenProperty> Of(ModelType? type, Uses known, bool isHandedOut) =>
        type is null ? [] : known.ByType.GetOrAdd(type, t => [.. t.PropertyNames.SelectMany(n => known.ByName.GetOrAdd(n, name => Find(name, isHandedOut)))]);

    private IReadOnlyList<WrittenProperty> Find(string name, bool isHandedOut)
    {
        var places = PlacesOf(name, isHandedOut).Take(Most + 1).ToList();
        if (places.Count > Most) return [new WrittenProperty(name, null)];
        return [.. places.Select(p => p is null ? null : Bind(p)).Distinct<INamedTypeSymbol?>(SymbolEqualityComparer.Default).Select(t => new WrittenProperty(name, t))];
    }

    private IEnumerable<SyntaxNode?> PlacesOf(string name, bool isHandedOut)
    {
        var number = SourceNames.NumberOf(name);
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var words = SourceNames.Of(tree, cancellation);

            // SetLabel and GetLabels write, or give, labels.
            var mayUse = words.MayHave(number) || (name is "Labels" or "Annotations" && words.MayHavePart(name.TrimEnd('s')));
            foreach (var place in mayUse ? FileWrites.Of(tree, cancellation).PlacesOf(name, isHandedOut) : []) yield return place;
        }
    }

    // The type that declares what is named; null where that is not known.
    private INamedTypeSymbol? Bind(SyntaxNode name) => source.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol switch
    {
        IPropertySymbol property => property.ContainingType,
        { } other => other.ContainingType ?? source.Compilation.ObjectType,
        null => null,
    };

    private bool Mentions(Func<SourceNames, bool> mayDo, Func<FileWrites, bool> does, [CallerMemberName] string what = "") =>
        memory.Mentioned.GetOrAdd(what, _ => source.Compilation.SyntaxTrees.Any(t => mayDo(SourceNames.Of(t, cancellation)) && does(FileWrites.Of(t, cancellation))));

    /// <summary>What was found in one compilation. What was not found to its end, as when somebody types on, is not in it.</summary>
    public sealed class Memory
    {
        internal Uses Written { get; } = new();

        internal Uses HandedOut { get; } = new();

        internal ConcurrentDictionary<string, bool> Mentioned { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>Properties that are used in one way, by the types that have them and by their names.</summary>
    internal sealed class Uses
    {
        public ConcurrentDictionary<ModelType, IReadOnlyList<WrittenProperty>> ByType { get; } = new();

        public ConcurrentDictionary<string, IReadOnlyList<WrittenProperty>> ByName { get; } = new(StringComparer.Ordinal);
    }
}
