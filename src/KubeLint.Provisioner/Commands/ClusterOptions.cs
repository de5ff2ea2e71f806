using System.CommandLine;
using KubeLint.Provisioner.Applying;

namespace KubeLint.Provisioner.Commands;

/// <summary>The options of all commands that reach a cluster.</summary>
internal sealed class ClusterOptions
{
    private readonly Option<string?> terraform = new("--terraform") { Description = "The program to use as Terraform. By default terraform, else tofu, as found on the PATH.", HelpName = "PROGRAM" };
    private readonly Option<string?> kubectl = new("--kubectl") { Description = "The program to use as kubectl. By default the one on the PATH.", HelpName = "PROGRAM" };
    private readonly Option<bool> agreed = new("--yes") { Description = "Do not ask." };
    private readonly Option<int> minutes = new("--timeout") { Description = "For how many minutes to wait for one thing.", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isActing">Whether it changes anything, and waits for it.</param>
    public void AddTo(Command command, bool isActing)
    {
        command.Add(terraform);
        command.Add(kubectl);
        if (!isActing) return;
        command.Add(agreed);
        command.Add(minutes);
    }

    /// <summary>What the command works with.</summary>
    public Surroundings Surroundings(ParseResult parsed) => new(
        Console.Out,
        Console.Error,
        new Confirmation(Console.In, Console.Out, !Console.IsInputRedirected, parsed.GetValue(agreed)),
        Patience.Of(Math.Max(1, parsed.GetValue(minutes))))
    {
        TerraformProgram = parsed.GetValue(terraform),
        KubectlProgram = parsed.GetValue(kubectl),
    };
}
