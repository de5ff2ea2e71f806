using System.Reflection;
using System.Text;
using System.Text.Json;
using KubeLint.Configuration;
using KubeLint.Engine.Reports;
using KubeLint.Engine.Tests.Fixing;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;

namespace KubeLint.Engine.Tests;

public sealed class SarifReportTests
{
    private const string Repository = "https://git.example.com/team/kubelint";

    public static TheoryData<string> RuleIds => [.. RuleCatalogue.Descriptors.Select(rule => rule.Id)];

    [Fact]
    public void A_report_is_one_run_of_one_tool()
    {
        var log = JsonDocument.Parse(SarifOf(ReportOf())).RootElement;
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        var version = typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.Equal(["$schema", "version", "runs"], Names(log));
        Assert.Equal(("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0"), (Text(log, "$schema"), Text(log, "version")));
        Assert.Equal(["originalUriBaseIds", "columnKind", "invocations", "tool", "results"], Names(run));
        Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
        Assert.Equal("[{\"executionSuccessful\": true}]", run.GetProperty("invocations").GetRawText());
        Assert.Equal(["name", "fullName", "version", "semanticVersion", "rules"], Names(driver));
        Assert.Equal(("KubeLint", version, version.Split('+')[0]), (Text(driver, "name"), Text(driver, "version"), Text(driver, "semanticVersion")));
        Assert.Equal("KubeLint " + version.Split('+')[0], Text(driver, "fullName"));
        Assert.Empty(run.GetProperty("results").EnumerateArray());
    }

    [Fact]
    public void Every_rule_is_there_in_its_order() =>
        Assert.Equal(RuleCatalogue.Descriptors.Select(rule => rule.Id), Rules(Run(ReportOf())).Select(rule => Text(rule, "id")));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_says_what_its_descriptor_and_its_page_say(string id)
    {
        var descriptor = RuleCatalogue.FindById(id)!;
        var rule = Rules(Run(ReportOf())).Single(r => Text(r, "id") == id);
        var level = rule.GetProperty("defaultConfiguration").GetProperty("level").GetString();
        var help = rule.GetProperty("help");
        var properties = rule.GetProperty("properties");

        Assert.Equal(["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"], Names(rule));
        Assert.Equal(descriptor.Name.Replace("-", "", StringComparison.Ordinal), Text(rule, "name")!.ToLowerInvariant());
        Assert.Equal(1 + descriptor.Name.Count(c => c == '-'), Text(rule, "name")!.Count(char.IsAsciiLetterUpper));
        Assert.Equal((descriptor.Summary, descriptor.Summary + "."), (Text(rule.GetProperty("shortDescription"), "text"), Text(rule.GetProperty("fullDescription"), "text")));
        Assert.StartsWith("Default severity: ", Text(help, "text"), StringComparison.Ordinal);
        Assert.Equal(RulePages.Read(descriptor).ReplaceLineEndings("\n").TrimEnd(), $"# {id}: {descriptor.Name}\n\n{Text(help, "text")}");
        Assert.Equal(Text(help, "text"), Text(help, "markdown"));
        Assert.Equal(descriptor.DefaultSeverity switch { Severity.Error => ("error", "error"), Severity.Warning => ("warning", "warning"), _ => ("note", "recommendation") }, (level, Text(properties, "problem.severity")));
        Assert.Equal("[\"kubernetes\", \"availability\"]", properties.GetProperty("tags").GetRawText());
        Assert.Equal("high", Text(properties, "precision"));
    }

    [Fact]
    public void Severities_of_all_levels_are_in_the_catalogue() =>
        Assert.Equal([Severity.Info, Severity.Warning, Severity.Error], RuleCatalogue.Descriptors.Select(rule => rule.DefaultSeverity).Distinct().Order());

    [Fact]
    public void A_result_has_every_member()
    {
        using var folder = new TempFolder().AsRepository().Add("k8s/x.yaml", SampleManifest.Deployment().Replace("name: web\nspec", "name: web\n  namespace: shop\nspec", StringComparison.Ordinal));
        var report = LintRun.Execute(new LintRequest(folder.At("k8s"), ["."]));
        var result = Assert.Single(Results(Run(report)));
        var location = Assert.Single(result.GetProperty("locations").EnumerateArray());

        Assert.Equal(["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"], Names(result));
        Assert.Equal(("KUBE1001", "warning"), (Text(result, "ruleId"), Text(result, "level")));
        Assert.StartsWith("Deployment 'shop/web': ", Text(result.GetProperty("message"), "text"), StringComparison.Ordinal);
        Assert.Equal(["physicalLocation", "logicalLocations"], Names(location));
        Assert.Equal(["artifactLocation", "region"], Names(location.GetProperty("physicalLocation")));
        Assert.Equal("{\"uri\": \"k8s/x.yaml\", \"uriBaseId\": \"%SRCROOT%\"}", Artifact(result).GetRawText());
        Assert.Equal("{\"startLine\": 13, \"startColumn\": 5, \"endLine\": 13, \"endColumn\": 9}", location.GetProperty("physicalLocation").GetProperty("region").GetRawText());
        Assert.Equal(
            "[{\"name\": \"web\", \"fullyQualifiedName\": \"Deployment/shop/web\", \"kind\": \"resource\"}, "
            + "{\"name\": \"spec.template.spec.topologySpreadConstraints\", \"fullyQualifiedName\": \"Deployment/shop/web/spec.template.spec.topologySpreadConstraints\", \"kind\": \"property\"}]",
            location.GetProperty("logicalLocations").GetRawText());
        Assert.Equal($"{{\"kubelint/v1\": \"{report.Findings[0].Fingerprint}\"}}", result.GetProperty("partialFingerprints").GetRawText());
    }

    [Fact]
    public void A_fix_says_what_goes_and_what_comes()
    {
        using var folder = new TempFolder().AsRepository().Add("k8s/a b.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nvolumeBindingMode: Immediate\nprovisioner: csi.scaleway.com\n");
        var fix = Assert.Single(Assert.Single(Results(Run(LintRun.Execute(new LintRequest(folder.Path, ["."]) { OffersFixes = true })))).GetProperty("fixes").EnumerateArray());

        Assert.Equal(
            "{\"description\": {\"text\": \"Set volumeBindingMode to WaitForFirstConsumer\"}, \"artifactChanges\": [{\"artifactLocation\": {\"uri\": \"k8s/a%20b.yaml\", \"uriBaseId\": \"%SRCROOT%\"}, "
            + "\"replacements\": [{\"deletedRegion\": {\"startLine\": 4, \"startColumn\": 20, \"endLine\": 4, \"endColumn\": 29}, \"insertedContent\": {\"text\": \"WaitForFirstConsumer\"}}]}]}",
            fix.GetRawText());
        Assert.False(Assert.Single(Results(Run(LintRun.Execute(new LintRequest(folder.Path, ["."]))))).TryGetProperty("fixes", out _));
    }

    [Fact]
    public void Several_fixes_stand_beside_each_other_and_each_may_change_several_files()
    {
        var finding = At("x.yaml") with
        {
            Fixes =
            [
                new ReportedFix("One](x)", "hard", [new ReportedChange(Place("x.yaml", 1), ""), new ReportedChange(Place("y.yaml", 2), "b\n"), new ReportedChange(Place("x.yaml", 3), "c")]),
                new ReportedFix("Two", "soft", [new ReportedChange(Place("x.yaml", 1), "d")]),
            ],
        };
        var fixes = Assert.Single(Results(Run(ReportOf(finding)))).GetProperty("fixes").EnumerateArray().ToList();

        Assert.Equal(["One] (x)", "Two"], fixes.Select(f => Text(f.GetProperty("description"), "text")));
        Assert.Equal(["hard", "soft"], fixes.Select(f => Text(f.GetProperty("properties"), "choice")));
        Assert.Equal(["x.yaml 2", "y.yaml 1"], fixes[0].GetProperty("artifactChanges").EnumerateArray().Select(c => $"{Text(c.GetProperty("artifactLocation"), "uri")} {c.GetProperty("replacements").GetArrayLength()}"));
        Assert.Equal(["deletedRegion"], Names(fixes[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0]));
    }

    [Fact]
    public void Only_fixes_that_keep_their_promise_are_offered()
    {
        using var folder = new TempFolder().Add("x.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: csi.scaleway.com\n");
        var rules = new[] { TestRule.Offers("KUBE9001", "a", "good", "bad"), new TestRule("KUBE9002", labels => labels["a"].Text == "bad", _ => []), TestRule.Offers("KUBE9003", "a", "good", "other") };
        var found = LintRun.Execute(new LintRequest(folder.Path, ["."]) { OffersFixes = true, Rules = rules }).Findings;

        // Each by itself, though they contradict each other.
        Assert.Equal(["KUBE9001 good", "KUBE9003 good other"], found.Select(f => $"{f.RuleId} {string.Join(' ', f.Fixes.Select(x => x.Id))}"));
    }

    [Fact]
    public void A_finding_about_a_file_names_no_object()
    {
        var result = Assert.Single(Results(Run(ReportOf(At("x.yaml")))));

        Assert.Equal(["physicalLocation"], Names(result.GetProperty("locations")[0]));
        Assert.False(result.TryGetProperty("relatedLocations", out _));
    }

    [Theory]
    [InlineData("Deployment/web", "web", "Deployment", null, "web")]
    [InlineData("Deployment/shop/web", "web", "Deployment", "shop", "web")]
    [InlineData("Deployment", "Deployment", "Deployment", null, null)]
    public void An_object_is_named_by_what_it_has(string full, string name, string? kind, string? space, string? objectName)
    {
        var result = Assert.Single(Results(Run(ReportOf(At("x.yaml") with { Object = new ObjectIdentity("v1", kind, space, objectName) }))));
        var target = Assert.Single(result.GetProperty("locations")[0].GetProperty("logicalLocations").EnumerateArray());

        Assert.Equal((name, full), (Text(target, "name"), Text(target, "fullyQualifiedName")));
    }

    [Fact]
    public void A_rule_index_leads_to_the_rule()
    {
        var run = Run(ReportOf([.. RuleCatalogue.Descriptors.Reverse().Select(rule => At("x.yaml") with { RuleId = rule.Id })]));

        Assert.Equal(RuleCatalogue.Descriptors.Count, Results(run).Count);
        Assert.All(Results(run), result => Assert.Equal(Text(result, "ruleId"), Text(Rules(run)[result.GetProperty("ruleIndex").GetInt32()], "id")));
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Info, "note")]
    public void The_level_is_the_severity_after_configuration(Severity severity, string level) =>
        Assert.Equal(level, Text(Assert.Single(Results(Run(ReportOf(At("x.yaml") with { Severity = severity })))), "level"));

    [Fact]
    public void Regions_and_fingerprints_are_those_of_the_json_report()
    {
        const string Source = "a: 🚀 b\nc:\n  d\n";
        var file = new SourceFile("x.yaml", Source);
        var report = ReportOf([.. ReportedFinding.From([.. new[] { (0, 0), (0, 1), (3, 4), (8, Source.Length - 8), (Source.Length, 0), (0, 1) }
            .Select(s => new Finding(HostRules.UnreadableManifest, new SourceSpan(file, s.Item1, s.Item2), "m"))])]);
        var json = new StringWriter();
        JsonReport.Write(report, json);

        Assert.Equal(
            JsonDocument.Parse(json.ToString()).RootElement.EnumerateArray().Select(f => (Number(f, "line"), Number(f, "column"), Number(f, "endLine"), Number(f, "endColumn"), Text(f, "fingerprint"))),
            Results(Run(report)).Select(r => (Region(r), Text(r.GetProperty("partialFingerprints"), "kubelint/v1"))).Select(r =>
                (Number(r.Item1, "startLine"), Number(r.Item1, "startColumn"), Number(r.Item1, "endLine"), Number(r.Item1, "endColumn"), r.Item2)));
    }

    [Fact]
    public void Related_places_are_numbered_and_say_what_is_there()
    {
        var result = Assert.Single(Results(Run(ReportOf(At("x.yaml") with
        {
            Related = [new ReportedRelation(Place("x.yaml", 3), "here"), new ReportedRelation(Place("sub/y z.yaml", 4), "and there")],
        }))));

        Assert.Equal(
            "[{\"id\": 1, \"physicalLocation\": {\"artifactLocation\": {\"uri\": \"x.yaml\", \"uriBaseId\": \"%SRCROOT%\"}, \"region\": {\"startLine\": 3, \"startColumn\": 1, \"endLine\": 3, \"endColumn\": 2}}, \"message\": {\"text\": \"here\"}}, "
            + "{\"id\": 2, \"physicalLocation\": {\"artifactLocation\": {\"uri\": \"sub/y%20z.yaml\", \"uriBaseId\": \"%SRCROOT%\"}, \"region\": {\"startLine\": 4, \"startColumn\": 1, \"endLine\": 4, \"endColumn\": 2}}, \"message\": {\"text\": \"and there\"}}]",
            result.GetProperty("relatedLocations").GetRawText());
    }

    [Theory]
    [InlineData("k8s/web.yaml", "k8s/web.yaml")]
    [InlineData("my app/a b.yaml", "my%20app/a%20b.yaml")]
    [InlineData("é/日本/🚀.yaml", "%C3%A9/%E6%97%A5%E6%9C%AC/%F0%9F%9A%80.yaml")]
    [InlineData("50%#1?.yaml", "50%25%231%3F.yaml")]
    [InlineData("a:b/c.yaml", "a%3Ab/c.yaml")]
    [InlineData("a\\b[0]{x}|\"<>^`\u007f\n.yaml", "a%5Cb%5B0%5D%7Bx%7D%7C%22%3C%3E%5E%60%7F%0A.yaml")]
    [InlineData("a-b_c~d!$&'()*+,;=@e.yaml", "a-b_c~d!$&'()*+,;=@e.yaml")]
    [InlineData("..a/x.yaml", "..a/x.yaml")]
    [InlineData("", ".")]
    public void A_path_within_the_root_is_a_relative_uri(string path, string uri)
    {
        var artifact = Artifact(Assert.Single(Results(Run(ReportOf(At(path))))));

        Assert.Equal((uri, "%SRCROOT%"), (Text(artifact, "uri"), Text(artifact, "uriBaseId")));
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative));
        Assert.Equal(path.Length == 0 ? "." : path, Uri.UnescapeDataString(uri));
    }

    // Not as data of a theory: runners can't write down half of a surrogate pair.
    [Fact]
    public void Half_of_a_surrogate_pair_in_a_path_is_replaced() =>
        Assert.Equal("a%EF%BF%BDb.yaml", Text(Artifact(Assert.Single(Results(Run(ReportOf(At("a\ud83db.yaml")))))), "uri"));

    [Theory]
    [InlineData("../other/x.yaml", "/other/x.yaml")]
    [InlineData("../../o ther/#é.yaml", "/o ther/#é.yaml")]
    [InlineData("..", "/")]
    public void A_path_outside_the_root_is_a_file_uri(string path, string full)
    {
        var artifact = Artifact(Assert.Single(Results(Run(ReportOf(At(path))))));

        Assert.Equal(["uri"], Names(artifact));
        Assert.Equal(new Uri(Path.GetFullPath(full)).AbsoluteUri, Text(artifact, "uri"));
    }

    [Fact]
    public void A_full_path_is_a_file_uri()
    {
        var full = Path.GetFullPath("/else where/x.yaml");
        var artifact = Artifact(Assert.Single(Results(Run(ReportOf(At(full.Replace('\\', '/')))))));

        Assert.Equal(["uri"], Names(artifact));
        Assert.Equal(new Uri(full).AbsoluteUri, Text(artifact, "uri"));
    }

    [Theory]
    [InlineData("/a b/x.yaml", "file:///a%20b/x.yaml")]
    [InlineData("D:/a:b/x y.yaml", "file:///D:/a%3Ab/x%20y.yaml")]
    [InlineData("//server/share/x y.yaml", "file://server/share/x%20y.yaml")]
    public void Full_paths_of_every_system_have_their_file_uri(string path, string uri) => Assert.Equal(uri, PathNames.FileUri(path));

    [Fact]
    public void Standard_input_is_no_file_of_the_root()
    {
        using var folder = new TempFolder();
        var report = LintRun.Execute(new LintRequest(folder.Path, []) { Input = Encoding.UTF8.GetBytes(SampleManifest.Deployment()) });

        Assert.Equal("{\"uri\": \"stdin\", \"description\": {\"text\": \"Standard input.\"}}", Artifact(Assert.Single(Results(Run(report)))).GetRawText());
    }

    [Fact]
    public void What_a_manifest_says_cannot_break_out()
    {
        const string Nasty = "\"\\/ \u0000\u0007\u001b\n\r\t\u007f\u0085\u009b\u2028\u2029 \udc00\ud83d é日本🚀 \"}]";
        const string Shown = "\"\\/ \u0000\u0007\u001b\n\r\t\u007f\u0085\u009b\u2028\u2029 \ufffd\ufffd é日本🚀 \"}]";
        var report = ReportOf(At(Nasty) with
        {
            Message = Nasty,
            FieldPath = Nasty,
            Object = new ObjectIdentity(Nasty, "K" + Nasty, Nasty, Nasty),
            Fingerprint = Nasty,
            Related = [new ReportedRelation(Place(Nasty, 1), Nasty)],
        });
        var result = Assert.Single(Results(Run(report)));
        var targets = result.GetProperty("locations")[0].GetProperty("logicalLocations");

        Assert.DoesNotContain(SarifOf(report), c => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029');
        Assert.Single(SarifOf(report).Split('\n'), line => line.StartsWith("  {\"ruleId\"", StringComparison.Ordinal));
        Assert.Equal(Shown, Text(result.GetProperty("message"), "text"));
        Assert.Equal(Shown, Text(result.GetProperty("relatedLocations")[0].GetProperty("message"), "text"));
        Assert.Equal((Shown, $"K{Shown}/{Shown}/{Shown}"), (Text(targets[0], "name"), Text(targets[0], "fullyQualifiedName")));
        Assert.Equal(Shown, Text(targets[1], "name"));
        Assert.Equal(Shown, Text(result.GetProperty("partialFingerprints"), "kubelint/v1"));
    }

    [Fact]
    public void What_a_manifest_says_is_no_link() =>
        Assert.Equal("Deployment '[a] (https://example.com) [b] (1)': m", Text(Assert.Single(Results(Run(ReportOf(At("x.yaml") with { Message = "Deployment '[a](https://example.com) [b](1)': m" })))).GetProperty("message"), "text"));

    [Fact]
    public void Runs_on_two_machines_give_the_same_bytes()
    {
        using var one = Tree();
        using var other = Tree();
        var (first, second) = (Bytes(one), Bytes(other));

        Assert.Equal(first, second);
        Assert.Equal(3, Results(JsonDocument.Parse(first).RootElement.GetProperty("runs")[0]).Count);
        Assert.DoesNotContain(one.Path, Encoding.UTF8.GetString(first), StringComparison.Ordinal);

        static TempFolder Tree() => new TempFolder().AsRepository().Add("a/x.yaml", SampleManifest.Deployment()).Add("a/b/é y.yaml", SampleManifest.Deployment("other")).Add("z.yaml", "apiVersion: v1\nkind: [\n");
        static byte[] Bytes(TempFolder folder) => Encoding.UTF8.GetBytes(SarifOf(LintRun.Execute(new LintRequest(folder.Path, ["."]))));
    }

    [Fact]
    public void The_root_is_described_and_not_placed()
    {
        var root = Run(ReportOf()).GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%");

        Assert.Equal(["description"], Names(root));
        Assert.NotEmpty(Text(root.GetProperty("description"), "text")!);
    }

    [Theory]
    [InlineData(Repository)]
    [InlineData(Repository + "/")]
    [InlineData(Repository + ".git")]
    [InlineData(Repository + ".git/")]
    public void Links_lead_to_the_repository_that_the_build_was_given(string repositoryUrl)
    {
        var run = Run(ReportOf(), repositoryUrl);

        Assert.Equal(Repository, Text(run.GetProperty("tool").GetProperty("driver"), "informationUri"));
        Assert.Equal(RuleCatalogue.Descriptors.Select(rule => $"{Repository}/blob/HEAD/rules/{rule.PageName}"), Rules(run).Select(rule => Text(rule, "helpUri")));
        Assert.Equal($"{Repository}/blob/HEAD/rules/KUBE1001-missing-zone-spread.md", RuleLinks.To(RuleCatalogue.FindById("KUBE1001")!, repositoryUrl));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("git@git.example.com:team/kubelint.git")]
    [InlineData("ssh://git@git.example.com/team/kubelint.git")]
    public void Without_an_address_for_browsers_there_are_no_links(string? repositoryUrl)
    {
        var run = Run(ReportOf(), repositoryUrl);

        Assert.False(run.GetProperty("tool").GetProperty("driver").TryGetProperty("informationUri", out _));
        Assert.DoesNotContain(Rules(run), rule => rule.TryGetProperty("helpUri", out _));
        Assert.Null(RuleLinks.To(RuleCatalogue.FindById("KUBE1001")!, repositoryUrl));
    }

    [Fact]
    public void Links_are_those_of_the_build_where_nothing_is_said()
    {
        var text = new StringWriter();
        SarifReport.Write(ReportOf(), text);

        Assert.Equal(SarifOf(ReportOf(), RuleLinks.RepositoryUrl), text.ToString());
        Assert.All(RuleCatalogue.Descriptors, rule => Assert.Equal(RuleLinks.To(rule, RuleLinks.RepositoryUrl), RuleLinks.To(rule)));
    }

    private static ReportedPlace Place(string path, int line) => new(path, new LinePosition(line, 1), new LinePosition(line, 2));

    private static ReportedFinding At(string path) => new("KUBE0001", Severity.Warning, "m", Place(path, 1)) { Fingerprint = "f" };

    private static LintReport ReportOf(params ReportedFinding[] findings) => new(Path.GetFullPath("/root"), findings, 1, default);

    private static string SarifOf(LintReport report, string? repositoryUrl = null)
    {
        var text = new StringWriter();
        SarifReport.Write(report, text, repositoryUrl);
        return text.ToString();
    }

    private static JsonElement Run(LintReport report, string? repositoryUrl = null) => JsonDocument.Parse(SarifOf(report, repositoryUrl)).RootElement.GetProperty("runs")[0];

    private static List<JsonElement> Rules(JsonElement run) => [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

    private static List<JsonElement> Results(JsonElement run) => [.. run.GetProperty("results").EnumerateArray()];

    private static JsonElement Artifact(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    private static JsonElement Region(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
