using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>A kustomization that no other one takes in, with what is made of it.</summary>
internal sealed class KustomizationRoot
{
    private KustomizationRoot(Resource kustomization, KustomizeFiles files)
    {
        Kustomization = kustomization;
        try
        {
            var build = KustomizationBuild.Of(kustomization, files);
            var sure = build.Objects.Where(o => !o.IsDoubtful).ToList();
            Objects = [.. sure.Select(o => o.ToResource(Place))];
            Doubtful = [.. build.Objects.Where(o => o.IsDoubtful).Select(o => o.ToResource(Place))];
            ChangedFiles = [.. Doubtful.Select(r => r.Document.File).Concat(sure.Where(o => o.IsHidden).Select(o => o.Origin.Document.File)).Distinct()];
            (IsOpen, IsBuilt, Notes) = (build.IsOpen, true, build.Notes);
        }
        catch (KustomizeException e)
        {
            Failure = e;
            Objects = KustomizationMask.Apply([.. FilesOf(kustomization, files).SelectMany(files.At).SelectMany(Resource.ReadAll)], out var changed, out var doubtful);
            (ChangedFiles, Doubtful) = (changed, doubtful);
            Notes = kustomization.Kind == KustomizationFile.ComponentKind ? [] : [new BuildNote(e.Place, $"this kustomization is not built: {e.Message}; what it may change is taken as unknown", kustomization.Document.File.Folder)];
        }
    }

    /// <summary>The kustomization.</summary>
    public Resource Kustomization { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Place => Kustomization.Root.Node!.Span;

    /// <summary>Its objects.</summary>
    public IReadOnlyList<Resource> Objects { get; }

    /// <summary>Objects that may be there as they are, or otherwise.</summary>
    public IReadOnlyList<Resource> Doubtful { get; }

    /// <summary>Files of objects of which something is unknown that is written there.</summary>
    public IReadOnlyCollection<SourceFile> ChangedFiles { get; }

    /// <summary>Whether there may be more objects.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it was built.</summary>
    public bool IsBuilt { get; }

    /// <summary>Why it was not built; null where it was.</summary>
    public KustomizeException? Failure { get; }

    /// <summary>What is not built.</summary>
    public IReadOnlyList<BuildNote> Notes { get; }

    /// <summary>Builds every kustomization that no other one takes in. Of those that take in one another the first is taken.</summary>
    /// <param name="files">The files.</param>
    /// <param name="taken">The paths of the files that they take in, themselves included.</param>
    public static IReadOnlyList<KustomizationRoot> All(KustomizeFiles files, out HashSet<string> taken)
    {
        var inner = new HashSet<string>(files.Kustomizations.SelectMany(k => KustomizeReference.In(k)).Select(r => r.Path).OfType<string>().SelectMany(files.In).Select(PathOf), StringComparer.Ordinal);
        taken = new HashSet<string>(StringComparer.Ordinal);
        var roots = new List<KustomizationRoot>();
        foreach (var kustomization in files.Kustomizations.OrderBy(k => inner.Contains(PathOf(k))))
        {
            if (taken.Contains(PathOf(kustomization))) continue;
            taken.UnionWith(FilesOf(kustomization, files));
            roots.Add(new KustomizationRoot(kustomization, files));
        }

        return roots;
    }

    private static string PathOf(Resource kustomization) => kustomization.Document.File.Path;

    private static HashSet<string> FilesOf(Resource kustomization, KustomizeFiles files)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Resource>([kustomization]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!found.Add(PathOf(next))) continue;
            foreach (var path in KustomizeReference.In(next).Select(r => r.Path).OfType<string>())
            {
                foreach (var inner in files.In(path)) open.Push(inner);
                if (files.At(path).Count > 0) found.Add(path);
            }
        }

        return found;
    }
}
