using KubeLint.Configuration;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Findings;

/// <summary>A user's word that some rules shall be silent somewhere.</summary>
public sealed class Suppression
{
    /// <summary>What starts a suppression in a comment.</summary>
    public const string Marker = "kubelint:disable";

    /// <summary>The annotation that suppresses on an object or a pod template.</summary>
    public const string Annotation = "kubelint/disable";

    private static readonly char[] Comma = [','];

    private readonly Func<Finding, bool> covers;
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    private Suppression(SourceSpan span, string text, LintOptions options, Func<Finding, bool> covers)
    {
        Span = span;
        Options = options;
        this.covers = covers;
        var reason = text.IndexOf("--", StringComparison.Ordinal);
        RuleIds = [.. (reason < 0 ? text : text.Substring(0, reason)).Split(Comma).Select(id => id.Trim()).Where(id => id.Length > 0)];
    }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; }

    /// <summary>What the user configured for its file.</summary>
    public LintOptions Options { get; }

    /// <summary>The ids that it names, known or not.</summary>
    public IReadOnlyList<string> RuleIds { get; }

    /// <summary>A comment that works for the findings of one line.</summary>
    /// <param name="span">Where the comment stands.</param>
    /// <param name="text">The ids with commas between them; what follows <c>--</c> is the reason.</param>
    /// <param name="options">What the user configured for the file.</param>
    /// <param name="line">The line, from 1.</param>
    public static Suppression ForLine(SourceSpan span, string text, LintOptions options, int line) =>
        new(span, text, options, finding => finding.Span.File == span.File && finding.Span.StartPosition.Line == line);

    /// <summary>A comment that works for a whole document, and for what kustomizations make of the objects in it.</summary>
    public static Suppression ForDocument(SourceSpan span, string text, LintOptions options, SourceSpan document) =>
        new(span, text, options, finding => IsWithin(finding.Span, document) || (finding.Resource is { BuiltBy: not null } built && IsWithin(built.Origin.Root.Node!.Span, document)));

    /// <summary>An annotation that works for its objects, which kustomizations may make several of one.</summary>
    public static Suppression ForResources(IReadOnlyCollection<Resource> resources, Field annotation) =>
        new(annotation.Span, annotation.Text ?? "", resources.First().Options, finding => finding.Resource is { } resource && resources.Contains(resource));

    /// <summary>Whether it silences a finding; remembers that it did.</summary>
    public bool Silences(Finding finding)
    {
        if (!covers(finding) || !RuleIds.Contains(finding.Rule.Id, StringComparer.OrdinalIgnoreCase)) return false;
        used.Add(finding.Rule.Id);
        return true;
    }

    /// <summary>Whether it silenced a finding of a rule.</summary>
    public bool HasSilenced(string ruleId) => used.Contains(ruleId);

    private static bool IsWithin(SourceSpan place, SourceSpan document) => place.File == document.File && place.Start >= document.Start && place.Start < document.End;
}
