using System.Globalization;
using System.Text;

namespace KubeLint.Findings;

/// <summary>Makes text from manifests safe to show, on terminals and in the logs of build servers.</summary>
public static class Visible
{
    /// <summary>What makes a command of a line in an Azure Pipelines log, wherever it stands (Command.TryParse of its agent).</summary>
    private const string AzureCommand = "vso";

    /// <summary>
    /// Shows as escapes what is not seen, breaks lines or changes directions, and what a build server would take for a command
    /// (<c>##[</c> of GitHub's runner and <c>##vso[</c> of the Azure Pipelines agent), so that text stays on its line and means what it shows.
    /// </summary>
    public static string Text(string text) => Part(text, 0, text.Length);

    /// <summary>As <see cref="Text"/>, a part of a text, of which the rest is shown beside it.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends.</param>
    public static string Part(string text, int start, int end)
    {
        StringBuilder? result = null;
        for (var i = start; i < end; i++)
        {
            if (!IsEscaped(text, i))
            {
                result?.Append(text[i]);
                continue;
            }

            result ??= new StringBuilder(text, start, i - start, end - start + 16);
            result.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return result?.ToString() ?? text.Substring(start, end - start);
    }

    /// <summary>
    /// A path with which a line, or a value of a build server's command, may start: GitHub's runner takes <c>::</c> there, after
    /// any blanks, for a command, and all servers lose the <c>=</c> that a value starts with.
    /// </summary>
    public static string Path(string path) => Text(path.Length > 0 && (path[0] is ':' or '=' || char.IsWhiteSpace(path[0])) ? "./" + path : path);

    /// <summary>Whether a character, where it stands, is shown as an escape.</summary>
    public static bool IsEscaped(string text, int index)
    {
        var c = text[index];
        if (c is >= ' ' and < '\u007f') return c == '#' && IsCommand(text, index);

        // Both halves of a pair are judged together.
        if (char.IsLowSurrogate(c) && index > 0 && char.IsHighSurrogate(text[index - 1])) index--;
        else if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))) return true;
        return CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || IsIgnorable(text, index);
    }

    private static bool IsCommand(string text, int index)
    {
        if (index == 0 || text[index - 1] != '#' || index + 1 == text.Length) return false;
        return text[index + 1] == '[' || string.Compare(text, index + 1, AzureCommand, 0, AzureCommand.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    // Unicode's Default_Ignorable_Code_Point beside the format characters: a search that knows languages, as that of
    // build servers, passes over them. Behind a sign, as of an emoji, a variation selector is part of what is seen.
    private static bool IsIgnorable(string text, int index) => char.ConvertToUtf32(text, index) switch
    {
        0x34f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or (>= 0x180b and <= 0x180f) or 0x3164 or 0xffa0 or (>= 0xfff0 and <= 0xfff8) or 0xfffe or 0xffff => true,
        >= 0xfe00 and <= 0xfe0f => !IsBehindSign(text, index),
        >= 0xe0000 and <= 0xe0fff => true,
        _ => false,
    };

    private static bool IsBehindSign(string text, int index)
    {
        var before = index - (index > 1 && char.IsSurrogatePair(text, index - 2) ? 2 : 1);
        return before >= 0 && text[before] >= '\u0080'
            && CharUnicodeInfo.GetUnicodeCategory(text, before) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation;
    }
}
