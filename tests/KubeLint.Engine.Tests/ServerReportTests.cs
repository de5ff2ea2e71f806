using System.Text.Json;
using System.Xml.Linq;
using KubeLint.Configuration;
using KubeLint.Engine.Reports;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Engine.Tests;

/// <summary>What each form that a server reads must have beside the findings, which <see cref="HostileNamesTests"/> reads back.</summary>
public sealed class ServerReportTests
{
    private static readonly ReportedFinding[] All =
    [
        Found("a.yaml", Severity.Info, (3, 5), (3, 9)) with { RuleId = "KUBE1009" },
        Found("a.yaml", Severity.Error, (4, 5), (6, 1)) with { RuleId = "KUBE1005" },
        Found("a.yaml", Severity.Warning, (7, 5), (8, 3)),
        Found("../out/b.yaml", Severity.Warning, (1, 2), (2, 1)),
        Found(ManifestSource.InputName, Severity.Warning, (1, 2), (1, 4)),
    ];

    [Fact]
    public void Every_format_has_a_name_of_its_own_and_says_what_it_is_for()
    {
        Assert.Equal(["text", "markdown", "json", "sarif", "github", "gitlab", "azure", "junit", "rdjson"], ReportFormat.All.Select(f => f.Name));
        Assert.All(ReportFormat.All, format => Assert.NotEmpty(format.Summary));
        Assert.Equal(["sarif", "rdjson"], ReportFormat.All.Where(f => f.OffersFixes).Select(f => f.Name));
    }

    [Fact]
    public void GitHub_gets_the_gravest_first_and_columns_only_where_they_belong_to_one_line() =>
        Assert.Equal(
            $"""
            ::error file=a.yaml,line=4,endLine=5,title=KUBE1005 invalid-spread-constraint::m
            ::warning file=a.yaml,line=7,endLine=8,title=KUBE1001 missing-zone-spread::m
            ::warning file={Outside},line=1,col=2,endLine=1,title=KUBE1001 missing-zone-spread::m
            ::warning title=KUBE1001 missing-zone-spread::m
            ::notice file=a.yaml,line=3,col=5,endLine=3,endColumn=9,title=KUBE1009 single-replica::m

            """.ReplaceLineEndings("\n"),
            ReportReaders.Write("github", ReportOf(All)));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void GitHub_shows_ten_of_a_kind_and_the_log_says_so(int findings, bool isSaid) =>
        Assert.Equal(isSaid, ReportReaders.Write("github", ReportOf([.. Enumerable.Repeat(All[0], findings)])).EndsWith($"this log has all {findings}\n", StringComparison.Ordinal));

    [Fact]
    public void Azure_knows_errors_and_warnings() =>
        Assert.Equal(
            $"""
            ##vso[task.logissue type=error;sourcepath=a.yaml;linenumber=4;columnnumber=5;code=KUBE1005;]m
            ##vso[task.logissue type=warning;sourcepath=a.yaml;linenumber=7;columnnumber=5;code=KUBE1001;]m
            ##vso[task.logissue type=warning;sourcepath={Outside};linenumber=1;columnnumber=2;code=KUBE1001;]m
            ##vso[task.logissue type=warning;code=KUBE1001;]m
            ##vso[task.logissue type=warning;sourcepath=a.yaml;linenumber=3;columnnumber=5;code=KUBE1009;]m

            """.ReplaceLineEndings("\n"),
            ReportReaders.Write("azure", ReportOf(All)));

    [Fact]
    public void GitLab_gets_an_array_of_issues()
    {
        var issues = JsonDocument.Parse(ReportReaders.Write("gitlab", ReportOf(All))).RootElement.EnumerateArray().ToList();

        Assert.Equal(
            "{\"description\": \"m\", \"check_name\": \"KUBE1005\", \"fingerprint\": \"f\", \"severity\": \"critical\", \"location\": {\"path\": \"a.yaml\", \"lines\": {\"begin\": 4, \"end\": 6}}}",
            issues[1].GetRawText());
        Assert.Equal(["info", "critical", "major", "major", "major"], issues.Select(i => i.GetProperty("severity").GetString()));
        Assert.Equal(["a.yaml", "a.yaml", "a.yaml", Outside, "stdin"], issues.Select(i => i.GetProperty("location").GetProperty("path").GetString()));
        Assert.Equal("[]\n", ReportReaders.Write("gitlab", ReportOf()));
    }

    [Fact]
    public void GitLab_gets_different_fingerprints_for_findings_that_are_alike()
    {
        using var folder = new TempFolder().Add("x.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment().Split("---")[0]);
        var prints = JsonDocument.Parse(ReportReaders.Write("gitlab", LintRun.Execute(new LintRequest(folder.Path, ["."])))).RootElement.EnumerateArray().Select(i => i.GetProperty("fingerprint").GetString()).ToList();

        Assert.True(prints.Count > 1);
        Assert.Equal(prints.Distinct(), prints);
    }

    [Fact]
    public void JUnit_has_a_suite_for_each_file_and_a_test_for_each_finding()
    {
        var found = Found("a.yaml", Severity.Warning, (7, 5), (8, 3)) with { Object = new ObjectIdentity("apps/v1", "Deployment", "shop", "web"), FieldPath = "spec.x" };
        var suites = XDocument.Parse(ReportReaders.Write("junit", ReportOf(found, found, All[0], All[3]))).Root!;

        Assert.Equal(("testsuites", "4", "3", "0", "1"), (suites.Name.LocalName, (string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors"), (string?)suites.Attribute("skipped")));
        Assert.Equal([("a.yaml", "3", "2", "1"), (Outside, "1", "1", "0")], suites.Elements("testsuite").Select(s => ((string)s.Attribute("name")!, (string)s.Attribute("tests")!, (string)s.Attribute("failures")!, (string)s.Attribute("skipped")!)));
        Assert.Equal(["KUBE1001 Deployment/shop/web spec.x", "KUBE1001 Deployment/shop/web spec.x #2", "KUBE1009", "KUBE1001"], suites.Descendants("testcase").Select(c => (string)c.Attribute("name")!));
        Assert.Equal(["failure", "failure", "skipped", "failure"], suites.Descendants("testcase").Select(c => Assert.Single(c.Elements()).Name.LocalName));
        Assert.Equal("a.yaml:7:5: KUBE1001: m", suites.Descendants("failure").First().Value);
    }

    [Fact]
    public void JUnit_of_nothing_is_one_test_that_passed()
    {
        var text = ReportReaders.Write("junit", ReportOf());
        var test = Assert.Single(XDocument.Parse(text).Descendants("testcase"));

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites ", text, StringComparison.Ordinal);
        Assert.Empty(test.Elements());
        Assert.Equal("1", (string?)test.Parent!.Attribute("tests"));
    }

    [Fact]
    public void Rdjson_counts_columns_in_bytes_and_suggests_fixes()
    {
        const string Line = "é: 🚀 x";
        var place = new ReportedPlace("a.yaml", new LinePosition(2, 4), new LinePosition(2, 7));
        var finding = new ReportedFinding("KUBE1001", Severity.Error, "m", place)
        {
            Fixes =
            [
                new ReportedFix("one", "a", [new ReportedChange(place, "new\n")]),
                new ReportedFix("two at once", "b", [new ReportedChange(place, "x"), new ReportedChange(place, "y")]),
                new ReportedFix("elsewhere", "c", [new ReportedChange(place with { File = "b.yaml" }, "x")]),
                new ReportedFix("on another line", "d", [new ReportedChange(place with { Start = new LinePosition(1, 1) }, "x")]),
                new ReportedFix("other", "e", [new ReportedChange(place with { End = place.Start }, "")]),
            ],
        };
        var root = JsonDocument.Parse(ReportReaders.Write("rdjson", ReportOf(finding) with { Texts = new Dictionary<string, string> { ["a.yaml"] = $"a\r\n{Line}\r\n" } })).RootElement;

        Assert.Equal("{\"name\": \"KubeLint\"}", root.GetProperty("source").GetRawText());
        Assert.Equal(
            "{\"message\": \"m\", \"location\": {\"path\": \"a.yaml\", \"range\": {\"start\": {\"line\": 2, \"column\": 5}, \"end\": {\"line\": 2, \"column\": 10}}}, \"severity\": \"ERROR\", \"code\": {\"value\": \"KUBE1001\"}, "
            + "\"suggestions\": [{\"range\": {\"start\": {\"line\": 2, \"column\": 5}, \"end\": {\"line\": 2, \"column\": 10}}, \"text\": \"new\\u000a\"}, {\"range\": {\"start\": {\"line\": 2, \"column\": 5}, \"end\": {\"line\": 2, \"column\": 5}}, \"text\": \"\"}]}",
            Assert.Single(root.GetProperty("diagnostics").EnumerateArray()).GetRawText());
    }

    [Fact]
    public void Rdjson_leaves_out_columns_that_it_cannot_count()
    {
        var location = JsonDocument.Parse(ReportReaders.Write("rdjson", ReportOf(Found("gone.yaml", Severity.Info, (3, 5), (3, 9))))).RootElement.GetProperty("diagnostics")[0].GetProperty("location");

        Assert.Equal("{\"path\": \"gone.yaml\", \"range\": {\"start\": {\"line\": 3}, \"end\": {\"line\": 3}}}", location.GetRawText());
    }

    [Fact]
    public void Markdown_has_a_section_for_each_file()
    {
        var related = Enumerable.Range(1, 12).Select(i => new ReportedRelation(new ReportedPlace("c.yaml", new LinePosition(i, 1), new LinePosition(i, 2)), "there")).ToList();

        Assert.Equal(
            $"""
            <!-- kubelint -->
            ### KubeLint

            **3 findings: 1 error, 1 warning, 1 info**

            <details open><summary><code>a.yaml</code></summary>

            - **info** KUBE1009 in line 3: m
            - **error** KUBE1005 in line 4: m

            </details>

            <details open><summary><code>standard input</code></summary>

            - **warning** KUBE1001 in line 1: m
            {string.Concat(Enumerable.Range(1, 10).Select(i => $"  - <code>c.yaml</code> line {i}: there\n"))}  - and 2 more places

            </details>

            Read 0 manifests in 1 file

            """.ReplaceLineEndings("\n"),
            ReportReaders.Write("markdown", ReportOf(All[0], All[1], All[4] with { Related = related })));
        Assert.Equal("<!-- kubelint -->\n### KubeLint\n\n**No findings, for no manifest was read**\n\nRead 0 manifests in 1 file\n", ReportReaders.Write("markdown", ReportOf()));
    }

    [Fact]
    public void Markdown_fits_into_a_comment_and_says_what_does_not()
    {
        var findings = Enumerable.Range(1, 2_000).Select(i => Found($"{i}.yaml", i % 100 == 0 ? Severity.Error : Severity.Info, (i, 1), (i, 2)) with { Message = new string('m', 300) }).ToArray();
        var output = new StringWriter();
        var missing = MarkdownReport.Write(ReportOf(findings), output);
        var read = ReportReaders.Read("markdown", output.ToString());

        Assert.InRange(output.ToString().Length, 60_000, 65_536);
        Assert.Equal(20, output.ToString().Split("**error** ").Length - 1);
        Assert.Equal(read.OrderBy(f => f.Line), read);
        Assert.Contains($"\n**{2_000 - read.Count} more findings are not shown here**", output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"{2_000 - read.Count} findings did not fit into a comment", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deployment 'shop/web-1': all 6 (100 ≥ 3) may run in fr-par-1; see a.yaml", "Deployment 'shop/web-1': all 6 (100 ≥ 3) may run in fr-par-1; see a.yaml")]
    [InlineData("a_b", "`a_b`")]
    [InlineData("@octocat", "`@octocat`")]
    [InlineData("http://x", "`http://x`")]
    [InlineData("www.x.y", "`www.x.y`")]
    [InlineData(":tada:", "`:tada:`")]
    [InlineData("gh-12", "`gh-12`")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a``b`c", "``` a``b`c ```")]
    [InlineData(" <b>", "`  <b> `")]
    [InlineData("<script>\n", "`<script>\\u000a`")]
    public void In_markdown_prose_is_prose_and_all_else_is_code(string text, string markdown) =>
        Assert.Equal(
            $"- **warning** KUBE1001 in line 1: {markdown}",
            ReportReaders.Write("markdown", ReportOf(All[4] with { Message = text })).Split('\n').Single(line => line.StartsWith("- ", StringComparison.Ordinal)));

    [Fact]
    public void Sarif_of_more_than_GitHub_takes_has_the_gravest_and_says_so()
    {
        var findings = Enumerable.Range(0, 25_010).Select(i => Found("a.yaml", i % 1_000 == 999 ? Severity.Error : Severity.Info, (i + 1, 1), (i + 1, 2))).ToArray();
        var output = new StringWriter();
        var missing = SarifReport.Write(ReportOf(findings), output);
        var run = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("runs")[0];
        var lines = run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()).ToList();
        var notification = Assert.Single(run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());

        Assert.Equal((25_000, 25_000), (lines.Count, lines[^1]));
        Assert.Equal(lines.Order(), lines);
        Assert.Equal(missing, notification.GetProperty("message").GetProperty("text").GetString());
        Assert.StartsWith("10 of 25010 findings were left out", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_is_cut_before_it_is_too_large_when_compressed()
    {
        // Nothing compresses noise.
        var noise = new Random(4711);
        var findings = Enumerable.Range(1, 250).Select(i => Found("a.yaml", i % 50 == 0 ? Severity.Error : Severity.Info, (i, 1), (i, 2)) with
        {
            Message = string.Concat(Enumerable.Range(0, 52_000).Select(_ => (char)noise.Next('!', 'z'))),
        }).ToArray();
        var output = new StringWriter();
        var missing = SarifReport.Write(ReportOf(findings), output);

        Assert.Contains("of 250 findings were left out", missing, StringComparison.Ordinal);
        Assert.Equal(5, output.ToString().Split("\"level\": \"error\", \"message\"").Length - 1);
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(output.ToString()));
        Assert.InRange(compressed.Length, 8_000_000, 10_000_000);
    }

    [Fact]
    public void Sarif_has_as_many_related_places_as_are_shown()
    {
        var related = Enumerable.Range(1, 1_200).Select(i => new ReportedRelation(All[0].Place, "there")).ToList();
        var output = new StringWriter();

        Assert.Null(SarifReport.Write(ReportOf(All[0] with { Related = related }), output));
        Assert.Equal(100, JsonDocument.Parse(output.ToString()).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("relatedLocations").GetArrayLength());
    }

    private static string Outside => Path.GetFullPath("/out/b.yaml").Replace('\\', '/');

    private static ReportedFinding Found(string file, Severity severity, (int Line, int Column) start, (int Line, int Column) end) =>
        new("KUBE1001", severity, "m", new ReportedPlace(file, new LinePosition(start.Line, start.Column), new LinePosition(end.Line, end.Column))) { Fingerprint = "f" };

    private static LintReport ReportOf(params ReportedFinding[] findings) => new(Path.GetFullPath("/root"), findings, 1, default);
}
