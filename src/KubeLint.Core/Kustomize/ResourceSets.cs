using KubeLint.Edits;
using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Kustomize;

/// <summary>
/// What is linted: the objects of files that no kustomization takes in, and what the others are built to. Kustomizations
/// that declare one object differently are variants, of which at most one stands in a cluster: each is judged in a set of its own.
/// </summary>
public sealed class ResourceSets
{
    // Kinds for which a set can say that more of them may be there; of the others an open set says it of all.
    private static readonly HashSet<ObjectKind> KindsInDoubt =
        [.. PodTemplateKind.Kinds, .. Autoscaler.Kinds, new("", "Service"), new(DisruptionBudget.Group, DisruptionBudget.Kind), new(KustomizationFile.Group, KustomizationFile.Kind)];

    private readonly IReadOnlyList<KustomizationRoot> roots;
    private readonly bool isOpen;
    private readonly List<Resource> loose;
    private readonly Dictionary<SourceFile, int> order = [];

    private ResourceSets(IReadOnlyList<Document> documents, bool isOpen, IReadOnlyDictionary<string, FileKnowledge>? states)
    {
        this.isOpen = isOpen;
        foreach (var document in documents)
        {
            if (!order.ContainsKey(document.File)) order.Add(document.File, order.Count);
        }

        roots = KustomizationRoot.All(new KustomizeFiles(documents, states), out var taken);
        loose = [.. documents.Where(d => !taken.Contains(d.File.Path)).SelectMany(Resource.ReadAll)];
        All = roots.Count == 0 ? [new ResourceSet(loose, isOpen)] : [.. Sets()];
    }

    /// <summary>The sets, to be linted one after the other. Each object is judged in one of them.</summary>
    public IReadOnlyList<ResourceSet> All { get; }

    /// <summary>All objects in one set, variants beside each other.</summary>
    public ResourceSet Whole => All.Count == 1 ? All[0] : new ResourceSet(InSourceOrder(Different(loose.Concat(roots.SelectMany(r => r.Objects)))), isOpen || roots.Any(r => r.IsOpen)) { Doubtful = [.. roots.SelectMany(r => r.Doubtful)], ChangedFiles = Changed };

    /// <summary>How many kustomizations were built.</summary>
    public int Built => roots.Count(r => r.IsBuilt);

    /// <summary>What of kustomizations is not built.</summary>
    public IReadOnlyList<BuildNote> Notes => [.. roots.SelectMany(r => r.Notes).GroupBy(n => (n.Place, n.Message)).Select(g => g.First())];

    /// <summary>Kustomizations that no tool can build.</summary>
    public IReadOnlyList<Finding> Problems =>
    [
        .. roots.Where(r => r.Failure?.IsCertain == true).GroupBy(r => (r.Failure!.Place, r.Failure.Message)).Select(g => g.First())
            .Select(r => new Finding(HostRules.UnreadableManifest, r.Failure!.Place, r.Failure.Message) { Severity = r.Kustomization.Options.SeverityOf(HostRules.UnreadableManifest) }),
    ];

    private IReadOnlyCollection<SourceFile> Changed => [.. roots.SelectMany(r => r.ChangedFiles).Distinct()];

    /// <summary>Makes the sets of what was read.</summary>
    /// <param name="documents">The documents, in source order.</param>
    /// <param name="isOpen">See <see cref="ResourceSet.IsOpen"/>.</param>
    /// <param name="states">What is known of files that hold no documents, or not all, by path.</param>
    public static ResourceSets Of(IEnumerable<Document> documents, bool isOpen = false, IReadOnlyDictionary<string, FileKnowledge>? states = null) => new([.. documents], isOpen, states);

    private IEnumerable<ResourceSet> Sets()
    {
        var rivals = Rivals();
        var shared = roots.Where(r => !rivals.ContainsKey(r)).ToList();
        var apart = roots.Where(rivals.ContainsKey).ToList();
        List<Resource> common = [.. Different(loose.Concat(shared.SelectMany(r => r.Objects)))];
        var open = new HashSet<SourceSpan>(shared.Where(r => r.IsOpen).Select(r => r.Place));
        List<Resource> doubtful = [.. shared.SelectMany(r => r.Doubtful)];
        yield return Set(common, [.. common.Where(r => r.BuiltBy is not { } place || !open.Contains(place))], [.. doubtful, .. apart.SelectMany(MayHave)], false);
        if (open.Count > 0) yield return Set(common, [.. common.Where(r => r.BuiltBy is { } place && open.Contains(place))], [.. doubtful, .. apart.SelectMany(MayHave)], true);

        foreach (var together in Together(apart.Where(r => r.Objects.Count > 0), rivals))
        {
            var own = together.SelectMany(r => r.Objects).ToList();
            var excluded = new HashSet<KustomizationRoot>(together.Concat(together.SelectMany(r => rivals[r])));
            yield return Set([.. Different(own.Concat(common))], [.. Different(own)], [.. doubtful, .. together.SelectMany(r => r.Doubtful), .. apart.Where(r => !excluded.Contains(r)).SelectMany(MayHave)], together.Exists(r => r.IsOpen));
        }
    }

    // Variants that are called alike, as the overlays 'prod' of several services, are taken for those of one cluster, where none
    // of them contradicts another: as the kustomizations are that have no variants. Each set costs indexes over all that is in it.
    private static IEnumerable<List<KustomizationRoot>> Together(IEnumerable<KustomizationRoot> apart, Dictionary<KustomizationRoot, HashSet<KustomizationRoot>> rivals)
    {
        foreach (var alike in apart.GroupBy(r => (Variant(r), r.IsOpen)))
        {
            var clusters = new List<List<KustomizationRoot>>();
            foreach (var root in alike)
            {
                if (clusters.Find(c => !c.Exists(rivals[root].Contains)) is { } cluster) cluster.Add(root);
                else clusters.Add([root]);
            }

            foreach (var cluster in clusters) yield return cluster;
        }
    }

    // The last part of its folder.
    private static string Variant(KustomizationRoot root)
    {
        var folder = root.Kustomization.Document.File.Folder;
        return folder.Substring(folder.LastIndexOf('/') + 1);
    }

    private ResourceSet Set(List<Resource> all, IReadOnlyList<Resource> judged, List<Resource> doubtful, bool lacksSome) =>
        new(InSourceOrder(all), isOpen || lacksSome || doubtful.Exists(r => !KindsInDoubt.Contains(r.GroupKind))) { Judged = InSourceOrder(judged), Doubtful = doubtful, ChangedFiles = Changed };

    private IReadOnlyList<Resource> InSourceOrder(IEnumerable<Resource> resources) => [.. resources.OrderBy(r => order[r.Document.File]).ThenBy(r => r.Root.Node!.Span.Start)];

    private static IEnumerable<Resource> MayHave(KustomizationRoot root) => root.Objects.Concat(root.Doubtful);

    // Which kustomizations declare an object that another one declares otherwise.
    private Dictionary<KustomizationRoot, HashSet<KustomizationRoot>> Rivals()
    {
        var result = new Dictionary<KustomizationRoot, HashSet<KustomizationRoot>>();
        var declared = roots.SelectMany(root => MayHave(root).Where(r => r.Name is not null && !KustomizationFile.IsKustomization(r)), (root, resource) => (Root: root, Resource: resource))
            .GroupBy(d => (d.Resource.Group, d.Resource.Kind, d.Resource.NamespaceName, d.Resource.Name));
        foreach (var group in declared)
        {
            var variants = group.ToList();
            foreach (var one in variants)
            {
                foreach (var other in variants.Where(v => v.Root != one.Root && !AreEqual(v.Resource, one.Resource)))
                {
                    if (!result.TryGetValue(one.Root, out var own)) result.Add(one.Root, own = []);
                    own.Add(other.Root);
                }
            }
        }

        return result;
    }

    // What several kustomizations declare in the same way is one object.
    private static IEnumerable<Resource> Different(IEnumerable<Resource> resources)
    {
        var seen = new Dictionary<(string, string, string?, string), List<Resource>>();
        foreach (var resource in resources)
        {
            if (resource is { BuiltBy: not null, Name: { } name })
            {
                var key = (resource.Group, resource.Kind, resource.NamespaceName, name);
                if (!seen.TryGetValue(key, out var same)) seen.Add(key, same = []);
                if (same.Exists(s => AreEqual(s, resource))) continue;
                same.Add(resource);
            }

            yield return resource;
        }
    }

    private static bool AreEqual(Resource a, Resource b) => EditedTree.AreEqual(a.Root.Node!, b.Root.Node!, inAnyOrder: true);
}
