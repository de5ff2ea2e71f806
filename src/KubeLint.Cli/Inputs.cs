using KubeLint.Findings;

namespace KubeLint.Cli;

/// <summary>What a command is asked to read: files, folders and standard input.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="HasStandardInput">Whether standard input is read too.</param>
internal sealed record Inputs(IReadOnlyList<string> Paths, bool HasStandardInput)
{
    private const string StandardInput = "-";

    /// <summary>The full path that relative paths start from.</summary>
    public string WorkingFolder { get; } = Directory.GetCurrentDirectory();

    /// <summary>Files and folders to leave out, as lines of a .gitignore file.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>The ids of rules to leave out.</summary>
    public IReadOnlyList<string> ExcludedRules { get; init; } = [];

    /// <summary>What arguments name.</summary>
    public static Inputs Of(string[]? paths) =>
        paths is null or [] ? new(["."], false) : new([.. paths.Where(p => p != StandardInput)], paths.Contains(StandardInput));

    /// <summary>Tells of the first path that is not there; null where all are.</summary>
    /// <param name="nearestOption">The option that a mistyped one is meant for; null for none.</param>
    public string? WhatIsMissing(Func<string, string?> nearestOption)
    {
        // A link that leads nowhere is there, and a finding tells of it.
        var missing = Paths.FirstOrDefault(path => !Path.Exists(path) && (path.Length == 0 || new FileInfo(path).LinkTarget is null));
        if (missing is null) return null;
        if (!missing.StartsWith('-')) return $"'{Visible.Text(missing)}' is not there; name files, folders, or - for standard input";
        return nearestOption(missing.Split('=')[0]) is { } near
            ? $"'{Visible.Text(missing)}' is no option; did you mean {near}?"
            : $"'{Visible.Text(missing)}' is no option, and no file is there by that name; try 'kubelint --help'";
    }

    /// <summary>The bytes of standard input; null where it is not read.</summary>
    public byte[]? ReadStandardInput()
    {
        if (!HasStandardInput) return null;
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
