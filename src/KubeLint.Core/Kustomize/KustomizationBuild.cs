using KubeLint.Edits;
using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>
/// Builds one kustomization with all that it takes in, as kustomize does, from trees alone. What can't be built makes its
/// part unknown. Source: the order of kustomize's own build (kusttarget).
/// </summary>
internal sealed class KustomizationBuild
{

    private readonly KustomizeFiles files;
    private readonly Resource root;
    private readonly List<BuildNote> notes = [];
    private readonly HashSet<string> variables = new(StringComparer.Ordinal);
    private List<BuiltObject> objects = [];

    private KustomizationBuild(Resource root, KustomizeFiles files) => (this.root, this.files) = (root, files);

    /// <summary>The objects.</summary>
    public IReadOnlyList<BuiltObject> Objects => objects;

    /// <summary>Whether there may be others, from where no one looks.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What is not built.</summary>
    public IReadOnlyList<BuildNote> Notes => notes;

    /// <summary>Builds a kustomization.</summary>
    /// <exception cref="KustomizeException">It can't be built.</exception>
    public static KustomizationBuild Of(Resource root, KustomizeFiles files)
    {
        var build = new KustomizationBuild(root, files);
        build.Accumulate(root, build.objects, []);
        NameReferences.Follow(build.objects);
        build.HideVariables();
        return build;
    }

    private void Accumulate(Resource kustomization, List<BuiltObject> into, IReadOnlyList<string> above)
    {
        var (field, folder) = (kustomization.Root, kustomization.Document.File.Folder);
        if (above.Contains(folder)) throw new KustomizeException(kustomization.Root.Span, $"the kustomization in '{folder}' takes itself in, by way of {string.Join(", ", above.Select(f => $"'{f}'"))}") { IsCertain = true };
        IReadOnlyList<string> path = [.. above, folder];
        foreach (var key in new[] { "resources", "bases", "components" })
        {
            if (!field[key].IsComplete) Leave(field[key], "not all that stands here is known");
        }

        foreach (var reference in KustomizeReference.In(kustomization).Where(r => r.Kind == ReferenceKind.Resource)) Take(reference, into, path);
        foreach (var key in new[] { "helmCharts", "helmChartInflationGenerator" })
        {
            if (!field[key].IsAbsent) Leave(field[key], "Helm charts are not rendered", hasCharts: true);
        }

        if (!field["generators"].IsAbsent) Leave(field["generators"], "generators are not run");
        foreach (var reference in KustomizeReference.In(kustomization).Where(r => r.Kind == ReferenceKind.Component)) TakeComponent(reference, into, path);
        Transform(field, folder, into);
    }

    private void Take(KustomizeReference reference, List<BuiltObject> into, IReadOnlyList<string> above)
    {
        if (reference.Path is not { } path)
        {
            Leave(reference.Place, "remote resources are not fetched");
        }
        else if (files.In(path) is { Count: > 0 } inner)
        {
            var own = new List<BuiltObject>();
            Accumulate(Only(inner, reference), own, above);
            foreach (var built in own) Add(into, built, reference.Place);
        }
        else if (IsThere(reference, path))
        {
            foreach (var resource in files.At(path).SelectMany(Resource.ReadAll))
            {
                if (resource.Root.Node is MappingNode mapping && !KustomizationFile.IsKustomization(resource)) Add(into, new BuiltObject(resource, Completed(mapping, resource)), reference.Place);
            }
        }
    }

    // An item of a typed list may leave out what the list says for all of them.
    private static MappingNode Completed(MappingNode mapping, Resource resource)
    {
        var result = mapping;
        if (resource.Root["apiVersion"].IsAbsent) result = result.With("apiVersion", mapping.Span, ScalarNode.OfString(mapping.Span, resource.ApiVersion));
        return resource.Root["kind"].IsAbsent ? result.With("kind", mapping.Span, ScalarNode.OfString(mapping.Span, resource.Kind)) : result;
    }

    private void TakeComponent(KustomizeReference reference, List<BuiltObject> into, IReadOnlyList<string> above)
    {
        if (reference.Path is { } path && files.In(path) is { Count: > 0 } inner)
        {
            Accumulate(Only(inner, reference), into, above);
            return;
        }

        if (reference.Path is null) Leave(reference.Place, "remote components are not fetched");
        else if (!IsThere(reference, reference.Path)) return;
        foreach (var built in into) built.IsDoubtful = true;
    }

    private static Resource Only(IReadOnlyList<Resource> kustomizations, KustomizeReference reference) => kustomizations.Count == 1
        ? kustomizations[0]
        : throw new KustomizeException(reference.Place.Span, $"there are {kustomizations.Count} kustomizations in this folder") { IsCertain = true };

    private bool IsThere(KustomizeReference reference, string path)
    {
        switch (files.Of(path))
        {
            case FileKnowledge.Missing:
                // It may be made before the kustomization is built, as from a template or a secret.
                Leave(reference.Place, $"there is no file or folder '{path}'");
                return false;
            case FileKnowledge.Whole or FileKnowledge.Other:
                return true;
            default:
                Leave(reference.Place, $"'{path}' is not read, or not as a whole");
                return files.At(path).Count > 0;
        }
    }

    private static void Add(List<BuiltObject> into, BuiltObject added, Field place)
    {
        var id = added.Id;
        if (id.Name.Length > 0 && into.Exists(o => o.Id == id)) throw new KustomizeException(place.Span, $"{added.Origin.DisplayName} is taken in twice");
        into.Add(added);
    }

    private void Transform(Field field, string folder, List<BuiltObject> targets)
    {
        var patches = new PatchTransformer(files, folder, field["openapi"].IsThere != false, () => IsOpen);
        foreach (var item in field["patchesStrategicMerge"].Items) Tell(item, patches.ApplyMerge(item, targets));
        foreach (var item in field["patches"].Items) Tell(item, patches.Apply(item, targets));
        NamespaceTransformer.Apply(field, targets);
        NameTransformer.Apply(field, targets);
        LabelTransformer.Apply(field, targets);
        foreach (var item in field["patchesJson6902"].Items) Tell(item, patches.Apply(item, targets));
        ReplicaTransformer.Apply(field, targets, IsOpen);
        ImageTransformer.Apply(field, targets);
        foreach (var item in field["replacements"].Items) Replace(item, targets);
        if (!field["transformers"].IsAbsent) Doubt(field["transformers"], "transformers are not run", targets);
        foreach (var key in new[] { "configurations", "crds" })
        {
            // They may say that more fields of such kinds hold names, labels and images.
            if (!field[key].IsAbsent) Doubt(field[key], $"{key} are not read", targets.Where(t => !MergeKeys.IsOfKubernetes(t.Id)));
        }

        foreach (var variable in field["vars"].Items)
        {
            if (variable["name"].Text is { } name) variables.Add($"$({name})");
        }
    }

    private void Tell(Field place, string? left)
    {
        if (left is not null) Note(place, left);
    }

    private void Replace(Field replacement, List<BuiltObject> targets)
    {
        Note(replacement, "replacements are not made, and their targets are unknown");
        if (!replacement["path"].IsAbsent)
        {
            foreach (var target in targets) target.IsDoubtful = true;
        }

        foreach (var to in replacement["targets"].Items)
        {
            foreach (var target in targets.Where(t => Selectors.Selects(to["select"], t) != false))
            {
                var paths = to["fieldPaths"].Items.ToList();

                // Without a path it is the name.
                if (paths.Count == 0 || paths.Exists(p => p.Text is null)) target.IsDoubtful = true;
                target.IsHidden = true;
                foreach (var path in paths.Where(p => p.Text is not null)) target.Become(Rewriting.Hide(target.Root, Rewriting.Keys(path.Text!)), path.Span);
            }
        }
    }

    private void HideVariables()
    {
        if (variables.Count == 0) return;
        foreach (var target in objects)
        {
            var hidden = Hide(target.Root);
            target.IsHidden |= !EditedTree.AreEqual(hidden, target.Root);
            target.Become(hidden, target.Root.Span);
        }

        Node Hide(Node node) => node switch
        {
            ScalarNode scalar when variables.Any(v => scalar.Text.Contains(v)) => new UnknownNode(scalar.Span, scalar.Text),
            MappingNode mapping => new MappingNode(mapping.Span, [.. mapping.Entries.Select(e => e with { Value = Hide(e.Value) })], mapping.IsComplete),
            SequenceNode list => list.With(list.Items.Select(Hide)),
            _ => node,
        };
    }

    private void Doubt(Field place, string what, IEnumerable<BuiltObject> targets)
    {
        Note(place, what);
        foreach (var target in targets) target.IsDoubtful = true;
    }

    private void Leave(Field place, string what, bool hasCharts = false)
    {
        IsOpen = true;
        Note(place, what, hasCharts);
    }

    private void Note(Field place, string what, bool hasCharts = false) =>
        notes.Add(new BuildNote(place.Span, $"{what}; what they say is taken as unknown", root.Document.File.Folder) { HasCharts = hasCharts });
}
