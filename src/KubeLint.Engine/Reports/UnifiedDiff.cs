using System.Text;
using KubeLint.Findings;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Reports;

/// <summary>Writes changes of texts as <c>git apply</c> and <c>patch -p1</c> take them.</summary>
/// <param name="output">Where to.</param>
/// <param name="isForPeople">Whether it is shown to people: then what a text says can't move their terminal's cursor.</param>
/// <param name="usesColor">Whether the output understands ANSI colours.</param>
public sealed class UnifiedDiff(TextWriter output, bool isForPeople, bool usesColor)
{
    private const int Context = 3;

    /// <summary>Writes the changes of one file; nothing where there are none.</summary>
    /// <param name="name">Its path relative to the root of the repository, with forward slashes.</param>
    /// <param name="text">Its text, with the byte order mark where it has one.</param>
    /// <param name="changes">The changes, in order.</param>
    public void Write(string name, string text, IReadOnlyList<TextChange> changes)
    {
        var lines = LinesOf(text);
        var blocks = Blocks(text, lines, changes);
        if (blocks.Count == 0) return;
        var (old, now) = (FileName("a/" + name), FileName("b/" + name));
        Write("1", $"diff --git {old} {now}");
        Write("1", $"--- {old}{Tab(old)}");
        Write("1", $"+++ {now}{Tab(now)}");
        var moved = 0;
        for (var i = 0; i < blocks.Count;)
        {
            var last = i;
            while (last + 1 < blocks.Count && blocks[last + 1].First - blocks[last].End <= 2 * Context) last++;
            moved += WriteHunk(lines, [.. blocks.Skip(i).Take(last - i + 1)], moved);
            i = last + 1;
        }
    }

    // Returns by how much the lines behind it move.
    private int WriteHunk(IReadOnlyList<string> lines, IReadOnlyList<Block> blocks, int moved)
    {
        var first = Math.Max(0, blocks[0].First - Context);
        var end = Math.Min(lines.Count, blocks[blocks.Count - 1].End + Context);
        var grown = blocks.Sum(b => b.NewLines.Count - b.Count);
        Write("36", $"@@ -{Range(first, end - first)} +{Range(first + moved, end - first + grown)} @@");
        var at = first;
        foreach (var block in blocks)
        {
            WriteLines(' ', null, lines.Skip(at).Take(block.First - at));
            WriteLines('-', "31", lines.Skip(block.First).Take(block.Count));
            WriteLines('+', "32", block.NewLines);
            at = block.End;
        }

        WriteLines(' ', null, lines.Skip(at).Take(end - at));
        return grown;
    }

    // Lines are those of git: a carriage return alone ends none.
    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) + 1;
            if (end == 0) end = text.Length;
            lines.Add(text.Substring(start, end - start));
        }

        return lines;
    }

    private static List<Block> Blocks(string text, List<string> lines, IReadOnlyList<TextChange> changes)
    {
        var starts = new List<int> { 0 };
        foreach (var line in lines) starts.Add(starts[starts.Count - 1] + line.Length);
        var blocks = new List<Block>();
        for (var i = 0; i < changes.Count;)
        {
            // All changes of the same lines at once.
            var (first, last) = (LineAt(changes[i].Start), LineAt(changes[i].End));
            var next = i + 1;
            while (next < changes.Count && LineAt(changes[next].Start) <= last) last = Math.Max(last, LineAt(changes[next++].End));
            var end = Math.Min(last + 1, lines.Count);
            var changed = new StringBuilder();
            var at = starts[first];
            foreach (var change in changes.Skip(i).Take(next - i))
            {
                changed.Append(text, at, change.Start - at).Append(change.NewText);
                at = change.End;
            }

            changed.Append(text, at, starts[end] - at);
            if (Trimmed(lines, first, end, LinesOf(changed.ToString())) is { } block) blocks.Add(block);
            i = next;
        }

        return blocks;

        // What stands at the end belongs to the last line, unless a line break ends that.
        int LineAt(int offset)
        {
            if (offset > 0 && offset == text.Length && text[offset - 1] != '\n') return lines.Count - 1;
            var index = starts.BinarySearch(offset);
            return index >= 0 ? index : ~index - 1;
        }
    }

    private static Block? Trimmed(List<string> lines, int first, int end, List<string> changed)
    {
        var (from, to) = (0, changed.Count);
        while (first < end && from < to && lines[first] == changed[from]) (first, from) = (first + 1, from + 1);
        while (first < end && from < to && lines[end - 1] == changed[to - 1]) (end, to) = (end - 1, to - 1);
        return first == end && from == to ? null : new Block(first, end - first, changed.GetRange(from, to - from));
    }

    // Of nothing the line before it is named.
    private static string Range(int first, int count) => $"{(count == 0 ? first : first + 1)},{count}";

    // As git writes names: what would end them, looks like an escape or would be a build server's command, is escaped.
    private static string FileName(string name)
    {
        if (Visible.Text(name) == name && !name.Any(c => c is '"' or '\\')) return name;
        var quoted = new StringBuilder("\"");
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            if (unit is < 0x20 or >= 0x7f or (byte)'#') quoted.Append('\\').Append(Convert.ToString(unit, 8).PadLeft(3, '0'));
            else quoted.Append((char)unit is '"' or '\\' ? "\\" : "").Append((char)unit);
        }

        return quoted.Append('"').ToString();
    }

    // Without it patch takes the name to end at its first blank.
    private static string Tab(string name) => name[0] != '"' && name.Contains(' ') ? "\t" : "";

    private void WriteLines(char mark, string? color, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var text = line[line.Length - 1] == '\n' ? line.Substring(0, line.Length - 1) : line;
            Write(color, mark + text);
            if (text.Length == line.Length) Write(null, "\\ No newline at end of file");
        }
    }

    private void Write(string? color, string line)
    {
        if (isForPeople) line = string.Join("\t", line.TrimEnd('\r').Split('\t').Select(Visible.Text));
        output.Write((color is null ? line : Ansi.Colored(usesColor, color, line)) + "\n");
    }

    private sealed record Block(int First, int Count, IReadOnlyList<string> NewLines)
    {
        public int End => First + Count;
    }
}
