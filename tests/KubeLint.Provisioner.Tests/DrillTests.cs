using KubeLint.Provisioner.Drills;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Tests;

public sealed class DrillTests
{
    [Fact]
    public void A_zone_takes_its_share_and_no_workload()
    {
        var loss = Drill.Of(Declared.Plan(Declared.Text())).Losing("fr-par-2");

        Assert.True(loss.IsSurvived);
        Assert.Equal(
            ["ingress-nginx-controller 3 2 0", "peers 3 2 0", "store 3 2 1", "web 3 2 0", "worker 4 2 0"],
            loss.Workloads.Select(w => $"{w.Name} {w.Replicas} {w.Remaining} {w.LostVolumes}"));
        Assert.Equal(["fr-par-1 False", "fr-par-2 True"], loss.LoadBalancers.Select(b => $"{b.Zone} {b.IsLost}"));
        var name = Assert.Single(loss.Names);
        Assert.Equal(("ingress.example.com", "fr-par-1 fr-par-2", "fr-par-1", 60L), (name.Name, string.Join(' ', name.Before), string.Join(' ', name.After), name.TtlSeconds));
        Assert.Equal((false, false), (loss.TakesControlPlane, loss.TakesGateway));
    }

    [Theory]
    [InlineData("controlled", "fr-par-1", true, false)]
    [InlineData("controlled", "fr-par-3", false, false)]
    [InlineData("full", "fr-par-1", true, true)]
    [InlineData("full", "fr-par-2", false, false)]
    public void The_primary_zone_takes_the_control_plane_and_the_gateway(string isolation, string zone, bool controlPlane, bool gateway)
    {
        var loss = Drill.Of(Declared.Plan(Declared.Text(isolation: isolation))).Losing(zone);

        Assert.Equal((true, controlPlane, gateway), (loss.IsSurvived, loss.TakesControlPlane, loss.TakesGateway));
    }

    [Fact]
    public void Without_its_spread_a_workload_may_be_gone()
    {
        var plan = Declared.Plan(Declared.Text()).Select(f => f.Path == "manifests/20-worker.yaml" ? f with { Text = f.Text.Replace("DoNotSchedule", "ScheduleAnyway", StringComparison.Ordinal) } : f).ToList();
        var loss = Drill.Of(plan).Losing("fr-par-1");

        Assert.False(loss.IsSurvived);
        Assert.Equal(["worker"], loss.Workloads.Where(w => w.Remaining == 0).Select(w => w.Name));
    }

    [Fact]
    public void Without_a_health_check_the_answers_stay_wrong()
    {
        var plan = Declared.Plan(Declared.Text()).Select(f => f.Path == ClusterPlan.TerraformFile ? f with { Text = f.Text.Replace("http_service", "http_servis", StringComparison.Ordinal) } : f).ToList();
        var name = Assert.Single(Drill.Of(plan).Losing("fr-par-1").Names);

        Assert.Equal("fr-par-1; fr-par-1", $"{string.Join(' ', name.Before)}; {string.Join(' ', name.After)}");
    }
}
