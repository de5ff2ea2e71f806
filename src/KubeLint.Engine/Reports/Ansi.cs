namespace KubeLint.Engine.Reports;

/// <summary>What terminals understand.</summary>
internal static class Ansi
{
    /// <summary>A text in a colour.</summary>
    /// <param name="usesColor">Whether the output understands colours; else the text stays as it is.</param>
    /// <param name="code">The colour, as SGR numbers it.</param>
    /// <param name="text">The text.</param>
    public static string Colored(bool usesColor, string code, string text) => usesColor ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
