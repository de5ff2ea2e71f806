using KubeLint.Provisioner.Live;

namespace KubeLint.Provisioner.Tests;

public sealed class LiveDrillTests
{
    [Fact]
    public void A_zone_takes_the_pods_that_really_run_there()
    {
        var cluster = Read(LiveObjects.Whole().Deployment("shop", "web", "fr-par-1", "fr-par-1", "fr-par-2").StatefulSet("shop", "store", "fr-par-1", "fr-par-3"));
        var loss = cluster.Losing("fr-par-1");

        Assert.True(loss.IsSurvived);
        Assert.Equal(["ingress-nginx/ingress-nginx-controller 3 3 1 2 0", "shop/store 2 2 1 1 1", "shop/web 3 3 2 1 0"], Lines(loss));
        Assert.Equal("node-fr-par-1", Assert.Single(loss.Nodes));
        Assert.Equal(new LiveVolumeLoss("pvc-store-0", "shop/data-store-0"), Assert.Single(loss.Volumes));
        Assert.Equal("51.0.0.1", Assert.Single(Assert.Single(loss.LoadBalancers).Addresses));
        Assert.Equal((true, false), (loss.TakesControlPlane, cluster.Losing("fr-par-2").TakesControlPlane));
    }

    [Fact]
    public void A_workload_in_one_zone_is_gone_with_it_whatever_its_spread_says()
    {
        var cluster = Read(LiveObjects.Whole().Deployment("shop", "web", "fr-par-2", "fr-par-2"));

        Assert.Equal("True False True", string.Join(' ', cluster.Zones.Select(zone => cluster.Losing(zone).IsSurvived)));
    }

    [Fact]
    public void Pods_that_are_not_ready_do_not_remain()
    {
        var cluster = Read(LiveObjects.Whole().Deployment("shop", "web", "fr-par-1").Pod("shop", "web-5d-1", "fr-par-2", "ReplicaSet", "web-5d", isReady: false).Pod("shop", "web-5d-2", null, "ReplicaSet", "web-5d", isReady: false));

        Assert.Contains("shop/web 1 1 1 0 0", Lines(cluster.Losing("fr-par-1")));
        Assert.False(cluster.Losing("fr-par-1").IsSurvived);
    }

    [Fact]
    public void Pods_of_nodes_and_of_every_node_and_those_that_ended_are_no_workloads_and_bare_pods_are()
    {
        var cluster = Read(new LiveObjects().Nodes().Pod("kube-system", "proxy", "fr-par-1", "Node", "node-fr-par-1").Pod("kube-system", "agent", "fr-par-1", "DaemonSet", "agent").Pod("shop", "once", "fr-par-1", "Job", "once").Pod("shop", "clone-0", "fr-par-2", "CloneSet", "clone"));

        Assert.Equal(["shop/clone 1 1 0 1 0"], Lines(cluster.Losing("fr-par-1")));
    }

    [Fact]
    public void What_the_provider_runs_is_shown_and_not_counted()
    {
        var loss = Read(LiveObjects.Whole().Deployment("kube-system", "metrics", "fr-par-1")).Losing("fr-par-1");

        Assert.Contains("kube-system/metrics 1 1 1 0 0", Lines(loss));
        Assert.True(loss.IsSurvived);
    }

    [Fact]
    public void Where_a_node_does_not_tell_its_zone_its_pods_are_not_taken_to_remain()
    {
        var cluster = Read(new LiveObjects().Nodes("fr-par-1").Node("node-nowhere", null).Deployment("shop", "web", "fr-par-1", "nowhere"));

        Assert.Equal(["fr-par-1"], cluster.Zones);
        Assert.False(cluster.Losing("fr-par-1").IsSurvived);
    }

    [Fact]
    public void Outside_of_Scaleway_the_control_planes_zone_is_not_known() => Assert.Null(Read(new LiveObjects().Nodes("eu-west-1a", "eu-west-1b")).Losing("eu-west-1a").TakesControlPlane);

    [Fact]
    public void The_tables_say_what_remains()
    {
        var cluster = Read(LiveObjects.Whole().StatefulSet("shop", "store", "fr-par-1", "fr-par-3").Deployment("shop", "web", "fr-par-2").Deployment("kube-system", "metrics", "fr-par-1"));
        using var output = new StringWriter { NewLine = "\n" };
        LiveDrillTables.Write([.. cluster.Zones.Select(cluster.Losing)], output);
        var text = output.ToString();

        Assert.Matches(@"StatefulSet shop/store +│ +2 of 2 │ +1; 1 wait for volumes │ +2 │ +1; 1 wait for volumes │", text);
        Assert.Matches(@"Load balancers +│ +51\.0\.0\.1 │ +51\.0\.0\.2 │ +0 │", text);
        Assert.Matches(@"Control plane +│ +out of reach │ +answers │ +answers │", text);
        Assert.EndsWith("""
            Without fr-par-1: every workload survives; of the provider's own, kube-system/metrics has to start anew; kubectl and new pods have to wait: the control plane's load balancer stands there
            Without fr-par-2: no ready pod remains of shop/web
            Without fr-par-3: every workload survives

            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"items": [{}, 7, {"kind": "Node"}, {"kind": "Node"}, {"kind": "Deployment"}, {"kind": "Deployment"}, {"kind": "ReplicaSet", "metadata": {"name": "a", "ownerReferences": [{"kind": "ReplicaSet", "name": "a", "controller": true}]}}, {"kind": "Pod", "metadata": {"ownerReferences": [{"kind": "ReplicaSet", "name": "a", "controller": true}]}}, {"kind": "Pod", "spec": []}, {"kind": "PersistentVolume", "spec": 7}, {"kind": "Service", "spec": {"type": "LoadBalancer"}, "status": "x"}]}""")]
    public void Whatever_kubectl_answers_nothing_breaks(string answer) => Assert.Empty(LiveCluster.Read(answer).Zones);

    private static LiveCluster Read(LiveObjects objects) => LiveCluster.Read(objects.Json);

    private static IEnumerable<string> Lines(LiveLoss loss) => loss.Workloads.Select(w => $"{w} {w.Replicas} {w.Ready} {w.InZone} {w.Remaining} {w.Volumes}");
}
