namespace KubeLint.Syntax;

/// <summary>Compares words that people spell in several ways.</summary>
internal static class Spelling
{
    /// <summary>Whether two texts have the same letters and digits, whatever their case and what stands between them.</summary>
    public static bool AreAlike(string a, string b) => Letters(a) == Letters(b);

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
