using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Yaml.Editing;

namespace KubeLint.Engine;

/// <summary>A finding as reports show it: plain data that outlives the files it was read from.</summary>
/// <param name="RuleId">The id of its rule.</param>
/// <param name="Severity">The severity, after configuration.</param>
/// <param name="Message">One line for people.</param>
/// <param name="Place">Where it points.</param>
public sealed record ReportedFinding(string RuleId, Severity Severity, string Message, ReportedPlace Place)
{
    /// <summary>The object it is about; null for a file.</summary>
    public ObjectIdentity? Object { get; init; }

    /// <summary>The path of the field it is about; null for a file.</summary>
    public string? FieldPath { get; init; }

    /// <summary>What names it while lines move; see <see cref="Findings.Fingerprint"/>.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<ReportedRelation> Related { get; init; } = [];

    /// <summary>The ways to mend it, where they were asked for.</summary>
    public IReadOnlyList<ReportedFix> Fixes { get; init; } = [];

    /// <summary>Findings of one run, in their order.</summary>
    public static IReadOnlyList<ReportedFinding> From(IReadOnlyList<Finding> findings)
    {
        var fingerprints = Findings.Fingerprint.Of(findings);
        return [.. findings.Select((f, i) => new ReportedFinding(f.Rule.Id, f.Severity, f.Message, ReportedPlace.Of(f.Span))
        {
            Object = f.Resource?.Identity,
            FieldPath = f.FieldPath,
            Fingerprint = fingerprints[i],
            Related = f.Related.Count == 0 ? [] : [.. f.Related.Select(p => new ReportedRelation(ReportedPlace.Of(p.Span), Visible.Text(p.Message)))],
        })];
    }
}

/// <summary>A stretch of a file. Lines and columns start at 1, columns count UTF-16 units, the end is exclusive.</summary>
/// <param name="File">The path relative to the report's root, with forward slashes.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last character.</param>
public sealed record ReportedPlace(string File, LinePosition Start, LinePosition End)
{
    internal static ReportedPlace Of(SourceSpan span) => new(span.File.Path, span.StartPosition, span.EndPosition);
}

/// <summary>A place that belongs to a finding.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is there, on one line for people.</param>
public sealed record ReportedRelation(ReportedPlace Place, string Message);

/// <summary>Something that was not judged.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What it is, why, and what to do instead, on one line for people.</param>
public sealed record ReportedNote(ReportedPlace Place, string Message);

/// <summary>One way to mend a finding. All of its changes are made, or none.</summary>
/// <param name="Title">What it does, on one line for people.</param>
/// <param name="Id">The name by which it is chosen among several; empty where there is no choice.</param>
/// <param name="Changes">The changes of text, by file and in order.</param>
public sealed record ReportedFix(string Title, string Id, IReadOnlyList<ReportedChange> Changes);

/// <summary>A change of a file's text.</summary>
/// <param name="Place">What goes; of no length where something is only added.</param>
/// <param name="NewText">What comes in its place.</param>
public sealed record ReportedChange(ReportedPlace Place, string NewText)
{
    internal static ReportedChange Of(SourceFile file, TextChange change) => new(ReportedPlace.Of(new SourceSpan(file, change.Start, change.Length)), change.NewText);
}
