namespace KubeLint.Yaml.Editing;

/// <summary>The lines of a text, by the offsets of what stands in them.</summary>
internal static class Lines
{
    /// <summary>Offset of the first character of a line.</summary>
    public static int Start(string text, int place)
    {
        while (place > 0 && text[place - 1] is not ('\n' or '\r' or '\ufeff')) place--;
        return place;
    }

    /// <summary>Offset of the line break that ends a line, or of the text's end.</summary>
    public static int End(string text, int place)
    {
        while (place < text.Length && text[place] is not ('\n' or '\r')) place++;
        return place;
    }

    /// <summary>Offset of the next line; the text's end where there is none.</summary>
    public static int Next(string text, int place)
    {
        var end = End(text, place);
        return Math.Min(text.Length, end + BreakLength(text, end));
    }

    /// <summary>Offset of the line break that ends the line before one; -1 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the line's first character.</param>
    public static int EndBefore(string text, int start) =>
        start == 0 || text[start - 1] is not ('\n' or '\r') ? -1 : start > 1 && text[start - 1] == '\n' && text[start - 2] == '\r' ? start - 2 : start - 1;

    /// <summary>Length of the line break at a place; 0 where there is none.</summary>
    public static int BreakLength(string text, int place) =>
        place >= text.Length ? 0 : text[place] == '\r' && place + 1 < text.Length && text[place + 1] == '\n' ? 2 : text[place] is '\n' or '\r' ? 1 : 0;

    /// <summary>Columns before a place in its line.</summary>
    public static int Column(string text, int place) => place - Start(text, place);

    /// <summary>How lines break around a place: as its own line does, else as the one before.</summary>
    public static string BreakAt(string text, int place)
    {
        var end = End(text, place);
        if (end == text.Length) end = EndBefore(text, Start(text, place));
        return end >= 0 && BreakLength(text, end) is > 0 and var length ? text.Substring(end, length) : "\n";
    }

    /// <summary>Whether nothing but blanks stands before a place in its line.</summary>
    public static bool IsFirstInLine(string text, int place) => SkipBlanks(text, Start(text, place)) >= place;

    /// <summary>Whether nothing but blanks stands in the line of a place.</summary>
    public static bool IsBlank(string text, int place) => SkipBlanks(text, Start(text, place)) == End(text, place);

    /// <summary>The blanks that a line starts with.</summary>
    public static string Indent(string text, int place)
    {
        var start = Start(text, place);
        return text.Substring(start, SkipBlanks(text, start) - start);
    }

    /// <summary>Skips blanks.</summary>
    public static int SkipBlanks(string text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '\t') place++;
        return place;
    }

    /// <summary>Goes back over blanks.</summary>
    public static int SkipBlanksBack(string text, int place)
    {
        while (place > 0 && text[place - 1] is ' ' or '\t') place--;
        return place;
    }

    /// <summary>Skips blanks, line breaks and comments.</summary>
    public static int SkipTrivia(string text, int place, int end)
    {
        while (place < end)
        {
            if (text[place] == '#' && (place == 0 || text[place - 1] is ' ' or '\t' or '\n' or '\r' or ',' or '[' or '{')) place = End(text, place);
            else if (text[place] is ' ' or '\t' or '\n' or '\r') place++;
            else break;
        }

        return Math.Min(place, end);
    }
}
