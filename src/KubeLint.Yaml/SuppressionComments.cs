using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Syntax;

namespace KubeLint.Yaml;

/// <summary>Finds suppressions in the comments of a document.</summary>
internal static class SuppressionComments
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>The suppressions of a document.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="options">What the user configured for it.</param>
    /// <param name="document">The document.</param>
    /// <param name="rootStart">Offset of its first key.</param>
    /// <param name="scalars">The scalars in it: what looks like a comment inside one is none.</param>
    public static IReadOnlyList<Suppression> Find(string text, LintOptions options, SourceSpan document, int rootStart, IReadOnlyList<(int Start, int End)> scalars)
    {
        var found = new List<Suppression>();
        for (var at = document.Start; (at = text.IndexOf(Suppression.Marker, at, document.End - at, StringComparison.Ordinal)) >= 0; at += Suppression.Marker.Length)
        {
            var hash = at;
            while (hash > document.Start && text[hash - 1] is ' ' or '\t') hash--;
            if (--hash < document.Start || text[hash] != '#') continue;
            if (hash > 0 && text[hash - 1] is not (' ' or '\t' or '\n' or '\r' or '\ufeff')) continue;
            if (IsInScalar(hash, scalars)) continue;

            var end = text.IndexOfAny(LineBreaks, at);
            if (end < 0) end = text.Length;
            var ids = text.Substring(at + Suppression.Marker.Length, end - at - Suppression.Marker.Length);
            var span = new SourceSpan(document.File, hash, end - hash);
            found.Add(hash < rootStart
                ? Suppression.ForDocument(span, ids, options, document)
                : Suppression.ForLine(span, ids, options, LineOf(text, span)));
        }

        return found;
    }

    // Scalars come in the order of the text, so the last one that starts before the place is the only one that may hold it.
    private static bool IsInScalar(int place, IReadOnlyList<(int Start, int End)> scalars)
    {
        var (low, high) = (0, scalars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (scalars[middle].Start <= place) low = middle + 1;
            else high = middle;
        }

        return low > 0 && place < scalars[low - 1].End;
    }

    // A comment on a line of its own speaks of the next line that is no comment.
    private static int LineOf(string text, SourceSpan comment)
    {
        var line = comment.StartPosition.Line;
        var start = comment.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t') start--;
        if (start > 0 && text[start - 1] is not ('\n' or '\r')) return line;
        for (var at = comment.End; at < text.Length;)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
            while (at < text.Length && text[at] is ' ' or '\t') at++;
            if (at == text.Length || text[at] != '#') return line;
            at = text.IndexOfAny(LineBreaks, at);
            if (at < 0) break;
        }

        return line;
    }
}
