namespace KubeLint.Syntax;

/// <summary>How far words are from each other.</summary>
public static class Spelling
{
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
}
