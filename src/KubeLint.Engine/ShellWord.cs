namespace KubeLint.Engine;

/// <summary>Words of commands that people are shown, to be pasted into a shell.</summary>
public static class ShellWord
{
    /// <summary>A path as one word of a POSIX shell, which no program takes for an option.</summary>
    public static string Quote(string path)
    {
        var word = path.StartsWith("-", StringComparison.Ordinal) ? "./" + path : path;
        return word.Length > 0 && word.All(IsPlain) ? word : "'" + word.Replace("'", "'\\''") + "'";
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '.' or '-' or '_' or '+' or ',' or '=' or ':' or '@';
}
