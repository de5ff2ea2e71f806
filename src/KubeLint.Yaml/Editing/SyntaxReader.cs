using KubeLint.Edits;
using KubeLint.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeLint.Yaml.Editing;

/// <summary>Reads how one document is written. It can be read, or an edit of it would not have come here.</summary>
internal sealed class SyntaxReader
{
    private readonly string text;
    private readonly int offset;
    private readonly int end;
    private readonly Parser parser;
    private readonly Dictionary<string, SyntaxNode> anchors = new(StringComparer.Ordinal);

    private SyntaxReader(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        offset = start;
        parser = new Parser(new SegmentReader(text, start, end));
    }

    /// <summary>Reads a document, or one object of a JSON stream.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Offset of the document.</param>
    /// <param name="end">Offset behind it.</param>
    /// <exception cref="RefusedEditException">It can't be read.</exception>
    public static SyntaxTree Read(string text, int start, int end)
    {
        return TryRead(text, start, end)
            ?? TryRead(TextUnit.Read(new SourceFile("", ""), text, start, end)[0].Readable, start, end)
            ?? throw new RefusedEditException(YamlEditor.Unsafe);
    }

    private static SyntaxTree? TryRead(string text, int start, int end)
    {
        var reader = new SyntaxReader(text, start, end);
        try
        {
            do reader.parser.MoveNext();
            while (reader.parser.Current is StreamStart or DocumentStart);
            return new SyntaxTree(text, reader.Read(null, start, isRoot: true), reader.HasAliases);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private bool HasAliases { get; set; }

    private SyntaxNode Read(SyntaxMember? owner, int head, bool isRoot = false)
    {
        var start = parser.Current!;
        SyntaxNode node = start switch
        {
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => ReadScalar(scalar, head),
            SequenceStart sequence => ReadSequence(sequence, isRoot),
            MappingStart mapping => ReadMapping(mapping, isRoot),
            _ => throw new InvalidOperationException(),
        };
        node.Owner = owner;
        if (node is not SyntaxAlias && start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            node.Anchor = anchored.Anchor.Value;
            anchors[node.Anchor] = node;
        }

        return node;
    }

    private SyntaxAlias ReadAlias(AnchorAlias alias)
    {
        HasAliases = true;
        anchors.TryGetValue(alias.Value.Value, out var target);
        var node = new SyntaxAlias { Start = Offset(alias.Start), PropertiesStart = Offset(alias.Start), End = Offset(alias.End), Target = target };
        parser.MoveNext();
        return node;
    }

    private SyntaxScalar ReadScalar(Scalar scalar, int head)
    {
        var (first, stop) = (Offset(scalar.Start), Math.Max(Offset(scalar.Start), Offset(scalar.End)));
        var start = EventText.SkipProperties(scalar, text, first, stop);
        var node = new SyntaxScalar { Value = scalar.Value, Style = scalar.Style, PropertiesStart = first, Start = start, End = stop };
        if (node.IsBlock)
        {
            node.End = EndOfBlock(start, stop);
        }
        else if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
        {
            // The parser places what is empty at the mark behind it or before it.
            var hasProperties = !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty;
            node.Start = node.End = hasProperties ? TrimBack(start, first) : head;
            if (!hasProperties) node.PropertiesStart = head;
        }

        parser.MoveNext();
        return node;
    }

    // The blank lines behind the content belong to it only where the indicator keeps them.
    private int EndOfBlock(int start, int stop)
    {
        var header = start + 1;
        while (header < stop && text[header] is '+' or '-' or (>= '0' and <= '9')) header++;
        if (text.IndexOf('+', start, header - start) < 0) return TrimBack(stop, header);
        if (stop > header && text[stop - 1] == '\n') stop--;
        if (stop > header && text[stop - 1] == '\r') stop--;
        return stop;
    }

    private int TrimBack(int place, int start)
    {
        while (place > start && char.IsWhiteSpace(text[place - 1])) place--;
        return place;
    }

    private SyntaxCollection ReadSequence(SequenceStart sequence, bool isRoot)
    {
        var list = Open(sequence, isMapping: false, sequence.Style == SequenceStyle.Flow, '[');
        var reached = list.IsFlow ? list.Start + 1 : list.Start;
        while (parser.Current is not SequenceEnd)
        {
            var member = new SyntaxMember(list, null) { Start = SkipTo(list.IsFlow ? ',' : '\0', reached) };
            member.Head = list.IsFlow ? member.Start : member.Start + 1;
            if (!list.IsFlow && text[member.Start] != '-') throw new InvalidOperationException();
            member.Value = Read(member, member.Head);
            list.Members.Add(member);
            reached = member.End;
        }

        return Close(list, reached, ']', isRoot);
    }

    private SyntaxCollection ReadMapping(MappingStart mapping, bool isRoot)
    {
        var map = Open(mapping, isMapping: true, mapping.Style == MappingStyle.Flow, '{');
        var reached = map.IsFlow && !map.IsImplied ? map.Start + 1 : map.Start;
        while (parser.Current is not MappingEnd)
        {
            var start = SkipTo(map.IsFlow ? ',' : '\0', reached);
            var isExplicit = start + 1 < end && text[start] == '?' && text[start + 1] is ' ' or '\t' or '\n' or '\r';
            var isMerge = parser.Current is Scalar scalar && EventText.IsMergeKey(scalar);
            var key = Read(null, isExplicit ? start + 1 : start);
            var colon = Lines.SkipTrivia(text, key.End, end);
            var hasColon = colon < end && text[colon] == ':';
            var member = new SyntaxMember(map, key) { Start = start, HasColon = hasColon, Head = hasColon ? colon + 1 : key.End, IsMerge = isMerge };
            member.Value = Read(member, member.Head);
            map.Members.Add(member);
            reached = member.End;
        }

        return Close(map, reached, '}', isRoot);
    }

    private SyntaxCollection Open(NodeEvent node, bool isMapping, bool isFlow, char bracket)
    {
        var first = Offset(node.Start);
        var start = EventText.SkipProperties(node, text, first, end);
        if (!isFlow) start = Lines.SkipTrivia(text, start, end);
        parser.MoveNext();
        return new SyntaxCollection { IsMapping = isMapping, IsFlow = isFlow, IsImplied = isFlow && text[start] != bracket, PropertiesStart = first, Start = start };
    }

    private SyntaxCollection Close(SyntaxCollection collection, int reached, char bracket, bool isRoot)
    {
        collection.End = reached;
        if (collection.IsFlow && !collection.IsImplied)
        {
            var close = SkipTo(',', reached);
            if (close >= end || text[close] != bracket) throw new InvalidOperationException();
            collection.End = close + 1;
        }

        // What stands behind the root may be the next object of a JSON stream, which the parser would not take.
        if (!isRoot) parser.MoveNext();
        return collection;
    }

    private int SkipTo(char separator, int place)
    {
        place = Lines.SkipTrivia(text, place, end);
        return separator != '\0' && place < end && text[place] == separator ? Lines.SkipTrivia(text, place + 1, end) : place;
    }

    private int Offset(Mark mark) => Math.Min(offset + (int)mark.Index, end);
}

/// <summary>How a document is written.</summary>
/// <param name="Text">The text of the file, as the parser takes it.</param>
/// <param name="Root">The root.</param>
/// <param name="HasAliases">Whether some places share what is written once.</param>
internal sealed record SyntaxTree(string Text, SyntaxNode Root, bool HasAliases)
{
    /// <summary>All mappings and lists, those that hold others first.</summary>
    public IEnumerable<SyntaxCollection> Collections => CollectionsIn(Root);

    /// <summary>The mappings and lists in a value, itself first.</summary>
    public static IEnumerable<SyntaxCollection> CollectionsIn(SyntaxNode node)
    {
        var open = new Stack<SyntaxNode>([node]);
        while (open.Count > 0)
        {
            if (open.Pop() is not SyntaxCollection collection) continue;
            yield return collection;
            for (var i = collection.Members.Count - 1; i >= 0; i--) open.Push(collection.Members[i].Value);
        }
    }
}
