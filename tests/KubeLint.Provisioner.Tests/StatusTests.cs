using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

public sealed class StatusTests
{
    [UnixFact]
    public async Task A_whole_cluster_is_healthy_and_nothing_is_changed()
    {
        using var programs = Made(Declared.Smallest + "domain: example.com\n");
        var status = await programs.Status(new StandIns.Names("51.0.0.2"));

        Assert.True(status.IsHealthy);
        Assert.Equal(
            """
            infrastructure: Terraform's state holds the cluster
            cluster: answers; nodes run v1.34.2
            nodes: fr-par-1: 1 of at least 1 nodes ready; fr-par-2: 1 of at least 1 nodes ready; fr-par-3: 1 of at least 1 nodes ready
            storage: zonal-block: waits for the first pod; sbs-default: waits for the first pod (default class)
            load balancers: ingress-nginx/ingress-nginx-controller-fr-par-1: 51.0.0.1; ingress-nginx/ingress-nginx-controller-fr-par-2: 51.0.0.2
            workloads: ingress-nginx/ingress-nginx-controller: 3 of at least 3 ready (fr-par-1 1, fr-par-2 1, fr-par-3 1)
            DNS: ingress.example.com: 51.0.0.2
            """.ReplaceLineEndings("\n"),
            string.Join("\n", status.Steps.Select(step => $"{step.Step}: {string.Join("; ", step.Items)}")));
        Assert.Empty(programs.Changes);
        Assert.Empty(programs.Left);
        Assert.DoesNotContain(StandIns.Token, PlainJson.Write(status), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Where_nothing_is_made_nothing_else_is_asked()
    {
        using var programs = new StandIns();
        var status = await programs.Status();

        Assert.False(status.IsHealthy);
        Assert.Equal("infrastructure", Assert.Single(status.Steps).Step);
        Assert.Single(programs.Calls);
    }

    [UnixFact]
    public async Task A_cluster_that_does_not_answer_says_why()
    {
        using var programs = Made().Fail("kubectl-get", "error: You must be logged in to the server (Unauthorized)");
        var status = await programs.Status();

        Assert.False(status.IsHealthy);
        Assert.Equal("does not answer: the cluster refuses the credentials of the kubeconfig: they have expired, or were reset (error: You must be logged in to the server (Unauthorized))", Assert.Single(status.Steps[^1].Items).ToString());
    }

    [Theory]
    [InlineData("node-fr-par-1", "nodes")]
    [InlineData("zonal-block", "storage")]
    [InlineData("ingress-nginx-controller-fr-par-1", "load balancers")]
    [InlineData("ingress-nginx-controller-5d-2", "workloads")]
    public async Task What_is_missing_is_the_step_that_is_not_done(string missing, string step)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = Made().Live(LiveObjects.Whole().Without(missing));

        Assert.Contains(step, (await programs.Status()).Steps.Where(s => !s.IsDone).Select(s => s.Step));
    }

    [UnixFact]
    public async Task Not_ready_cordoned_and_moved_are_not_done()
    {
        using var programs = Made();
        var objects = LiveObjects.Whole().Without("node-fr-par-2").Node("node-fr-par-2", "fr-par-2", isReady: false).Without("node-fr-par-3").Node("node-fr-par-3", "fr-par-3", isCordoned: true)
            .Without("ingress-nginx-controller-fr-par-1").Balancer("fr-par-1", "192.0.2.9").Without("ingress-nginx-controller-fr-par-2").Balancer("fr-par-2")
            .Without("ingress-nginx-controller-5d-1").Pod("ingress-nginx", "ingress-nginx-controller-5d-1", "fr-par-2", "ReplicaSet", "ingress-nginx-controller-5d", isReady: false, waits: "ImagePullBackOff");
        var steps = (await programs.Live(objects).Status()).Steps.ToDictionary(step => step.Step, step => string.Join("; ", step.Items));

        Assert.Equal("fr-par-1: 1 of at least 1 nodes ready; fr-par-2: 0 of at least 1 nodes ready; fr-par-3: 1 of at least 1 nodes ready, 1 cordoned", steps["nodes"]);
        Assert.Equal("ingress-nginx/ingress-nginx-controller-fr-par-1: 192.0.2.9, and not the reserved 51.0.0.1; ingress-nginx/ingress-nginx-controller-fr-par-2: no address yet", steps["load balancers"]);
        Assert.Equal("ingress-nginx/ingress-nginx-controller: 2 of at least 3 ready (fr-par-1 1, fr-par-2 0, fr-par-3 1), ImagePullBackOff", steps["workloads"]);
    }

    private static StandIns Made(string declaration = Declared.Smallest) => new StandIns(declaration).Do("terraform-output", "cp \"$here/made.json\" \"$here/terraform-output.out\"");
}
