using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Live;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Tests;

public sealed class ZoneDrainTests
{
    private static readonly Patience NoHold = new(TimeSpan.Zero, 1, 0);

    [UnixFact]
    public async Task A_zone_is_marked_cordoned_drained_and_undone()
    {
        using var programs = World();

        Assert.Equal(0, await Run(programs));
        Assert.Equal(
            """
            kubectl annotate node node-fr-par-2 kubelint/drill=TIME
            kubectl cordon node-fr-par-2
            kubectl drain node-fr-par-2 own-fr-par-2 --ignore-daemonsets --delete-emptydir-data --timeout=5m
            kubectl uncordon node-fr-par-2
            kubectl annotate node node-fr-par-2 kubelint/drill-
            """.ReplaceLineEndings("\n"),
            Changes(programs));
        Assert.EndsWith("fr-par-2 is empty\nWithout fr-par-2 every workload kept a ready pod all the time\nUndone: node-fr-par-2\n", programs.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kubectl-drain", "error: Cannot evict pod as it would violate the pod's disruption budget.")]
    [InlineData("kubectl-cordon", "error: something")]
    public async Task A_failure_is_undone(string what, string error)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = World().Fail(what, error);

        await Assert.ThrowsAsync<StepFailure>(() => Run(programs));
        Assert.EndsWith("kubectl uncordon node-fr-par-2\nkubectl annotate node node-fr-par-2 kubelint/drill-", Changes(programs), StringComparison.Ordinal);
        Assert.Contains(error, programs.Error.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task An_interruption_is_undone()
    {
        using var programs = World().Do("kubectl-drain", "trap 'exit 1' INT; echo > \"$here/begun\"; while :; do sleep 0.1; done");
        using var interruption = new CancellationTokenSource();
        var run = Run(programs, interruption.Token);
        while (!File.Exists(Path.Combine(programs.Bin, "begun")) && !run.IsCompleted) await Task.Delay(20);
        interruption.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.EndsWith("kubectl uncordon node-fr-par-2\nkubectl annotate node node-fr-par-2 kubelint/drill-", Changes(programs), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task What_goes_down_meanwhile_is_told_and_counts()
    {
        using var programs = World();
        programs.Add("drained.json", Objects().Without("web-5d-0").Json).Do("kubectl-drain", "cp \"$here/drained.json\" \"$here/kubectl-get.out\"");

        Assert.Equal(1, await Run(programs));
        Assert.Contains("      shop/web: 0 of 1 ready\n", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Without fr-par-2 there was a time without a ready pod of shop/web\n", programs.Output.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_drill_that_was_not_undone_keeps_another_from_starting()
    {
        using var programs = new StandIns();
        var cluster = LiveCluster.Read(new LiveObjects().Node("a", "fr-par-1", isCordoned: true, drilled: "2026-01-02T03:04:05Z").Node("b", "fr-par-2").Json);

        var failure = await Assert.ThrowsAsync<StepFailure>(() => programs.Drain().Run(cluster, "fr-par-2", NoHold, default));
        Assert.Equal("a drill of 2026-01-02T03:04:05Z has not been undone on a: run 'kubelint-kapsule drill --undo' first", failure.Message);
        Assert.Empty(programs.Changes);
    }

    [UnixFact]
    public async Task What_cant_be_undone_says_how()
    {
        using var programs = World().Do("kubectl-drain", "echo 1 > \"$here/kubectl-get.code\"");

        var failure = await Assert.ThrowsAsync<StepFailure>(() => Run(programs));
        Assert.StartsWith("nodes of the drill may still be cordoned (the cluster does not answer: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("): run 'kubelint-kapsule drill --undo' for the same cluster", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-par-2", 0)]
    [InlineData("yes", 1)]
    public async Task A_zone_is_emptied_only_where_its_name_is_typed(string answer, int code)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = World();
        var around = programs.Around(answer);

        Assert.Equal(code, await new LiveDrillRun(around.Kubectl(), around).Execute("fr-par-2", 0, default));
        Assert.Contains("Drain node-fr-par-2, own-fr-par-2 and keep the zone empty for 0 min? Type 'fr-par-2': ", programs.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(code == 0, programs.Changes.Count > 0);
    }

    [UnixFact]
    public async Task Undo_uncordons_what_a_drill_has_marked_and_nothing_else()
    {
        using var programs = new StandIns();
        var cluster = LiveCluster.Read(new LiveObjects().Node("a", "fr-par-1", isCordoned: true, drilled: "2026-01-02T03:04:05Z").Node("b", "fr-par-1", isCordoned: true).Node("c", "fr-par-2").Json);

        Assert.Equal(0, await programs.Drain().Undo(cluster));
        Assert.Equal("kubectl uncordon a\nkubectl annotate node a kubelint/drill-", Changes(programs));
    }

    [UnixFact]
    public async Task A_node_that_cant_be_undone_keeps_no_other_from_it()
    {
        using var programs = new StandIns().Do("kubectl-uncordon", "case \"$*\" in *gone*) echo 'Error from server (NotFound): nodes \"gone\" not found' >&2; exit 1 ;; esac");
        var cluster = LiveCluster.Read(new LiveObjects().Node("gone", "fr-par-1", isCordoned: true, drilled: "now").Node("there", "fr-par-1", isCordoned: true, drilled: "now").Json);

        var failure = await Assert.ThrowsAsync<StepFailure>(() => programs.Drain().Undo(cluster));
        Assert.Equal("gone: 'kubectl uncordon' ended with exit code 1; what it said is above", failure.Message);
        Assert.Equal("kubectl uncordon gone\nkubectl uncordon there\nkubectl annotate node there kubelint/drill-", Changes(programs));
    }

    // A zone with a node that somebody else has cordoned, and what the annotation and its removal change.
    private static StandIns World()
    {
        var programs = new StandIns().Live(Objects());
        programs.Add("marked.json", Objects(drilled: "now").Json).Add("whole.json", Objects().Json);
        return programs.Do("kubectl-annotate", "case \"$*\" in *drill=*) cp \"$here/marked.json\" \"$here/kubectl-get.out\" ;; *) cp \"$here/whole.json\" \"$here/kubectl-get.out\" ;; esac")
            .Do("kubectl-uncordon", ":");
    }

    private static LiveObjects Objects(string? drilled = null) => LiveObjects.Whole().Without("node-fr-par-2")
        .Node("node-fr-par-2", "fr-par-2", isCordoned: drilled is not null, drilled: drilled).Node("own-fr-par-2", "fr-par-2", isCordoned: true).Deployment("shop", "web", "fr-par-3");

    private static Task<int> Run(StandIns programs, CancellationToken cancellation = default) =>
        programs.Drain().Run(LiveCluster.Read(Objects().Json), "fr-par-2", NoHold, cancellation);

    private static string Changes(StandIns programs) =>
        System.Text.RegularExpressions.Regex.Replace(string.Join("\n", programs.Changes), @"drill=\S+", "drill=TIME");
}
