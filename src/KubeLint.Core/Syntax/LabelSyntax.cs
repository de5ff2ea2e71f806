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
        return slash < 0 ? IsName(text) : IsSubdomain(text.Substring(0, slash)) && IsName(text.Substring(slash + 1));
    }

    /// <summary>Whether a text is a label value: empty, or as a name.</summary>
    public static bool IsValue(string text) => text.Length == 0 || IsName(text);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && IsAlphanumeric(text[0]) && IsAlphanumeric(text[text.Length - 1])
        && text.All(c => IsAlphanumeric(c) || c is '-' or '_' or '.');

    private static bool IsSubdomain(string text) =>
        text.Length is > 0 and <= LongestPrefix && text.Split('.').All(part => part.Length > 0 && part[0] != '-' && part[part.Length - 1] != '-'
            && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'));

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
