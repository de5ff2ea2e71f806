using System.CommandLine;
using System.CommandLine.Help;
using KubeLint.Engine;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary>Runs a command line, and says for people what went wrong.</summary>
internal static class CommandRun
{
    /// <summary>Runs.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="program">The name of the program, for messages.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(RootCommand root, string[] args, string program)
    {
        // Without a command nothing was done, and a pipeline must not take that for a pass.
        root.SetAction(parsed =>
        {
            new HelpAction().Invoke(parsed);
            return ExitCode.Usage;
        });

        var parsed = root.Parse(args);
        try
        {
            return parsed.Errors.Count > 0 ? Usage(parsed, program)
                : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = args.Length == 0 ? Console.Error : Console.Out });
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

    private static int Usage(ParseResult parsed, string program)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"{program}: {Visible.Text(string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))}");
        Console.Error.WriteLine($"Try '{program} --help'.");
        return ExitCode.Usage;
    }
}
