using KubeLint.Syntax;
using KubeLint.Views;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeLint.Yaml;

/// <summary>Something that stops a document from being read, or from being read as written.</summary>
/// <param name="Start">Offset of the place.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Message">What is wrong, for people.</param>
internal readonly record struct ReadingProblem(int Start, int End, string Message)
{
    /// <summary>
    /// Offset of the double quote or bracket whose next lines stand further left than the parser allows; else null.
    /// Kubernetes' own reader takes that, and manifests in use have it.
    /// </summary>
    public int? OutdentedFrom { get; init; }
}

/// <summary>A document can't be read any further.</summary>
internal sealed class UnreadableException(ReadingProblem problem) : Exception(problem.Message)
{
    public ReadingProblem Problem { get; } = problem;
}

/// <summary>The document is a template of another tool, not YAML.</summary>
internal sealed class TemplateException : Exception;

/// <summary>Turns the events of YamlDotNet's parser into nodes. One reader reads one document.</summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 1_000;
    private const int MostExpanded = 1_000_000;

    private readonly SourceFile file;
    private readonly string text;
    private readonly int offset;
    private readonly int end;
    private readonly StringPool strings;
    private readonly bool readsContainers;
    private readonly int documentStart;
    private readonly IParser parser;
    private readonly Dictionary<string, Anchored> anchors = new(StringComparer.Ordinal);
    private readonly Stack<int> openBrackets = new();
    private long size;
    private long expanded;
    private int lastEnd;
    private bool? areContainersRead;

    /// <summary>Creates a reader.</summary>
    /// <param name="file">The file that spans point into.</param>
    /// <param name="text">Its text.</param>
    /// <param name="start">Offset of the document.</param>
    /// <param name="end">Offset behind it.</param>
    /// <param name="strings">Where equal strings are kept once.</param>
    /// <param name="readsContainers">Whether to read into all containers; rules need those only that <see cref="ReadKinds.ReadContainers"/> marks.</param>
    public YamlReader(SourceFile file, string text, int start, int end, StringPool strings, bool readsContainers)
    {
        this.file = file;
        this.text = text;
        this.strings = strings;
        this.readsContainers = readsContainers;
        this.end = end;
        documentStart = start;
        offset = start;
        lastEnd = start;
        parser = new Parser(new SegmentReader(text, start, end));
    }

    /// <summary>Faults that did not stop the reading.</summary>
    public List<ReadingProblem> Problems { get; } = [];

    /// <summary>The scalars that were read, where containers are read too; for telling comments from text.</summary>
    public List<(int Start, int End)> Scalars { get; } = [];

    /// <summary>Offset behind the root.</summary>
    public int End => lastEnd;

    /// <summary>Reads the root of the document.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    /// <exception cref="TemplateException">It is a template.</exception>
    public Node? ReadRoot()
    {
        Advance();
        if (parser.Current is StreamStart) Advance();
        if (parser.Current is DocumentStart) Advance();
        return parser.Current is StreamEnd or null ? null : Read(0, passOver: false);
    }

    /// <summary>Reads what stands behind the root, for faults in it.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public void ReadRest()
    {
        while (parser.Current is not (null or StreamEnd) && Advance())
        {
            // Its events say nothing more.
        }
    }

    private bool Advance()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw new UnreadableException(Place(e));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser fails in odd ways on odd input; what it read so far tells where.
            throw new UnreadableException(new ReadingProblem(lastEnd, lastEnd, "this can't be read as YAML") { OutdentedFrom = FirstOpenBracket() });
        }
    }

    private ReadingProblem Place(YamlException e)
    {
        var message = ParserMessage.Plain(e.Message);

        // Some exceptions of the parser have no place; what it read so far tells where.
        var start = e.Start.Index == 0 && e.End.Index == 0 ? lastEnd : Math.Min(offset + (int)e.Start.Index, end);
        if (e.Message.Contains("tab") && FindIndentingTab() is { } tab)
        {
            // The parser names the mapping; people look for the tab.
            start = tab;
            message = "a tab can't indent YAML; use spaces";
        }

        if (openBrackets.Count > 0 && string.IsNullOrWhiteSpace(text.Substring(start, end - start)))
            return new ReadingProblem(openBrackets.Peek(), openBrackets.Peek() + 1, $"this '{text[openBrackets.Peek()]}' is never closed");

        return new ReadingProblem(start, Math.Max(start, Math.Min(offset + (int)e.End.Index, end)), message)
        {
            OutdentedFrom = e.Message.Contains("wrong indentation") && start < end && text[start] == '"' ? start : null,
        };
    }

    private int? FirstOpenBracket()
    {
        // The parser looks ahead, so the bracket may not have been read yet.
        var found = openBrackets.Count > 0 ? openBrackets.Last() : text.IndexOfAny(['[', '{'], lastEnd, end - lastEnd);
        return found < 0 ? null : found;
    }

    private int? FindIndentingTab()
    {
        var isIndent = true;
        var i = lastEnd;
        while (i > 0 && text[i - 1] is not ('\n' or '\r')) isIndent &= text[--i] is ' ' or '\t';
        for (i = lastEnd; i < end; i++)
        {
            if (text[i] == '\t' && isIndent) return i;
            isIndent = text[i] is '\n' or '\r' || (isIndent && text[i] == ' ');
        }

        return null;
    }

    private Node Read(int depth, bool passOver)
    {
        var current = parser.Current!;
        if (depth > DeepestNesting) throw Unreadable(current, $"this is nested more than {DeepestNesting:N0} levels deep, too deep to be read");
        var sizeBefore = size++;
        Node node = current switch
        {
            AnchorAlias alias => Resolve(alias),
            Scalar scalar => ReadScalar(scalar, passOver),
            SequenceStart sequence => ReadSequence(sequence, depth, passOver),
            MappingStart mapping => ReadMapping(mapping, depth, passOver),
            _ => throw Unreadable(current, "this can't be read as YAML"),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored && current is not AnchorAlias)
            anchors[anchored.Anchor.Value] = new Anchored(node, size - sizeBefore);
        return node;
    }

    private Node Resolve(AnchorAlias alias)
    {
        lastEnd = Offset(alias.End);
        if (!anchors.TryGetValue(alias.Value.Value, out var anchored)) throw Unreadable(alias, $"the alias *{alias.Value.Value} names no anchor before it");
        Expand(anchored.Size, lastEnd - Offset(alias.Start), lastEnd);
        Advance();
        return anchored.Node;
    }

    // What is written is bounded by the file; what aliases and merge keys make of it is not.
    private void Expand(long added, int length, int stop)
    {
        size += added;
        expanded += added;
        if (expanded > MostExpanded)
            throw new UnreadableException(new ReadingProblem(stop - length, stop, $"aliases and merge keys make more than {MostExpanded:N0} values of this, too many to be read"));
    }

    private Node ReadScalar(Scalar scalar, bool passOver)
    {
        var span = SpanOf(scalar);
        lastEnd = Offset(scalar.End);
        Advance();
        if (readsContainers) Scalars.Add((span.Start, span.End));
        if (passOver) return new UnknownNode(span);
        var value = strings.Share(scalar.Value);
        if (Placeholder.IsIn(value)) return new UnknownNode(span, value);
        if (!scalar.Tag.IsEmpty && scalar.Tag.Value != "!")
        {
            return scalar.Tag.Value switch
            {
                "tag:yaml.org,2002:str" or "tag:yaml.org,2002:binary" => ScalarNode.OfString(span, value),
                "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" => ScalarResolver.Resolve(span, value),
                _ => new UnknownNode(span, value),
            };
        }

        return scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? ScalarResolver.Resolve(span, value) : ScalarNode.OfString(span, value);
    }

    private Node ReadSequence(SequenceStart sequence, int depth, bool passOver)
    {
        var start = SkipProperties(sequence, Offset(sequence.Start), end);
        if (sequence.Style == SequenceStyle.Flow) openBrackets.Push(start);
        Advance();
        var items = new List<Node>();
        while (parser.Current is not SequenceEnd) items.Add(Read(depth + 1, passOver));
        var span = Close(start, sequence.Style == SequenceStyle.Flow, ']', isRoot: depth == 0);
        return passOver || IsForeign(sequence.Tag, "seq") ? new UnknownNode(span) : new SequenceNode(span, items.ToArray());
    }

    private Node ReadMapping(MappingStart mapping, int depth, bool passOver)
    {
        var start = SkipProperties(mapping, Offset(mapping.Start), end);
        if (mapping.Style == MappingStyle.Flow) openBrackets.Push(start);
        Advance();

        // {{ and {% open an action of a template engine; as YAML the first would be a mapping that is a key.
        if (mapping.Style == MappingStyle.Flow && (parser.Current is MappingStart { Style: MappingStyle.Flow } || (start + 1 < end && text[start + 1] == '%'))) throw new TemplateException();

        var entries = new List<MappingEntry>();
        List<Merged>? merged = null;
        var isComplete = true;
        Dictionary<string, int>? places = null;
        while (parser.Current is not MappingEnd)
        {
            if (parser.Current is not Scalar key)
            {
                // Kubernetes takes no keys but texts; what such a key holds is passed over.
                isComplete = false;
                Read(depth + 1, passOver: true);
                Read(depth + 1, passOver: true);
                continue;
            }

            var keySpan = SpanOf(key);
            var name = strings.Share(key.Value);
            if (readsContainers) Scalars.Add((keySpan.Start, keySpan.End));
            if (!key.Anchor.IsEmpty) anchors[key.Anchor.Value] = new Anchored(ScalarNode.OfString(keySpan, name), 1);
            lastEnd = Offset(key.End);
            Advance();
            if (EventText.IsMergeKey(key))
            {
                (merged ??= []).Add(new Merged(Read(depth + 1, passOver), entries.Count));
                continue;
            }

            if (Placeholder.IsIn(name) && !IsDirective(name)) isComplete = false;
            var value = ReadValue(name, depth, passOver);
            AddEntry(entries, new MappingEntry(name, keySpan, value), ref places);
        }

        var span = Close(start, mapping.Style == MappingStyle.Flow, '}', isRoot: depth == 0);
        if (merged is not null) Merge(entries, merged, ref isComplete);
        return passOver || IsForeign(mapping.Tag, "map") ? new UnknownNode(span) : new MappingNode(span, entries.ToArray(), isComplete);
    }

    // What a strategic-merge patch says of the mapping that it stands in.
    private static bool IsDirective(string key) =>
        key is "$patch" or "$retainKeys" || key.StartsWith("$setElementOrder/", StringComparison.Ordinal) || key.StartsWith("$deleteFromPrimitiveList/", StringComparison.Ordinal);

    // Rules look into containers of few documents and at no field managers; not keeping them saves most of a workload's memory.
    private Node ReadValue(string key, int depth, bool passOver)
    {
        if (passOver || readsContainers) return Read(depth + 1, passOver);
        if (key == "managedFields") return Read(depth + 1, passOver: true);
        if (key is not ("containers" or "initContainers" or "ephemeralContainers") || parser.Current is not SequenceStart list || !list.Anchor.IsEmpty || AreContainersRead()) return Read(depth + 1, passOver: false);

        var start = SkipProperties(list, Offset(list.Start), end);
        if (list.Style == SequenceStyle.Flow) openBrackets.Push(start);
        Advance();
        var items = new List<Node>();
        while (parser.Current is not SequenceEnd) items.Add(new UnknownNode(Read(depth + 2, passOver: true).Span));
        return new SequenceNode(Close(start, list.Style == SequenceStyle.Flow, ']', isRoot: false), items.ToArray());
    }

    private bool AreContainersRead() =>
        areContainersRead ??= text.IndexOf(ReadKinds.ReadContainers, documentStart, end - documentStart, StringComparison.Ordinal) >= 0;

    private void AddEntry(List<MappingEntry> entries, MappingEntry entry, ref Dictionary<string, int>? places)
    {
        // Most mappings are small, and there a search costs less than a table.
        const int Few = 12;
        if (places is null && entries.Count >= Few)
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < entries.Count; i++) places.Add(entries[i].Key, i);
        }

        var first = places is null ? entries.FindIndex(e => e.Key == entry.Key) : places.TryGetValue(entry.Key, out var place) ? place : -1;
        if (first < 0)
        {
            places?.Add(entry.Key, entries.Count);
            entries.Add(entry);
            return;
        }

        Problems.Add(new ReadingProblem(entry.KeySpan.Start, entry.KeySpan.End, $"the key '{entry.Key}' stands here twice, before in line {entries[first].KeySpan.StartPosition.Line}; the last one counts"));
        entries[first] = entry;
    }

    // Own keys win over merged ones, and earlier merged mappings over later ones. Of an own key that stands before the
    // merge readers think differently: to YAML and kustomize it wins, in Kubernetes' reader (go-yaml 2) it loses.
    private void Merge(List<MappingEntry> entries, List<Merged> merged, ref bool isComplete)
    {
        var own = entries.Count;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < own; i++) places[entries[i].Key] = i;
        foreach (var merge in merged)
        {
            foreach (var source in merge.Source is SequenceNode list ? list.Items : [merge.Source])
            {
                if (source is not MappingNode mapping)
                {
                    isComplete = false;
                    continue;
                }

                isComplete &= mapping.IsComplete;
                Expand(mapping.Entries.Count, mapping.Span.Length, mapping.Span.End);
                foreach (var entry in mapping.Entries)
                {
                    if (!places.TryGetValue(entry.Key, out var place))
                    {
                        places.Add(entry.Key, entries.Count);
                        entries.Add(entry);
                    }
                    else if (place < merge.OwnBefore)
                    {
                        entries[place] = entries[place] with { Value = new UnknownNode(entries[place].Value.Span) };
                    }
                }
            }
        }
    }

    private SourceSpan Close(int start, bool isFlow, char bracket, bool isRoot)
    {
        if (isFlow)
        {
            openBrackets.Pop();
            var close = Offset(parser.Current!.End);
            lastEnd = close < end && text[close] == bracket ? close + 1 : Math.Max(close, lastEnd);
        }

        // What stands behind the root may be the next object of a JSON stream, which the parser would not take.
        if (!isRoot) Advance();
        return new SourceSpan(file, start, Math.Max(0, lastEnd - start));
    }

    // The text of a scalar, without the anchor and the tag before it.
    private SourceSpan SpanOf(Scalar scalar)
    {
        var stop = Math.Max(Offset(scalar.Start), Offset(scalar.End));
        var start = SkipProperties(scalar, Offset(scalar.Start), stop);
        return new SourceSpan(file, start, stop - start);
    }

    private int SkipProperties(NodeEvent node, int start, int stop) => EventText.SkipProperties(node, text, start, stop);

    private int Offset(Mark mark) => Math.Min(offset + (int)mark.Index, end);

    private static bool IsForeign(TagName tag, string name) => !tag.IsEmpty && tag.Value != "!" && tag.Value != "tag:yaml.org,2002:" + name;

    private UnreadableException Unreadable(ParsingEvent place, string message) => new(new ReadingProblem(Offset(place.Start), Math.Max(Offset(place.Start), Offset(place.End)), message));

    private sealed record Anchored(Node Node, long Size);

    private sealed record Merged(Node Source, int OwnBefore);
}

/// <summary>Keeps equal short strings once.</summary>
internal sealed class StringPool
{
    private const int LongestShared = 64;
    private const int Most = 20_000;

    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);

    /// <summary>The first string that was equal to this one.</summary>
    public string Share(string text)
    {
        if (text.Length > LongestShared) return text;
        if (strings.TryGetValue(text, out var shared)) return shared;
        if (strings.Count < Most) strings.Add(text, text);
        return text;
    }
}
