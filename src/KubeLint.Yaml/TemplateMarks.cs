namespace KubeLint.Yaml;

/// <summary>
/// What is no YAML because another tool has yet to make it is a template, and no fault. But a manifest may hold the
/// template of yet another tool in a text (a rule of Prometheus, an Argo workflow), and its own faults are faults.
/// </summary>
internal static class TemplateMarks
{
    private static readonly string[] Marks = ["{{", "{%", "<%"];

    /// <summary>Whether the marks of a template engine are why a document can't be read.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Offset of the document.</param>
    /// <param name="end">Offset behind it.</param>
    /// <param name="readTo">Offset up to which it could be read.</param>
    /// <param name="problem">Offset of the fault.</param>
    public static bool Explain(string text, int start, int end, int readTo, int problem)
    {
        if (IsWordBetween(text, problem, end) || IsVariable(text, problem, end)) return true;
        var from = Math.Min(readTo, problem);
        while (from > start && text[from - 1] is not ('\n' or '\r')) from--;
        var to = Math.Max(readTo, problem);
        while (to < end && text[to] is not ('\n' or '\r')) to++;
        foreach (var mark in Marks)
        {
            for (var at = start; (at = text.IndexOf(mark, at, end - at, StringComparison.Ordinal)) >= 0; at += mark.Length)
            {
                if ((at >= from && at < to) || StartsValue(text, start, at)) return true;
            }
        }

        return false;
    }

    // Text that holds a mark is quoted, or in a block, where a mark rarely comes first in its line.
    private static bool StartsValue(string text, int start, int at)
    {
        while (at > start && text[at - 1] is ' ' or '\t') at--;
        return at == start || text[at - 1] is '\n' or '\r' or ':' or '-';
    }

    // ${NAME}, as envsubst fills it in, is YAML in most places; in JSON and in brackets it is none.
    private static bool IsVariable(string text, int start, int end) => start > 0 && start < end && text[start] == '{' && text[start - 1] == '$';

    // @NAME@ and %NAME%, as sed scripts fill them in: no plain scalar starts so.
    private static bool IsWordBetween(string text, int start, int end)
    {
        if (start >= end || text[start] is not ('@' or '%')) return false;
        var i = start + 1;
        while (i < end && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '-' or '.')) i++;
        return i > start + 1 && i < end && text[i] == text[start];
    }
}
