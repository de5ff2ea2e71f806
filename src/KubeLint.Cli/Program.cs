using System.CommandLine;
using System.CommandLine.Help;
using KubeLint.Cli;
using KubeLint.Findings;

var root = new RootCommand("Tells which Kubernetes declarations would not survive the loss of an availability zone.")
{
    CheckCommand.Create(),
    FixCommand.Create(),
    SurviveCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
};

// Without a command nothing was checked, and a pipeline must not take that for a pass.
root.SetAction(parsed =>
{
    new HelpAction().Invoke(parsed);
    return ExitCode.Usage;
});

var parsed = root.Parse(args);
try
{
    return parsed.Errors.Count > 0 ? Usage(parsed)
        : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = args.Length == 0 ? Console.Error : Console.Out });
}
// The last place that can still say something for people.
catch (Exception e)
{
    Console.Error.WriteLine($"kubelint: this should not have happened, please report it with the command and its input: {e.GetType().Name}: {e.Message}");
    if (Environment.GetEnvironmentVariable("KUBELINT_TRACE") is not null) Console.Error.WriteLine(e);
    return ExitCode.InternalFailure;
}

static int Usage(ParseResult parsed)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"kubelint: {Visible.Text(string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))}");
    Console.Error.WriteLine("Try 'kubelint --help'.");
    return ExitCode.Usage;
}
