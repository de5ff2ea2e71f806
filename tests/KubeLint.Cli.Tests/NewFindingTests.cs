using System.Text.Json;

namespace KubeLint.Cli.Tests;

/// <summary>Baselines and revisions, as users ask for them.</summary>
public sealed class NewFindingTests
{
    [Fact]
    public void What_is_accepted_is_neither_told_nor_gated_and_what_comes_is()
    {
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment());
        var written = tool.Run("check", "--write-baseline", "ci/kubelint.baseline.json");
        Assert.Equal((0, "ci/kubelint.baseline.json accepts 1 finding from now on; name it with --baseline\n", ""), (written.Code, written.Output, written.Error));

        var accepted = tool.Run("check", ".", "--baseline", "ci/kubelint.baseline.json", "--fail-on", "info");
        Assert.Equal((0, ""), (accepted.Code, accepted.Error));
        Assert.StartsWith("No new findings (1 known is not shown)\nRead 2 manifests in 2 files", accepted.Output, StringComparison.Ordinal);

        tool.Add("b.yaml", SampleManifest.Deployment());
        var gated = tool.Run("check", "--baseline=ci/kubelint.baseline.json", "--format", "json");
        Assert.Equal(1, gated.Code);
        Assert.Equal("b.yaml", Assert.Single(JsonDocument.Parse(gated.Output).RootElement.EnumerateArray()).GetProperty("file").GetString());
        Assert.StartsWith("1 new finding (1 known is not shown): 1 warning\n", gated.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_baseline_accepts_in_vain_is_told_in_few_lines_and_fails_nothing()
    {
        using var tool = new Tool();
        for (var i = 10; i < 22; i++) tool.Add($"{i}.yaml", SampleManifest.Deployment());
        tool.Run("check", "--write-baseline", "b.json");
        for (var i = 10; i < 22; i++) tool.Add($"{i}.yaml", "");
        var result = tool.Run("check", "--baseline", "b.json");
        var lines = result.Error.TrimEnd('\n').Split('\n');

        Assert.Equal(0, result.Code);
        Assert.Equal("kubelint: the baseline accepts what is no longer found, in 12 entries; --write-baseline leaves that out", lines[0]);
        Assert.Equal("  10.yaml: KUBE1001 of Deployment/web is no longer found", lines[1]);
        Assert.Equal(("  and 2 more", 12), (lines[^1], lines.Length));
    }

    [Fact]
    public void What_cannot_be_accepted_is_told()
    {
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment()).Add(".editorconfig", "root = true\n[*]\nkubelint.zoness = a\n");
        var result = tool.Run("check", "--write-baseline", "b.json");

        Assert.Equal((0, "kubelint: 1 finding about KubeLint or its configuration can't be accepted; 'kubelint check' tells what to mend\n"), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("kubelint: the baseline 'gone.json' is not there; --write-baseline makes it\n", "--baseline", "gone.json")]
    [InlineData("kubelint: the baseline 'a.yaml' can't be understood: it is no JSON; --write-baseline writes it anew\n", "--baseline", "a.yaml")]
    [InlineData("kubelint: the baseline '.' can't be read: access is denied\n", "--baseline", ".")]
    [InlineData("kubelint: --write-baseline accepts all that is found, so it goes without --baseline and --since\n", "--baseline", "a.yaml", "--write-baseline", "b.json")]
    [InlineData("kubelint: --write-baseline accepts all that is found, so it goes without --baseline and --since\n", "--since", "HEAD", "--write-baseline", "b.json")]
    [InlineData("kubelint: --since has nothing to compare standard input with; check files, or use --baseline\n", "--since", "HEAD", "-")]
    [InlineData("kubelint: Required argument missing for option: '--baseline'.\nTry 'kubelint --help'.\n", "--baseline")]
    public void What_cannot_be_done_is_told_in_a_line(string error, params string[] options)
    {
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment());
        var result = tool.Run(["check", .. options]);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void A_baseline_that_cannot_be_written_is_a_failure_and_leaves_nothing_behind()
    {
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment()).Add("folder/x", "");
        var result = tool.Run("check", "--write-baseline", "folder");

        Assert.Equal((3, "", "kubelint: the baseline 'folder' can't be written: it is a folder\n"), (result.Code, result.Output, result.Error));
        Assert.Equal(["a.yaml", "folder"], Directory.EnumerateFileSystemEntries(tool.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Standard_input_has_a_baseline_too()
    {
        using var tool = new Tool();
        tool.RunWith(SampleManifest.Deployment(), "check", "-", "--write-baseline", "b.json");

        Assert.Equal(0, tool.RunWith("# moved\n" + SampleManifest.Deployment(), "check", "-", "--baseline", "b.json").Code);
        Assert.Equal(1, tool.RunWith(SampleManifest.Deployment("new"), "check", "-", "--baseline", "b.json").Code);
    }

    [GitFact]
    public void Since_a_revision_only_what_is_new_is_told()
    {
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment());
        string[] identity = ["-c", "user.name=n", "-c", "user.email=e@example.org"];
        foreach (var command in new string[][] { ["init", "-q"], ["add", "-A"], [.. identity, "commit", "-q", "-m", "one"] }) GitFolder.Run(tool.Folder, command);
        var commit = GitFolder.Run(tool.Folder, "rev-parse", "HEAD").Output[..7];

        var none = tool.Run("check", "--since", "HEAD");
        Assert.Equal((0, $"No new findings since {commit} (1 known is not shown)\nRead 2 manifests in 1 file\n", ""), (none.Code, none.Output, none.Error));

        tool.Add("b.yaml", SampleManifest.Deployment());
        var some = tool.Run("check", "--since", "HEAD");
        Assert.Equal((1, ""), (some.Code, some.Error));
        Assert.Contains($"1 new finding since {commit} (1 known is not shown): 1 warning\n", some.Output, StringComparison.Ordinal);

        var bad = tool.Run("check", "--since", "nonsense");
        Assert.Equal((2, "", "kubelint: --since 'nonsense' is no commit that git knows here; name a branch, tag or commit, as in --since origin/main, or fetch it first\n"), (bad.Code, bad.Output, bad.Error));
    }

    [GitFact]
    public void A_git_of_the_repository_s_own_is_never_run_and_variables_of_hooks_do_not_mislead()
    {
        if (OperatingSystem.IsWindows()) return;
        using var tool = new Tool().Add("a.yaml", SampleManifest.Deployment());
        string[] identity = ["-c", "user.name=n", "-c", "user.email=e@example.org"];
        foreach (var command in new string[][] { ["init", "-q"], ["add", "-A"], [.. identity, "commit", "-q", "-m", "one"] }) GitFolder.Run(tool.Folder, command);
        tool.Add("git", "#!/bin/sh\ntouch ran\n");
        File.SetUnixFileMode(Path.Combine(tool.Folder, "git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(0, tool.Shell("PATH=:.:$PATH GIT_DIR=/nowhere GIT_INDEX_FILE=/nowhere GIT_WORK_TREE=/nowhere $kubelint check --since HEAD").Code);
        Assert.False(File.Exists(Path.Combine(tool.Folder, "ran")));

        var without = tool.Shell("kubelint=\"$(command -v ${kubelint%% *}) ${kubelint#* }\"; PATH=/nowhere; $kubelint check --since HEAD");
        Assert.Equal((2, "kubelint: --since needs git, and there is none on the PATH; install it\n"), (without.Code, without.Error));
    }
}
