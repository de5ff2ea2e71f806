using System.CommandLine;
using KubeLint.Cli;

var root = new RootCommand("Tells which Kubernetes declarations would not survive the loss of an availability zone.")
{
    CheckCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
};

// Without a task to wait for, the command line would set up handlers for termination that only slow the start.
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
var parsed = root.Parse(args);
try
{
    return parsed.Errors.Count > 0 ? Usage(parsed) : await parsed.InvokeAsync(configuration);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("kubelint: stopped");
    return ExitCode.InternalFailure;
}
#pragma warning disable CA1031 // The last place that can still say something for people.
catch (Exception e)
#pragma warning restore CA1031
{
    Console.Error.WriteLine($"kubelint: this should not have happened, please report it with what you linted: {e.GetType().Name}: {e.Message}");
    if (Environment.GetEnvironmentVariable("KUBELINT_TRACE") is not null) Console.Error.WriteLine(e);
    return ExitCode.InternalFailure;
}

static int Usage(ParseResult parsed)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"kubelint: {error.Message}");
    Console.Error.WriteLine("Try 'kubelint --help'.");
    return ExitCode.Usage;
}
