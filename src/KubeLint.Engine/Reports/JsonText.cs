using System.Globalization;
using System.Text;
using KubeLint.Findings;

namespace KubeLint.Engine.Reports;

/// <summary>JSON that every reader takes, whatever a manifest or a file name says.</summary>
internal static class JsonText
{
    /// <summary>An object on one line; members without a value are left out.</summary>
    public static string Object(params (string Name, string? Value)[] members) =>
        "{" + string.Join(", ", members.Where(m => m.Value is not null).Select(m => $"\"{m.Name}\": {m.Value}")) + "}";

    /// <summary>An array on one line.</summary>
    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>Writes an array with each item on a line of its own.</summary>
    public static void WriteLines(TextWriter output, IEnumerable<string> items)
    {
        var separator = "[\n  ";
        foreach (var item in items)
        {
            output.Write(separator);
            output.Write(item);
            separator = ",\n  ";
        }

        output.Write(separator[0] == '[' ? "[]" : "\n]");
    }

    /// <summary>A number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string, or <c>null</c>.</summary>
    public static string Quote(string? text)
    {
        if (text is null) return "null";
        text = WellFormed(text);
        var result = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\') result.Append('\\').Append(c);

            // What a terminal or a build server would take for something else: readers of JSON get it as it is.
            else if (char.IsSurrogate(c) || Visible.IsEscaped(text, i)) result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else result.Append(c);
        }

        return result.Append('"').ToString();
    }

    /// <summary>Text with another character for each half of a surrogate pair: that is no character, and many readers refuse the whole report for its escape.</summary>
    public static string WellFormed(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
