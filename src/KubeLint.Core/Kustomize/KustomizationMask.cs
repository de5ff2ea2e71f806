using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>
/// What a kustomization that can't be built may change of its bases is unknown: the fields that its patches name,
/// replicas, labels. Files that are patches are no objects. Source: the kustomize.config.k8s.io types.
/// </summary>
internal sealed class KustomizationMask
{
    private readonly Dictionary<string, List<Resource>> byFile;
    private readonly Dictionary<string, Resource> byFolder;
    private readonly Dictionary<Resource, Resource> masked = [];
    private readonly HashSet<Resource> dropped = [];
    private readonly HashSet<string> patchFiles = new(StringComparer.Ordinal);
    private readonly bool hasRenames;

    private KustomizationMask(IReadOnlyList<Resource> resources)
    {
        byFile = resources.GroupBy(r => r.Document.File.Path).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        byFolder = [];
        hasRenames = resources.Any(r => KustomizationFile.IsKustomization(r) && !(r.Root["namePrefix"].IsAbsent && r.Root["nameSuffix"].IsAbsent));
        foreach (var resource in resources.Where(KustomizationFile.IsKustomization))
        {
            if (KustomizationFile.IsNamed(resource.Document.File.Name)) byFolder[resource.Document.File.Folder] = resource;
        }
    }

    /// <summary>The objects of a set, with unknown parts where kustomizations may change them, and without patches.</summary>
    /// <param name="resources">What was read.</param>
    /// <param name="changedFiles">The files of objects that are changed, or left out.</param>
    /// <param name="leftOut">Objects that are left out because nothing is known of them: they may be there.</param>
    public static IReadOnlyList<Resource> Apply(IReadOnlyList<Resource> resources, out IReadOnlyCollection<SourceFile> changedFiles, out IReadOnlyList<Resource> leftOut)
    {
        changedFiles = [];
        leftOut = [];
        if (!resources.Any(KustomizationFile.IsKustomization)) return resources;
        var kustomizations = new KustomizationMask(resources);
        foreach (var kustomization in kustomizations.byFolder.Values) kustomizations.Apply(kustomization);
        leftOut = [.. resources.Where(kustomizations.dropped.Contains)];
        changedFiles = [.. kustomizations.masked.Keys.Concat(kustomizations.dropped).Select(r => r.Document.File).Distinct()];
        return
        [
            .. resources.Where(r => !kustomizations.dropped.Contains(r) && !kustomizations.patchFiles.Contains(r.Document.File.Path))
                .Select(r => kustomizations.masked.TryGetValue(r, out var changed) ? changed : r),
        ];
    }

    private void Apply(Resource kustomization)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var changers = new HashSet<Resource>();
        Reach(kustomization, files, changers, true);
        var targets = files.SelectMany(f => byFile.TryGetValue(f, out var found) ? found : []).Where(r => !KustomizationFile.IsKustomization(r)).ToList();
        foreach (var changer in changers) Apply(changer, targets);
    }

    // The files that a kustomization takes in, and the kustomizations whose changes reach all of them: itself and its components.
    private void Reach(Resource kustomization, HashSet<string> files, HashSet<Resource> changers, bool changesAll)
    {
        if (changesAll && !changers.Add(kustomization)) return;
        if (!files.Add(kustomization.Document.File.Path) && !changesAll) return;
        var folder = kustomization.Document.File.Folder;
        foreach (var key in new[] { "resources", "bases", "components" })
        {
            foreach (var item in kustomization.Root[key].Items)
            {
                if (KustomizeReference.Of(item, ReferenceKind.Resource, folder).Path is not { } path) continue;
                if (byFolder.TryGetValue(path, out var inner)) Reach(inner, files, changers, changesAll && key == "components");
                else if (byFile.ContainsKey(path)) files.Add(path);
            }
        }
    }

    private void Apply(Resource kustomization, List<Resource> targets)
    {
        var root = kustomization.Root;
        var folder = kustomization.Document.File.Folder;
        foreach (var patch in root["patches"].Items) Apply(patch["path"], patch["patch"], patch["target"], folder, targets);
        foreach (var patch in root["patchesJson6902"].Items) Apply(patch["path"], patch["patch"], patch["target"], folder, targets);
        foreach (var patch in root["patchesStrategicMerge"].Items) Apply(patch, patch, null, folder, targets);
        foreach (var replicas in root["replicas"].Items)
        {
            foreach (var target in targets.Where(t => IsNamed(t, replicas["name"].Text) && HasReplicas(t))) Hide(target, ["spec", "replicas"]);
        }

        var labels = root["commonLabels"].Entries.Concat(root["labels"].Items
            .Where(l => l["includeSelectors"].Boolean == true || l["includeTemplates"].Boolean == true).SelectMany(l => l["pairs"].Entries)).ToList();
        foreach (var target in labels.Count > 0 ? targets : [])
        {
            foreach (var label in labels) Hide(target, ["spec", "template", "metadata", "labels", label.Key]);
        }

        foreach (var replacement in root["replacements"].Items)
        {
            if (!replacement["path"].IsAbsent) dropped.UnionWith(targets);
            foreach (var to in replacement["targets"].Items)
            {
                foreach (var target in targets.Where(t => IsSelected(t, to["select"])))
                {
                    foreach (var path in to["fieldPaths"].Items) Hide(target, Rewriting.Keys(path.Text ?? "spec"));
                }
            }
        }

        // What a transformer does is written in code.
        if (!root["transformers"].IsAbsent) dropped.UnionWith(targets);
    }

    private static bool HasReplicas(Resource resource) => resource.Kind is "Deployment" or "StatefulSet" or "ReplicaSet" or "ReplicationController";

    private void Apply(Field path, Field inline, Field? target, string folder, List<Resource> targets)
    {
        // An inline patch is read by the front end into what it says.
        if (inline.Node is MappingNode or SequenceNode)
        {
            Apply(inline, target, targets);
        }
        else if (KustomizeReference.Of(path, ReferenceKind.Patch, folder).Path is { } file && byFile.TryGetValue(file, out var patches))
        {
            patchFiles.Add(file);
            foreach (var patch in patches) Apply(patch.Root, target, targets);
        }
        else
        {
            // A patch that can't be read may change whatever it selects.
            dropped.UnionWith(targets.Where(t => target is null || IsSelected(t, target)));
        }
    }

    private void Apply(Field patch, Field? target, List<Resource> targets)
    {
        var isTargeted = target is { IsAbsent: false };
        foreach (var resource in targets)
        {
            if (isTargeted ? !IsSelected(resource, target!) : !IsNamedBy(resource, patch)) continue;
            if (patch.Node is SequenceNode)
            {
                foreach (var operation in patch.Items)
                {
                    Hide(resource, Keys(operation["path"]));
                    if (operation["op"].Text == "move") Hide(resource, Keys(operation["from"]));
                }
            }
            else if (patch["$patch"].Text == "delete")
            {
                dropped.Add(resource);
            }
            else
            {
                Current(resource, root => Merge(root, patch.Node!, isTop: true));
            }
        }
    }

    private static string[] Keys(Field pointer) => JsonPatch.Keys(pointer.Text is { Length: > 0 } text ? text : "/spec");

    private bool IsNamedBy(Resource resource, Field patch) =>
        patch["kind"].Text == resource.Kind && IsNamed(resource, patch.At("metadata", "name").Written);

    private bool IsSelected(Resource resource, Field target) =>
        IsMatch(target["kind"], resource.Kind) && IsMatch(target["group"], resource.Group)
        && (IsMatch(target["name"], resource.Name) || (hasRenames && IsNamed(resource, target["name"].Written)));

    // With prefixes and suffixes a patch may call an object by what it becomes.
    private bool IsNamed(Resource resource, string? name) =>
        name == resource.Name || (hasRenames && name is not null && resource.Name is { Length: > 0 } own && name.Contains(own));

    private static bool IsMatch(Field pattern, string? text) => text is null || Selectors.IsMatch(pattern, text) != false;

    private void Hide(Resource resource, IReadOnlyList<string> path) => Current(resource, root => Rewriting.Hide(root, path));

    private void Current(Resource resource, Func<Node, Node> change)
    {
        var current = masked.TryGetValue(resource, out var changed) ? changed : resource;
        if (current.Root.Node is { } root) masked[resource] = current.WithRoot(change(root));
    }

    // Containers stay: a merge never takes the last one away, and no rule looks into them.
    private static Node Merge(Node node, Node patch, bool isTop)
    {
        if (node is not MappingNode mapping || patch is not MappingNode changes || changes.Entries.Any(e => e.Key.StartsWith("$", StringComparison.Ordinal))) return new UnknownNode(node.Span);
        foreach (var change in changes.Entries)
        {
            if ((isTop && change.Key is "apiVersion" or "kind") || change.Key is "containers" or "initContainers") continue;
            if (isTop && change.Key == "metadata")
            {
                mapping = Set(mapping, "metadata", old => old is null ? old : MergeMetadata(old, change.Value));
                continue;
            }

            mapping = Set(mapping, change.Key, old => old is null ? new UnknownNode(mapping.Span) : Merge(old, change.Value, isTop: false));
        }

        return mapping;
    }

    private static Node MergeMetadata(Node metadata, Node patch) =>
        patch is MappingNode changes ? Merge(metadata, new MappingNode(patch.Span, [.. changes.Entries.Where(e => e.Key is not ("name" or "namespace"))]), isTop: false) : metadata;

    private static MappingNode Set(MappingNode mapping, string key, Func<Node?, Node?> change)
    {
        var entries = new List<MappingEntry>(mapping.Entries.Count + 1);
        var isFound = false;
        foreach (var entry in mapping.Entries)
        {
            isFound |= entry.Key == key;
            entries.Add(entry.Key == key ? entry with { Value = change(entry.Value)! } : entry);
        }

        if (!isFound && change(null) is { } added) entries.Add(new MappingEntry(key, mapping.Span, added));
        return new MappingNode(mapping.Span, entries, mapping.IsComplete);
    }
}
