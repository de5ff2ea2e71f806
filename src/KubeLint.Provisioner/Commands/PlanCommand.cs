using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Findings;
using KubeLint.Provisioner.Planning;
using KubeLint.Provisioner.Scaleway;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule plan</c>: writes what is to be made.</summary>
internal static class PlanCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var declaration = DeclarationFile.Argument();
        var output = new Option<string>("--out") { Description = "The folder to write to. Files that are not the plan's are left alone.", Required = true, HelpName = "DIR" };
        var command = new Command("plan", "Writes Terraform's configuration and Kubernetes' manifests. The same declaration always gives the same bytes.") { declaration, output };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(declaration)!, parsed.GetValue(output)!, NodeTypeAvailability.FromEnvironment(), cancellation));
        return command;
    }

    private static async Task<int> Run(string path, string folder, INodeTypeAvailability? availability, CancellationToken cancellation)
    {
        if (DeclarationFile.Read(path, Console.Error) is not { } read) return ExitCode.Usage;
        if (availability is not null) read = await AvailabilityCheck.Add(read, availability, cancellation);
        DeclarationFile.Tell(read.Diagnostics, Console.Error);
        if (read.Cluster is not { } cluster) return ExitCode.Findings;
        try
        {
            var changes = new PlanFolder(folder).Write(ClusterPlan.Of(cluster));
            foreach (var change in changes) Console.Out.WriteLine($"{Word(change.Change),-9} {Visible.Text(folder.TrimEnd('/'))}/{change.Path}");
            return ExitCode.Clean;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"kubelint-kapsule: '{Visible.Text(folder)}' can't be written: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private static string Word(Change change) => change switch { Change.Added => "added", Change.Changed => "changed", Change.Removed => "removed", _ => "unchanged" };
}
