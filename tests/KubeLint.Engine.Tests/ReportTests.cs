using System.Text;
using System.Text.Json;
using KubeLint.Configuration;
using KubeLint.Engine.Reports;
using KubeLint.Findings;
using KubeLint.Syntax;
using KubeLint.Yaml;

namespace KubeLint.Engine.Tests;

public sealed class ReportTests
{
    private static readonly string[] Members =
        ["rule", "severity", "message", "file", "line", "column", "endLine", "endColumn", "apiVersion", "kind", "namespace", "name", "path", "fingerprint"];

    [Fact]
    public void Json_has_every_member_in_its_order_and_type()
    {
        using var folder = new TempFolder().AsRepository().Add("k8s/x.yaml", SampleManifest.Deployment());
        var finding = Assert.Single(ParsedJson(LintRun.Execute(new LintRequest(folder.At("k8s"), ["."]))));

        Assert.Equal(Members, finding.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("KUBE1001", "warning", "k8s/x.yaml"), (Text("rule"), Text("severity"), Text("file")));
        Assert.Equal((12, 5, 12, 9), (Number("line"), Number("column"), Number("endLine"), Number("endColumn")));
        Assert.Equal(("apps/v1", "Deployment", null, "web"), (Text("apiVersion"), Text("kind"), Text("namespace"), Text("name")));
        Assert.Equal("spec.template.spec.topologySpreadConstraints", Text("path"));
        Assert.Matches("^[0-9a-f]{32}$", Text("fingerprint"));
        Assert.StartsWith("Deployment 'web': ", Text("message"), StringComparison.Ordinal);

        string? Text(string name) => finding.GetProperty(name).GetString();
        int Number(string name) => finding.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Json_of_a_file_as_a_whole_names_no_object()
    {
        var finding = Assert.Single(ParsedJson(ReportOf("", At("x.yaml", "", 0, 0, "m"))));

        Assert.All(["apiVersion", "kind", "namespace", "name", "path"], member => Assert.Equal(JsonValueKind.Null, finding.GetProperty(member).ValueKind));
        Assert.Equal(1, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Json_of_nothing_is_an_empty_array() => Assert.Equal("[]\n", JsonOf(ReportOf("")));

    [Fact]
    public void Json_escapes_what_could_break_it()
    {
        const string Nasty = "a\"b\\c/d <script> \u2028 é 日本 🚀 \ud83d";
        using var folder = new TempFolder();
        var json = JsonOf(ReportOf("", At(Nasty + "\u0000\u0007\u001b[31m\n\r\t\u007f\u0085\u009b.yaml", "", 0, 0, "x")));

        Assert.DoesNotContain(json.TrimEnd('\n').Split('\n')[1], char.IsControl);
        Assert.Equal(Nasty.TrimEnd('\ud83d') + "\ufffd\u0000\u0007\u001b[31m\n\r\t\u007f\u0085\u009b.yaml", JsonDocument.Parse(json).RootElement[0].GetProperty("file").GetString());
        Assert.Contains("a\\\"b\\\\c/d <script> \\u2028 é 日本", json, StringComparison.Ordinal);
        Assert.Contains("\\u0000\\u0007\\u001b[31m\\u000a\\u000d\\u0009\\u007f\\u0085\\u009b", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_gives_equal_findings_an_ordinal()
    {
        var prints = ParsedJson(ReportOf("", At("x.yaml", "a\nb", 0, 1, "m"), At("x.yaml", "a\nb", 2, 1, "m"))).Select(f => f.GetProperty("fingerprint").GetString()!).ToList();

        Assert.Equal(prints[0] + ":2", prints[1]);
    }

    [Fact]
    public void Columns_count_utf16_units()
    {
        using var folder = new TempFolder().Add("x.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: a }\nprovisioner: ebs.csi.aws.com\n\"volumeBindingMode\": \"Immediate\" # 🚀\n");
        var finding = Assert.Single(ParsedJson(LintRun.Execute(new LintRequest(folder.Path, ["."]))));

        Assert.Equal((5, 22, 33), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(), finding.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void Text_groups_by_file_and_shows_the_line_and_the_related_places()
    {
        const string Text = "first: 1\n  second: 22 # why\n";
        var (a, b) = (new SourceFile("a.yaml", Text), new SourceFile("sub/b.yaml", Text));
        var report = new LintReport(
            Path.GetFullPath("/root"),
            ReportedFinding.From([
                new Finding(HostRules.UnreadableManifest, new SourceSpan(a, 0, 5), "one") { Severity = Severity.Error },
                new Finding(HostRules.InvalidConfiguration, new SourceSpan(a, 19, 2), "two"),
                new Finding(HostRules.UnusedSuppression, new SourceSpan(b, 19, 2), "three")
                {
                    Related = [new RelatedPlace(new SourceSpan(b, 0, 5), "here"), new RelatedPlace(new SourceSpan(a, 0, 5), "and there")],
                },
            ]),
            2,
            new DocumentCounts(2, 1, 1, 1, 1))
        {
            Texts = new Dictionary<string, string> { ["a.yaml"] = Text, ["sub/b.yaml"] = Text },
        };

        Assert.Equal(
            """
            a.yaml
              1:1 error KUBE0001 one
                 1 | first: 1
                   | ^^^^^
              2:11 warning KUBE0004 two
                 2 |   second: 22 # why
                   |           ^^

            sub/b.yaml
              2:11 info KUBE0003 three
                 2 |   second: 22 # why
                   |           ^^
                  1:1 here
                  a.yaml:1:1 and there

            3 findings: 1 error, 1 warning, 1 info
            Read 2 manifests in 2 files; passed over: 1 of kinds that no rule reads, 1 template (Helm and the like), 1 that is no manifest, 1 unreadable

            """,
            TextOf(report));
    }

    [Theory]
    [InlineData(0, 0, 0, "No findings, for no manifest was read\nRead 0 manifests in 0 files")]
    [InlineData(1, 0, 0, "1 finding: 1 error\nRead 0 manifests in 0 files")]
    [InlineData(2, 2, 2, "6 findings: 2 errors, 2 warnings, 2 info\nRead 0 manifests in 0 files")]
    [InlineData(0, 1, 0, "1 finding: 1 warning\nRead 0 manifests in 0 files")]
    public void The_summary_counts(int errors, int warnings, int infos, string expected)
    {
        var findings = new[] { (errors, Severity.Error), (warnings, Severity.Warning), (infos, Severity.Info) }
            .SelectMany(s => Enumerable.Range(0, s.Item1).Select(_ => At("x", "", 0, 0, "m") with { Severity = s.Item2 })).ToList();

        Assert.Equal(expected, TextReport.Summary(new LintReport("/", ReportedFinding.From(findings), 0, default)));
    }

    [Fact]
    public void The_summary_knows_one_from_many() =>
        Assert.Equal(
            "No findings\nRead 1 manifest in 1 file; passed over: 2 templates (Helm and the like), 2 that are no manifests",
            TextReport.Summary(new LintReport("/", [], 1, new DocumentCounts(1, 0, 2, 2, 0))));

    [Fact]
    public void A_tab_is_as_wide_as_the_marker_takes_it() =>
        Assert.Equal(["     1 | \"a\": \"b c\"", "       |      ^^^^^"], Excerpt("\"a\":\t\"b\tc\"", 5, 5));

    [Fact]
    public void The_marker_ends_with_the_line() => Assert.Equal(["     1 | a: |", "       |    ^"], Excerpt("a: |\r\n  text\r\n", 3, 10));

    [Fact]
    public void An_empty_stretch_is_marked_by_one_sign() => Assert.Equal(["     1 | a:", "       |   ^"], Excerpt("a:   \n", 2, 0));

    [Fact]
    public void A_blank_line_is_not_shown() => Assert.Empty(Excerpt("\n  \nb", 1, 0));

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var lines = Excerpt(new string('x', 5000) + "HERE" + new string('y', 5000), 5000, 4);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 180));
        Assert.Equal("HERE", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), lines[1].Count(c => c == '^')));
        Assert.Matches(@"^     1 \| …x+HEREy+…$", lines[0]);
    }

    [Fact]
    public void A_long_line_is_not_cut_through_a_character()
    {
        foreach (var from in Enumerable.Range(200, 4))
        {
            var line = Excerpt(new string('x', from % 2) + string.Concat(Enumerable.Repeat("🚀", 400)), from, 2)[0];
            Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
        }
    }

    [Fact]
    public void What_a_manifest_says_cannot_break_out()
    {
        var text = "name: \u001b[2Jx\u202e\u0007\u009b31m\n";
        var output = TextOf(ReportOf(text, At("\u001b]0;evil\u0007\n.yaml", text, 6, 5, "Deployment '\u001b[31m\r\n': m") with
        {
            Related = [new RelatedPlace(new SourceSpan(new SourceFile("\u001b.yaml", ""), 0, 0), "\u001b[0m\nmore")],
        }));

        Assert.DoesNotContain(output, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.Contains("\\u001b[2Jx", output, StringComparison.Ordinal);
        Assert.Equal(9, output.Split('\n').Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Colours_are_used_only_where_they_are_wanted(bool usesColor)
    {
        var output = TextOf(ReportOf("abc", At("x.yaml", "abc", 0, 3, "m")), usesColor);

        Assert.Equal(usesColor, output.Contains("\u001b[33mwarning KUBE0001\u001b[0m", StringComparison.Ordinal));
        Assert.Equal(usesColor, output.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Shown_paths_are_relative_to_the_working_folder()
    {
        using var folder = new TempFolder().AsRepository().Add("k8s/x.yaml", SampleManifest.Deployment()).Add("y.yaml", SampleManifest.Deployment());
        var report = LintRun.Execute(new LintRequest(folder.At("k8s"), [".", "../y.yaml"]) { Input = Encoding.UTF8.GetBytes(SampleManifest.Deployment()) });
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(text, folder.At("k8s"), false).Write(report);

        Assert.Equal(["<stdin>", "x.yaml", "../y.yaml"], text.ToString().Split('\n').Where(l => l.EndsWith(".yaml", StringComparison.Ordinal) || l == "<stdin>"));
        Assert.Equal(3, text.ToString().Split('\n').Count(l => l == "    12 |     spec:"));
        Assert.EndsWith("\n'kubelint explain KUBE1001' tells why it matters and what to do\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_far_from_the_working_folder_is_shown_in_full()
    {
        var far = Path.GetFullPath("/d/x.yaml");
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(text, Path.GetFullPath("/root/a/b/c/d"), false).Write(new LintReport(Path.GetFullPath("/root"), ReportedFinding.From([At("../d/x.yaml", "", 0, 0, "m")]), 1, default));

        Assert.StartsWith(far + "\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_or_huge_is_reported_without_its_line()
    {
        using var folder = new TempFolder().Add("huge.yaml", "apiVersion: v1\nkind: Service\n");
        using (var file = File.OpenWrite(folder.At("huge.yaml"))) file.SetLength(70L * 1024 * 1024);
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(text, folder.Path, false).Write(new LintReport(folder.Path, ReportedFinding.From([At("gone.yaml", "", 0, 0, "m"), At("huge.yaml", "", 0, 0, "m")]), 2, default));

        Assert.StartsWith("gone.yaml\n  1:1 warning KUBE0001 m\n\nhuge.yaml\n  1:1 warning KUBE0001 m\n\n2 findings", text.ToString(), StringComparison.Ordinal);
    }

    private static Finding At(string path, string text, int start, int length, string message) =>
        new(HostRules.UnreadableManifest, new SourceSpan(new SourceFile(path, text), start, length), message);

    private static LintReport ReportOf(string text, params Finding[] findings) =>
        new(Path.GetFullPath("/root"), ReportedFinding.From(findings), 1, new DocumentCounts(1, 0, 0, 0, 0)) { Texts = findings.Select(f => f.Span.File.Path).Distinct().ToDictionary(p => p, _ => text) };

    private static string TextOf(LintReport report, bool usesColor = false)
    {
        var text = new StringWriter { NewLine = "\n" };
        new TextReport(text, Path.GetFullPath("/root"), usesColor).Write(report);
        return text.ToString();
    }

    private static List<string> Excerpt(string text, int start, int length) =>
        [.. TextOf(ReportOf(text, At("x.yaml", text, start, length, "m"))).Split('\n').Skip(2).TakeWhile(line => line.Length > 0)];

    private static string JsonOf(LintReport report)
    {
        var text = new StringWriter { NewLine = "\n" };
        JsonReport.Write(report, text);
        return text.ToString();
    }

    private static List<JsonElement> ParsedJson(LintReport report) => [.. JsonDocument.Parse(JsonOf(report)).RootElement.EnumerateArray()];
}
