using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint.Kustomize;

/// <summary>Applies patches: strategic merge and JSON 6902, from files and inline.</summary>
/// <param name="files">The files.</param>
/// <param name="folder">The folder of the kustomization.</param>
/// <param name="hasOwnSchema">Whether the kustomization describes kinds itself.</param>
/// <param name="isOpen">Whether there may be more objects than are known.</param>
internal sealed class PatchTransformer(KustomizeFiles files, string folder, bool hasOwnSchema, Func<bool> isOpen)
{
    /// <summary>Applies an item of <c>patchesStrategicMerge</c>.</summary>
    /// <returns>What could not be applied, for people; null for nothing.</returns>
    public string? ApplyMerge(Field item, List<BuiltObject> objects) =>
        item.Node is MappingNode or SequenceNode ? Apply([item], null, item, objects, isMergeList: true)
        : item.Text?.IndexOf('\n') >= 0 ? Unread(null, objects)
        : ApplyFile(item, null, item, objects, isMergeList: true);

    /// <summary>Applies an item of <c>patches</c> or <c>patchesJson6902</c>.</summary>
    /// <returns>What could not be applied, for people; null for nothing.</returns>
    public string? Apply(Field item, List<BuiltObject> objects)
    {
        var (inline, target) = (item["patch"], item["target"] is { IsAbsent: false } named ? named : null);
        if (inline.Node is MappingNode or SequenceNode) return Apply([inline], target, item, objects);
        return inline.IsAbsent && item["path"].Text is not null ? ApplyFile(item["path"], target, item, objects) : Unread(target, objects);
    }

    private string? ApplyFile(Field place, Field? target, Field item, List<BuiltObject> objects, bool isMergeList = false)
    {
        if (KustomizeReference.Of(place, ReferenceKind.Patch, folder).Path is not { } path) return Unread(target, objects);
        switch (files.Of(path))
        {
            case FileKnowledge.Missing:
                Unread(target, objects);
                return $"there is no file '{path}'";
            case FileKnowledge.Whole:
                return Apply([.. files.At(path).Select(d => Field.Root(d.Root))], target, item, objects, isMergeList);
            default:
                return Unread(target, objects);
        }
    }

    // A patch that can't be read may change whatever it selects.
    private static string Unread(Field? target, List<BuiltObject> objects)
    {
        foreach (var candidate in objects.Where(o => target is null || Selectors.Selects(target, o) != false)) candidate.IsDoubtful = true;
        return "this patch can't be read";
    }

    private string? Apply(IReadOnlyList<Field> patches, Field? target, Field item, List<BuiltObject> objects, bool isMergeList = false)
    {
        if (target is not null && patches.Count > 1 && patches.All(p => p.Node is MappingNode)) throw new KustomizeException(item.Span, "several patches can't have one target");
        foreach (var patch in patches)
        {
            foreach (var (selected, isSure) in Targets(patch, target, item, objects))
            {
                if (!isSure) selected.IsDoubtful = true;
                else if (patch.Node is SequenceNode operations) Change(selected, operations);
                else if (!Merge(selected, patch, item, isSelected: target is not null || isMergeList)) objects.Remove(selected);
            }
        }

        return null;
    }

    private List<(BuiltObject Object, bool IsSure)> Targets(Field patch, Field? target, Field item, List<BuiltObject> objects)
    {
        if (target is not null)
            return [.. objects.Select(o => (Object: o, IsSelected: Selectors.Selects(target, o))).Where(o => o.IsSelected != false).Select(o => (o.Object, o.IsSelected == true))];
        if (patch.Node is not MappingNode root || patch["apiVersion"].Text is not { } apiVersion || patch["kind"].Text is not { } kind || patch["metadata"]["name"].Written is not { } name)
            throw new KustomizeException(item.Span, "this patch names no object, and has no target");
        var id = ObjectId.Of(apiVersion, kind, patch["metadata"]["namespace"].Written, name);
        var found = objects.FindAll(o => o.IsCalled(id));

        // Objects of kinds that no rule reads are not in the list.
        if (found.Count == 0 && ReadKinds.Contains(apiVersion, kind) && !isOpen()) throw new KustomizeException(item.Span, $"there is no {kind} '{name}' to patch");
        return found.Count > 1 ? throw new KustomizeException(item.Span, $"several objects are called {kind} '{name}'") : [.. found.Select(o => (o, true))];
    }

    private static void Change(BuiltObject target, SequenceNode operations)
    {
        target.Remember();
        target.Become(JsonPatch.Apply(target.Root, operations), operations.Span);
    }

    private bool Merge(BuiltObject target, Field patch, Field item, bool isSelected)
    {
        var options = item["options"];
        var (mayRename, mayRetype) = (options["allowNameChange"].Boolean == true, options["allowKindChange"].Boolean == true);
        if (mayRename || mayRetype) target.Remember();
        var changes = ((MappingNode)patch.Node!).Without("apiVersion");
        if (!mayRetype) changes = changes.Without("kind");
        if (changes.Find("metadata") is { Value: MappingNode metadata } entry)
        {
            metadata = metadata.Without("namespace");
            if (!mayRename) metadata = metadata.Without("name");

            // Where it selects, kustomize writes the patch's own labels and annotations anew, so that a null there takes nothing away.
            foreach (var key in isSelected ? new[] { "labels", "annotations" } : [])
            {
                if (!Rewriting.IsThere(metadata.Find(key)?.Value)) metadata = metadata.Without(key);
            }

            changes = metadata.Entries.Count > 0 ? changes.With("metadata", entry.KeySpan, metadata) : changes.Without("metadata");
        }

        var merged = new StrategicMerge(target.Id, hasOwnSchema).Apply(target.Root, changes);
        if (merged is not null) target.Become(merged, item.Span);
        return merged is not null;
    }
}
