using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Views;

namespace KubeLint.Rules;

/// <summary>KUBE3006: classes that all claim to be the default.</summary>
public sealed class SeveralDefaultClasses : Rule<StorageClass>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        "KUBE3006", "several-default-classes", "More than one StorageClass of a cluster is marked as its default", Severity.Info);

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
        };
    }
}
