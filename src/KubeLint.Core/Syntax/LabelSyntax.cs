namespace KubeLint.Syntax;

/// <summary>The syntax of label keys (apimachinery, IsQualifiedName).</summary>
internal static class LabelSyntax
{
    private const int LongestName = 63;
    private const int LongestPrefix = 253;

    /// <summary>Whether a text is a label key: a name, or a DNS subdomain, a slash and a name.</summary>
    public static bool IsKey(string text)
    {
        var slash = text.IndexOf('/');
        return (slash < 0 || IsSubdomain(text, slash)) && IsName(text, slash + 1);
    }

    /// <summary>Whether a text is a label value: empty, or as a name.</summary>
    public static bool IsValue(string text) => text.Length == 0 || IsName(text, 0);

    // The rest of a text.
    private static bool IsName(string text, int start)
    {
        if (text.Length - start is not (> 0 and <= LongestName) || !IsAlphanumeric(text[start]) || !IsAlphanumeric(text[text.Length - 1])) return false;
        for (var i = start; i < text.Length; i++)
        {
            if (!IsAlphanumeric(text[i]) && text[i] is not ('-' or '_' or '.')) return false;
        }

        return true;
    }

    // The text up to an end. Neither a dot nor a hyphen may start or end it, or stand beside a dot.
    private static bool IsSubdomain(string text, int end)
    {
        if (end is not (> 0 and <= LongestPrefix)) return false;
        for (var i = 0; i < end; i++)
        {
            if (text[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9')) continue;
            if (text[i] is not ('-' or '.') || i == 0 || i == end - 1 || text[i - 1] == '.' || text[i + 1] == '.') return false;
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
