using System.Text.RegularExpressions;
using static KubeLint.Engine.Reports.JsonText;

namespace KubeLint.Engine.Gating;

/// <summary>
/// What makes two findings of different runs the same one: rule, file, object and field. Neither lines nor messages, which
/// hold numbers, nor the places of items in lists count, so that what comes or goes above a finding makes no new one of it.
/// </summary>
/// <param name="File">The path, with forward slashes.</param>
/// <param name="Kind">The object's kind; null for a file.</param>
/// <param name="Namespace">The object's namespace; null where it has none.</param>
/// <param name="Name">The object's name; null where it has none.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Path">The path of the field, items without their index; null for a file.</param>
public sealed record FindingKey(string File, string? Kind, string? Namespace, string? Name, string Rule, string? Path) : IComparable<FindingKey>
{
    private static readonly Regex Index = new(@"\[\d+\]", RegexOptions.CultureInvariant);

    /// <summary>The key of a finding.</summary>
    public static FindingKey Of(ReportedFinding finding) =>
        new(WellFormed(finding.Place.File), Clean(finding.Object?.Kind), Clean(finding.Object?.Namespace), Clean(finding.Object?.Name), finding.RuleId, Clean(WithoutIndexes(finding.FieldPath)));

    /// <summary>The path of a field as it would be if items had no index.</summary>
    public static string? WithoutIndexes(string? path) => path is null ? null : Index.Replace(path, "[]");

    // Half of a surrogate pair is lost in a file.
    private static string? Clean(string? text) => text is null ? null : WellFormed(text);

    /// <summary>By file, object, rule and field, in ordinal order.</summary>
    public int CompareTo(FindingKey? other)
    {
        if (other is null) return 1;
        var mine = new[] { File, Kind, Namespace, Name, Rule, Path };
        var theirs = new[] { other.File, other.Kind, other.Namespace, other.Name, other.Rule, other.Path };
        return mine.Zip(theirs, string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }
}
