using System.CommandLine;
using KubeLint.Provisioner.Applying;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule apply</c>: makes what is planned.</summary>
internal static class ApplyCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var conflicts = new Option<bool>("--force-conflicts") { Description = "Take back fields of the manifests that others have changed in the cluster." };
        var command = new Command("apply", "Makes what is planned, by Terraform and kubectl, and waits until it works. After a failure, the same command goes on.") { conflicts };
        return new PlanArgument().AddTo(command, isActing: true, (parsed, plan, around, again, cancellation) =>
            new ApplyRun(plan, around, parsed.GetValue(conflicts)).Run(again, cancellation));
    }
}
