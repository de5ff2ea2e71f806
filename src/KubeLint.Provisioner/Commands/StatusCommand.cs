using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule status</c>: how what was made stands against the plan.</summary>
internal static class StatusCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var format = OutputFormat.Option();
        var command = new Command("status", "Tells of each step whether it is done: cluster, nodes, storage, load balancers, workloads, DNS.") { format };
        return new PlanArgument().AddTo(command, isActing: false, async (parsed, plan, around, _, cancellation) =>
        {
            var status = await new StatusRun(plan, around).Look(cancellation);
            if (parsed.GetValue(format) == OutputFormat.Json) around.Output.Write(PlainJson.Write(status));
            else Write(status, around.Output);
            return status.IsHealthy ? ExitCode.Clean : ExitCode.Findings;
        });
    }

    private static void Write(ClusterStatus status, TextWriter output)
    {
        foreach (var step in status.Steps)
        {
            foreach (var item in step.Items) output.WriteLine($"{(item.IsDone ? "ok" : "MISSING"),-8} {step.Step,-15} {Visible.Text(item.ToString())}");
        }

        output.WriteLine(status.IsHealthy ? $"{status.Cluster} is as planned" : $"{status.Cluster} is not as planned yet");
    }
}
