using KubeLint.Cli;
using KubeLint.Findings;

namespace KubeLint.Provisioner.Commands;

/// <summary>Says why a command is not run.</summary>
internal static class Refusal
{
    /// <summary>Says it.</summary>
    /// <returns>The exit code.</returns>
    public static int Of(string why)
    {
        Console.Error.WriteLine($"kubelint-kapsule: {why}");
        return ExitCode.Usage;
    }

    /// <summary>Says that a folder holds no plan.</summary>
    /// <returns>The exit code.</returns>
    public static int NoPlan(string folder) => Of($"'{Visible.Text(folder)}' is no folder of a plan; 'kubelint-kapsule plan --out {Visible.Text(folder)}' writes one");

    /// <summary>Says that nobody is there to agree.</summary>
    /// <returns>The exit code.</returns>
    public static int NobodyToAsk() => Of("this has to be agreed to, and nobody is there to ask: run it in a terminal, or add --yes");
}
