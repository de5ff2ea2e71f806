using System.CommandLine;
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

    /// <summary>The argument that takes them.</summary>
    /// <param name="verb">What the command does with them.</param>
    public static Argument<string[]> Argument(string verb) => new("PATH")
    {
        Description = $"Files and folders to {verb}; - for standard input. By default the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>What the argument names.</summary>
    public static Inputs Of(string[]? paths) =>
        paths is null or [] ? new(["."], false) : new([.. paths.Where(p => p != StandardInput)], paths.Contains(StandardInput));

    /// <summary>Whether all paths are there; tells of the first that is not.</summary>
    public bool AreThere(TextWriter error)
    {
        foreach (var path in Paths)
        {
            // A link that leads nowhere is there, and a finding tells of it.
            if (Path.Exists(path) || (path.Length > 0 && new FileInfo(path).LinkTarget is not null)) continue;
            error.WriteLine(path.StartsWith('-')
                ? $"kubelint: '{Visible.Text(path)}' is no option, and no file is there by that name; try 'kubelint --help'"
                : $"kubelint: '{Visible.Text(path)}' is not there; name files, folders, or - for standard input");
            return false;
        }

        return true;
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
