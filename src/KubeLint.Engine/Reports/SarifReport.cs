using System.Reflection;
using KubeLint.Configuration;
using KubeLint.Rules;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Reports;

/// <summary>
/// Writes a report as SARIF 2.1.0, for code scanning and viewers. The same findings give the same bytes on every machine,
/// but for files outside the report's root.
/// </summary>
public static class SarifReport
{
    private static readonly string Version =
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    private static readonly Dictionary<string, int> RuleIndexes = RuleCatalogue.Descriptors.Select((rule, i) => (rule.Id, i)).ToDictionary(r => r.Id, r => r.i);

    /// <summary>Writes a report.</summary>
    /// <returns>What was left out, for people; null where all is there.</returns>
    public static string? Write(LintReport report, TextWriter output) => Write(report, output, RuleLinks.RepositoryUrl);

    /// <summary>Writes a report whose links lead into a repository; without links where there is no address.</summary>
    /// <returns>What was left out, for people; null where all is there.</returns>
    public static string? Write(LintReport report, TextWriter output, string? repositoryUrl)
    {
        var results = SarifLimits.Cut(report.Findings, finding => Result(finding, report.Root), out var missing);
        output.Write("{\n\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n\"version\": \"2.1.0\",\n\"runs\": [{\n");
        // A report names no folder of the machine it was made on; who reads it knows where the root is.
        output.Write("\"originalUriBaseIds\": " + Object(("%SRCROOT%", Object(("description", Message("The root of the git repository, else the folder that KubeLint ran in."))))));
        output.Write(",\n\"columnKind\": \"utf16CodeUnits\",\n\"invocations\": ");
        output.Write(Array([Object(("executionSuccessful", "true"), ("toolExecutionNotifications", missing is null ? null : Array([Object(("level", "\"warning\""), ("message", Message(missing)))])))]));
        output.Write(",\n");
        var semanticVersion = Version.Split('+')[0];
        output.Write("\"tool\": {\"driver\": {\"name\": \"KubeLint\", \"fullName\": " + Quote("KubeLint " + semanticVersion));
        output.Write(", \"version\": " + Quote(Version) + ", \"semanticVersion\": " + Quote(semanticVersion));
        if (RuleLinks.BrowserUrl(repositoryUrl) is { } url) output.Write(", \"informationUri\": " + Quote(url));
        output.Write(", \"rules\": ");
        WriteLines(output, RuleCatalogue.Descriptors.Select(rule => Rule(rule, repositoryUrl)));
        output.Write("}},\n\"results\": ");
        WriteLines(output, results);
        output.Write("\n}]\n}\n");
        return missing;
    }

    private static string Rule(RuleDescriptor rule, string? repositoryUrl)
    {
        var page = RulePages.Read(rule).Replace("\r\n", "\n");
        var help = Quote(page.Substring(page.IndexOf('\n') + 1).Trim());
        return Object(
            ("id", Quote(rule.Id)),
            ("name", Quote(string.Concat(rule.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))))),
            ("shortDescription", Object(("text", Quote(rule.Summary)))),
            ("fullDescription", Object(("text", Quote(rule.Summary + ".")))),
            ("help", Object(("text", help), ("markdown", help))),
            ("helpUri", RuleLinks.To(rule, repositoryUrl) is { } link ? Quote(link) : null),
            ("defaultConfiguration", Object(("level", Level(rule.DefaultSeverity)))),
            ("properties", Object(
                ("tags", "[\"kubernetes\", \"availability\"]"),
                ("precision", "\"high\""),
                ("problem.severity", rule.DefaultSeverity is Severity.Info ? "\"recommendation\"" : Level(rule.DefaultSeverity)))));
    }

    private static string Result(ReportedFinding finding, string root) => Object(
        ("ruleId", Quote(finding.RuleId)),
        ("ruleIndex", Number(RuleIndexes[finding.RuleId])),
        ("level", Level(finding.Severity)),
        ("message", Message(finding.Message)),
        ("locations", Array([Object(("physicalLocation", Place(finding.Place, root)), ("logicalLocations", Objects(finding)))])),
        ("relatedLocations", finding.Related.Count == 0 ? null : Array(finding.Related.Take(SarifLimits.MostRelated).Select((related, i) => Object(
            ("id", Number(i + 1)),
            ("physicalLocation", Place(related.Place, root)),
            ("message", Message(related.Message)))))),
        ("partialFingerprints", Object(("kubelint/v1", Quote(finding.Fingerprint)))),
        ("fixes", finding.Fixes.Count == 0 ? null : Array(finding.Fixes.Select(fix => Fix(fix, root)))));

    private static string Fix(ReportedFix fix, string root) => Object(
        ("description", Message(fix.Title)),
        ("artifactChanges", Array(fix.Changes.GroupBy(c => c.Place.File).Select(file => Object(
            ("artifactLocation", Artifact(file.Key, root)),
            ("replacements", Array(file.Select(change => Object(
                ("deletedRegion", Region(change.Place)),
                ("insertedContent", change.NewText.Length == 0 ? null : Object(("text", Quote(change.NewText)))))))))))),
        ("properties", fix.Id.Length == 0 ? null : Object(("choice", Quote(fix.Id)))));

    private static string Level(Severity severity) => severity switch { Severity.Error => "\"error\"", Severity.Warning => "\"warning\"", _ => "\"note\"" };

    // What a manifest says must not become a link.
    private static string Message(string text) => Object(("text", Quote(text.Replace("](", "] ("))));

    private static string Place(ReportedPlace place, string root) => Object(
        ("artifactLocation", Artifact(place.File, root)),
        ("region", Region(place)));

    private static string Region(ReportedPlace place) => Object(
        ("startLine", Number(place.Start.Line)),
        ("startColumn", Number(place.Start.Column)),
        ("endLine", Number(place.End.Line)),
        ("endColumn", Number(place.End.Column)));

    private static string Artifact(string path, string root)
    {
        // GitHub refuses a whole report for a URI of another scheme than file, and Visual Studio has no < in paths.
        if (path == ManifestSource.InputName) return Object(("uri", "\"stdin\""), ("description", Message("Standard input.")));
        if (ReportedFile.IsWithinRoot(path))
            return Object(("uri", Quote(PathNames.RelativeUri(path.Length == 0 ? "." : path))), ("uriBaseId", "\"%SRCROOT%\""));
        return Object(("uri", Quote(PathNames.FileUri(ReportedFile.Full(root, path)))));
    }

    // The object and, within it, the field.
    private static string? Objects(ReportedFinding finding)
    {
        string[] names = [.. new[] { finding.Object?.Kind, finding.Object?.Namespace, finding.Object?.Name }.OfType<string>()];
        if (names.Length == 0) return null;
        var full = string.Join("/", names);
        var target = Object(("name", Quote(names[names.Length - 1])), ("fullyQualifiedName", Quote(full)), ("kind", "\"resource\""));
        return finding.FieldPath is { Length: > 0 } field
            ? Array([target, Object(("name", Quote(field)), ("fullyQualifiedName", Quote($"{full}/{field}")), ("kind", "\"property\""))])
            : Array([target]);
    }
}
