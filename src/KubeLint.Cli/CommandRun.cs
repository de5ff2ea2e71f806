using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using KubeLint.Engine;
using KubeLint.Findings;
using KubeLint.Syntax;

namespace KubeLint.Cli;

/// <summary>Runs a command line, and says for people what went wrong.</summary>
internal static class CommandRun
{
    /// <summary>Runs.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="program">The name of the program, for messages.</param>
    /// <param name="ending">For how long a command may take to end after Ctrl+C; null for as long as is usual.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(RootCommand root, string[] args, string program, TimeSpan? ending = null)
    {
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new TeachingHelp();

        // Without a command nothing was done, and a pipeline must not take that for a pass.
        root.SetAction(parsed =>
        {
            new TeachingHelp().Invoke(parsed);
            return ExitCode.Usage;
        });

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = args.Length == 0 ? Console.Error : Console.Out };
        if (ending is not null) configuration.ProcessTerminationTimeout = ending;
        try
        {
            return parsed.Errors.Count > 0 ? Usage(parsed, program) : parsed.Invoke(configuration);
        }
        // Standard output that takes no more, as a rule, or standard input that gives none.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{program}: reading or writing failed: {AtomicFile.Reason(e)}");
            return ExitCode.InternalFailure;
        }
        // The last place that can still say something for people.
        catch (Exception e)
        {
            Console.Error.WriteLine($"{program}: this should not have happened, please report it with the command and its input: {e.GetType().Name}: {Visible.Text(e.Message)}");
            if (Environment.GetEnvironmentVariable("KUBELINT_TRACE") is not null) Console.Error.WriteLine(e);
            return ExitCode.InternalFailure;
        }
    }

    /// <summary>The options that can be typed at a command.</summary>
    public static IEnumerable<string> OptionNames(CommandResult command) => command.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal));

    private static int Usage(ParseResult parsed, string program)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"{program}: {Visible.Text(string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))}");
        var known = OptionNames(parsed.CommandResult).Concat(parsed.CommandResult.Command.Subcommands.Select(command => command.Name)).ToList();
        if (parsed.UnmatchedTokens.Select(token => Spelling.Nearest(token.Split('=')[0], known)).OfType<string>().FirstOrDefault() is { } near) Console.Error.WriteLine($"Did you mean {near}?");
        Console.Error.WriteLine($"Try '{program} --help'.");
        return ExitCode.Usage;
    }
}
