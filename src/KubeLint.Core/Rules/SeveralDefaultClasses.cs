using System.Text.RegularExpressions;
using KubeLint.Configuration;
using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3006: classes that all claim to be the default.</summary>
public sealed class SeveralDefaultClasses : Rule<StorageClass>
{
    private static readonly Regex ChoiceForm = new("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3006", "several-default-classes", "More than one StorageClass of a cluster is marked as its default", Severity.Info)
    {
        HasFixes = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(StorageClass view)
    {
        if (view.RivalDefaults is not [var first, ..] rivals || first.Resource != view.Resource) yield break;
        var others = rivals.Skip(1).ToList();
        yield return Report(
            view.Resource,
            view.DefaultMark,
            $"{view.Resource.DisplayName}: {rivals.Count} StorageClasses are marked as default ({string.Join(", ", rivals.Select(c => c.Resource.Name))}); a claim without a class gets the one that was created last, whichever that is; mark one alone") with
        {
            Related = [.. others.Select(c => new RelatedPlace(c.DefaultMark.Span, $"{c.Resource.DisplayName} is marked as default too"))],
            Fixes = Fix(rivals),
        };
    }

    // A claim that names no class gets other volumes with each choice, and with them other findings.
    private static IEnumerable<Fix> Fix(IReadOnlyList<StorageClass> rivals)
    {
        var choices = rivals.Where(c => ChoiceForm.IsMatch(c.Resource.Name)).ToList();
        if (choices.Count < 2 || rivals[0].MayServeClaimsByDefault) yield break;
        foreach (var kept in choices)
        {
            var marks = rivals.Where(c => c != kept).SelectMany(c => c.DefaultMarks);
            yield return new Fix($"Mark {kept.Resource.Name} alone as default", [.. marks.Select(mark => new SetValue(mark, Literal.Text("false")))]) { Id = kept.Resource.Name! };
        }
    }
}
