using System.CommandLine;
using KubeLint.Provisioner.Applying;

namespace KubeLint.Provisioner.Commands;

/// <summary>The plan that a command carries out, and how.</summary>
internal sealed class PlanArgument
{
    private readonly Argument<string> folder = new("PLAN") { Description = "The folder of a plan.", DefaultValueFactory = _ => "plan" };
    private readonly ClusterOptions cluster = new();

    /// <summary>Adds argument and options to a command, which works on the plan of that folder.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isActing">Whether it changes anything, waits for it, and has to be agreed to.</param>
    /// <param name="run">What it does; the text is the command that does it again.</param>
    public Command AddTo(Command command, bool isActing, Func<ParseResult, WrittenPlan, Surroundings, string, CancellationToken, Task<int>> run)
    {
        command.Add(folder);
        cluster.AddTo(command, isActing);
        command.SetAction((parsed, cancellation) => LiveAction.Run(() =>
        {
            var (plan, around) = (LiveAction.PlanIn(parsed.GetValue(folder)!), cluster.Surroundings(parsed));
            if (isActing) LiveAction.DemandAgreement(around);
            return run(parsed, plan, around, $"kubelint-kapsule {string.Join(' ', parsed.Tokens.Select(token => token.Value.Contains(' ') ? $"'{token.Value}'" : token.Value))}", cancellation);
        }));
        return command;
    }
}
