using System.Globalization;
using System.Text;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as a JSON array. Lines and columns start at 1, columns count UTF-16 units, ends are exclusive.
/// </summary>
public static class JsonReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        output.Write('[');
        for (var i = 0; i < report.Findings.Count; i++)
        {
            var finding = report.Findings[i];
            var (start, end) = (finding.Place.Start, finding.Place.End);
            output.Write(i == 0 ? "\n  {" : ",\n  {");
            output.Write("\"rule\": " + Quote(finding.RuleId));
            Member("severity", Quote(finding.Severity.ToString().ToLowerInvariant()));
            Member("message", Quote(finding.Message));
            Member("file", Quote(finding.Place.File));
            Member("line", Number(start.Line));
            Member("column", Number(start.Column));
            Member("endLine", Number(end.Line));
            Member("endColumn", Number(end.Column));
            Member("apiVersion", Quote(finding.Object?.ApiVersion));
            Member("kind", Quote(finding.Object?.Kind));
            Member("namespace", Quote(finding.Object?.Namespace));
            Member("name", Quote(finding.Object?.Name));
            Member("path", Quote(finding.FieldPath));
            Member("fingerprint", Quote(finding.Fingerprint));
            output.Write('}');
        }

        output.Write(report.Findings.Count == 0 ? "]\n" : "\n]\n");

        void Member(string name, string value) => output.Write($", \"{name}\": {value}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string? text)
    {
        if (text is null) return "null";
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') result.Append('\\').Append(c);
            else if (c < ' ' || c == 0x7f || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u0085') result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else result.Append(c);
        }

        return result.Append('"').ToString();
    }
}
