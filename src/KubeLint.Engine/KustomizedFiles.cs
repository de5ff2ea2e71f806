using KubeLint.Engine.Trees;
using KubeLint.Kustomize;
using KubeLint.Resources;

namespace KubeLint.Engine;

/// <summary>
/// Finds what kustomizations name beside the files that a run was given, whatever discovery says of it: as kustomize does,
/// files in and below a kustomization's folder, and other kustomizations anywhere.
/// </summary>
/// <param name="root">The full path that reported paths are relative to.</param>
/// <param name="tree">Where the files are.</param>
/// <param name="read">Reads a file by its full path.</param>
internal sealed class KustomizedFiles(string root, IFileTree tree, Func<string, ReadFile> read)
{
    private readonly HashSet<string> lookedFor = new(StringComparer.Ordinal);
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>The full paths of all files that were looked for beside the given ones, whether they are there or not.</summary>
    public IReadOnlyCollection<string> LookedFor => lookedFor;

    /// <summary>What is named and not there, by its path in reports.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>The given files, with those that kustomizations name behind them.</summary>
    public IReadOnlyList<ReadFile> Complete(IReadOnlyList<ReadFile> files)
    {
        var open = new Queue<ReadFile>(files.Where(IsKustomization));
        if (open.Count == 0) return files;
        var known = new HashSet<string>(files.Select(f => f.Name), StringComparer.Ordinal);
        var added = new List<ReadFile>();
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            var references = next.Content.Documents.SelectMany(Resource.ReadAll).Where(KustomizationFile.IsKustomization).SelectMany(KustomizeReference.In);
            foreach (var path in references.SelectMany(r => Wanted(r, next)).Where(known.Add))
            {
                added.Add(read(PathNames.Full(root, path)));
                if (IsKustomization(added[added.Count - 1])) open.Enqueue(added[added.Count - 1]);
            }
        }

        return [.. files, .. added.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static bool IsKustomization(ReadFile file) => KustomizationFile.IsNamed(file.Name.Substring(file.Name.LastIndexOf('/') + 1));

    // The files that one reference stands for.
    private IEnumerable<string> Wanted(KustomizeReference reference, ReadFile kustomization)
    {
        if (reference.Path is not { } path) return [];
        var full = PathNames.Full(root, path);
        if (reference.Kind != ReferenceKind.Patch && tree.HasFolder(full))
        {
            List<string> found = [.. KustomizationFile.Names.Where(name => IsThere(Path.Combine(full, name)))];
            if (found.Count == 0) missing.Add(path);
            return found.Select(name => path.Length > 0 ? $"{path}/{name}" : name);
        }

        if (IsThere(full)) return IsWithin(path, kustomization.Name) ? [path] : [];
        missing.Add(path);
        return [];
    }

    private bool IsThere(string full)
    {
        lookedFor.Add(full);
        return tree.HasFile(full);
    }

    private static bool IsWithin(string path, string kustomization)
    {
        var folder = kustomization.Substring(0, kustomization.LastIndexOf('/') + 1);
        return path.StartsWith(folder, StringComparison.Ordinal) && !path.Substring(folder.Length).StartsWith("../", StringComparison.Ordinal);
    }
}
