using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>What a kustomization takes a file or folder for.</summary>
public enum ReferenceKind
{
    /// <summary>A file of objects, or the folder of another kustomization.</summary>
    Resource,

    /// <summary>The folder of a component.</summary>
    Component,

    /// <summary>A file with a patch.</summary>
    Patch,
}

/// <summary>A file or folder that a kustomization names.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">What for.</param>
/// <param name="Path">Its path as reports show it; null for what is none of this repository, or not known.</param>
public sealed record KustomizeReference(Field Place, ReferenceKind Kind, string? Path)
{
    /// <summary>What a kustomization names, in the order of the build.</summary>
    public static IEnumerable<KustomizeReference> In(Resource kustomization)
    {
        var (root, folder) = (kustomization.Root, kustomization.Document.File.Folder);
        foreach (var item in root["resources"].Items.Concat(root["bases"].Items)) yield return Of(item, ReferenceKind.Resource, folder);
        foreach (var item in root["components"].Items) yield return Of(item, ReferenceKind.Component, folder);
        foreach (var item in root["patchesStrategicMerge"].Items)
        {
            if (item.Text is { } text && text.IndexOf('\n') < 0) yield return Of(item, ReferenceKind.Patch, folder);
        }

        foreach (var item in root["patches"].Items.Concat(root["patchesJson6902"].Items))
        {
            if (!item["path"].IsAbsent) yield return Of(item["path"], ReferenceKind.Patch, folder);
        }
    }

    /// <summary>Reads one entry.</summary>
    internal static KustomizeReference Of(Field place, ReferenceKind kind, string folder) => new(place, kind, place.Text is { } text ? Join(folder, text) : null);

    // What kustomize takes for the address of a repository or a page where no file is called so.
    private static bool IsRemote(string path) =>
        path.Contains("://") || path.Contains("?ref=") || path.Contains(".git/") || path.EndsWith(".git", StringComparison.Ordinal) || path.Contains(".com/") || path.Contains(".com:") || path.Contains(".org/")
        || path.StartsWith("git@", StringComparison.Ordinal) || path.StartsWith("git::", StringComparison.Ordinal);

    private static string? Join(string folder, string path)
    {
        if (path.Length == 0 || path[0] == '/' || IsRemote(path)) return null;
        var parts = new List<string>(folder.Split('/').Where(p => p.Length > 0));
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
