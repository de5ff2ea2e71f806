namespace KubeLint.Cli;

/// <summary>What standard output understands.</summary>
internal static class Terminal
{
    /// <summary>Whether colours are shown: see https://no-color.org and the terminals that know none.</summary>
    public static bool UsesColor { get; } =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
