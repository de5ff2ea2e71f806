using System.Text;

namespace KubeLint.Provisioner.Planning;

/// <summary>What became of a file.</summary>
/// <param name="Path">Its path below the folder.</param>
/// <param name="Change">What was done.</param>
internal sealed record FileChange(string Path, Change Change);

/// <summary>What was done to a file.</summary>
internal enum Change
{
    /// <summary>It was as planned already.</summary>
    None,

    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It was there with another text.</summary>
    Changed,

    /// <summary>It belonged to an earlier plan, and to this one no more.</summary>
    Removed,
}

/// <summary>A folder that holds a plan.</summary>
/// <param name="path">The folder.</param>
internal sealed class PlanFolder(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string[] PlannedFolders = [ClusterPlan.ManifestFolder, ClusterPlan.TemplateFolder];

    /// <summary>
    /// Writes a plan, and touches no file that has its text already. Manifests that an
    /// earlier plan left are removed; all else, as Terraform's state and what people put there, stays.
    /// </summary>
    /// <returns>What was done, by path.</returns>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public IReadOnlyList<FileChange> Write(IReadOnlyList<PlannedFile> files)
    {
        var changes = files.Select(Write).ToList();
        var planned = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var old in PlannedFolders.SelectMany(PlannedIn).Where(old => !planned.Contains(old)).ToList())
        {
            File.Delete(Path.Combine(path, old));
            changes.Add(new FileChange(old, Change.Removed));
        }

        return [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    private FileChange Write(PlannedFile file)
    {
        var full = Path.Combine(path, file.Path);
        var isThere = File.Exists(full);
        var bytes = Utf8.GetBytes(file.Text);
        if (isThere && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes)) return new FileChange(file.Path, Change.None);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return new FileChange(file.Path, isThere ? Change.Changed : Change.Added);
    }

    private IEnumerable<string> PlannedIn(string folder)
    {
        var full = Path.Combine(path, folder);
        if (!Directory.Exists(full)) return [];
        return Directory.EnumerateFiles(full, "*.yaml").Where(file => File.ReadAllText(file).StartsWith(ClusterPlan.Header, StringComparison.Ordinal)).Select(file => $"{folder}/{Path.GetFileName(file)}");
    }
}
