using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace KubeLint.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, in a sentence or two: the list of all commands shows it too.</param>
/// <param name="examples">Command lines as they are typed, each on a line of its own.</param>
internal sealed class TaughtCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>Command lines as they are typed, each on a line of its own.</summary>
    public string Examples => examples;
}

/// <summary>Shows help, and the examples of the command.</summary>
internal sealed class TeachingHelp : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = new HelpAction().Invoke(parseResult);
        if (parseResult.CommandResult.Command is TaughtCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in command.Examples.Split('\n')) output.WriteLine($"  {line.Trim()}");
            output.WriteLine();
        }

        return code;
    }
}
