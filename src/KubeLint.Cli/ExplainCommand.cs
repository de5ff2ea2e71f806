using System.CommandLine;
using KubeLint.Engine;
using KubeLint.Rules;

namespace KubeLint.Cli;

/// <summary><c>kubelint explain</c>: prints the page of a rule.</summary>
internal static class ExplainCommand
{
    /// <summary>The command with its argument.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("RULE") { Description = "The id or the name of a rule, as KUBE1001 or missing-zone-spread.", HelpName = "RULE" };
        id.CompletionSources.Add(_ => RuleNames.Completions);
        var command = new TaughtCommand(
            "explain",
            "Prints what a rule finds, why, and what to do.",
            """
              kubelint explain KUBE1001
              kubelint explain missing-zone-spread
            """)
        { id };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(id)!;
            if (RuleCatalogue.Find(name) is not { } rule)
            {
                Console.Error.WriteLine($"kubelint: {RuleNames.NoSuchRule(name)}");
                return ExitCode.Usage;
            }

            Console.Out.WriteLine(RulePages.Read(rule).TrimEnd());
            return ExitCode.Clean;
        });
        return command;
    }
}
