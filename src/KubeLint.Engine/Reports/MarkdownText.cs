using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KubeLint.Findings;

namespace KubeLint.Engine.Reports;

/// <summary>Text that stays text where Markdown is read: no link, no mention, no heading, no HTML.</summary>
internal static class MarkdownText
{
    // Letters, and signs that mean nothing to Markdown; then what servers make links and pictures of in plain prose.
    private static readonly Regex Prose = new(@"^[\p{L}\p{N} .,;:()'""/+=≥≤→…-]*$", RegexOptions.CultureInvariant);
    private static readonly Regex Linked = new(@"://|\bwww\.|:[\w+-]+:|\bgh-\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>On a line behind other text: prose as it is, all else as code, in which nothing has a meaning.</summary>
    public static string Inline(string text)
    {
        var shown = Visible.Text(text);
        return Prose.IsMatch(shown) && !Linked.IsMatch(shown) ? shown : Code(shown);
    }

    /// <summary>Within HTML: as code.</summary>
    public static string Html(string text)
    {
        var result = new StringBuilder("<code>");
        foreach (var c in Visible.Text(text))
        {
            if (c > '\u007f' || char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ' ') result.Append(c);
            else result.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return result.Append("</code>").ToString();
    }

    // A run of backticks that the text does not have ends it nowhere else. One blank on both sides is taken off again.
    private static string Code(string shown)
    {
        var (longest, run) = (0, 0);
        foreach (var c in shown) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        var fence = new string('`', longest + 1);
        return longest > 0 || shown[0] == ' ' ? $"{fence} {shown} {fence}" : fence + shown + fence;
    }
}
