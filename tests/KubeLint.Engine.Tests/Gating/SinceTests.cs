using KubeLint.Engine.Gating;
using KubeLint.Engine.Trees;

namespace KubeLint.Engine.Tests.Gating;

public sealed class SinceTests
{
    private const string Spread = "topologySpreadConstraints: [{ maxSkew: 1, minDomains: 3, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } }, matchLabelKeys: [pod-template-hash] }]";

    [GitFact]
    public void Removing_a_constraint_is_told_and_moving_lines_is_not()
    {
        using var repo = new GitFolder().Add("old.yaml", SampleManifest.Deployment()).Add("web.yaml", SampleManifest.Deployment(podSpec: Spread)).Commit();
        repo.Add("old.yaml", "# moved\n\n" + SampleManifest.Deployment().Replace("replicas: 3", "replicas: 4", StringComparison.Ordinal)).Add("web.yaml", SampleManifest.Deployment());
        var report = Since(repo, "HEAD");

        Assert.Equal([("web.yaml", "KUBE1001")], report.Findings.Select(f => (f.Place.File, f.RuleId)));
        Assert.Equal((1, repo.Git("rev-parse", "HEAD")[..7]), (report.LeftOut!.Known, report.LeftOut.Since));
    }

    [GitFact]
    public void Committed_or_not_what_came_on_the_branch_is_new_and_what_came_on_the_other_is_not_ours()
    {
        using var repo = new GitFolder().Add("a.yaml", SampleManifest.Deployment()).Commit();
        repo.Git("checkout", "-q", "-b", "topic");
        repo.Add("b.yaml", SampleManifest.Deployment()).Commit().Add("c.yaml", SampleManifest.Deployment());
        repo.Git("checkout", "-q", "main");
        repo.Add("a.yaml", "").Delete("c.yaml").Commit();
        repo.Git("checkout", "-q", "topic");
        repo.Add("c.yaml", SampleManifest.Deployment());

        Assert.Equal(["b.yaml", "c.yaml"], Files(Since(repo, "main")));
        Assert.Equal(["c.yaml"], Files(Since(repo, "topic")));
    }

    [GitFact]
    public void A_file_that_is_gone_hides_nothing_and_shows_nothing()
    {
        using var repo = new GitFolder().Add("a.yaml", SampleManifest.Deployment()).Commit().Delete("a.yaml").Add("b.yaml", SampleManifest.Deployment("other"));

        Assert.Equal(["b.yaml"], Files(Since(repo, "HEAD")));
    }

    [GitFact]
    public void A_renamed_file_brings_its_findings_along()
    {
        using var repo = new GitFolder().Add("k8s/web.yaml", SampleManifest.Deployment()).Commit();
        repo.Git("mv", "k8s", "deploy");
        repo.Add("deploy/web.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment("second"));

        Assert.Equal("second", Assert.Single(Since(repo, "HEAD").Findings).Object!.Name);
    }

    [GitFact]
    public void Of_equal_findings_the_surplus_is_new()
    {
        using var repo = new GitFolder().Add("a.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment()).Commit();
        repo.Add("a.yaml", string.Join("---\n", Enumerable.Repeat(SampleManifest.Deployment(), 3)));
        Assert.Single(Since(repo, "HEAD").Findings);

        repo.Add("a.yaml", SampleManifest.Deployment());
        Assert.Empty(Since(repo, "HEAD").Findings);
    }

    [GitFact]
    public void What_another_file_took_away_is_told_where_it_is_missed()
    {
        const string Budget = "---\napiVersion: policy/v1\nkind: PodDisruptionBudget";
        var parts = SampleManifest.Deployment().Split(Budget);
        using var repo = new GitFolder().Add("web.yaml", parts[0]).Add("budget.yaml", Budget + parts[1]).Commit().Delete("budget.yaml");

        Assert.Equal([("web.yaml", "KUBE5001")], Since(repo, "HEAD").Findings.Select(f => (f.Place.File, f.RuleId)));
    }

    [GitFact]
    public void The_revision_is_judged_by_its_own_configuration()
    {
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Add(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.KUBE1001.severity = none\n").Commit();
        Assert.Empty(Since(repo, "HEAD").Findings);

        repo.Add(".editorconfig", "root = true\n");
        Assert.Single(Since(repo, "HEAD").Findings);
        repo.Delete(".editorconfig");
        Assert.Single(Since(repo, "HEAD").Findings);
        repo.Commit().Add("k8s/.globalconfig", "is_global = true\n");
        Assert.Empty(Since(repo, "HEAD").Findings);
    }

    [GitFact]
    public void What_git_ignored_then_is_new_when_it_no_longer_does()
    {
        using var repo = new GitFolder().Add(".gitignore", "web.yaml").Add("web.yaml", SampleManifest.Deployment());
        repo.Git("add", "-f", "web.yaml");
        repo.Commit().Delete(".gitignore");

        Assert.Equal(["web.yaml"], Files(Since(repo, "HEAD")));
    }

    [GitFact]
    public void Suppressions_are_those_of_their_time()
    {
        const string Suppressed = "# kubelint:disable KUBE1001 -- for now\n";
        using var repo = new GitFolder().Add("a.yaml", Suppressed + SampleManifest.Deployment()).Add("same.yaml", Suppressed + SampleManifest.Deployment()).Commit().Add("a.yaml", SampleManifest.Deployment());

        Assert.Equal([("a.yaml", "KUBE1001")], Since(repo, "HEAD").Findings.Select(f => (f.Place.File, f.RuleId)));
    }

    [GitFact]
    public void Line_endings_of_the_checkout_make_nothing_new()
    {
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Add(".editorconfig", "root = true\n[*]\nkubelint.zones = a, b\n").Commit();
        repo.Git("config", "core.autocrlf", "true");
        repo.Git("rm", "-q", "--cached", "-r", ".");
        repo.Git("reset", "-q", "--hard");
        Assert.Contains("\r\n", File.ReadAllText(repo.At("web.yaml")), StringComparison.Ordinal);

        Assert.Empty(Since(repo, "HEAD").Findings);
        repo.Add("web.yaml", File.ReadAllText(repo.At("web.yaml")) + "---\r\n" + SampleManifest.Deployment("second"));
        Assert.Single(Since(repo, "HEAD").Findings);
    }

    [GitFact]
    public void Names_of_all_kinds_are_taken_as_they_are()
    {
        string[] names = OperatingSystem.IsWindows() ? ["née 🚀.yaml", "a b.yaml", "-x.yaml"] : ["née 🚀.yaml", "a b.yaml", "-x.yaml", "new\nline.yaml", "tab\t\"quoted\".yaml", "back\\slash.yaml", "'.yaml"];
        using var repo = new GitFolder();
        foreach (var name in names) repo.Add(name, SampleManifest.Deployment()).Add("moved/" + name, SampleManifest.Deployment("moved-" + name.Length));
        repo.Git("config", "core.quotePath", "true");
        repo.Commit();
        repo.Git("mv", "moved", "to");
        var report = Since(repo, "HEAD");

        Assert.Empty(report.Findings);
        Assert.Equal(2 * names.Length, report.LeftOut!.Known);
    }

    [GitFact]
    public void Folders_above_and_below_and_the_order_of_paths_change_nothing()
    {
        using var repo = new GitFolder().Add("k8s/deep/web.yaml", SampleManifest.Deployment()).Add("other/web.yaml", SampleManifest.Deployment()).Commit().Add("k8s/new.yaml", SampleManifest.Deployment("new"));

        Assert.All<(string From, string Path)>([("", "."), ("k8s", "."), ("k8s", "deep/../."), ("other", "../k8s/"), ("", "k8s/new.yaml")], place =>
        {
            using var revision = GitRevision.Open(repo.At(place.From), [place.Path], "HEAD");
            Assert.Equal("k8s/new.yaml", Assert.Single(LintRun.Execute(new LintRequest(repo.At(place.From), [place.Path]) { Since = revision }).Findings).Place.File);
        });
    }

    [GitFact]
    public void A_baseline_and_a_revision_leave_what_neither_knows()
    {
        using var repo = new GitFolder().Add("old.yaml", SampleManifest.Deployment()).Commit().Add("accepted.yaml", SampleManifest.Deployment()).Add("old.yaml", SampleManifest.Deployment() + "---\n" + SampleManifest.Deployment());
        var accepted = Baseline.Of(repo.At("b.json"), LintRun.Execute(new LintRequest(repo.Path, ["accepted.yaml"])));
        using var revision = GitRevision.Open(repo.Path, ["."], "HEAD");
        var report = LintRun.Execute(new LintRequest(repo.Path, ["."]) { Since = revision, Baseline = accepted });

        Assert.Equal(["old.yaml"], Files(report));
        Assert.Equal(2, report.LeftOut!.Known);
    }

    [GitFact]
    public void Links_lead_where_they_led_and_submodules_are_as_they_are()
    {
        if (OperatingSystem.IsWindows()) return;
        using var module = new GitFolder().Add("sub.yaml", SampleManifest.Deployment("sub")).Commit();
        using var repo = new GitFolder().Add("a/x.yaml", SampleManifest.Deployment()).Add("b/y.yaml", SampleManifest.Deployment("y"));
        File.CreateSymbolicLink(repo.At("link.yaml"), "a/x.yaml");
        File.CreateSymbolicLink(repo.At("gone.yaml"), "nowhere.yaml");
        File.CreateSymbolicLink(repo.At("loop.yaml"), "loop.yaml");
        Directory.CreateSymbolicLink(repo.At("folder"), "b");
        repo.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.Path, "sub");
        repo.Commit();

        Assert.Empty(Since(repo, "HEAD").Findings);
        Assert.Empty(Since(repo, "HEAD", "folder").Findings);
        repo.Delete("link.yaml");
        File.CreateSymbolicLink(repo.At("link.yaml"), "b/y.yaml");
        Assert.Equal([("link.yaml", "y")], Since(repo, "HEAD").Findings.Select(f => (f.Place.File, f.Object!.Name)));
        repo.Add("folder/new.yaml", SampleManifest.Deployment("new"));
        Assert.Equal("folder/new.yaml", Assert.Single(Since(repo, "HEAD", "folder").Findings).Place.File);
    }

    [GitFact]
    public void What_a_sparse_checkout_leaves_out_is_missed_on_neither_side()
    {
        const string Budget = "---\napiVersion: policy/v1\nkind: PodDisruptionBudget";
        var parts = SampleManifest.Deployment().Split(Budget);
        using var repo = new GitFolder().Add("web/web.yaml", parts[0]).Add("budget/budget.yaml", Budget + parts[1]).Commit();
        repo.Git("sparse-checkout", "set", "--no-cone", "/web/");
        Assert.False(File.Exists(repo.At("budget/budget.yaml")));

        Assert.Empty(Since(repo, "HEAD").Findings);
    }

    [GitFact]
    public void A_linked_worktree_is_a_repository_as_any()
    {
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Commit();
        var other = System.IO.Path.Combine(repo.Above, "other");
        repo.Git("worktree", "add", "-q", "--detach", other);
        File.WriteAllText(System.IO.Path.Combine(other, "new.yaml"), SampleManifest.Deployment("new"));
        using var revision = GitRevision.Open(other, ["."], "main");

        Assert.Equal(["new.yaml"], Files(LintRun.Execute(new LintRequest(other, ["."]) { Since = revision })));
    }

    [GitFact]
    public void Sha256_repositories_are_read_too()
    {
        using var repo = new GitFolder("repo", "--object-format=sha256").Add("web.yaml", SampleManifest.Deployment()).Commit().Add("new.yaml", SampleManifest.Deployment("new"));
        Assert.Equal(["new.yaml"], Files(Since(repo, "HEAD")));
    }

    [GitFact]
    public void A_shallow_clone_is_told_with_the_mend()
    {
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Commit();
        repo.Git("checkout", "-q", "-b", "topic");
        repo.Add("b.yaml", "").Commit();
        repo.Git("checkout", "-q", "main");
        repo.Add("c.yaml", "").Commit();
        repo.Git("checkout", "-q", "topic");
        var clone = System.IO.Path.Combine(repo.Above, "clone");
        GitFolder.Run(repo.Above, "clone", "-q", "--depth=1", "--no-single-branch", "file://" + repo.Path, clone);
        const string Mend = ", which is shallow; fetch the history with 'git fetch --unshallow', in GitHub Actions with 'fetch-depth: 0' of actions/checkout";

        Assert.Equal("'origin/main' and HEAD have no commit in common in this clone" + Mend, Refused("origin/main"));
        Assert.Equal("'HEAD~1' is not in this clone" + Mend, Refused("HEAD~1"));
        using (GitRevision.Open(clone, ["."], "HEAD")) Assert.True(true, "What is there needs no history.");

        string Refused(string revision) => Assert.Throws<GitException>(() => GitRevision.Open(clone, ["."], revision)).Message;
    }

    [GitFact]
    public void A_revision_that_is_none_is_told()
    {
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Commit();
        repo.Git("checkout", "-q", "--orphan", "other");
        repo.Add("other.yaml").Commit();

        Assert.All(["nonsense", "--all", "-h", "HEAD:web.yaml", "HEAD^{tree}", "main..other", "0000000000000000000000000000000000000000", "a b"], revision =>
            Assert.Equal($"'{revision}' is no commit that git knows here; name a branch, tag or commit, as in --since origin/main, or fetch it first", Refused(revision)));
        Assert.All([("", ""), (" ", " "), ("HEAD\nHEAD", "HEAD\\u000aHEAD")], revision =>
            Assert.Equal($"'{revision.Item2}' is no revision; name a branch, tag or commit, as in --since origin/main", Refused(revision.Item1)));
        Assert.Equal("'main' and HEAD have no commit in common, so there is nothing to compare with", Refused("main"));

        string Refused(string revision) => Assert.Throws<GitException>(() => GitRevision.Open(repo.Path, ["."], revision)).Message;
    }

    [GitFact]
    public void What_is_no_repository_or_outside_of_it_is_told()
    {
        using var repo = new GitFolder();
        Assert.Equal("needs a commit, and HEAD has none yet", Refused(repo.Path, "."));
        repo.Add("web.yaml").Commit();
        Assert.Equal($"needs a git repository, and '{repo.Above}' is in none", Refused(repo.Above, "."));
        Assert.Equal($"compares within one repository, and '{repo.Above}' is outside of '{repo.Path}'; check it in a run of its own", Refused(repo.Path, ".", ".."));
        Directory.CreateDirectory(System.IO.Path.Combine(repo.Above, "broken", ".git"));
        Assert.StartsWith("needs git, which says: fatal: not a git repository", Refused(System.IO.Path.Combine(repo.Above, "broken"), "."), StringComparison.Ordinal);

        static string Refused(string folder, params string[] paths) => Assert.Throws<GitException>(() => GitRevision.Open(folder, paths, "HEAD")).Message;
    }

    [GitFact]
    public void A_clone_that_lacks_an_object_is_told_and_nothing_is_taken_for_new()
    {
        using var repo = new GitFolder().Add("a.yaml", SampleManifest.Deployment()).Commit();
        var id = repo.Git("rev-parse", "HEAD:a.yaml");
        repo.Add("a.yaml", SampleManifest.Deployment() + "# changed\n");
        var file = repo.At($".git/objects/{id[..2]}/{id[2..]}");
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);

        Assert.StartsWith($"needs the object {id}", Assert.Throws<GitException>(() => Since(repo, "HEAD")).Message, StringComparison.Ordinal);
    }

    [GitFact]
    public void Nothing_of_the_repository_is_run_and_nothing_in_it_is_written()
    {
        if (OperatingSystem.IsWindows()) return;
        using var repo = new GitFolder().Add("web.yaml", SampleManifest.Deployment()).Add(".gitattributes", "* filter=evil diff=evil merge=evil\n").Commit();
        repo.Git("mv", "web.yaml", "moved.yaml");
        repo.Add("git", "#!/bin/sh\ntouch ran-git\n").Add("evil", "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran-evil\"\ncat\n");
        foreach (var script in new[] { "git", "evil" }) File.SetUnixFileMode(repo.At(script), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in new[] { "core.fsmonitor", "core.pager", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "core.sshCommand", "core.editor", "alias.cat-file" })
            repo.Git("config", key, (key.StartsWith("alias", StringComparison.Ordinal) ? "!" : "") + repo.At("evil"));
        Directory.CreateDirectory(repo.At(".git/hooks"));
        foreach (var hook in new[] { "post-index-change", "reference-transaction", "post-checkout" }) File.Copy(repo.At("evil"), repo.At(".git/hooks/" + hook), true);
        repo.Add("moved.yaml", SampleManifest.Deployment() + "# touched\n");
        var before = State();
        var report = Since(repo, "HEAD");

        Assert.Empty(report.Findings);
        Assert.Equal(before, State());

        string State() => string.Join("\n", new DirectoryInfo(repo.Path).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal).Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
    }

    [GitFact]
    public void Where_git_lfs_has_committed_a_pointer_its_content_is_judged()
    {
        var text = SampleManifest.Deployment();
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        using var repo = new GitFolder()
            .Add("web.yaml", $"version https://git-lfs.example.org/spec/v1\noid sha256:{id}\nsize {text.Length}\n")
            .Add("unfetched.yaml", $"version https://git-lfs.example.org/spec/v1\noid sha256:{new string('0', 64)}\nsize 1\n")
            .Commit().Add($".git/lfs/objects/{id[..2]}/{id[2..4]}/{id}", text);
        repo.Add("web.yaml", "# changed\n" + text + "---\n" + SampleManifest.Deployment("new"));

        Assert.Equal(["new"], Since(repo, "HEAD").Findings.Select(f => f.Object!.Name));
    }

    [GitFact]
    public void A_huge_file_of_then_is_judged_as_one_of_now()
    {
        var text = "apiVersion: v1\nkind: Pod\n# " + new string('x', 65 * 1024 * 1024);
        using var repo = new GitFolder().Add("huge.yaml", text).Commit().Add("huge.yaml", text + "x").Add("web.yaml", SampleManifest.Deployment());

        Assert.Equal(["web.yaml"], Files(Since(repo, "HEAD")));
    }

    private static LintReport Since(GitFolder repo, string revision, params string[] paths)
    {
        paths = paths.Length == 0 ? ["."] : paths;
        using var opened = GitRevision.Open(repo.Path, paths, revision);
        return LintRun.Execute(new LintRequest(repo.Path, paths) { Since = opened });
    }

    private static IEnumerable<string> Files(LintReport report) => report.Findings.Select(f => f.Place.File);
}
