using System.Text;

namespace KubeLint.Yaml.Tests;

/// <summary>Whatever a file holds: a finding with its place, or silence where it is no manifest, and all that the others give.</summary>
public sealed class BadInputTests
{
    private const string Head = "apiVersion: v1\nkind: Service\n";
    private const int HeadLines = 2;
    private static readonly int DeploymentLines = Reading.Deployment.Count(c => c == '\n');

    public static TheoryData<string, string, string> Broken => new()
    {
        { "an open double quote", Head + "metadata:\n  name: \"web\n  labels: {a: b}\n", "4:9" },
        { "an open single quote", Head + "metadata:\n  name: 'web\n  labels: {a: b}\n", "4:9" },
        { "a tab as indent", Head + "metadata:\n\tname: web\n", "4:1" },
        { "a tab behind spaces", Head + "metadata:\n  labels:\n  \ta: b\n", "5:3" },
        { "a tab in a list", Head + "spec:\n  ports:\n\t- port: 1\n", "5:1" },
        { "a key without a value", Head + "metadata:\n  name\n  labels: {a: b}\n", "5:9" },
        { "a wrong indent", Head + "metadata:\n  name: a\n   labels: {a: b}\n", "5:10" },
        { "an indent back to nowhere", Head + "metadata:\n    name: a\n  labels: {a: b}\n", "5:3" },
        { "two values", Head + "metadata: a b: c\n", "3:14" },
        { "a list and a mapping", Head + "spec:\n  - a\n  b: c\n", "5:3" },
        { "a mapping and a list", Head + "spec:\n  b: c\n  - a\n", "5:3" },
        { "an open bracket", Head + "spec: [a, b\n", "3:7" },
        { "an open brace", Head + "spec: {a: b\n", "3:7" },
        { "a bracket too many", Head + "spec: [a]]\n", "3:10" },
        { "a bracket for a brace", Head + "spec: {a: b]\n", "3:12" },
        { "an at sign", Head + "spec: @here\n", "3:7" },
        { "a backtick", Head + "spec: `x`\n", "3:7" },
        { "a bad escape", Head + "spec: \"a\\qb\"\n", "3:7" },
        { "a bad code point", Head + "spec: \"\\U00110000\"\n", "3:7" },
        { "a bad anchor", Head + "spec: & a\n", "3:7" },
        { "two anchors", Head + "spec: &a &b c\n", "3:10" },
        { "an unknown tag handle", Head + "spec: !k!x a\n", "3:7" },
        { "a bad block indicator", Head + "spec: |x\n  a\n", "3:7" },
        { "a NUL", Head + "spec:\n  a: b\0c\n", "4:7" },
        { "an unknown alias", Head + "spec: *nowhere\n", "3:7" },
        { "a recursive alias", Head + "spec: &a {b: [*a]}\n", "3:15" },
        { "a recursive merge", Head + "spec: &a\n  <<: *a\n", "4:7" },
        { "a duplicate key", Head + "spec:\n  a: b\n  a: c\n", "5:3" },
        { "text behind JSON", "{\"apiVersion\": \"v1\",\n\"kind\": \"Service\"} }", "2:20" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_fault_is_told_where_people_look_for_it(string name, string text, string place)
    {
        Assert.NotEmpty(name);
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            using var folder = new Folder();
            folder.Add("a.yaml", Reading.StorageClass);
            folder.Add("b.yaml", (Reading.Deployment + "---\n" + text + "\n---\n" + Reading.StorageClass).Replace("\n", lineEnd));
            folder.Add("c.yaml", Reading.StorageClass);
            var (line, column) = (int.Parse(place.Split(':')[0]), place.Split(':')[1]);
            var after = DeploymentLines + 1 + text.Count(c => c == '\n') + 2 + 6;
            Assert.Equal(
                $"a.yaml:KUBE3001@6:20 b.yaml:KUBE1001@12:5 b.yaml:KUBE0001@{DeploymentLines + 1 + line}:{column} b.yaml:KUBE3001@{after}:20 c.yaml:KUBE3001@6:20",
                await folder.Findings());
        }
    }

    public static TheoryData<string, string, int> Bombs
    {
        get
        {
            var aliases = new StringBuilder(Head + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            var merges = new StringBuilder(Head + "a0: &a0 {" + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"k{i}: x")) + "}\n");
            for (var i = 1; i < 12; i++)
            {
                aliases.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
                merges.Append($"a{i}: &a{i}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 300))}]\n");
            }

            return new()
            {
                { "aliases", aliases.ToString(), HeadLines + 6 },
                { "merge keys", merges.ToString(), -1 },
                { "flow lists", Head + "spec: " + new string('[', 100_000), HeadLines + 1 },
                { "flow mappings", Head + "spec: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)), HeadLines + 1 },
                { "closed flow lists", Head + "spec: " + new string('[', 100_000) + new string(']', 100_000), HeadLines + 1 },
                { "block lists", Head + "spec:\n  " + string.Concat(Enumerable.Repeat("- ", 100_000)) + "a\n", HeadLines + 2 },
                { "complex keys", Head + "spec:\n  " + string.Concat(Enumerable.Repeat("? ", 100_000)) + "a\n", HeadLines + 2 },
                { "flow lists over lines", Head + "spec: " + string.Concat(Enumerable.Repeat("[\n", 100_000)), -1 },
                { "block mappings", Head + string.Concat(Enumerable.Range(0, 3_000).Select(i => new string(' ', i) + "a:\n")), -1 },
                { "JSON", "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"spec\": " + string.Concat(Enumerable.Repeat("{\"a\": ", 100_000)), 1 },
                { "closed JSON", "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"spec\": " + new string('[', 100_000) + new string(']', 100_000) + "}", 1 },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_is_refused(string name, string text, int line)
    {
        using var folder = new Folder();
        folder.Add("a.yaml", text);
        folder.Add("b.yaml", text + "\n---\n" + Reading.StorageClass);
        var findings = (await folder.Lint()).Findings;
        Assert.Equal(["KUBE0001", "KUBE0001", "KUBE3001"], findings.Select(f => f.RuleId));
        Assert.Matches("too deep to be read|too many to be read", findings[0].Message);
        if (line > 0) Assert.True(line == findings[0].Place.Start.Line, $"{name}: line {findings[0].Place.Start.Line}");
    }

    [Fact]
    public async Task Much_that_is_written_is_no_bomb()
    {
        using var folder = new Folder();
        var text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        for (var i = 0; i < 60_000; i++) text.Append("- {apiVersion: v1, kind: Service, spec: {ports: [{port: 1, targetPort: 2}], selector: {a: b, c: d}, x: [1, 2, 3, 4, 5, 6]}}\n");
        folder.Add("a.yaml", text.ToString() + "---\n" + Reading.StorageClass);
        Assert.Equal("a.yaml:KUBE3001@60010:20", await folder.Findings());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_100_MB_is_told_only_where_it_is_a_manifest(bool isManifest)
    {
        using var folder = new Folder();
        folder.Add("b.yaml", Reading.StorageClass);
        await using (var file = File.CreateText(Path.Combine(folder.Path, "a.yaml")))
        {
            if (isManifest) await file.WriteAsync(Head);
            var line = "# " + new string('x', 1021) + "\n";
            for (var i = 0; i < 100 * 1024; i++) await file.WriteAsync(line);
        }

        var findings = (await folder.Lint()).Findings;
        Assert.Equal(isManifest ? "a.yaml:KUBE0001@1:1 b.yaml:KUBE3001@6:20" : "b.yaml:KUBE3001@6:20", Folder.Show(findings));
        if (isManifest) Assert.Contains("100 MB", findings[0].Message);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_where_they_stand()
    {
        using var folder = new Folder();
        folder.Add("a.yaml", [.. Encoding.UTF8.GetBytes(Head + "metadata:\n  name: caf"), 0xE9, (byte)'\n', .. Encoding.UTF8.GetBytes("---\n" + Reading.StorageClass)]);
        folder.Add("b.yaml", [.. Encoding.UTF8.GetBytes("city: K"), 0xF6, .. "ln"u8]);
        folder.Add("c.json", Enumerable.Range(0, 4096).Select(i => (byte)(i * 31)).ToArray());
        folder.Add("d.yaml", [.. Encoding.UTF8.GetBytes("apiVersion: v1\nkind: ConfigMap\ndata: {a: K"), 0xF6, .. "ln}\n"u8]);
        Assert.Equal("a.yaml:KUBE0001@4:12 a.yaml:KUBE3001@11:20", await folder.Findings());
    }

    [Fact]
    public async Task A_file_without_content_is_silent()
    {
        using var folder = new Folder();
        folder.Add("a.yaml", "");
        folder.Add("b.yaml", "# apiVersion: v1\n# kind: Service\n");
        folder.Add("c.json", "");
        folder.Add("d.yaml", "\0\0\0\0");
        folder.Add("kustomization.yaml", "# nothing\n");
        folder.Add("sub/kustomization.yaml", "");
        Assert.Equal("", await folder.Findings());
    }

    [UnprivilegedFact]
    public async Task An_unreadable_file_is_told()
    {
        using var folder = new Folder();
        var path = folder.Add("a.yaml", Reading.StorageClass);
        File.SetUnixFileMode(path, UnixFileMode.None);
        folder.Add("b.yaml", Reading.StorageClass);
        Directory.CreateDirectory(Path.Combine(folder.Path, "c"), UnixFileMode.None);
        var findings = (await folder.Lint()).Findings;
        Assert.Equal("a.yaml:KUBE0001@1:1 b.yaml:KUBE3001@6:20 c:KUBE0001@1:1", Folder.Show(findings));
        Assert.Contains("access is denied", findings[0].Message);
        Assert.Contains("can't be listed", findings[2].Message);
        File.SetUnixFileMode(Path.Combine(folder.Path, "c"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [UnixFact]
    public async Task Links_that_lead_nowhere_or_in_a_circle_are_told()
    {
        using var folder = new Folder();
        folder.Add("b.yaml", Reading.StorageClass);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a.yaml"), "nowhere.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "c.yaml"), "d.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "d.yaml"), "c.yaml");
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "sub", "again"), folder.Path);
        Assert.Equal("a.yaml:KUBE0001@1:1 b.yaml:KUBE3001@6:20 c.yaml:KUBE0001@1:1 d.yaml:KUBE0001@1:1", await folder.Findings());
    }

    public static TheoryData<string, string> LongLines => new()
    {
        { "a long text", Reading.StorageClass + "parameters: {a: \"" + new string('x', 10_000_000) + "\"}\n" },
        { "a long plain text", Reading.StorageClass + "parameters: {a: " + new string('x', 10_000_000) + "}\n" },
        { "a long list", Reading.StorageClass + "parameters: [" + string.Concat(Enumerable.Repeat("x, ", 300_000)) + "x]\n" },
        { "a long comment", Reading.StorageClass + "# " + new string('x', 10_000_000) + "\n" },
        { "long blanks", Reading.StorageClass + "a:" + new string(' ', 10_000_000) + "b\n" },
        { "long tabs", Reading.StorageClass + "a: b" + new string('\t', 10_000_000) + "\n" },
        { "a long key", Reading.StorageClass.TrimEnd() + "\n? " + new string('x', 1_000_000) + "\n: b\n" },
    };

    [Theory]
    [MemberData(nameof(LongLines))]
    public async Task A_long_line_is_a_line(string name, string text)
    {
        Assert.NotEmpty(name);
        using var folder = new Folder();
        folder.Add("a.yaml", text);
        Assert.Equal("a.yaml:KUBE3001@6:20", await folder.Findings());
    }

    [Fact]
    public async Task JSON_of_10_MB_in_one_line_is_read()
    {
        using var folder = new Folder();
        var service = "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"a\"}}, ";
        var text = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + string.Concat(Enumerable.Repeat(service, 10_000_000 / service.Length)) + "{}]}";
        folder.Add("a.json", text + "\n---\n" + Reading.StorageClass);
        Assert.Equal("a.json:KUBE3001@8:20", await folder.Findings());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mapping_may_have_200_000_keys(bool areTwice)
    {
        using var folder = new Folder();
        var keys = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"  key{(areTwice ? i % 100_000 : i)}: x\n"));
        folder.Add("a.yaml", Reading.StorageClass + "parameters:\n" + keys);
        var findings = (await folder.Lint()).Findings;
        Assert.Equal(areTwice ? 100_001 : 1, findings.Count);
        if (areTwice) Assert.Equal(100_008, findings[1].Place.Start.Line);
    }

    [Fact]
    public async Task A_stream_may_have_100_000_documents()
    {
        using var folder = new Folder();
        folder.Add("a.yaml", string.Concat(Enumerable.Repeat("---\n" + Head + "metadata: {name: a}\n", 100_000)) + "---\n" + Reading.StorageClass);
        var report = await folder.Lint();
        Assert.Equal("a.yaml:KUBE3001@400007:20", Folder.Show(report.Findings));
        Assert.Equal(100_001, report.Counts.Read);
    }

    [Fact]
    public async Task Markers_alone_are_no_documents()
    {
        using var folder = new Folder();
        folder.Add("a.yaml", Reading.StorageClass + string.Concat(Enumerable.Repeat("---\n", 1_000_000)) + Reading.StorageClass);
        Assert.Equal("a.yaml:KUBE3001@6:20 a.yaml:KUBE3001@1000012:20", await folder.Findings());
    }
}
