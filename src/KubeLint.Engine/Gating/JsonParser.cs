using System.Globalization;
using System.Text;

namespace KubeLint.Engine.Gating;

/// <summary>
/// Reads JSON as RFC 8259 has it: our own reader takes names with placeholders for unknown, and a build that repeats its
/// findings need not load it. Objects are dictionaries, arrays lists, numbers <see cref="double"/>.
/// </summary>
internal sealed class JsonParser
{
    private const int Deepest = 16;

    private readonly string text;
    private int at;

    private JsonParser(string text) => this.text = text;

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">It is no JSON; the message says where, for people.</exception>
    public static object? Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value(0);
        parser.SkipBlanks();
        return parser.at == text.Length ? value : throw parser.Fault("nothing more");
    }

    private object? Value(int depth)
    {
        if (depth > Deepest) throw Fault("fewer levels");
        SkipBlanks();
        return Peek switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
    }

    private Dictionary<string, object?> Object(int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        Items('}', () =>
        {
            SkipBlanks();
            var name = String();
            Expect(':');
            if (members.ContainsKey(name)) throw Fault($"'{name}' once");
            members.Add(name, Value(depth + 1));
        });
        return members;
    }

    private List<object?> Array(int depth)
    {
        var items = new List<object?>();
        Items(']', () => items.Add(Value(depth + 1)));
        return items;
    }

    private void Items(char end, Action read)
    {
        at++;
        SkipBlanks();
        if (Peek != end)
        {
            read();
            for (SkipBlanks(); Peek == ','; SkipBlanks())
            {
                at++;
                read();
            }
        }

        Expect(end);
    }

    private string String()
    {
        if (Peek != '"') throw Fault("a text in quotes");
        var result = new StringBuilder();
        for (at++; Peek != '"'; at++)
        {
            if (Peek < ' ') throw Fault("the end of a text");
            result.Append(Peek == '\\' ? Escaped() : Peek);
        }

        at++;
        return result.ToString();
    }

    private char Escaped()
    {
        at++;
        var kind = "\"\\/bfnrt".IndexOf(Peek);
        if (kind >= 0) return "\"\\/\b\f\n\r\t"[kind];
        if (Peek != 'u' || at + 4 >= text.Length || !ushort.TryParse(text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) throw Fault("an escape");
        at += 4;
        return (char)unit;
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Fault("a value");
        at += word.Length;
        return value;
    }

    private object Number()
    {
        var start = at;
        while ("+-.0123456789eE".IndexOf(Peek) >= 0) at++;
        return double.TryParse(text.Substring(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Fault("a value");
    }

    // Behind the end stands what no text and no number may hold.
    private char Peek => at < text.Length ? text[at] : '\0';

    private void Expect(char c)
    {
        SkipBlanks();
        if (Peek != c) throw Fault($"'{c}'");
        at++;
    }

    private void SkipBlanks()
    {
        while (Peek is ' ' or '\t' or '\r' or '\n') at++;
    }

    private FormatException Fault(string expected) => new($"line {1 + text.Take(at).Count(c => c == '\n')}: {expected} is expected here");
}
