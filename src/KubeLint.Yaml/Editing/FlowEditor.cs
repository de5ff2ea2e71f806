using KubeLint.Edits;
using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>Changes what stands in mappings and lists in brackets.</summary>
internal sealed class FlowEditor(string text, WritingStyle style)
{
    /// <summary>Adds an entry, or an item where the key is null, behind the last one.</summary>
    public IEnumerable<TextChange> Add(SyntaxCollection holder, string? key, Node value)
    {
        if (holder.IsImplied) throw new RefusedEditException(YamlEditor.Unsafe);
        var flow = style.FlowIn(holder);
        var written = key is null ? FlowWriter.Write(value, flow) : FlowWriter.Entry(key, value, flow);
        var last = holder.Members[holder.Members.Count - 1].End;
        var comma = Comma(last);
        var trailing = comma > last ? "," : "";
        if (flow.Indent is null) return [new TextChange(Math.Max(last, comma), 0, trailing.Length > 0 ? flow.Separator.Substring(1) + written + trailing : flow.Separator + written)];

        // A comment behind the last one stays in its line.
        var line = Lines.End(text, last);
        var place = holder.End <= line ? last : line;
        var below = flow.Break + flow.Indent + written + trailing;
        if (trailing.Length > 0) return [new TextChange(Math.Max(comma, place), 0, below)];
        return text.Substring(last, place - last).Trim().Length == 0
            ? [new TextChange(last, 0, "," + below)]
            : [new TextChange(last, 0, ","), new TextChange(place, 0, below)];
    }

    /// <summary>Replaces a value.</summary>
    public IEnumerable<TextChange> Replace(SyntaxMember member, Node value)
    {
        var old = member.Value;
        var flow = style.FlowIn(member.Holder);
        var written = FlowWriter.Write(value, flow, old is SyntaxScalar scalar ? scalar.Style : ScalarStyle.Plain);
        if (old.Anchor is not null) written = "&" + old.Anchor + " " + written;
        if (old.End > member.Head || member.Key is null) return [new TextChange(old.PropertiesStart, old.End - old.PropertiesStart, written)];

        // Nothing stood there, or not even a colon.
        return [new TextChange(member.Head, Lines.SkipBlanks(text, member.Head) - member.Head, (member.HasColon ? flow.Colon.TrimStart().Substring(1) : flow.Colon) + written)];
    }

    /// <summary>Removes an entry or an item that is not the only one.</summary>
    public IEnumerable<TextChange> Remove(SyntaxMember member)
    {
        var members = member.Holder.Members;
        var index = members.IndexOf(member);
        var isLast = index == members.Count - 1;
        if (!style.HasOwnLines(member.Holder))
            return index > 0 ? [new TextChange(members[index - 1].End, member.End - members[index - 1].End, "")] : [new TextChange(member.Start, members[1].Start - member.Start, "")];

        var line = Lines.Start(text, member.Start);
        if (!isLast) return [new TextChange(line, Lines.Next(text, Comma(member.End)) - line, "")];

        var before = members[index - 1].End;
        var comma = Comma(before);
        var stop = Comma(member.End);
        var hasComma = stop > member.End;
        if (Lines.End(text, stop) < member.Holder.End) stop = Lines.End(text, stop);
        var lineBefore = Lines.End(text, comma);
        if (hasComma) return [new TextChange(lineBefore, stop - lineBefore, "")];
        return comma == lineBefore ? [new TextChange(before, stop - before, "")] : [new TextChange(before, comma - before, ""), new TextChange(lineBefore, stop - lineBefore, "")];
    }

    // Behind the comma that follows a place, or the place itself where none does.
    private int Comma(int place)
    {
        var next = Lines.SkipTrivia(text, place, text.Length);
        return next < text.Length && text[next] == ',' ? next + 1 : place;
    }
}
