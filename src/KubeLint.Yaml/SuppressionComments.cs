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
            if (hash > 0 && text[hash - 1] is not (' ' or '\t' or '\n' or '\r')) continue;
            if (scalars.Any(s => hash >= s.Start && hash < s.End)) continue;

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

    // A comment on a line of its own speaks of the next line that is no comment.
    private static int LineOf(string text, SourceSpan comment)
    {
        var line = comment.StartPosition.Line;
        var start = comment.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t') start--;
        if (start > 0 && text[start - 1] is not ('\n' or '\r')) return line;
        var rest = text.Substring(comment.End).Split('\n');
        for (var i = 1; i < rest.Length; i++)
        {
            if (!rest[i].TrimStart().StartsWith("#", StringComparison.Ordinal)) return line + i;
        }

        return line;
    }
}
