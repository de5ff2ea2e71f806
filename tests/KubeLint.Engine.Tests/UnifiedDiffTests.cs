using System.Diagnostics;
using KubeLint.Engine.Reports;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Tests;

public sealed class UnifiedDiffTests
{
    private const string Git = "/usr/bin/git";
    private const string Patch = "/usr/bin/patch";

    [Fact]
    public void Changes_stand_among_three_lines_of_context()
    {
        var text = string.Concat(Enumerable.Range(1, 30).Select(i => $"line {i}\n"));
        var diff = Diff("a b.yaml", text, Replace(text, "line 5\n", "fünf\nmore\n"), Replace(text, "line 12", "twelve"), Insert(text, "line 25\n", "new\n"));

        Assert.Equal(
            """
            diff --git a/a b.yaml b/a b.yaml
            --- a/a b.yaml<tab>
            +++ b/a b.yaml<tab>
            @@ -2,14 +2,15 @@
             line 2
             line 3
             line 4
            -line 5
            +fünf
            +more
             line 6
             line 7
             line 8
             line 9
             line 10
             line 11
            -line 12
            +twelve
             line 13
             line 14
             line 15
            @@ -22,6 +23,7 @@
             line 22
             line 23
             line 24
            +new
             line 25
             line 26
             line 27

            """.Replace("<tab>", "\t", StringComparison.Ordinal),
            diff);
    }

    [Theory]
    [InlineData("a", 1, 0, "\nb", "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n")]
    [InlineData("a\n", 2, 0, "b", "@@ -1,1 +1,2 @@\n a\n+b\n\\ No newline at end of file\n")]
    [InlineData("a\nb", 1, 2, "", "@@ -1,2 +1,1 @@\n-a\n-b\n\\ No newline at end of file\n+a\n\\ No newline at end of file\n")]
    [InlineData("a\n", 0, 2, "", "@@ -1,1 +0,0 @@\n-a\n")]
    [InlineData("a\r\nb\r\n", 1, 0, "c", "@@ -1,2 +1,2 @@\n-a\r\n+ac\r\n b\r\n")]
    [InlineData("a\rb\n", 1, 1, " ", "@@ -1,1 +1,1 @@\n-a\rb\n+a b\n")]
    public void The_ends_of_lines_and_files_are_kept(string text, int start, int length, string now, string hunk) =>
        Assert.Equal("diff --git a/x b/x\n--- a/x\n+++ b/x\n" + hunk, Diff("x", text, new TextChange(start, length, now)));

    [Fact]
    public void Without_a_change_there_is_nothing_to_say() => Assert.Equal("", Diff("x", "a\n") + Diff("x", "a\n", new TextChange(0, 1, "a")));

    [Fact]
    public void A_name_cannot_break_out()
    {
        Assert.StartsWith("diff --git \"a/\\\"\\012\\303\\251\\\\.yaml\" \"b/\\\"\\012\\303\\251\\\\.yaml\"\n--- \"a/", Diff("\"\né\\.yaml", "a\n", new TextChange(0, 1, "b")), StringComparison.Ordinal);
        Assert.StartsWith("diff --git \"a/\\043\\043vso[x]\\342\\200\\213.yaml\" ", Diff("##vso[x]\u200b.yaml", "a\n", new TextChange(0, 1, "b")), StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_control_characters_are_shown_and_colours_mark_lines()
    {
        var text = new StringWriter();
        new UnifiedDiff(text, true, true).Write("x", "a\u001b[2J\tb\r\n", [new TextChange(0, 1, "c")]);

        Assert.EndsWith("\u001b[36m@@ -1,1 +1,1 @@\u001b[0m\n\u001b[31m-a\\u001b[2J\tb\u001b[0m\n\u001b[32m+c\\u001b[2J\tb\u001b[0m\n", text.ToString(), StringComparison.Ordinal);
    }

    [ProgramFact(Git)]
    public void Git_takes_it() => AssertTaken(Git, "apply", "-p1", "--whitespace=nowarn", "patch.diff");

    [ProgramFact(Patch)]
    public void Patch_takes_it() => AssertTaken(Patch, "-p1", "--binary", "-s", "-i", "patch.diff");

    private static void AssertTaken(string program, params string[] arguments)
    {
        var random = new Random(7);
        for (var run = 0; run < 40; run++)
        {
            using var folder = new TempFolder();
            var diff = new StringWriter();
            var expected = new Dictionary<string, string>();
            foreach (var name in new[] { "a.yaml", "dir name/é b.yaml", "c" })
            {
                var text = TextOf(random, 0, 60);
                var changes = new List<TextChange>();
                for (var at = random.Next(20); at < text.Length; at += 1 + random.Next(90))
                {
                    var length = random.Next(3) == 0 ? 0 : random.Next(Math.Min(30, text.Length - at));
                    changes.Add(new TextChange(at, length, random.Next(4) == 0 ? "" : TextOf(random, 0, 4)));
                    at += length;
                }

                folder.Add(name, text);
                expected[name] = Applied(text, changes);

                // A file that git would delete is none that stays.
                if (expected[name].Length == 0) expected[name] = text;
                else new UnifiedDiff(diff, false, false).Write(name, text, changes);
            }

            folder.Add("patch.diff", diff.ToString());
            if (diff.ToString().Length > 0) Run(folder.Path, program, arguments);
            foreach (var (name, text) in expected) Assert.Equal(text, File.ReadAllText(folder.At(name)));
        }
    }

    private static string TextOf(Random random, int least, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most)).Select(_ => new[] { "a\n", "a\n", "b: é\n", "  - c\r\n", "\n", "d", "日本\t\n", "\r", "---\n", "+++ x\n" }[random.Next(10)]));

    private static string Applied(string text, IReadOnlyList<TextChange> changes)
    {
        foreach (var change in changes.Reverse()) text = text[..change.Start] + change.NewText + text[change.End..];
        return text;
    }

    private static void Run(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };

        // The folder is none of a repository's, whatever stands above it.
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error}\n{File.ReadAllText(Path.Combine(folder, "patch.diff"))}");
    }

    private static TextChange Replace(string text, string old, string now) => new(text.IndexOf(old, StringComparison.Ordinal), old.Length, now);

    private static TextChange Insert(string text, string before, string now) => new(text.IndexOf(before, StringComparison.Ordinal), 0, now);

    private static string Diff(string name, string text, params TextChange[] changes)
    {
        var output = new StringWriter();
        new UnifiedDiff(output, false, false).Write(name, text, changes);
        return output.ToString();
    }
}
