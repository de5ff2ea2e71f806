using KubeLint.Engine.Trees;
using KubeLint.Terraform;

namespace KubeLint.Engine.Gating;

/// <summary>What was found at an earlier revision of the files that are linted now.</summary>
internal static class EarlierFindings
{
    /// <summary>Lints the revision as it was then: its own files below the same paths, with its own configuration.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="request">What is asked for now.</param>
    /// <param name="source">The files of now.</param>
    /// <param name="set">The same as they were read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings, with the names that their files have now.</returns>
    /// <exception cref="GitException">Git can't give all of it.</exception>
    public static KnownFindings In(GitRevision revision, LintRequest request, ManifestSource source, ManifestSet set, CancellationToken cancellation)
    {
        var earlier = new ManifestSource(request.WorkingFolder, request.Paths, request.Excluded, revision.Tree, cancellation);
        var reading = new Reading(Known: IsConfiguredAlike(revision.Tree, source) ? Unchanged(revision.Tree, set) : null);
        var found = ManifestSet.Read(earlier, request with { Input = null, Progress = null }, reading, cancellation).Report.Findings;
        revision.ThrowIfIncomplete();
        return KnownFindings.Of(found.Select(FindingKey.Of).Select(key => revision.Renames.TryGetValue(key.File, out var name) ? key with { File = name } : key));
    }

    // Most files are as they were: they need not be read again.
    private static Func<string, ReadFile?> Unchanged(GitTree tree, ManifestSet set)
    {
        // Suppressions remember what they have silenced, and a part of a Terraform module depends on the files beside it.
        var files = set.Files.Where(f => f is { Path: not null, ContentId: not null } && f.Content.Suppressions.Count == 0 && !TerraformReader.IsConfiguration(f.Path)).ToDictionary(f => f.Path!, StringComparer.Ordinal);
        return path => files.TryGetValue(path, out var file) && file.ContentId == tree.ContentId(path) ? file : null;
    }

    private static bool IsConfiguredAlike(GitTree tree, ManifestSource source)
    {
        try
        {
            return source.ConfigurationFiles.Distinct(StringComparer.Ordinal).All(path =>
                DiskTree.Instance.HasFile(path) ? tree.HasFile(path) && tree.ReadText(path) == DiskTree.Instance.ReadText(path) : !tree.HasFile(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
