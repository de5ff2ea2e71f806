using System.Globalization;
using KubeLint.Syntax;

namespace KubeLint.Yaml;

/// <summary>
/// What Kubernetes takes a plain scalar for. Its YAML reader (sigs.k8s.io/yaml on go-yaml 2) follows YAML 1.1: yes, no,
/// on and off are truth values, and 010 is octal.
/// </summary>
internal static class ScalarResolver
{
    private static readonly HashSet<string> True = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
    private static readonly HashSet<string> False = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
    private static readonly HashSet<string> Null = ["", "~", "null", "Null", "NULL"];
    private static readonly HashSet<string> NoNumber = [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"];

    /// <summary>The node of a plain scalar without a tag.</summary>
    public static Node Resolve(SourceSpan span, string text)
    {
        if (text.Length == 0) return ScalarNode.OfNull(span);
        var first = text[0];
        if (first is (>= '0' and <= '9') or '+' or '-' or '.') return Number(span, text);
        if (text.Length <= 5)
        {
            if (True.Contains(text)) return ScalarNode.OfBoolean(span, true, text);
            if (False.Contains(text)) return ScalarNode.OfBoolean(span, false, text);
            if (Null.Contains(text)) return ScalarNode.OfNull(span, text);
        }

        return ScalarNode.OfString(span, text);
    }

    private static ScalarNode Number(SourceSpan span, string text)
    {
        var plain = text.Replace("_", "");
        if (Integer(plain) is { } integer) return ScalarNode.OfInteger(span, integer, text);
        if (NoNumber.Contains(text)) return ScalarNode.OfFloat(span, text);
        if (!IsFloat(plain) || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return ScalarNode.OfString(span, text);

        // As JSON a whole float is a whole number.
        return Math.Floor(value) == value && Math.Abs(value) < 1e15 ? ScalarNode.OfInteger(span, (long)value, text) : ScalarNode.OfFloat(span, text);
    }

    private static long? Integer(string text)
    {
        var isNegative = text[0] == '-';
        var digits = isNegative || text[0] == '+' ? text.Substring(1) : text;
        if (digits.Length == 0) return null;
        var (radix, start) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        if (start == digits.Length) return null;
        long value = 0;
        for (var i = start; i < digits.Length; i++)
        {
            var digit = digits[i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix || value > (long.MaxValue - digit) / radix) return null;
            value = (value * radix) + digit;
        }

        return isNegative ? -value : value;
    }

    // [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    private static bool IsFloat(string text)
    {
        var i = text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text, ref i);
        var fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = Digits(text, ref i);
        }

        if (whole == 0 && fraction == 0) return false;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-') i++;
            if (Digits(text, ref i) == 0) return false;
        }

        return i == text.Length;
    }

    private static int Digits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9') i++;
        return i - start;
    }
}
