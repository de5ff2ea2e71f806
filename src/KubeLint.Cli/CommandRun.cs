using System.CommandLine;
using System.CommandLine.Help;
using KubeLint.Findings;

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
        // Without a command nothing was done, and a pipeline must not take that for a pass.
        root.SetAction(parsed =>
        {
            new HelpAction().Invoke(parsed);
            return ExitCode.Usage;
        });

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = args.Length == 0 ? Console.Error : Console.Out };
        if (ending is not null) configuration.ProcessTerminationTimeout = ending;
        try
        {
            return parsed.Errors.Count > 0 ? Usage(parsed, program) : parsed.Invoke(configuration);
        }
        // The last place that can still say something for people.
        catch (Exception e)
        {
            Console.Error.WriteLine($"{program}: this should not have happened, please report it with the command and its input: {e.GetType().Name}: {e.Message}");
            if (Environment.GetEnvironmentVariable("KUBELINT_TRACE") is not null) Console.Error.WriteLine(e);
            return ExitCode.InternalFailure;
        }
    }

    private static int Usage(ParseResult parsed, string program)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"{program}: {Visible.Text(string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))}");
        Console.Error.WriteLine($"Try '{program} --help'.");
        return ExitCode.Usage;
    }
}
