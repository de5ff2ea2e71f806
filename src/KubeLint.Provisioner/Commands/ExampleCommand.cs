using System.CommandLine;
using KubeLint.Cli;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule example</c>: prints a declaration to start from.</summary>
internal static class ExampleCommand
{
    /// <summary>The declaration.</summary>
    public static string Text { get; } = Read();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("example", "Prints a cluster.yaml to start from.");
        command.SetAction(_ =>
        {
            Console.Out.Write(Text);
            return ExitCode.Clean;
        });
        return command;
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ExampleCommand).Assembly.GetManifestResourceStream("example.cluster.yaml")!);
        return reader.ReadToEnd();
    }
}
