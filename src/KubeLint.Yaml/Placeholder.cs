namespace KubeLint.Yaml;

/// <summary>Recognises text that another tool fills in: its value is unknown, and never a zone or a name.</summary>
internal static class Placeholder
{
    private static readonly (string Open, string Close)[] Pairs = [("${", "}"), ("$(", ")"), ("$[", "]"), ("{{", "}}"), ("<<", ">>"), ("#{", "}"), ("<%", "%>"), ("{%", "%}")];
    private static readonly char[] Hints = ['$', '{', '<', '#', '_', '@', '%'];

    /// <summary>Whether a scalar is, or holds, a placeholder.</summary>
    public static bool IsIn(string text)
    {
        if (text.IndexOfAny(Hints) < 0) return false;
        foreach (var (open, close) in Pairs)
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            if (start >= 0 && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) >= 0) return true;
        }

        return text.Length > 2 && text.IndexOf('\n') < 0 && (text[0], text[text.Length - 1]) switch
        {
            ('<', '>') or ('@', '@') or ('%', '%') => true,
            ('$', _) => IsName(text, 1, text.Length),
            ('_', '_') => text.Length > 4 && text[1] == '_' && text[text.Length - 2] == '_',
            _ => false,
        };
    }

    private static bool IsName(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '_') return false;
        }

        return true;
    }
}
