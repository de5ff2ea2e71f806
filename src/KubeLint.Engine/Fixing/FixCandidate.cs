using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Syntax;

namespace KubeLint.Engine.Fixing;

/// <summary>A repair that is to be made for a finding.</summary>
/// <param name="finding">The finding.</param>
/// <param name="identity">What names the finding, see <see cref="FindingIdentity"/>.</param>
/// <param name="fix">The repair.</param>
/// <param name="order">Its place among all, in source order.</param>
internal sealed class FixCandidate(Finding finding, string identity, Fix fix, int order)
{
    public Finding Finding => finding;

    public string Identity => identity;

    public Fix Fix => fix;

    public int Order => order;

    /// <summary>The files that it changes.</summary>
    public IReadOnlyList<SourceFile> Files { get; } = [.. fix.Edits.Select(FileOf).Distinct()];

    /// <summary>The objects that it changes, and the one that the finding is about.</summary>
    public IReadOnlyCollection<ObjectName> Objects { get; } = new HashSet<ObjectName>(fix.Edits.Select(e => ObjectName.Of(RootOf(e))).Append(ObjectName.Of(finding)));

    /// <summary>The repairs of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="failure">What to say where its rule failed to name them; else null.</param>
    public static IReadOnlyList<Fix> FixesOf(Finding finding, out string? failure)
    {
        failure = null;
        try
        {
            return [.. finding.Fixes.Where(f => f.Edits.Count > 0)];
        }
        // A rule that throws must not keep the others' repairs from being made.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = $"{finding.Rule.Id} failed to say how: {e.GetType().Name}: {Visible.Text(e.Message)}; please report this with the manifest";
            return [];
        }
    }

    /// <summary>The file that an edit changes.</summary>
    public static SourceFile FileOf(Edit edit) => RootOf(edit).Node!.Span.File;

    private static Field RootOf(Edit edit)
    {
        var field = EditPlan.PlaceOf(edit);
        while (field.Parent is { } parent) field = parent;
        return field;
    }
}

/// <summary>What names an object while the text around it changes.</summary>
internal sealed record ObjectName(string File, string? Kind, string? Namespace, string? Name)
{
    public static ObjectName Of(Finding finding) => finding.Resource is { } resource ? Of(resource.Root) : new(finding.Span.File.Path, null, null, null);

    public static ObjectName Of(Field root) => new(root.Node!.Span.File.Path, root["kind"].Written, root["metadata"]["namespace"].Written, root["metadata"]["name"].Written);
}
