using KubeLint.Edits;
using KubeLint.Syntax;

namespace KubeLint.Yaml.Editing;

/// <summary>Writes new documents behind one.</summary>
internal static class NewDocument
{
    /// <summary>The change that adds them.</summary>
    /// <param name="tree">The document behind which they come.</param>
    /// <param name="style">How the file is written.</param>
    /// <param name="start">Offset of that document.</param>
    /// <param name="end">Offset behind it.</param>
    /// <param name="isLast">Whether none follows it.</param>
    /// <param name="roots">The roots of the new ones.</param>
    public static TextChange Behind(SyntaxTree tree, WritingStyle style, int start, int end, bool isLast, IEnumerable<Node> roots)
    {
        var text = tree.Text;
        var last = end;
        while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
        var place = Lines.End(text, Math.Max(last, tree.Root.End));
        var lineBreak = Lines.BreakAt(text, place);
        var gap = string.Concat(Enumerable.Repeat(lineBreak, isLast ? BlankLinesBefore(text, start, 0) : BlankLinesBefore(text, end, place)));

        // Where documents end with a mark, directives may follow, and they need the mark before them.
        var mark = IsEndMark(text, Lines.Start(text, place)) ? lineBreak + "..." : "";
        return new TextChange(place, 0, string.Concat(roots.Select(r => gap + lineBreak + "---" + lineBreak + Write(r, tree, style, place, lineBreak) + mark)));
    }

    private static string Write(Node root, SyntaxTree tree, WritingStyle style, int place, string lineBreak)
    {
        if (root is not MappingNode { Entries.Count: > 0 }) throw new RefusedEditException("a new document must be an object");
        if (tree.Root is not SyntaxCollection { IsFlow: true } flow) return string.Join(lineBreak, BlockWriter.Lines(root, style.BlockIn(null, place)));
        var written = style.FlowIn(flow);
        return FlowWriter.Write(root, written.Indent is null ? written : written with { Indent = "" });
    }

    private static int BlankLinesBefore(string text, int place, int start)
    {
        var count = 0;
        for (var before = Lines.EndBefore(text, place); before > start && Lines.IsBlank(text, before); count++) before = Lines.EndBefore(text, Lines.Start(text, before));
        return count;
    }

    private static bool IsEndMark(string text, int line) => string.CompareOrdinal(text, line, "...", 0, 3) == 0 && (line + 3 == text.Length || char.IsWhiteSpace(text[line + 3]));
}
