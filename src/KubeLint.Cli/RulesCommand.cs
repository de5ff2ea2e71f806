using System.CommandLine;
using KubeLint.Rules;

namespace KubeLint.Cli;

/// <summary><c>kubelint rules</c>: lists the rules.</summary>
internal static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("rules", "Lists the rules with their severities.");
        command.SetAction(_ =>
        {
            var width = RuleCatalogue.Descriptors.Max(d => d.Name.Length);
            foreach (var rule in RuleCatalogue.Descriptors)
                Console.Out.WriteLine($"{rule.Id}  {rule.Name.PadRight(width)}  {rule.DefaultSeverity.ToString().ToLowerInvariant(),-7}  {rule.Summary}");
            return ExitCode.Clean;
        });
        return command;
    }
}
