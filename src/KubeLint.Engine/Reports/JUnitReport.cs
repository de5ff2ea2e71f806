using System.Xml;
using KubeLint.Configuration;
using KubeLint.Findings;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as JUnit's XML: each file is a suite and each finding a test, which failed, or was skipped where the finding
/// is only a suggestion. Without findings there is one test, which passed: some readers take an empty report for a fault.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LintReport report, TextWriter output)
    {
        // XmlWriter would name the encoding that a text has in memory.
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "KubeLint");
        WriteCounts(xml, report.Findings);
        foreach (var file in report.Findings.GroupBy(f => f.Place.File)) WriteSuite(xml, report, file.Key, [.. file]);
        if (report.Findings.Count == 0) WritePass(xml);
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void WriteSuite(XmlWriter xml, LintReport report, string path, IReadOnlyList<ReportedFinding> findings)
    {
        var file = Visible.Text(ReportedFile.Of(report, path) ?? "stdin");
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", file);
        WriteCounts(xml, findings);
        foreach (var finding in findings)
        {
            var name = Name(finding);
            names[name] = names.TryGetValue(name, out var count) ? ++count : count = 1;
            WriteCase(xml, finding, file, count == 1 ? name : $"{name} #{count}");
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportedFinding finding, string file, string name)
    {
        var place = finding.Place.Start;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", file);
        xml.WriteAttributeString("file", file);
        xml.WriteAttributeString("line", JsonText.Number(place.Line));
        xml.WriteStartElement(finding.Severity >= Severity.Warning ? "failure" : "skipped");
        xml.WriteAttributeString("message", Visible.Text(finding.Message));
        if (finding.Severity >= Severity.Warning)
        {
            xml.WriteAttributeString("type", finding.Severity.ToString().ToLowerInvariant());
            xml.WriteString($"{file}:{place.Line}:{place.Column}: {finding.RuleId}: {Visible.Text(finding.Message)}");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePass(XmlWriter xml)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "KubeLint");
        xml.WriteAttributeString("tests", "1");
        xml.WriteAttributeString("failures", "0");
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", "no findings");
        xml.WriteAttributeString("classname", "KubeLint");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<ReportedFinding> findings)
    {
        xml.WriteAttributeString("tests", JsonText.Number(Math.Max(1, findings.Count)));
        xml.WriteAttributeString("failures", JsonText.Number(findings.Count(f => f.Severity >= Severity.Warning)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", JsonText.Number(findings.Count(f => f.Severity < Severity.Warning)));
    }

    // It stays the same while lines move, for servers compare tests by their names.
    private static string Name(ReportedFinding finding) => Visible.Text(string.Join(" ", new[]
    {
        finding.RuleId,
        string.Join("/", new[] { finding.Object?.Kind, finding.Object?.Namespace, finding.Object?.Name }.OfType<string>()),
        finding.FieldPath,
    }.Where(part => !string.IsNullOrEmpty(part))));
}
