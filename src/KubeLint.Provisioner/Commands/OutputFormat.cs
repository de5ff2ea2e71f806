using System.CommandLine;

namespace KubeLint.Provisioner.Commands;

/// <summary>How a command writes what it found.</summary>
internal static class OutputFormat
{
    /// <summary>For programs.</summary>
    public const string Json = "json";

    private const string Text = "text";

    /// <summary>The option that chooses.</summary>
    public static Option<string> Option()
    {
        var format = new Option<string>("--format") { Description = "How to write it: text or json.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        return format;
    }
}
