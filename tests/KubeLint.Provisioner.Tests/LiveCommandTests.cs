using System.Diagnostics;
using System.Text.Json;
using KubeLint.Cli.Tests;

namespace KubeLint.Provisioner.Tests;

/// <summary>The commands that reach a cluster, run as people run them.</summary>
public sealed class LiveCommandTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kubelint-kapsule.dll");

    private readonly Tool tool = new();
    private readonly StandIns programs = new();

    private string[] Programs => ["--terraform", Path.Combine(programs.Bin, "terraform"), .. Kubectl];

    private string[] Kubectl => ["--kubectl", Path.Combine(programs.Bin, "kubectl")];

    public void Dispose()
    {
        tool.Dispose();
        programs.Dispose();
    }

    [UnixFact]
    public void From_a_plan_to_a_cluster_and_back()
    {
        var applied = Run(["apply", programs.Plan, "--yes", .. Programs]);
        Assert.Equal((0, ""), (applied.Code, applied.Error));
        Assert.Contains("[4/10] Network, cluster, nodes, addresses and records\nApply complete!\n", applied.Output, StringComparison.Ordinal);

        var status = Run(["status", programs.Plan, .. Programs]);
        Assert.Equal((0, ""), (status.Code, status.Error));
        Assert.Contains("ok       nodes           fr-par-2: 1 of at least 1 nodes ready\n", status.Output, StringComparison.Ordinal);
        Assert.EndsWith("shop is as planned\n", status.Output, StringComparison.Ordinal);

        programs.Do("terraform-apply", "echo '{}' > \"$here/terraform-output.out\"");
        Assert.Equal(0, Run(["destroy", programs.Plan, "--yes", .. Programs]).Code);
        Assert.Equal(1, Run(["status", programs.Plan, .. Programs]).Code);
    }

    [UnixFact]
    public void Status_as_JSON_names_each_thing()
    {
        Run(["apply", programs.Plan, "--yes", .. Programs]);
        programs.Live(LiveObjects.Whole().Without("node-fr-par-3"));
        var status = Run(["status", programs.Plan, "--format", "json", .. Programs]);
        using var json = JsonDocument.Parse(status.Output);
        var nodes = json.RootElement.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("step").GetString() == "nodes");

        Assert.Equal(1, status.Code);
        Assert.False(json.RootElement.GetProperty("isHealthy").GetBoolean());
        Assert.Equal(("fr-par-3", 0, 1, false), nodes.GetProperty("items").EnumerateArray().Select(item =>
            (item.GetProperty("zone").GetString(), item.GetProperty("ready").GetInt32(), item.GetProperty("wanted").GetInt32(), item.GetProperty("isDone").GetBoolean())).Last());
    }

    [UnixFact]
    public void A_live_drill_passes_the_cluster_on_to_kubectl()
    {
        programs.Live(LiveObjects.Whole().Deployment("shop", "web", "fr-par-2", "fr-par-2"));
        var drill = Run(["drill", "--live", "--kubeconfig", "own", "--context", "prod", "--lose", "fr-par-2", "--format", "json", .. Kubectl]);
        using var json = JsonDocument.Parse(drill.Output);
        var loss = Assert.Single(json.RootElement.EnumerateArray());

        Assert.Equal((1, ""), (drill.Code, drill.Error));
        Assert.False(loss.GetProperty("isSurvived").GetBoolean());
        Assert.Equal(("web", 0), loss.GetProperty("workloads").EnumerateArray().Select(w => (w.GetProperty("name").GetString(), w.GetProperty("remaining").GetInt32())).Last());
        Assert.StartsWith("kubectl --kubeconfig=own --context=prod get nodes,", Assert.Single(programs.Calls), StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_live_drill_of_a_plan_takes_the_kubeconfig_of_its_state()
    {
        Run(["apply", programs.Plan, "--yes", .. Programs]);
        var drill = Run(["drill", programs.Plan, "--live", "--terraform", Programs[1], .. Kubectl]);

        Assert.Equal((0, ""), (drill.Code, drill.Error));
        Assert.EndsWith("Without fr-par-3: every workload survives\n", drill.Output, StringComparison.Ordinal);
        Assert.StartsWith("kubectl --kubeconfig=PRIVATE/kubeconfig get nodes,", programs.Calls[^1], StringComparison.Ordinal);
        Assert.Empty(programs.Left);
    }

    [UnixFact]
    public void A_zone_is_emptied_and_filled_again_and_only_on_request()
    {
        var drill = Run(["drill", "--lose", "fr-par-3", "--execute", "--yes", "--hold", "0", .. Kubectl]);

        Assert.Equal((0, ""), (drill.Code, drill.Error));
        Assert.Contains("kubectl drain node-fr-par-3 --ignore-daemonsets --delete-emptydir-data --timeout=15m", programs.Calls);
        Assert.Equal(0, Run(["drill", "--undo", .. Kubectl]).Code);
    }

    [Theory]
    [InlineData("kubelint-kapsule: this has to be agreed to, and nobody is there to ask: run it in a terminal, or add --yes\n", "apply", "PLAN")]
    [InlineData("kubelint-kapsule: this has to be agreed to, and nobody is there to ask: run it in a terminal, or add --yes\n", "destroy", "PLAN")]
    [InlineData("kubelint-kapsule: this has to be agreed to, and nobody is there to ask: run it in a terminal, or add --yes\n", "drill", "--execute", "--lose", "fr-par-1")]
    [InlineData("kubelint-kapsule: --execute empties one zone: name it by --lose\n", "drill", "--execute", "--yes")]
    [InlineData("kubelint-kapsule: --execute empties one zone: name it by --lose\n", "drill", "--execute", "--yes", "--lose", "fr-par-1", "--lose", "fr-par-2")]
    [InlineData("kubelint-kapsule: --execute tells what happens while it happens, which is no JSON: leave --format out\n", "drill", "--execute", "--yes", "--lose", "fr-par-1", "--format", "json")]
    [InlineData("kubelint-kapsule: 'nl-ams-1' is no zone of the cluster; it has fr-par-1, fr-par-2, fr-par-3\n", "drill", "--live", "--lose", "nl-ams-1")]
    [InlineData("kubelint-kapsule: 'none' is no folder of a plan; 'kubelint-kapsule plan --out none' writes one\n", "status", "none")]
    [InlineData("kubelint-kapsule: 'none' is no folder of a plan; 'kubelint-kapsule plan --out none' writes one\n", "drill", "none", "--live")]
    [InlineData("kubelint-kapsule: 'plan' is no folder of a plan; 'kubelint-kapsule plan --out plan' writes one\n", "apply", "--yes")]
    public void What_cant_be_done_is_refused_and_nothing_is_changed(string error, params string[] arguments)
    {
        if (OperatingSystem.IsWindows()) return;
        var result = Run([.. arguments.Select(a => a == "PLAN" ? programs.Plan : a), .. Kubectl]);

        Assert.Equal((2, "", error), (result.Code, result.Output, result.Error));
        Assert.Empty(programs.Changes);
    }

    [UnixFact]
    public void Ctrl_C_ends_it_in_order()
    {
        programs.Do("terraform-apply", "trap 'echo state is written; exit 1' INT; echo > \"$here/begun\"; while :; do sleep 0.1; done");
        using var process = tool.Start(Program, ["apply", programs.Plan, "--yes", .. Programs]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!File.Exists(Path.Combine(programs.Bin, "begun")) && !process.HasExited) Thread.Sleep(20);
        using (var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {process.Id}"])) kill.WaitForExit();
        Assert.True(process.WaitForExit(30_000), "it does not end");

        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith("state is written\n", output.Result, StringComparison.Ordinal);
        Assert.Equal($"kubelint-kapsule: step 4 of 10, infrastructure: interrupted; 'kubelint-kapsule apply {programs.Plan} --yes {string.Join(' ', Programs)}' goes on from here\n", error.Result);
        Assert.Empty(programs.Left);
    }

    private Tool.Result Run(string[] arguments) => tool.RunAssembly(Program, null, arguments);
}
