namespace KubeLint.Yaml;

/// <summary>What can be told of JSON that can't be read, as where it has comments.</summary>
internal static class BrokenJson
{
    /// <summary>Whether the outermost object has a version. Many other formats have the keys of a manifest deeper down.</summary>
    public static bool HasVersion(string text, int start, int end)
    {
        const string Key = "apiVersion";
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case '"':
                    var open = i + 1;
                    for (i = open; i < end && text[i] != '"'; i++)
                    {
                        if (text[i] == '\\') i++;
                    }

                    if (depth == 1 && i - open == Key.Length && IsAt(text, open, Key)) return true;
                    break;
                case 'a' when depth == 1 && text[i - 1] is '{' or ',' or ' ' or '\n' && IsAt(text, i, Key):
                    return true;
            }
        }

        return false;
    }

    private static bool IsAt(string text, int place, string key) => string.CompareOrdinal(text, place, key, 0, key.Length) == 0;
}
