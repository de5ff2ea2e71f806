using KubeLint.Resources;

namespace KubeLint.Kustomize;

/// <summary>What is known of a file that a kustomization names.</summary>
public enum FileKnowledge
{
    /// <summary>No one has looked for it.</summary>
    None,

    /// <summary>All that it declares is known.</summary>
    Whole,

    /// <summary>It is there, and not all that it declares can be read.</summary>
    Partial,

    /// <summary>It is there, and declares nothing that is read: as a patch it is unknown.</summary>
    Other,

    /// <summary>There is neither a file nor a folder of that name.</summary>
    Missing,
}

/// <summary>The files that kustomizations take in. Paths are those that reports show.</summary>
public sealed class KustomizeFiles
{
    private readonly Dictionary<string, List<Document>> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> byFolder = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, FileKnowledge> states;

    /// <summary>Creates it.</summary>
    /// <param name="documents">What was read, in source order.</param>
    /// <param name="states">What is known of files by their paths; of files with documents by default all is.</param>
    public KustomizeFiles(IEnumerable<Document> documents, IReadOnlyDictionary<string, FileKnowledge>? states = null)
    {
        this.states = states ?? new Dictionary<string, FileKnowledge>();
        foreach (var document in documents)
        {
            var file = document.File;
            if (!this.documents.TryGetValue(file.Path, out var list)) this.documents.Add(file.Path, list = []);
            list.Add(document);
            if (!KustomizationFile.IsNamed(file.Name)) continue;
            foreach (var resource in Resource.ReadAll(document).Where(KustomizationFile.IsKustomization))
            {
                if (!byFolder.TryGetValue(file.Folder, out var inFolder)) byFolder.Add(file.Folder, inFolder = []);
                inFolder.Add(resource);
            }
        }
    }

    /// <summary>The kustomizations, by path.</summary>
    public IEnumerable<Resource> Kustomizations => byFolder.Values.SelectMany(k => k).OrderBy(k => k.Document.File.Path, StringComparer.Ordinal);

    /// <summary>The kustomizations of a folder; more than one is a fault.</summary>
    public IReadOnlyList<Resource> In(string folder) => byFolder.TryGetValue(folder, out var found) ? found : [];

    /// <summary>The documents of a file.</summary>
    public IReadOnlyList<Document> At(string path) => documents.TryGetValue(path, out var found) ? found : [];

    /// <summary>What is known of a file.</summary>
    public FileKnowledge Of(string path) => states.TryGetValue(path, out var state) ? state : documents.ContainsKey(path) ? FileKnowledge.Whole : FileKnowledge.None;
}
