using System.Collections.Concurrent;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.Analyzers;

/// <summary>Turns what code makes into nodes.</summary>
/// <param name="files">The files that places stand in.</param>
/// <param name="fate">What becomes of the values; what was written blindly is unknown.</param>
/// <param name="elsewhere">What code at other places writes, too, where it has got the object.</param>
internal sealed class NodeBuilder(SourceFiles files, Fate fate, WrittenElsewhere? elsewhere)
{
    // Code that makes an object declares it, whoever is to own it: operators name themselves.
    private const string Owners = "ownerReferences";

    // An object that holds itself has no end.
    private const int Deepest = 64;

    // How a part is reached matters only where something may be written.
    private readonly bool tracksWays = elsewhere is not null || fate.WrittenBlindly.Count > 0;

    /// <summary>The node of an object that stands for itself. Of one that is lost only the kind is known.</summary>
    public MappingNode Root(MapValue made)
    {
        var place = files.SpanOf(made.Place);
        var identity = new List<MappingEntry>(2);
        if (made.IsLost || made.Find("apiVersion") is null) identity.Add(new MappingEntry("apiVersion", place, ScalarNode.OfString(place, made.Type!.ApiVersion!)));
        if (made.IsLost || made.Find("kind") is null) identity.Add(new MappingEntry("kind", place, ScalarNode.OfString(place, made.Type!.Kind!)));
        return new MappingNode(place, made.IsLost ? identity : Entries(made, 0, null, identity), made is { IsComplete: true, IsLost: false });
    }

    private Node Build(Value value, int depth, Step? way)
    {
        var span = files.SpanOf(value.Place);
        if (depth > Deepest || (value is MutableValue made && (made.IsLost || IsChanged(made)))) return new UnknownNode(span);
        return value switch
        {
            UnknownValue unknown => new UnknownNode(span, unknown.Text, unknown.Scope),
            ConstantValue constant => Scalar(span, constant.Content),
            ListValue list => new SequenceNode(span, Items(list, depth, way), list.IsComplete),
            MapValue map => new MappingNode(span, Entries(map, depth, way), map.IsComplete),
            _ => new UnknownNode(span),
        };
    }

    private Node[] Items(ListValue list, int depth, Step? way)
    {
        var items = new Node[list.Items.Count];
        for (var i = 0; i < items.Length; i++) items[i] = Build(list.Items[i], depth + 1, way);
        return items;
    }

    private bool IsChanged(MutableValue made) => elsewhere is not null && made.SharedNames.Any(elsewhere.Changes);

    private MappingEntry[] Entries(MapValue map, int depth, Step? outer, List<MappingEntry>? more = null)
    {
        var unknown = KeysOf(map, outer, fate.WrittenBlindly, elsewhere?.WrittenOf(map.Type) ?? []);
        var handedOut = KeysOf(map, outer, [], elsewhere?.HandedOutOf(map.Type) ?? []);
        unknown?.Remove(Owners);
        var entries = new MappingEntry[map.Count - (map.Find(Owners) is null ? 0 : 1) + CountNew(unknown, map) + (more?.Count ?? 0)];
        var count = 0;
        for (var i = 0; i < map.Count; i++)
        {
            var (name, slot) = map[i];
            if (name == Owners) continue;
            var key = files.SpanOf(slot.KeyPlace);
            var isChanged = unknown?.Remove(name) == true || (handedOut?.Contains(name) == true && slot.Value is ListValue or MapValue { Type: null });
            entries[count++] = new MappingEntry(name, key, isChanged ? new UnknownNode(key) : Build(slot.Value, depth + 1, tracksWays ? new Step(map, name, outer) : null));
        }

        if (unknown is { Count: > 0 })
        {
            var place = files.SpanOf(map.Place);
            foreach (var key in unknown) entries[count++] = new MappingEntry(key, place, new UnknownNode(place));
        }

        more?.CopyTo(entries, count);
        return entries;
    }

    private static int CountNew(HashSet<string>? keys, MapValue map)
    {
        var count = 0;
        if (keys is not null) foreach (var key in keys) count += map.Find(key) is null ? 1 : 0;
        return count;
    }

    // Null where there are none, as nearly always.
    private HashSet<string>? KeysOf(MapValue map, Step? outer, IReadOnlyList<WrittenProperty> own, IReadOnlyList<WrittenProperty> others)
    {
        if (map.Type is not { } type || own.Count + others.Count == 0) return null;
        HashSet<string>? keys = null;
        foreach (var property in own.Concat(others))
            if (type.KeyOfProperty(property.Name) is { } key && type.Has(property.Declaring) && MayBe(property, new Step(map, key, outer))) (keys ??= new(StringComparer.Ordinal)).Add(key);
        return keys;
    }

    // What is written in an object of another type is a part of this one, too, only where something has got that part alone.
    private bool MayBe(WrittenProperty property, Step step) => step.IsIn(property.Holder) || step.Outwards.Any(IsShared);

    private bool IsShared(Step step) =>
        (step.Outer is not null && fate.IsShared(step.Map))
        || (step.Map.Find(step.Key)?.Value is MutableValue part && fate.IsShared(part))
        || elsewhere?.TakenOf(step.Map.Type, step.Key).Any(p => step.IsIn(p.Holder)) == true;

    private static Node Scalar(SourceSpan span, object? content) => content switch
    {
        null => ScalarNode.OfNull(span),
        string text => ScalarNode.OfString(span, text),
        bool truth => ScalarNode.OfBoolean(span, truth),
        sbyte or byte or short or ushort or int or uint or long => ScalarNode.OfInteger(span, System.Convert.ToInt64(content, System.Globalization.CultureInfo.InvariantCulture)),
        float or double or decimal => ScalarNode.OfFloat(span, System.Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture)!),
        _ => new UnknownNode(span),
    };
}

/// <summary>A key on the way from an object that stands for itself to a part of it.</summary>
/// <param name="Map">What has the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Outer">The step before; null at the start.</param>
internal sealed record Step(MapValue Map, string Key, Step? Outer)
{
    /// <summary>This step and those before it.</summary>
    public IEnumerable<Step> Outwards => Outer is null ? [this] : Outer.Outwards.Prepend(this);

    /// <summary>Whether the way goes through an object of a type; null stands for any type.</summary>
    public bool IsIn(INamedTypeSymbol? holder) => holder is null || Outwards.Any(s => s.Map.Type?.Has(holder) == true);
}

/// <summary>The files of one compilation, by their syntax trees.</summary>
internal sealed class SourceFiles
{
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> byTree = new();
    private readonly ConcurrentDictionary<SourceFile, SyntaxTree> byFile = new();

    /// <summary>The file of a tree.</summary>
    public SourceFile Of(SyntaxTree tree)
    {
        if (byTree.TryGetValue(tree, out var known)) return known;
        var file = byTree.GetOrAdd(tree, t => new SourceFile(t.FilePath, t.GetText().ToString()));
        byFile[file] = tree;
        return file;
    }

    /// <summary>The span of a node's text; of a creation without a type's name that of its keyword.</summary>
    public SourceSpan SpanOf(SyntaxNode node)
    {
        var span = node switch
        {
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.Span,
            WithExpressionSyntax with => with.WithKeyword.Span,
            _ => node.Span,
        };
        return new SourceSpan(Of(node.SyntaxTree), span.Start, span.Length);
    }

    /// <summary>Where a span is, for diagnostics.</summary>
    public Location LocationOf(SourceSpan span) => Location.Create(byFile[span.File], new TextSpan(span.Start, span.Length));
}
