using System.CommandLine;
using KubeLint.Cli;
using KubeLint.Engine;
using KubeLint.Findings;
using KubeLint.Provisioner.Drills;
using KubeLint.Provisioner.Planning;

namespace KubeLint.Provisioner.Commands;

/// <summary><c>kubelint-kapsule drill</c>: what remains when a zone is lost.</summary>
internal static class DrillCommand
{
    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A declaration, or the folder of a plan.", DefaultValueFactory = _ => DeclarationFile.DefaultName };
        var lose = new Option<string[]>("--lose") { Description = "The zone that is lost; several are lost one at a time. By default each zone.", HelpName = "ZONE" };
        var (format, live) = (OutputFormat.Option(), new LiveDrillOptions());
        var command = new Command("drill", "Tells what remains when a zone is lost, in the worst placement that the scheduler admits.") { path, lose, format };
        live.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var (named, zones, form) = (parsed.GetValue(path)!, parsed.GetValue(lose) ?? [], parsed.GetValue(format)!);
            return live.AreGiven(parsed) ? live.Run(parsed, parsed.GetResult(path) is { Implicit: false } ? named : null, zones, form == OutputFormat.Json, cancellation) : Task.FromResult(Run(named, zones, form));
        });
        return command;
    }

    private static int Run(string path, string[] lose, string format)
    {
        var (drill, code) = Directory.Exists(path) ? (OfFolder(path), ExitCode.Clean) : OfDeclaration(path);
        if (drill is null) return code;
        if (drill.Zones.Count == 0) return Refuse($"'{Visible.Text(path)}' holds no node pools whose zones are known; is it the folder of a plan?");
        if (lose.FirstOrDefault(zone => !drill.Zones.Contains(zone)) is { } unknown) return Refuse($"'{Visible.Text(unknown)}' is no zone of the plan; it has {string.Join(", ", drill.Zones.Select(Visible.Text))}");
        var losses = (lose.Length == 0 ? drill.Zones : lose.Distinct(StringComparer.Ordinal)).Select(drill.Losing).ToList();
        if (format == OutputFormat.Json) Console.Out.Write(PlainJson.Write(losses));
        else DrillTables.Write(drill, losses, Console.Out);
        return losses.TrueForAll(loss => loss.IsSurvived) ? ExitCode.Clean : ExitCode.Findings;
    }

    private static Drill OfFolder(string folder) =>
        Drill.Of(new ManifestSource(Directory.GetCurrentDirectory(), [folder]).Read().Documents);

    private static (Drill? Drill, int Code) OfDeclaration(string path)
    {
        if (DeclarationFile.Read(path, Console.Error) is not { } read) return (null, ExitCode.Usage);
        DeclarationFile.Tell(read.Diagnostics, Console.Error);
        return read.Cluster is { } cluster ? (Drill.Of(ClusterPlan.Of(cluster)), ExitCode.Clean) : (null, ExitCode.Findings);
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"kubelint-kapsule: {why}");
        return ExitCode.Usage;
    }
}
