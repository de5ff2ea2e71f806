using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Applying;
using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Commands;

/// <summary>What all commands have in common that run the user's programs.</summary>
internal static class LiveAction
{
    /// <summary>Runs a command, and says in one line why it failed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is StepFailure or ProgramException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"kubelint-kapsule: {Visible.Text(e.Message)}");
            return e is UsageFailure ? ExitCode.Usage : ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("kubelint-kapsule: interrupted");
            return Steps.Interrupted;
        }
    }

    /// <summary>The plan of a folder.</summary>
    /// <exception cref="UsageFailure">There is none.</exception>
    public static WrittenPlan PlanIn(string folder) =>
        WrittenPlan.Read(folder) ?? throw new UsageFailure($"'{folder}' is no folder of a plan; 'kubelint-kapsule plan --out {folder}' writes one");

    /// <summary>Refuses what has to be agreed to where nobody is there to ask.</summary>
    /// <exception cref="UsageFailure">It is so.</exception>
    public static void DemandAgreement(Surroundings around)
    {
        if (!around.Confirmation.IsPossible) throw new UsageFailure("this has to be agreed to, and nobody is there to ask: run it in a terminal, or add --yes");
    }
}
