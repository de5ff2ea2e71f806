using KubeLint.Findings;

namespace KubeLint.Kustomize;

/// <summary>Tells findings in what several kustomizations make of one object apart.</summary>
internal static class BuiltFindings
{
    /// <summary>
    /// The findings without those that several kustomizations have alike. Where they differ in their object, or in what
    /// they say, each says which kustomization it is about.
    /// </summary>
    public static List<Finding> Merge(List<Finding> found)
    {
        if (found.Count < 2) return found;
        var result = new List<Finding>(found.Count);

        // What could not be built is judged as it stands, once for each kustomization that takes it in.
        result.AddRange(found.Where(f => !IsBuilt(f)).GroupBy(f => new { f.Rule, f.Span, f.FieldPath, f.Message, f.Resource?.Identity }).Select(g => g.First()));
        foreach (var place in found.Where(IsBuilt).GroupBy(f => new { f.Rule, f.Span, f.FieldPath }))
        {
            var different = place.GroupBy(f => new { f.Message, f.Resource!.Identity }).Select(g => g.First()).ToList();

            // What is written once is mended once.
            result.AddRange(different.Count == 1 ? different : different.Select((f, i) => f with { Fixes = i == 0 ? f.Fixes : [], Related = [.. f.Related, new RelatedPlace(f.Resource!.BuiltBy!.Value, "as this kustomization builds it")] }));
        }

        return result;
    }

    private static bool IsBuilt(Finding finding) => finding.Resource?.BuiltBy is not null;
}
