using System.Text;

namespace KubeLint.Yaml;

/// <summary>
/// What <c>helm template</c> and <c>helm get manifest</c> print: documents that each say in a comment which template made them.
/// </summary>
public static class RenderedTemplates
{
    private const string Marker = "# Source: ";

    /// <summary>
    /// Parts a stream by the template that made each document. What one template made is one text, whose lines are counted
    /// without the comments that name it.
    /// </summary>
    /// <param name="text">The stream.</param>
    /// <param name="accepts">Whether a text may be called by a template's name.</param>
    /// <param name="rest">What no template made; all else in it is blank, so that its lines keep their numbers.</param>
    /// <returns>The texts by template, in the order of the stream.</returns>
    public static IReadOnlyList<(string Template, string Text)> Part(string text, Func<string, bool> accepts, out string rest)
    {
        rest = text;
        if (text.IndexOf(Marker, StringComparison.Ordinal) < 0) return [];
        var order = new List<string>();
        var parts = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var left = new StringBuilder(text);
        foreach (var document in DocumentScanner.Scan(text))
        {
            if (TemplateOf(text, document, out var body) is not { } template || !IsPath(template) || !accepts(template)) continue;
            if (!parts.TryGetValue(template, out var part))
            {
                parts.Add(template, part = new StringBuilder());
                order.Add(template);
            }
            else
            {
                if (part[part.Length - 1] != '\n') part.Append('\n');
                part.Append("---\n");
            }

            part.Append(text, body, document.End - body);
            for (var i = document.Start; i < document.End; i++)
            {
                if (left[i] is not ('\n' or '\r')) left[i] = ' ';
            }
        }

        rest = left.ToString();
        return [.. order.Select(template => (template, parts[template].ToString()))];
    }

    // The comment is the first line of its document.
    private static string? TemplateOf(string text, DocumentText document, out int body)
    {
        body = document.End;
        for (var line = document.Start; line < document.End; line = body)
        {
            var end = text.IndexOf('\n', line, document.End - line);
            body = end < 0 ? document.End : end + 1;
            var content = text.Substring(line, body - line).TrimEnd();
            if (content.StartsWith(Marker, StringComparison.Ordinal)) return content.Substring(Marker.Length).Trim();
            if (content.Length > 0 && content != "---") return null;
        }

        return null;
    }

    // It names a file in reports, and so it must be one that could stand below a folder.
    private static bool IsPath(string name) =>
        name.Length > 0 && !name.Any(c => char.IsControl(c) || c is '\\' or ':') && !name.Split('/').Any(part => part is "" or "." or "..");
}
