namespace KubeLint.Syntax;

/// <summary>A file, or another named text, that declarations were read from. Holds where its lines start, not its text.</summary>
public sealed class SourceFile
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    private readonly int[] lineStarts;

    /// <summary>Creates a file from its text; the text itself is not kept.</summary>
    /// <param name="path">The path that reports show and fingerprints use: relative, with forward slashes.</param>
    /// <param name="text">The text, of which only the line starts are remembered.</param>
    public SourceFile(string path, string text)
    {
        Path = path;
        lineStarts = FindLineStarts(text);
    }

    /// <summary>The path that reports show: relative, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The folder of <see cref="Path"/>, without a slash at its end; empty at the top.</summary>
    public string Folder => Path.LastIndexOf('/') is > 0 and var slash ? Path.Substring(0, slash) : "";

    /// <summary>The file's name without its folder.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>The position of a character offset.</summary>
    /// <param name="offset">Offset in UTF-16 units from the start of the text.</param>
    public LinePosition PositionOf(int offset)
    {
        var index = Array.BinarySearch(lineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - lineStarts[line] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int>(Math.Max(4, text.Length / 32)) { 0 };
        for (var i = text.IndexOfAny(LineEnds); i >= 0; i = text.IndexOfAny(LineEnds, i + 1))
        {
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n') starts.Add(i + 1);
        }

        return [.. starts];
    }
}

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>A stretch of a file's text.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Offset of the first character, in UTF-16 units.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct SourceSpan(SourceFile File, int Start, int Length)
{
    /// <summary>Offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Line and column of the first character.</summary>
    public LinePosition StartPosition => File.PositionOf(Start);

    /// <summary>Line and column behind the last character.</summary>
    public LinePosition EndPosition => File.PositionOf(End);
}
