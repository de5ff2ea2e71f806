using KubeLint.Syntax;

namespace KubeLint.Provisioner.Declarations;

/// <summary>Which known word was meant by an unknown one.</summary>
internal static class Nearest
{
    /// <summary>The nearest word, or one that begins or is begun by the other; null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        return Spelling.Nearest(word, words)
            ?? words.Find(other => word.Length > 2 && (other.StartsWith(word, StringComparison.OrdinalIgnoreCase) || word.StartsWith(other, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A question for the end of a message; empty where none is near.</summary>
    public static string Question(string word, IEnumerable<string> known) => To(word, known) is { } near ? $"; did you mean '{near}'?" : "";
}
