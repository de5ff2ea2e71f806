using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine.Fixing;

/// <summary>What is to be mended, and how.</summary>
/// <param name="Lint">What is linted, as a check would.</param>
public sealed record FixRequest(LintRequest Lint)
{
    /// <summary>The severity from which on findings are mended.</summary>
    public Severity From { get; init; } = Severity.Warning;

    /// <summary>The ids of the rules whose findings are mended, whatever their severity; empty for all rules.</summary>
    public IReadOnlyCollection<string> RuleIds { get; init; } = [];

    /// <summary>Which repair to take where there are several; the first that fits counts, those for one rule before others.</summary>
    public IReadOnlyList<FixPreference> Preferences { get; init; } = [];

    /// <summary>Why a file must stay as it is, by its full path, for people; null where it may be changed.</summary>
    public Func<string, string?> WhyKept { get; init; } = _ => null;

    /// <summary>Asks somebody about each finding; null to ask nobody.</summary>
    public Func<FixProposal, FixAnswer>? Ask { get; init; }
}

/// <summary>Which of several repairs to take.</summary>
/// <param name="RuleId">The id of the rule it is for; null for every rule.</param>
/// <param name="Choice">The id of the repair, see <see cref="Fix.Id"/>.</param>
public sealed record FixPreference(string? RuleId, string Choice);

/// <summary>Something that can be mended.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Choices">The repairs; where there are several, one is to be chosen.</param>
public sealed record FixProposal(ReportedFinding Finding, IReadOnlyList<ProposedFix> Choices);

/// <summary>A repair and what it does.</summary>
/// <param name="Title">What it does, for people.</param>
/// <param name="Id">The name by which it is chosen; empty where there is one only.</param>
/// <param name="Files">The changes, by file.</param>
public sealed record ProposedFix(string Title, string Id, IReadOnlyList<ProposedText> Files);

/// <summary>A changed text.</summary>
/// <param name="Name">How reports call the file.</param>
/// <param name="Text">The text as it is.</param>
/// <param name="Changes">Its changes, in order.</param>
public sealed record ProposedText(string Name, string Text, IReadOnlyList<TextChange> Changes);

/// <summary>What somebody wants done.</summary>
/// <param name="Choice">Which of the choices; null for none.</param>
/// <param name="Stops">Whether no more is to be asked, and nothing more mended.</param>
public sealed record FixAnswer(int? Choice, bool Stops = false);
