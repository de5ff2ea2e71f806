using System.CommandLine;
using System.Text;
using KubeLint.Engine;
using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary><c>kubelint init</c>: writes the configuration to start from.</summary>
internal static class InitCommand
{
    private const string FileName = ".editorconfig";

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var inputs = new InputOptions("learn from", takesRules: false);
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; print the section." };
        var command = new TaughtCommand(
            "init",
            $"Adds a section to {FileName}, at the root of the git repository or else in the current folder: the zones and the provider that the manifests show, and the other options as comments. What is there stays as it is.",
            """
              kubelint init
              kubelint init deploy/ --dry-run
            """)
        {
            dryRun,
        };
        inputs.AddTo(command);
        command.SetAction(parsed => inputs.Of(parsed, Console.Error) is not { } read ? ExitCode.Usage : Run(read, parsed.GetValue(dryRun)));
        return command;
    }

    private static int Run(Inputs inputs, bool isDryRun)
    {
        var starter = new StarterConfiguration(new ManifestSource(inputs.WorkingFolder, inputs.Paths, inputs.Excluded).Read(inputs.ReadStandardInput()));
        if (isDryRun)
        {
            Console.Out.Write(starter);
            return ExitCode.Clean;
        }

        var path = Path.Combine(PathNames.GitRoot(inputs.WorkingFolder) ?? inputs.WorkingFolder, FileName);
        try
        {
            var before = File.Exists(path) ? File.ReadAllBytes(path) : [];
            var text = Encoding.UTF8.GetString(before);
            if (Configures(text) is { } line)
            {
                Console.Error.WriteLine($"kubelint: {Shown(path)} configures KubeLint already, in line {line}, and was left as it is; --dry-run shows what would be written");
                return ExitCode.Clean;
            }

            AtomicFile.Write(path, new([.. before, .. Encoding.UTF8.GetBytes(Behind(text, starter.ToString()))]));
        }
        catch (Exception e) when (AtomicFile.IsFault(e))
        {
            Console.Error.WriteLine($"kubelint: {Shown(path)} can't be written: {AtomicFile.Reason(e)}");
            return ExitCode.InternalFailure;
        }

        Console.Out.WriteLine(starter.Zones.Count > 0 ? $"Zones: {Visible.Text(string.Join(", ", starter.Zones))}" : "Zones: not known from these manifests; name them as kubelint.zones");
        Console.Out.WriteLine(starter.Provider is { } provider ? $"Provider: {provider}" : "Provider: not known from these manifests; name it as kubelint.provider");
        Console.Out.WriteLine($"Wrote a section to {Shown(path)}; 'kubelint check' goes by it from now on");
        return ExitCode.Clean;

        string Shown(string full) => Visible.Text(PathNames.Shown(inputs.WorkingFolder, full));
    }

    private static int? Configures(string text)
    {
        var line = Array.FindIndex(text.Split('\n'), l => l.TrimStart('#', ' ') is var key && (key.StartsWith("kubelint.", StringComparison.OrdinalIgnoreCase) || key.StartsWith("dotnet_diagnostic.KUBE", StringComparison.OrdinalIgnoreCase)));
        return line < 0 ? null : line + 1;
    }

    private static string Behind(string before, string section)
    {
        var gap = before.Length == 0 ? "" : before.EndsWith('\n') ? "\n" : "\n\n";
        return (gap + section).Replace("\n", before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n", StringComparison.Ordinal);
    }
}
