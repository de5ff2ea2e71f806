namespace KubeLint.Yaml;

/// <summary>Makes what Kubernetes' reader takes, and the parser here does not, readable without moving anything.</summary>
internal static class LooseText
{
    /// <summary>How often this is tried in one document: each costs another reading of it.</summary>
    public const int MostJoined = 50;

    /// <summary>Puts a text in double quotes, or what stands in brackets, on one line: its line breaks become blanks.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Offset of the opening quote or bracket.</param>
    /// <param name="end">Offset behind the document.</param>
    public static string Join(string text, int start, int end)
    {
        var characters = text.ToCharArray();
        if (characters[start] == '"') JoinQuoted(characters, start, end);
        else JoinBracketed(characters, start, end);
        return new string(characters);
    }

    // Returns the offset of the closing quote.
    private static int JoinQuoted(char[] text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (text[i] == '"') return i;
            if (text[i] == '\\' && i + 1 < end && text[i + 1] is not ('\n' or '\r')) i++;
            else if (text[i] is '\n' or '\r' or '\\') text[i] = ' ';
        }

        return end;
    }

    private static void JoinBracketed(char[] text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    if (--depth == 0) return;
                    break;
                case '"':
                    i = JoinQuoted(text, i, end);
                    break;
                case '\'' when !char.IsLetterOrDigit(text[i - 1]):
                    while (++i < end && text[i] != '\'')
                    {
                        if (text[i] is '\n' or '\r') text[i] = ' ';
                    }

                    break;
                case '#' when text[i - 1] is ' ' or '\t':
                    while (i < end && text[i] is not ('\n' or '\r')) text[i++] = ' ';
                    i--;
                    break;
                case '\n' or '\r':
                    text[i] = ' ';
                    break;
            }
        }
    }
}
