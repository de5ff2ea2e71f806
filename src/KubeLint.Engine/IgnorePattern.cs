namespace KubeLint.Engine;

/// <summary>A line of a .gitignore file; see <c>man gitignore</c>, and git's <c>wildmatch.c</c> for what the page leaves open.</summary>
internal sealed class IgnorePattern
{
    private readonly string pattern;
    private readonly bool isFolderOnly;
    private readonly bool isPath;

    private IgnorePattern(string line)
    {
        IsNegated = line[0] == '!';
        isFolderOnly = line[line.Length - 1] == '/';
        var start = IsNegated ? 1 : 0;
        pattern = line.Substring(start, Math.Max(0, line.Length - start - (isFolderOnly ? 1 : 0)));
        isPath = pattern.IndexOf('/') >= 0;
        if (pattern.StartsWith("/", StringComparison.Ordinal)) pattern = pattern.Substring(1);
    }

    private enum Outcome
    {
        Match,
        NoMatch,

        // What is left of the name is too short for every try from here on: without it stars would try exponentially.
        TooShort,

        // The same within this folder; only a double star can go on.
        FolderEnds,
    }

    /// <summary>Whether it takes back what earlier patterns ignore.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null where it holds no pattern.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !IsEscaped(line, end - 1)) end--;
        return end == 0 || line[0] == '#' ? null : new IgnorePattern(line.Substring(0, end));
    }

    /// <summary>Whether it speaks of a file or folder.</summary>
    /// <param name="path">The path relative to the folder of the .gitignore file, with forward slashes.</param>
    /// <param name="name">The last part of the path.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Matches(string path, string name, bool isFolder) =>
        (isFolder || !isFolderOnly) && Match(0, isPath ? path : name, 0) == Outcome.Match;

    private static bool IsEscaped(string line, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && line[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }

    private Outcome Match(int p, string name, int n)
    {
        for (; p < pattern.Length; p++, n++)
        {
            if (pattern[p] == '*') return MatchStar(p, name, n);
            if (n == name.Length) return Outcome.TooShort;
            switch (pattern[p])
            {
                case '?':
                    if (name[n] == '/') return Outcome.NoMatch;
                    break;
                case '[':
                    if (name[n] == '/' || !MatchClass(ref p, name[n])) return Outcome.NoMatch;
                    break;
                default:
                    if (pattern[p] == '\\' && ++p == pattern.Length) return Outcome.NoMatch;
                    if (pattern[p] != name[n]) return Outcome.NoMatch;
                    break;
            }
        }

        return n == name.Length ? Outcome.Match : Outcome.NoMatch;
    }

    private Outcome MatchStar(int p, string name, int n)
    {
        var start = p;
        while (p < pattern.Length && pattern[p] == '*') p++;
        var crossesFolders = p - start > 1 && (start == 0 || pattern[start - 1] == '/') && (p == pattern.Length || pattern[p] == '/');
        if (crossesFolders && p < pattern.Length && Match(p + 1, name, n) == Outcome.Match) return Outcome.Match;
        for (; n <= name.Length; n++)
        {
            var rest = Match(p, name, n);
            if (rest is Outcome.Match or Outcome.TooShort || (rest == Outcome.FolderEnds && !crossesFolders)) return rest;
            if (n < name.Length && name[n] == '/' && !crossesFolders) return Outcome.FolderEnds;
        }

        return Outcome.TooShort;
    }

    // Leaves p at the closing bracket; a class without one matches nothing.
    private bool MatchClass(ref int p, char c)
    {
        var isNegated = ++p < pattern.Length && pattern[p] is '!' or '^';
        if (isNegated) p++;
        var isIn = false;
        for (var first = p; p < pattern.Length && (pattern[p] != ']' || p == first); p++)
        {
            if (NamedClass(p) is { } name)
            {
                if (IsOf(name, c) is not { } isOf) return false;
                p += name.Length + 3;
                isIn |= isOf;
                continue;
            }

            if (pattern[p] == '\\' && p + 1 < pattern.Length) p++;
            var (from, to) = (pattern[p], pattern[p]);
            if (p + 2 < pattern.Length && pattern[p + 1] == '-' && pattern[p + 2] != ']')
            {
                p += pattern[p + 2] == '\\' && p + 3 < pattern.Length ? 3 : 2;
                to = pattern[p];
            }

            isIn |= from <= c && c <= to;
        }

        return p < pattern.Length && isIn != isNegated;
    }

    private string? NamedClass(int p)
    {
        if (string.CompareOrdinal(pattern, p, "[:", 0, 2) != 0) return null;
        var end = pattern.IndexOf(":]", p + 2, StringComparison.Ordinal);
        return end < 0 ? null : pattern.Substring(p + 2, end - p - 2);
    }

    // Of ASCII only, as in git; null where there is no class of that name.
    private static bool? IsOf(string name, char c) => name switch
    {
        "alnum" => char.IsLetterOrDigit(c) && c < 128,
        "alpha" => char.IsLetter(c) && c < 128,
        "blank" => c is ' ' or '\t',
        "cntrl" => c is < ' ' or '\u007f',
        "digit" => c is >= '0' and <= '9',
        "graph" => c is > ' ' and < '\u007f',
        "lower" => c is >= 'a' and <= 'z',
        "print" => c is >= ' ' and < '\u007f',
        "punct" => c is > ' ' and < '\u007f' && !char.IsLetterOrDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => c is >= 'A' and <= 'Z',
        "xdigit" => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        _ => null,
    };
}
