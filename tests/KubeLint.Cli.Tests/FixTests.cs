using System.Text;
using System.Text.Json;

namespace KubeLint.Cli.Tests;

public sealed class FixTests
{
    private const string Git = "/usr/bin/git";

    [Fact]
    public void Files_are_mended_and_people_are_told()
    {
        using var tool = new Tool().Add("k8s/a.yaml", "# kept\n" + Class("a")).Add("k8s/b.yaml", Class("b") + "---\n" + Class("c")).Add("x/not.yaml", Class("d"));
        var result = tool.Run("fix", "k8s");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            """
            k8s/a.yaml
              3:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer

            k8s/b.yaml
              2:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer
              7:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer

            Fixed 3 findings in 2 files

            """,
            result.Output);
        Assert.Equal("# kept\n" + Fixed("a"), Text(tool, "k8s/a.yaml"));
        Assert.Equal(Fixed("b") + "---\n" + Fixed("c"), Text(tool, "k8s/b.yaml"));
        Assert.Equal(Class("d"), Text(tool, "x/not.yaml"));
        Assert.Equal(["k8s/a.yaml", "k8s/b.yaml", "x/not.yaml"], Files(tool));
        Assert.Equal(0, tool.Run("check", "k8s").Code);
        Assert.Equal("Nothing fixed\n", tool.Run("fix", "k8s").Output);
    }

    [Fact]
    public void What_is_left_is_told_and_decides_the_exit_code()
    {
        using var tool = new Tool().Add("a.yaml", Class("a") + "---\n" + Pinned);
        var result = tool.Run("fix", "--format=text");

        Assert.Equal(1, result.Code);
        Assert.EndsWith("Fixed 1 finding in 1 file\nKubeLint has no fix for KUBE1007; 'kubelint explain KUBE1007' tells what to do\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, tool.Run("check").Code);
    }

    [ProgramFact(Git)]
    public void A_dry_run_writes_a_diff_that_git_takes_and_nothing_else()
    {
        using var tool = new Tool().Add(".git/HEAD", "ref: refs/heads/main\n").Add(".git/config", "").Add(".git/objects/x", "").Add(".git/refs/x", "")
            .Add("k8s/a b.yaml", Class("a").ReplaceLineEndings("\r\n")).Add("k8s/b.yaml", "\ufeff" + Class("b").TrimEnd('\n')).Add("k8s/c.yaml", "volumeBindingMode: Immediate\n" + Class("é"));
        var before = Text(tool, "k8s/b.yaml");
        var result = tool.Run("fix", "k8s", "--dry-run");

        Assert.Equal(0, result.Code);
        Assert.StartsWith("diff --git a/k8s/a b.yaml b/k8s/a b.yaml\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Would fix 3 findings in 3 files\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Text(tool, "k8s/b.yaml"));
        var applied = tool.Shell($"cd k8s && $kubelint fix . --dry-run 2>/dev/null > ../p.diff && {Git} apply --whitespace=nowarn ../p.diff");
        Assert.Equal((0, "", ""), (applied.Code, applied.Output, applied.Error));
        Assert.Equal(Fixed("a").ReplaceLineEndings("\r\n"), Text(tool, "k8s/a b.yaml"));
        Assert.Equal("\ufeff" + Fixed("b").TrimEnd('\n'), Text(tool, "k8s/b.yaml"));
        Assert.Equal("volumeBindingMode: WaitForFirstConsumer\n" + Class("é"), Text(tool, "k8s/c.yaml"));
        Assert.Equal((0, ""), (tool.Run("fix", "--dry-run", "k8s").Code, tool.Run("fix", "--dry-run", "k8s").Output));
    }

    [Fact]
    public void A_diff_of_what_is_no_utf8_is_said_to_be_of_no_use_to_git()
    {
        using var tool = new Tool();
        File.WriteAllBytes(Path.Combine(tool.Folder, "a.yaml"), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Class("a"))]);

        Assert.StartsWith("kubelint: a.yaml is not UTF-8: the diff shows its text, and git can't apply it\n", tool.Run("fix", "--dry-run").Error, StringComparison.Ordinal);
        Assert.Equal(0, tool.Run("fix").Code);
        Assert.Equal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Fixed("a"))], File.ReadAllBytes(Path.Combine(tool.Folder, "a.yaml")));
    }

    [Fact]
    public void Standard_input_comes_out_mended_and_nothing_else_does()
    {
        using var tool = new Tool().Add("a.yaml", Class("a"));
        var result = tool.RunWith(Class("b"), "fix", "-", "a.yaml");

        Assert.Equal((0, Fixed("b")), (result.Code, result.Output));
        Assert.Equal("<stdin>\n  2:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer\n\na.yaml\n  2:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer\n\nFixed 2 findings in 2 files\n", result.Error);
        Assert.Equal(Fixed("a"), Text(tool, "a.yaml"));
        Assert.Equal((0, "a: b"), (tool.RunWith("a: b", "fix", "-").Code, tool.RunWith("a: b", "fix", "-").Output));
        Assert.StartsWith("diff --git a/stdin b/stdin\n--- a/stdin\n", tool.RunWith(Class("b"), "fix", "-", "--dry-run").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_tells_what_was_done()
    {
        using var tool = new Tool().Add("a.yaml", Class("a") + "volumeBindingMode: Immediate\n---\n" + Pinned);
        var result = tool.Run("fix", "--format", "json");
        var json = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal((1, "Fixed 1 finding in 1 file\nKubeLint has no fix for KUBE1007; 'kubelint explain KUBE1007' tells what to do\n"), (result.Code, result.Error));
        Assert.Equal(["dryRun", "fixed", "notFixed", "files"], json.EnumerateObject().Select(m => m.Name));
        var (mended, left) = (Assert.Single(json.GetProperty("fixed").EnumerateArray()), Assert.Single(json.GetProperty("notFixed").EnumerateArray()));
        string[] members = ["rule", "severity", "message", "file", "line", "column", "endLine", "endColumn", "apiVersion", "kind", "namespace", "name", "path", "fingerprint"];
        Assert.Equal([.. members, "title", "choice"], mended.EnumerateObject().Select(m => m.Name));
        Assert.Equal([.. members, "reason", "choices"], left.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("KUBE3001", 5, "KUBE1007", JsonValueKind.Null), (mended.GetProperty("rule").GetString(), mended.GetProperty("line").GetInt32(), left.GetProperty("rule").GetString(), left.GetProperty("reason").ValueKind));
        Assert.Equal(
            """{"file": "a.yaml", "changes": [{"line": 5, "column": 20, "endLine": 5, "endColumn": 29, "newText": "WaitForFirstConsumer"}]}""",
            Assert.Single(json.GetProperty("files").EnumerateArray()).GetRawText());
        Assert.Equal("{\"dryRun\": true,\n\"fixed\": [],\n\"notFixed\": [],\n\"files\": []}\n", tool.RunWith("", "fix", "-", "--dry-run", "--format=json").Output);
    }

    [Fact]
    public void Rules_and_severities_choose_what_is_mended()
    {
        using var tool = new Tool().Add("a.yaml", Class("a")).Add(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.KUBE3001.severity = suggestion\n");

        Assert.Equal("Nothing fixed\n", tool.Run("fix").Output);
        Assert.Equal("Nothing fixed\n", tool.Run("fix", "--rule", "KUBE1001", "--severity", "info").Output);
        Assert.Contains("Would fix 1 finding", tool.Run("fix", "--dry-run", "--severity", "info").Error, StringComparison.Ordinal);
        Assert.Contains("Would fix 1 finding", tool.Run("fix", "--dry-run", "--rule", "KUBE1001,Immediate-Binding").Error, StringComparison.Ordinal);
        Assert.Contains("Would fix 1 finding", tool.Run("fix", "--dry-run", "--rule", "KUBE1001", "--rule", "kube3001").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'KUBE301' is no rule; did you mean KUBE3001? 'kubelint rules' lists them", "--rule", "KUBE1001,KUBE301")]
    [InlineData("'imediate-binding' is no rule; did you mean immediate-binding? 'kubelint rules' lists them", "--rule", "imediate-binding")]
    [InlineData("'x\\u001b' is no rule; 'kubelint rules' lists them", "--rule", "x\u001b")]
    [InlineData("'KUBE301' is no rule; did you mean KUBE3001? 'kubelint rules' lists them", "--prefer", "KUBE301=hard")]
    [InlineData("KUBE1009 has no fixes to choose among", "--prefer", "KUBE1009=hard")]
    [InlineData("--interactive asks questions, and standard input is no terminal that could answer them", "--interactive")]
    [InlineData("--format json and - need --dry-run: standard output takes the mended text alone", "--format", "json", "-")]
    [InlineData("'gone.yaml' is not there; name files, folders, or - for standard input", "gone.yaml")]
    public void A_command_line_that_cannot_be_meant_is_told(string error, params string[] arguments)
    {
        using var tool = new Tool().Add("a.yaml", Class("a"));
        var result = tool.Run(["fix", .. arguments]);

        Assert.Equal((2, "", $"kubelint: {error}\n"), (result.Code, result.Output, result.Error));
        Assert.Equal(Class("a"), Text(tool, "a.yaml"));
    }

    [UnixFact]
    public void A_link_is_followed_within_what_was_named_and_stays_a_link()
    {
        using var tool = new Tool().Add("k8s/base/a.yaml", Class("a")).Add("other/b.yaml", Class("b"));
        var inner = File.CreateSymbolicLink(Path.Combine(tool.Folder, "k8s/inner.yaml"), "base/a.yaml");
        var outer = File.CreateSymbolicLink(Path.Combine(tool.Folder, "k8s/outer.yaml"), "../other/b.yaml");
        var result = tool.Run("fix", "k8s");

        Assert.Equal(1, result.Code);
        Assert.Contains("k8s/outer.yaml\n  2:1 not fixed KUBE3001 StorageClass 'b': ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"\n      this is a link to {Path.Combine(tool.Folder, "other/b.yaml")}, which is outside of what was named; name that file itself\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((Fixed("a"), Class("b")), (Text(tool, "k8s/base/a.yaml"), Text(tool, "other/b.yaml")));
        Assert.Equal(("base/a.yaml", "../other/b.yaml"), (inner.LinkTarget, outer.LinkTarget));
        Assert.Equal(0, tool.Run("fix", "other/b.yaml").Code);
    }

    [UnixFact]
    public void A_file_keeps_its_permissions_and_a_read_only_one_is_left_alone()
    {
        using var tool = new Tool().Add("a.yaml", Class("a")).Add("b.yaml", Class("b"));
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(Path.Combine(tool.Folder, "a.yaml"), Mode);
        File.SetUnixFileMode(Path.Combine(tool.Folder, "b.yaml"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var result = tool.Run("fix");

        Assert.Equal(1, result.Code);
        Assert.Contains("b.yaml\n  2:1 not fixed KUBE3001 StorageClass 'b': ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n      this file is read-only\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((Mode, Fixed("a"), Class("b")), (File.GetUnixFileMode(Path.Combine(tool.Folder, "a.yaml")), Text(tool, "a.yaml"), Text(tool, "b.yaml")));
    }

    [UnixFact]
    public void A_file_that_cannot_be_written_keeps_no_other_from_it()
    {
        using var tool = new Tool().Add("a.yaml", Class("a") + "# " + new string('x', 9_000) + "\n").Add("b.yaml", Class("b"));
        var before = Text(tool, "a.yaml");

        // The system refuses to write larger files; the runtime's own are none of these then.
        var result = tool.Shell("trap '' XFSZ; ulimit -f 8; DOTNET_EnableWriteXorExecute=0 $kubelint fix");

        Assert.Equal((3, ""), (result.Code, result.Error));
        Assert.Contains("a.yaml\n  2:1 not fixed KUBE3001 StorageClass 'a': ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n      it can't be written: the file would be too large\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("b.yaml\n  2:1 fixed KUBE3001 Set volumeBindingMode to WaitForFirstConsumer\n\nFixed 1 finding in 1 file; 1 not fixed\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((before, Fixed("b")), (Text(tool, "a.yaml"), Text(tool, "b.yaml")));
        Assert.Equal(["a.yaml", "b.yaml"], Files(tool));
    }

    [ProgramFact("/usr/bin/script")]
    public void Somebody_at_a_terminal_is_asked()
    {
        using var tool = new Tool().Add("a.yaml", Class("a") + "---\n" + Class("b"));
        var result = tool.Shell("printf 'n\\ny\\n' | script -qec \"$kubelint fix -i\" /dev/null");

        Assert.Contains("Mend it? [y, a (all of KUBE3001), n, q] ", result.Output, StringComparison.Ordinal);
        Assert.Equal(Class("a") + "---\n" + Fixed("b"), Text(tool, "a.yaml"));
    }

    // A workload with one finding, KUBE1007, that no rule knows how to mend.
    private static readonly string Pinned = SampleManifest.Deployment(podSpec: "nodeSelector: { topology.kubernetes.io/zone: fr-par-1 }");

    private static string Class(string name) => $"apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{ name: {name} }}\nprovisioner: csi.scaleway.com\n";

    private static string Fixed(string name) => Class(name) + "volumeBindingMode: WaitForFirstConsumer\n";

    private static string Text(Tool tool, string name) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(tool.Folder, name)));

    private static IEnumerable<string> Files(Tool tool) =>
        Directory.EnumerateFiles(tool.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => Path.GetRelativePath(tool.Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
