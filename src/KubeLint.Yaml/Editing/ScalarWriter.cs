using System.Globalization;
using System.Text;
using KubeLint.Syntax;
using YamlDotNet.Core;

namespace KubeLint.Yaml.Editing;

/// <summary>Writes scalars so that they are read as what they are, with quotes only where plain text would not do.</summary>
internal static class ScalarWriter
{
    // What no plain scalar starts with. A dash, a question mark and a colon may, before something else than a blank.
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`=";

    /// <summary>Writes a scalar on one line.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="style">How its place was quoted; plain where it was not, or is new.</param>
    /// <param name="quote">How to quote what needs it.</param>
    /// <param name="isFlow">Whether it stands in brackets.</param>
    public static string Write(ScalarNode scalar, ScalarStyle style, ScalarStyle quote, bool isFlow) => scalar.Type switch
    {
        ScalarType.Null => "null",
        ScalarType.String => WriteText(scalar.Text, style, quote, isFlow),
        _ => scalar.Text,
    };

    /// <summary>Writes a text or a key on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How its place was quoted; plain where it was not, or is new.</param>
    /// <param name="quote">How to quote what needs it.</param>
    /// <param name="isFlow">Whether it stands in brackets.</param>
    public static string WriteText(string text, ScalarStyle style, ScalarStyle quote, bool isFlow)
    {
        if (style is not (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted))
        {
            if (IsPlain(text, isFlow)) return text;
            style = quote;
        }

        return style == ScalarStyle.SingleQuoted && text.All(IsPrintable) ? "'" + text.Replace("'", "''") + "'" : WriteDoubleQuoted(text);
    }

    /// <summary>Writes a scalar of JSON.</summary>
    public static string WriteJson(ScalarNode scalar) => scalar.Type == ScalarType.String ? WriteDoubleQuoted(scalar.Text) : Write(scalar, ScalarStyle.Plain, ScalarStyle.DoubleQuoted, isFlow: true);

    /// <summary>Writes a text in double quotes, as JSON and YAML both read it.</summary>
    public static string WriteDoubleQuoted(string text)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    written.Append('\\').Append(c);
                    break;
                case '\n':
                    written.Append("\\n");
                    break;
                case '\t':
                    written.Append("\\t");
                    break;
                case '\r':
                    written.Append("\\r");
                    break;
                case var _ when IsPrintable(c) || char.IsSurrogate(c):
                    written.Append(c);
                    break;
                default:
                    written.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return written.Append('"').ToString();
    }

    /// <summary>The lines of a text of several lines as a literal block holds them, with the block's indicator; null where a block would not hold it.</summary>
    public static (string Indicator, IReadOnlyList<string> Lines)? Literal(string text)
    {
        if (text.IndexOf('\n') < 0 || text[0] is ' ' or '\n' or '\t' || text.EndsWith("\n\n", StringComparison.Ordinal) || !text.All(c => c == '\n' || IsPrintable(c))) return null;
        var isClipped = text[text.Length - 1] == '\n';
        var lines = (isClipped ? text.Substring(0, text.Length - 1) : text).Split('\n');
        return lines.Any(l => l.Length > 0 && l[l.Length - 1] is ' ' or '\t') ? null : (isClipped ? "|" : "|-", lines);
    }

    private static bool IsPlain(string text, bool isFlow)
    {
        if (text.Length == 0 || text[0] is ' ' or '\t' || text[text.Length - 1] is ' ' or '\t' or ':' || !text.All(IsPrintable)) return false;
        if (Indicators.IndexOf(text[0]) >= 0 && !(text[0] is '-' or '?' or ':' && text.Length > 1 && text[1] is not (' ' or '-' or ':' or ',' or '[' or ']' or '{' or '}' or '?'))) return false;
        if (text.IndexOf(": ", StringComparison.Ordinal) >= 0 || text.IndexOf(" #", StringComparison.Ordinal) >= 0 || text.IndexOf('\t') >= 0) return false;

        // Some readers take no colon in brackets, even inside a word.
        if (isFlow && text.IndexOfAny([',', '[', ']', '{', '}', ':']) >= 0) return false;
        if (text is "<<" || text.StartsWith("...", StringComparison.Ordinal) || IsForOtherReaders(text)) return false;
        return ScalarResolver.Resolve(default, text) is ScalarNode { Type: ScalarType.String };
    }

    // Times, and numbers to the base of 60, are texts to Kubernetes, but not to every reader of YAML 1.1.
    private static bool IsForOtherReaders(string text) =>
        (text.Length > 4 && text[4] == '-' && text.Take(4).All(char.IsDigit)) || (text.IndexOf(':') > 0 && text.All(c => c is (>= '0' and <= '9') or '-' or '+' or ':' or '.' or '_'));

    private static bool IsPrintable(char c) => c is '\t' or (>= ' ' and <= '~') or (>= '\u00a0' and < '\u2028') or (> '\u2029' and < '\ud800') or (>= '\ue000' and < '\ufeff') or (> '\ufeff' and <= '\ufffd');
}
