namespace KubeLint.Yaml;

/// <summary>One document of a stream, before it is parsed.</summary>
/// <param name="Start">Offset of its first character, with its directives and marker.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Shape">What its root looks like.</param>
/// <param name="ApiVersion">The value of a plain <c>apiVersion</c> line at its root; null where there is none.</param>
/// <param name="Kind">The value of a plain <c>kind</c> line at its root; null where there is none.</param>
internal readonly record struct DocumentText(int Start, int End, RootShape Shape, string? ApiVersion, string? Kind);

/// <summary>What the root of a document looks like from its first line.</summary>
internal enum RootShape
{
    /// <summary>There is nothing but comments.</summary>
    Empty,

    /// <summary>Keys on lines of their own.</summary>
    Block,

    /// <summary>A list.</summary>
    List,

    /// <summary>Something that only parsing tells: JSON, a tag, content behind the marker.</summary>
    Other,
}

/// <summary>
/// Splits a stream into documents at the markers, in one pass over its lines. A marker at the start of a line ends a
/// document wherever it stands, so a broken document never takes the next one with it.
/// </summary>
internal static class DocumentScanner
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>The documents of a stream.</summary>
    public static IEnumerable<DocumentText> Scan(string text)
    {
        var start = 0;
        var shape = RootShape.Empty;
        var rootIndent = 0;
        var hasMarker = false;
        string? apiVersion = null;
        string? kind = null;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOfAny(LineBreaks, line);
            if (end < 0) end = text.Length;
            var next = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
            if (next > text.Length) next = text.Length;

            // Files that were put together keep the byte order mark of each.
            var before = line;
            if (text[line] == '\ufeff')
            {
                line++;
                if (shape == RootShape.Empty) start = line;
            }

            if (IsMarker(text, line, end, '-'))
            {
                // Directives and comments that stand alone before a marker belong to the document behind it.
                if (shape != RootShape.Empty) yield return new DocumentText(start, before, shape, apiVersion, kind);
                if (shape != RootShape.Empty || hasMarker) start = line;
                hasMarker = true;

                var content = SkipBlanks(text, line + 3, end);
                (shape, rootIndent, apiVersion, kind) = (content < end && text[content] != '#' ? RootShape.Other : RootShape.Empty, 0, null, null);
            }
            else if (IsMarker(text, line, end, '.'))
            {
                yield return new DocumentText(start, next, shape, apiVersion, kind);
                (start, shape, rootIndent, apiVersion, kind, hasMarker) = (next, RootShape.Empty, 0, null, null, false);
            }
            else
            {
                var content = SkipBlanks(text, line, end);
                if (content < end && text[content] != '#' && !(text[content] == '%' && content == line && shape == RootShape.Empty && !hasMarker))
                {
                    if (shape == RootShape.Empty)
                    {
                        rootIndent = content - line;
                        shape = text[content] switch { '-' => RootShape.List, '{' or '[' or '&' or '!' or '?' or '\t' => RootShape.Other, _ => RootShape.Block };
                    }

                    if (shape == RootShape.Block && content - line == rootIndent && text[content] is 'a' or 'k' or '"' or '\'')
                    {
                        apiVersion ??= ValueOf("apiVersion", text, content, end);
                        kind ??= ValueOf("kind", text, content, end);
                    }
                }
            }

            line = next;
        }

        yield return new DocumentText(start, text.Length, shape, apiVersion, kind);
    }

    private static bool IsMarker(string text, int line, int end, char c) =>
        end - line >= 3 && text[line] == c && text[line + 1] == c && text[line + 2] == c && (end - line == 3 || text[line + 3] is ' ' or '\t');

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t') start++;
        return start;
    }

    private static string? ValueOf(string key, string text, int start, int end)
    {
        var quote = text[start] is '"' or '\'' ? 1 : 0;
        if (string.CompareOrdinal(text, start + quote, key, 0, key.Length) != 0) return null;
        var i = start + quote + key.Length;
        if (quote == 1 && (i >= end || text[i] != text[start])) return null;
        i = SkipBlanks(text, i + quote, end);
        if (i >= end || text[i] != ':') return null;
        var value = text.Substring(i + 1, end - i - 1);
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value.Substring(0, comment)).Trim().Trim('"', '\'');
    }
}
