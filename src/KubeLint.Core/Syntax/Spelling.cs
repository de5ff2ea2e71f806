namespace KubeLint.Syntax;

/// <summary>Compares words that people spell in several ways.</summary>
public static class Spelling
{
    private const int MostWrong = 3;

    /// <summary>Whether two texts have the same letters and digits, whatever their case and what stands between them.</summary>
    public static bool AreAlike(string a, string b) => Letters(a) == Letters(b);

    /// <summary>Whether two words differ in a few letters only, each wrong, missing, too many, or swapped with its neighbour.</summary>
    /// <param name="word">One word.</param>
    /// <param name="other">The other.</param>
    /// <param name="most">How many letters at most.</param>
    public static bool IsWithin(string word, string other, int most)
    {
        if (Math.Abs(word.Length - other.Length) > most) return false;
        var rows = new int[word.Length + 1, other.Length + 1];
        for (var i = 0; i <= word.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[word.Length, other.Length] <= most;
    }

    /// <summary>The known word that was meant by another, whatever its case: one that differs in a third of its letters at most, and in no more than three; null where none is near.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">The known words.</param>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        for (var wrong = 0; wrong <= Math.Min(Math.Max(word.Length / 3, 1), MostWrong); wrong++)
        {
            if (words.Find(other => IsWithin(word.ToLowerInvariant(), other.ToLowerInvariant(), wrong)) is { } near) return near;
        }

        return null;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
