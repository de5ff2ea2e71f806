using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>Changes what stands in mappings and lists of block style.</summary>
internal sealed class BlockEditor(string text, int end, WritingStyle style)
{
    /// <summary>Adds an entry, or an item where the key is null, behind the last one.</summary>
    public IEnumerable<TextChange> Add(SyntaxCollection holder, string? key, Node value)
    {
        var column = Lines.Column(text, holder.Members[0].Start);
        var place = EndOf(holder.End, column);
        var block = style.BlockIn(holder, place);
        var lines = key is null ? BlockWriter.DashedItem(value, block) : BlockWriter.Entry(key, value, block);
        var gap = ArePartedByBlankLines(holder) ? Lines.BreakAt(text, place) : "";
        yield return new TextChange(place, 0, gap + Below(place, BlockWriter.Indent(lines, column)));
    }

    /// <summary>Replaces a value.</summary>
    public IEnumerable<TextChange> Replace(SyntaxMember member, Node value)
    {
        var old = member.Value;
        var scalarStyle = old is SyntaxScalar { IsBlock: false } scalar ? scalar.Style : ScalarStyle.Plain;
        var headLine = Lines.End(text, member.Head);
        var block = style.BlockIn(member.Holder, old.End);

        // What is new stands as far behind the dash as what was there.
        if (member.Key is null && old.PropertiesStart > member.Head && old.PropertiesStart < headLine) block = block with { DashGap = old.PropertiesStart - member.Start };
        var written = member.Key is null ? BlockWriter.Item(value, block, scalarStyle) : BlockWriter.ValueOfKey(value, block, scalarStyle);
        written = written with { Below = BlockWriter.Indent(written.Below, Lines.Column(text, member.Start)) };
        var gap = new string(' ', member.Key is null ? block.DashGap - 1 : 1);
        return Merge(old.Start > headLine ? ReplaceBelow(member, old, written, headLine, gap) : ReplaceBehind(member, old, written, headLine, gap));
    }

    /// <summary>Removes an entry or an item that is not the only one.</summary>
    public IEnumerable<TextChange> Remove(SyntaxMember member)
    {
        var column = Lines.Column(text, member.Start);
        var stop = EndOf(member.End, column);
        var start = Lines.Start(text, member.Start);
        if (!Lines.IsFirstInLine(text, member.Start))
        {
            // The next one moves up to the dash, unless comments stand between.
            var next = member.Holder.Members[member.Holder.Members.IndexOf(member) + 1];
            return text.Substring(member.End, next.Start - member.End).Trim().Length == 0
                ? [new TextChange(member.Start, next.Start - member.Start, "")]
                : [new TextChange(Lines.SkipBlanksBack(text, member.Start), stop - Lines.SkipBlanksBack(text, member.Start), "")];
        }

        var (before, after) = (Lines.EndBefore(text, start), Lines.Next(text, stop));

        // The file ends without a line break, and still does, unless a text of several lines would lose its own.
        if (stop == text.Length)
        {
            while (before > 0 && Lines.IsBlank(text, before)) before = Lines.EndBefore(text, Lines.Start(text, before));
            var index = member.Holder.Members.IndexOf(member);
            var isNeeded = index > 0 && member.Holder.Members[index - 1].Value is var last && EndsInBlock(last) && last.End >= before;
            start = isNeeded ? start : Math.Max(0, before);
            return [new TextChange(start, stop - start, "")];
        }

        // Of the blank lines around it one is enough.
        if (before >= 0 && Lines.IsBlank(text, before) && (after == text.Length || Lines.IsBlank(text, after)))
        {
            if (after < text.Length) after = Lines.Next(text, after);
            else start = Lines.Start(text, before);
        }

        return [new TextChange(start, after - start, "")];
    }

    // The value stands on the line of its key or dash, or starts there.
    private IEnumerable<TextChange> ReplaceBehind(SyntaxMember member, SyntaxNode old, BlockText written, int headLine, string gap)
    {
        var start = old.PropertiesStart;
        var stop = old is SyntaxScalar { IsBlock: true } ? EndOfIndicator(old.Start) : old.End;
        var first = Anchored(old, written.First);
        if (first.Length == 0) start = Math.Max(member.Head, Lines.SkipBlanksBack(text, start));
        else if (start == member.Head) first = gap + first;
        else if (written.First.Length == 0) (start, first) = (Math.Max(member.Head, Lines.SkipBlanksBack(text, start)), gap + first);
        if (old is SyntaxCollection { IsFlow: false } && stop > headLine)
        {
            yield return new TextChange(start, EndOf(stop, Lines.Column(text, member.Start)) - start, first + Below(headLine, written.Below));
            yield break;
        }

        yield return new TextChange(start, stop - start, first);

        var line = old is SyntaxScalar { IsBlock: true } ? headLine : Lines.End(text, old.End);
        if (old is SyntaxScalar { IsBlock: true }) yield return new TextChange(line, Math.Max(0, old.End - line), Below(line, written.Below));
        else if (written.Below.Count > 0) yield return new TextChange(line, 0, Below(line, written.Below));
    }

    // The value stands below the line of its key or dash.
    private IEnumerable<TextChange> ReplaceBelow(SyntaxMember member, SyntaxNode old, BlockText written, int headLine, string gap)
    {
        if (old is SyntaxScalar { IsBlock: false } && written.Below.Count == 0)
        {
            yield return new TextChange(old.Start, old.End - old.Start, written.First);
            yield break;
        }

        var (start, stop) = (member.Head, member.Head);
        if (old.PropertiesStart <= headLine && old.PropertiesStart < old.Start)
        {
            stop = Lines.SkipBlanksBack(text, headLine);
            if (text.IndexOf(" #", start, headLine - start, StringComparison.Ordinal) is >= 0 and var comment) stop = Lines.SkipBlanksBack(text, comment);
        }

        var first = Anchored(old, written.First);
        yield return new TextChange(start, stop - start, first.Length > 0 ? gap + first : "");

        var last = old is SyntaxCollection { IsFlow: false } ? EndOf(old.End, Lines.Column(text, member.Start)) : old.End;
        yield return new TextChange(headLine, last - headLine, Below(headLine, written.Below));
    }

    private static string Anchored(SyntaxNode old, string first) => old.Anchor is null ? first : ("&" + old.Anchor + " " + first).TrimEnd();

    // Behind the line of the last content, and behind the comments that stand further right than a column: they belong to it.
    private int EndOf(int content, int column)
    {
        var place = Lines.End(text, content);
        for (var line = Lines.Next(text, place); line < end && line > place; line = Lines.Next(text, line))
        {
            var first = Lines.SkipBlanks(text, line);
            if (first < text.Length && text[first] == '#' && first - line > column) place = Lines.End(text, line);
            else if (!Lines.IsBlank(text, line)) break;
            if (Lines.Next(text, line) == line) break;
        }

        return place;
    }

    private bool EndsInBlock(SyntaxNode node) => node switch
    {
        SyntaxCollection { Members: [.., var last] } => EndsInBlock(last.Value),
        SyntaxScalar { IsBlock: true } block => text.IndexOf('-', block.Start, EndOfIndicator(block.Start) - block.Start) < 0,
        _ => false,
    };

    private bool ArePartedByBlankLines(SyntaxCollection holder)
    {
        for (var i = 1; i < holder.Members.Count; i++)
        {
            var line = Lines.Next(text, Lines.End(text, holder.Members[i - 1].End));
            if (!Lines.IsBlank(text, line) || line >= holder.Members[i].Start) return false;
        }

        return holder.Members.Count > 1;
    }

    private string Below(int place, IReadOnlyList<string> lines)
    {
        var lineBreak = Lines.BreakAt(text, place);
        return string.Concat(lines.Select(l => lineBreak + l));
    }

    private int EndOfIndicator(int place)
    {
        while (place < text.Length && !char.IsWhiteSpace(text[place])) place++;
        return place;
    }

    private static IEnumerable<TextChange> Merge(IEnumerable<TextChange> changes)
    {
        TextChange? last = null;
        foreach (var change in changes)
        {
            if (change is { Length: 0, NewText.Length: 0 }) continue;
            if (last is { } before && before.End == change.Start)
            {
                last = new TextChange(before.Start, before.Length + change.Length, before.NewText + change.NewText);
                continue;
            }

            if (last is { } done) yield return done;
            last = change;
        }

        if (last is { } rest) yield return rest;
    }
}
