using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>Takes edits of what a kustomization built back to what was written. Where that is another thing, there is no fix.</summary>
internal static class BuiltFixes
{
    /// <summary>The fixes whose edits are of objects as they are written, or stand there alike.</summary>
    /// <param name="fixes">Fixes.</param>
    /// <param name="set">What they were found in.</param>
    public static IEnumerable<Fix> InSource(IEnumerable<Fix> fixes, ResourceSet set)
    {
        foreach (var fix in fixes)
        {
            var edits = fix.Edits.Select(edit => InSource(edit, set)).ToList();
            if (!edits.Contains(null)) yield return fix with { Edits = [.. edits.OfType<Edit>()] };
        }
    }

    private static Edit? InSource(Edit edit, ResourceSet set)
    {
        var place = EditPlan.PlaceOf(edit);
        if (set.BuiltWith(place.Top.Node!) is not { } built) return edit;
        var written = built.Origin;
        if (edit is AddDocument add) return built.Metadata.Node == written.Metadata.Node ? add with { Beside = written } : null;
        return StandsAlike(place, built.Root, written.Root) ? EditPlan.At(edit, written.Root.At(place.Steps)) : null;
    }

    // Every node on the way was written where the object was, and stands there at the same path.
    private static bool StandsAlike(Field place, Field built, Field written)
    {
        foreach (var step in place.Steps)
        {
            if (!AreAlike(built, written)) return false;
            built = built.At([step]);
            written = written.At([step]);
        }

        // The value itself goes, or is added to.
        return AreAlike(built, written) && (built.Node is not (MappingNode or SequenceNode) || built.Node == written.Node);
    }

    private static bool AreAlike(Field built, Field written) =>
        built.IsAbsent ? written.IsAbsent : built.Node is { } node && written.Node is { } origin && node.Span == origin.Span && !built.IsUnknown;
}
