using KubeLint.Yaml;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Fixing;

/// <summary>What became of findings that were to be mended.</summary>
/// <param name="Report">What is found when all changed texts are written.</param>
/// <param name="Fixed">What is mended.</param>
/// <param name="Left">What was to be mended and is not.</param>
/// <param name="Files">The changed files, by name.</param>
public sealed record FixResult(LintReport Report, IReadOnlyList<FixedFinding> Fixed, IReadOnlyList<LeftFinding> Left, IReadOnlyList<FixedFile> Files)
{
    /// <summary>How many findings are gone without a repair of their own.</summary>
    public int Gone { get; init; }

    /// <summary>The bytes of standard input; null where it was not read.</summary>
    public byte[]? Input { get; init; }

    /// <summary>What it is where some files could not be changed.</summary>
    /// <param name="reasons">Why, by the files' names.</param>
    public FixResult Without(IReadOnlyDictionary<string, string> reasons)
    {
        var missed = Fixed.Where(f => f.Files.Any(reasons.ContainsKey)).ToList();
        return this with
        {
            Fixed = [.. Fixed.Except(missed)],
            Left = [.. Left, .. missed.Select(f => new LeftFinding(f.Finding, reasons[f.Files.First(reasons.ContainsKey)], []))],
            Files = [.. Files.Where(f => !reasons.ContainsKey(f.Name))],
        };
    }
}

/// <summary>A finding that is mended.</summary>
/// <param name="Finding">The finding, where it stood.</param>
/// <param name="Title">What was done, for people.</param>
/// <param name="Choice">Which of several repairs it was; empty where there was one only.</param>
/// <param name="Files">The names of the files that it changed.</param>
public sealed record FixedFinding(ReportedFinding Finding, string Title, string Choice, IReadOnlyList<string> Files);

/// <summary>A finding that is not mended.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why not, for people: lower case, without a full stop; null where there is no repair for it.</param>
/// <param name="Choices">The ids of the repairs of which one is to be chosen; none where that is not what it waits for.</param>
public sealed record LeftFinding(ReportedFinding Finding, string? Reason, IReadOnlyList<string> Choices);

/// <summary>A changed file.</summary>
/// <param name="Name">How reports call it.</param>
/// <param name="Path">Its full path; null for standard input.</param>
/// <param name="Before">The bytes that were read.</param>
/// <param name="After">The bytes that are to stand there.</param>
/// <param name="Changes">What is changed in its text, in order.</param>
public sealed record FixedFile(string Name, string? Path, byte[] Before, byte[] After, IReadOnlyList<TextChange> Changes)
{
    /// <summary>Whether its bytes are UTF-8, which is all that patches know.</summary>
    public bool IsUtf8 => ManifestText.Encode("ab", Before, Before.Length).Length - ManifestText.Encode("a", Before, Before.Length).Length == 1;

    /// <summary>The text that was read and its changes as patches see them: a byte order mark is a character of the text.</summary>
    public (string Text, IReadOnlyList<TextChange> Changes) AsPatched
    {
        get
        {
            var text = ManifestText.Decode(Before, Before.Length, out _);
            return ManifestText.Encode("", Before, Before.Length).Length == 0 ? (text, Changes) : ('\ufeff' + text, [.. Changes.Select(c => c with { Start = c.Start + 1 })]);
        }
    }
}
