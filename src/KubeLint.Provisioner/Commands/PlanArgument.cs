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
    /// <param name="isActing">Whether it changes anything, and waits for it.</param>
    /// <param name="run">What it does; the text is the command that does it again.</param>
    public Command AddTo(Command command, bool isActing, Func<ParseResult, WrittenPlan, Surroundings, string, CancellationToken, Task<int>> run)
    {
        command.Add(folder);
        cluster.AddTo(command, isActing);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(folder)!;
            if (WrittenPlan.Read(path) is not { } plan) return Refusal.NoPlan(path);
            return await run(parsed, plan, cluster.Surroundings(parsed), $"kubelint-kapsule {string.Join(' ', parsed.Tokens.Select(token => token.Value.Contains(' ') ? $"'{token.Value}'" : token.Value))}", cancellation);
        });
        return command;
    }
}
