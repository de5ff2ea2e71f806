using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KubeLint.Engine.Reports;
using KubeLint.Findings;

namespace KubeLint.Engine.Tests;

/// <summary>A finding as whoever reads a report gets it.</summary>
internal sealed record ReadFinding(string File, int Line, string Rule, string Message);

/// <summary>Writes reports, and reads them as those do whom they are for.</summary>
internal static class ReportReaders
{
    public static IReadOnlyList<string> Formats { get; } = [.. ReportFormat.All.Select(f => f.Name)];

    public static string Write(string format, LintReport report)
    {
        var text = new StringWriter { NewLine = "\n" };
        ReportFormat.All.Single(f => f.Name == format).Write(report, new ReportTarget(text, report.Root, false));

        // What a file or a pipe gets of it: half of a surrogate pair is none.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>What a report must give its reader.</summary>
    public static IReadOnlyList<ReadFinding> Expected(string format, LintReport report) =>
        [.. Ordered(format, report).Select(f => new ReadFinding(File(format, f.Place.File), f.Place.Start.Line, f.RuleId, Message(format, f.Message)))];

    /// <summary>What a report gives its reader.</summary>
    public static IReadOnlyList<ReadFinding> Read(string format, string text) => format switch
    {
        "text" => ReadText(text),
        "markdown" => ReadMarkdown(text),
        "json" => [.. Json(text).EnumerateArray().Select(f => new ReadFinding(Text(f, "file"), Number(f, "line"), Text(f, "rule"), Text(f, "message")))],
        "sarif" => [.. Json(text).GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(ReadResult)],
        "github" => [.. BuildServers.GitHub(text).Select(c => new ReadFinding(c.Properties["file"], int.Parse(c.Properties["line"]), c.Properties["title"].Split(' ')[0], c.Data))],
        "gitlab" => [.. Json(text).EnumerateArray().Select(f => new ReadFinding(Text(f.GetProperty("location"), "path"), Number(f.GetProperty("location").GetProperty("lines"), "begin"), Text(f, "check_name"), Text(f, "description")))],
        "azure" => [.. BuildServers.Azure(text).Select(c => new ReadFinding(c.Properties["sourcepath"], int.Parse(c.Properties["linenumber"]), c.Properties["code"], c.Data))],
        "junit" => [.. XDocument.Parse(text).Descendants("testcase").Where(c => c.HasElements).Select(c => new ReadFinding((string)c.Attribute("file")!, (int)c.Attribute("line")!, ((string)c.Attribute("name")!).Split(' ')[0], (string)Assert.Single(c.Elements()).Attribute("message")!))],
        "rdjson" => [.. Json(text).GetProperty("diagnostics").EnumerateArray().Select(f => new ReadFinding(Text(f.GetProperty("location"), "path"), Number(f.GetProperty("location").GetProperty("range").GetProperty("start"), "line"), Text(f.GetProperty("code"), "value"), Inline(Text(f, "message"))))],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no reader of it."),
    };

    private static IEnumerable<ReportedFinding> Ordered(string format, LintReport report) => format is "github" or "azure" ? report.Findings.OrderByDescending(f => f.Severity) : report.Findings;

    private static string File(string format, string file) => format switch
    {
        "json" or "gitlab" or "rdjson" or "sarif" => WellFormed(file),
        "text" or "github" or "azure" => Visible.Path(file),
        _ => Visible.Text(file),
    };

    private static string Message(string format, string message) => format switch
    {
        "json" or "text" => message,
        "sarif" => message.Replace("](", "] (", StringComparison.Ordinal),
        _ => Visible.Text(message),
    };

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // Files stand at the start of lines, findings behind two blanks, and what belongs to them behind more.
    private static List<ReadFinding> ReadText(string text)
    {
        var (found, file) = (new List<ReadFinding>(), "");
        foreach (var line in text.Split('\n'))
        {
            if (Regex.Match(line, @"^  (\d+):\d+ (error|warning|info) (KUBE\d{4}) (.*)$", RegexOptions.Singleline) is { Success: true } match)
                found.Add(new ReadFinding(file, int.Parse(match.Groups[1].Value), match.Groups[3].Value, match.Groups[4].Value));
            else if (line.Length > 0 && !line.StartsWith("  ", StringComparison.Ordinal)) file = line;
        }

        return found;
    }

    private static List<ReadFinding> ReadMarkdown(string text)
    {
        var (found, file) = (new List<ReadFinding>(), "");
        foreach (var line in text.Split('\n'))
        {
            if (Regex.Match(line, @"^- \*\*(error|warning|info)\*\* (KUBE\d{4}) in line (\d+): (.*)$", RegexOptions.Singleline) is { Success: true } match)
                found.Add(new ReadFinding(file, int.Parse(match.Groups[3].Value), match.Groups[2].Value, Inline(match.Groups[4].Value)));
            else if (Regex.Match(line, "^<details open><summary><code>([^<>]*)</code></summary>$") is { Success: true } name)
                file = WebUtility.HtmlDecode(name.Groups[1].Value);
            else Assert.True(line is "" or "</details>" or MarkdownReport.Marker or "### KubeLint" || Regex.IsMatch(line, @"^[\w *:,.]*$") || Regex.IsMatch(line, "^  - <code>[^<>]*</code> line \\d+: "), line);
        }

        return found;
    }

    // CommonMark's code spans: between two runs of as many backticks, one blank on both sides taken off. Else only what means nothing.
    private static string Inline(string markdown)
    {
        if (markdown.Length == 0 || markdown[0] != '`')
        {
            Assert.DoesNotContain(markdown, c => c < '\u0080' && !char.IsLetterOrDigit(c) && !" .,;:()'\"/+=-".Contains(c, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"://|www\.", markdown);
            return markdown;
        }

        var fence = Regex.Match(markdown, "^`+").Value;
        var close = Regex.Match(markdown[fence.Length..], $"(?<!`){fence}(?!`)");
        Assert.True(close.Success && fence.Length + close.Index + fence.Length == markdown.Length, markdown);
        var inner = markdown[fence.Length..^fence.Length];
        return inner is [' ', .. var content, ' '] && inner.Trim(' ').Length > 0 ? content : inner;
    }

    private static ReadFinding ReadResult(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        return new ReadFinding(Uri.UnescapeDataString(Text(place.GetProperty("artifactLocation"), "uri")), Number(place.GetProperty("region"), "startLine"), Text(result, "ruleId"), Text(result.GetProperty("message"), "text"));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
