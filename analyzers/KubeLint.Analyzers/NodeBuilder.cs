using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.Analyzers;

/// <summary>Turns what code makes into nodes.</summary>
/// <param name="files">The files that places stand in.</param>
/// <param name="writtenBlindly">Properties that may be written; they are unknown.</param>
/// <param name="elsewhere">What code at other places writes, too, where it has got the object.</param>
internal sealed class NodeBuilder(SourceFiles files, IReadOnlyCollection<WrittenProperty> writtenBlindly, WrittenElsewhere? elsewhere)
{
    // Code that makes an object declares it, whoever is to own it: operators name themselves.
    private const string Owners = "ownerReferences";

    // An object that holds itself has no end.
    private const int Deepest = 64;

    /// <summary>The node of an object that stands for itself. Of one that is lost only the kind is known.</summary>
    public MappingNode Root(MapValue made)
    {
        var entries = new List<MappingEntry>(made.IsLost ? [] : Entries(made, 0));
        var place = files.SpanOf(made.Place);
        if (made.IsLost || made.Find("apiVersion") is null) entries.Add(new MappingEntry("apiVersion", place, ScalarNode.OfString(place, made.Type!.ApiVersion!)));
        if (made.IsLost || made.Find("kind") is null) entries.Add(new MappingEntry("kind", place, ScalarNode.OfString(place, made.Type!.Kind!)));
        return new MappingNode(place, entries, made is { IsComplete: true, IsLost: false });
    }

    private Node Build(Value value, int depth)
    {
        var span = files.SpanOf(value.Place);
        return value switch
        {
            _ when depth > Deepest || value is MutableValue { IsLost: true } || (value is MutableValue { SharedNames: var names } && names.Any(n => elsewhere?.Changes(n) == true)) => new UnknownNode(span),
            UnknownValue unknown => new UnknownNode(span, unknown.Text, unknown.Scope),
            ConstantValue constant => Scalar(span, constant.Content),
            ListValue list => new SequenceNode(span, [.. list.Items.Select(item => Build(item, depth + 1))], list.IsComplete),
            MapValue map => new MappingNode(span, [.. Entries(map, depth)], map.IsComplete),
            _ => new UnknownNode(span),
        };
    }

    private IEnumerable<MappingEntry> Entries(MapValue map, int depth)
    {
        var unknown = KeysOf(map, writtenBlindly, elsewhere?.PropertiesOf(map.Type));
        var handedOut = KeysOf(map, [], elsewhere?.HandedOutOf(map.Type));
        unknown.Remove(Owners);
        foreach (var pair in map.Slots.Where(s => s.Key != Owners))
        {
            var key = files.SpanOf(pair.Value.KeyPlace);
            var isChanged = unknown.Remove(pair.Key) || (handedOut.Contains(pair.Key) && pair.Value.Value is ListValue or MapValue { Type: null });
            yield return new MappingEntry(pair.Key, key, isChanged ? new UnknownNode(key) : Build(pair.Value.Value, depth + 1));
        }

        var place = files.SpanOf(map.Place);
        foreach (var key in unknown) yield return new MappingEntry(key, place, new UnknownNode(place));
    }

    private static HashSet<string> KeysOf(MapValue map, IReadOnlyCollection<WrittenProperty> own, IReadOnlyList<WrittenProperty>? others)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (map.Type is not { } type || own.Count + (others?.Count ?? 0) == 0) return keys;
        foreach (var property in own.Concat(others ?? []))
            if (type.KeyOfProperty(property.Name) is { } key && type.Has(property.Declaring)) keys.Add(key);
        return keys;
    }

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

/// <summary>The files of one compilation, by their syntax trees.</summary>
internal sealed class SourceFiles
{
    private readonly Dictionary<SyntaxTree, SourceFile> byTree = [];
    private readonly Dictionary<SourceFile, SyntaxTree> byFile = [];

    /// <summary>The file of a tree.</summary>
    public SourceFile Of(SyntaxTree tree)
    {
        lock (byTree)
        {
            if (byTree.TryGetValue(tree, out var known)) return known;
            var file = new SourceFile(tree.FilePath, tree.GetText().ToString());
            byTree.Add(tree, file);
            byFile.Add(file, tree);
            return file;
        }
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
    public Location LocationOf(SourceSpan span)
    {
        lock (byTree) return Location.Create(byFile[span.File], new TextSpan(span.Start, span.Length));
    }
}
