using System.CommandLine;
using KubeLint.Provisioner.Applying;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule destroy</c>: takes away what was made.</summary>
internal static class DestroyCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var blind = new Option<bool>("--without-kubernetes") { Description = "Do not ask the cluster what it made: it is gone for good." };
        var command = new Command("destroy", "Deletes the cluster with its load balancers and volumes, and all data. After a failure, the same command goes on.") { blind };
        return new PlanArgument().AddTo(command, isActing: true, (parsed, plan, around, again, cancellation) =>
            new DestroyRun(plan, around, !parsed.GetValue(blind)).Run(again, cancellation));
    }
}
