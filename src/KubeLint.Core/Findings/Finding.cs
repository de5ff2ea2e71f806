using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Findings;

/// <summary>Something a rule found.</summary>
public sealed record Finding
{
    /// <summary>Creates a finding at a field of an object.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="resource">The object it is about.</param>
    /// <param name="field">The field it is about; it need not be there.</param>
    /// <param name="span">Where it points; null: where <see cref="Field.Span"/> says.</param>
    /// <param name="message">One line for people; control characters are escaped.</param>
    public Finding(RuleDescriptor rule, Resource resource, Field field, string message, SourceSpan? span = null)
        : this(rule, span ?? field.Span, message)
    {
        Resource = resource;
        FieldPath = field.Path;
    }

    /// <summary>Creates a finding about a file as a whole, or a place in it that is no object.</summary>
    public Finding(RuleDescriptor rule, SourceSpan span, string message)
    {
        Rule = rule;
        Severity = rule.DefaultSeverity;
        Span = span;
        Message = Visible.Text(message);
    }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule { get; init; }

    /// <summary>The severity, after configuration.</summary>
    public Severity Severity { get; init; }

    /// <summary>Where it points.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>One line for people.</summary>
    public string Message { get; init; }

    /// <summary>The object it is about; null for a file.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The path of the field it is about; null for a file.</summary>
    public string? FieldPath { get; init; }

    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>
    /// The ways to mend it, made anew whenever they are enumerated; none where no repair is certain. Where there are
    /// several, each has its own <see cref="Fix.Id"/>, and none is better than the others.
    /// </summary>
    public IEnumerable<Fix> Fixes { get; init; } = [];
}

/// <summary>A place that belongs to a finding.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Message">What is there, for people.</param>
public sealed record RelatedPlace(SourceSpan Span, string Message);
