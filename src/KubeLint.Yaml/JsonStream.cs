namespace KubeLint.Yaml;

/// <summary>Kubernetes reads JSON objects one behind the other, without a marker between them.</summary>
internal static class JsonStream
{
    /// <summary>Where the next object of a document starts, or -1.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Offset of the document.</param>
    /// <param name="objectEnd">Offset behind an object in it.</param>
    /// <param name="end">Offset behind the document.</param>
    public static int Next(string text, int start, int objectEnd, int end)
    {
        if (FirstCharacter(text, start, end) != '{') return -1;
        objectEnd = SkipWhiteSpace(text, objectEnd, end);
        return objectEnd < end && text[objectEnd] == '{' ? objectEnd : -1;
    }

    /// <summary>The first character that is no white space; NUL where there is none.</summary>
    public static char FirstCharacter(string text, int start, int end) =>
        SkipWhiteSpace(text, start, end) is var first && first < end ? text[first] : '\0';

    private static int SkipWhiteSpace(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }
}
