using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Engine.Tests;

/// <summary>What manifests and files are called forges nothing, in whatever form it is reported.</summary>
public sealed class HostileNamesTests
{
    // Each SARIF report has the pages of all rules with it.
    private const int Cases = 300;

    private static readonly string[] Hostile =
    [
        "x%0A::error::forged",
        "::error::forged",
        " \t::stop-commands::forged",
        "\u3000::add-mask::forged",
        "::error file=a.yaml,line=1::forged",
        "a,line=7,title=x::y",
        "%3A%2C%25%0D%0A%3B%5D%AZP25",
        "##[add-mask]forged",
        "###[error]forged",
        "#\u200b#[add-mask]forged", "#\u00ad#\ufe0f[add-mask]forged", "##\u2060vso[task.complete result=Succeeded;]", "\u034f::error::forged", "\ufe0f::error::forged",
        "##vso[task.setvariable variable=PATH]forged",
        "##VSO[task.complete result=Succeeded;]done",
        "x];sourcepath=/etc/passwd;]y",
        "a\nb.yaml(1,1): error KUBE9999: forged",
        "a\r\n##vso[task.logissue type=error]forged",
        "a\u0085::error::b\u2028::error::c\u2029::error::d",
        "\u001b[2J\u001b]0;forged\u0007\u001b[31m\u009b31m",
        "abc\rxyz\b\b\u007f\u0000",
        "\u202egnp.exe\u202c\u2066\u200f\u061c",
        "</details></code><script>alert(1)</script><img src=x onerror=alert(1)>",
        "]]></failure><testcase name='forged'/>&lt;&#10;<!--",
        "\" onmouseover=\"alert(1)", "'><b>",
        "[forged](https://example.com) ![x](https://example.com/x.png) <https://example.com>",
        "https://example.com www.example.com a@example.com @octocat #1 !1 :tada: GH-1 org/repo#1",
        "`` ` ``` `", "`", " ` ", "``a``", "# forged\n- forged\n\n---\n| a | b |\n|---|---|", "**bold** _it_ ~~no~~ \\* | x",
        "\"}, {\"rule\": \"KUBE9999\"}, {\"", "\\", "\\\"", "\\u0022", "{0} {{x}} %s $(id) ${HOME} `id`",
        "\ufffe\uffff\ufeff\u0001\u001f", "日本 é 🚀 e\u0301", "\ud83d\udc69\u200d\ud83d\udcbb", "\U000E0041\U000E0001::error::",
        "=x", "= ", "KUBE1001 (1,1): error", "  2:1 error KUBE1001 forged", "-", "", " ",
    ];

    // Halves of pairs can't be written down by runners, and so are no data of a theory.
    private static readonly string[] AllHostile = [.. Hostile, "a\ud83d", "\udc00b", "\udc00\ud83d"];

    public static TheoryData<string> Formats => [.. ReportReaders.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_finding_is_the_one_that_was_found_whatever_it_says(string format)
    {
        foreach (var some in AllHostile.Chunk(6)) AssertReadBack(format, ReportOf(some));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_text_makes_a_report_another_one(string format) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(format == "sarif" ? Cases / 10 : Cases).WithQuietOnSuccess(true).WithReplay(20261121, 4711), Prop.ForAll(Texts.ToArbitrary(), text => AssertReadBack(format, ReportOf(text))));

    [UnixFact]
    public void Manifests_with_such_names_are_reported_as_they_are()
    {
        using var folder = new TempFolder().AsRepository();
        foreach (var (text, i) in Hostile.Select((t, i) => (t, i))) folder.Add($"{i}/{FileName(text)}.yaml", Manifest(text));
        var report = LintRun.Execute(new LintRequest(folder.Path, ["."]) { OffersFixes = true });

        Assert.True(report.Findings.Count(f => f.RuleId == "KUBE1001") > Hostile.Length / 2, "Most names must not keep a finding away.");
        foreach (var format in ReportReaders.Formats) AssertReadBack(format, report);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_comes_through_a_pipe_stands_in_no_file(string format)
    {
        var report = LintRun.Execute(new LintRequest(Path.GetTempPath(), []) { Input = System.Text.Encoding.UTF8.GetBytes(Manifest("##vso[x]")) });

        Assert.NotEmpty(report.Findings);
        Assert.Contains("KUBE1001", ReportReaders.Write(format, report), StringComparison.Ordinal);
        AssertNothingForged(format, ReportReaders.Write(format, report), report);
    }

    private static void AssertReadBack(string format, LintReport report)
    {
        var text = ReportReaders.Write(format, report);
        Assert.Equal(ReportReaders.Expected(format, report), ReportReaders.Read(format, text));
        AssertNothingForged(format, text, report);
    }

    private static void AssertNothingForged(string format, string text, LintReport report)
    {
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\u202e' or '\u200b' or '\ufeff' or '\u00ad');
        foreach (var log in new[] { text, BuildServers.Weighty(text) })
        {
            Assert.Equal(format == "github" ? report.Findings.Count : 0, BuildServers.GitHub(log).Count);
            Assert.Equal(format == "azure" ? report.Findings.Count : 0, BuildServers.Azure(log).Count);
        }
    }

    private static LintReport ReportOf(params IEnumerable<string> texts)
    {
        var findings = texts.SelectMany((text, i) => new[] { Severity.Info, Severity.Warning, Severity.Error }.Select(severity => Hostility(text, i, severity))).OrderBy(f => f.Place.File, StringComparer.Ordinal).ToList();
        return new LintReport(Path.GetFullPath("/root"), findings, 1, default) { Texts = findings.Select(f => f.Place.File).Distinct().ToDictionary(f => f, f => $"{f}\n{f}\n") };
    }

    private static ReportedFinding Hostility(string text, int number, Severity severity)
    {
        // The one in the message is that of the model, where each finding is made.
        var message = KubeLint.Findings.Visible.Text($"{text}: Deployment '{text}/{text}': {text}");
        var file = $"{(number % 2 == 0 ? "" : $"{number}/")}{text.Replace('/', '_').Replace('\0', '_')}.yaml";
        var place = new ReportedPlace(file, new LinePosition(1, 1), new LinePosition(1, 2));
        return new ReportedFinding("KUBE1001", severity, message, place)
        {
            Object = new ObjectIdentity(text, text, text, text),
            FieldPath = text,
            Fingerprint = text,
            Related = [new ReportedRelation(place, KubeLint.Findings.Visible.Text(text)), new ReportedRelation(place with { File = "b" + file }, KubeLint.Findings.Visible.Text(text))],
            Fixes = [new ReportedFix(KubeLint.Findings.Visible.Text(text), "x", [new ReportedChange(place, text)])],
        };
    }

    private static string Manifest(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        return $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: {{quoted}}, namespace: {{quoted}}, labels: { {{quoted}}: {{quoted}} } }
            spec:
              replicas: 3
              selector: { matchLabels: { app: {{quoted}} } }
              template:
                metadata: { labels: { app: {{quoted}} } }
                spec: # {{string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff')))}}
                  containers: [{ name: web, image: web }]
            """;
    }

    private static string FileName(string text) => string.Concat(text.Replace('/', '_').Replace('\0', '_').Take(100));

    // Any text, often with the words of some language of reports in it.
    private static readonly Gen<string> Texts =
        from parts in Gen.ListOf(Gen.OneOf(Gen.Elements(Hostile), Gen.Elements("#", "##", "[", "]", "vso", ":", "::", "%", "`", "<", ">", "&", "\"", "\n", "\r", "\t", " ", "|", "*", "\\", "'", "\u200d", "\ufe0f"), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")))
        select string.Concat(parts.Take(8));
}
