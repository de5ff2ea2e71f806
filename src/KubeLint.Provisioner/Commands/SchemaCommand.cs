using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Provisioner.Declarations;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule schema</c>: prints the JSON schema of declarations, for editors.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema of cluster.yaml, for editors.");
        command.SetAction(_ =>
        {
            Console.Out.Write(JsonSchema.Text);
            return ExitCode.Clean;
        });
        return command;
    }
}
