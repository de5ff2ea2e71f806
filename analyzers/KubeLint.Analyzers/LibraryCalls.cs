using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>What the library's own methods do: some change metadata, and the rest read what they are given.</summary>
/// <param name="fate">What becomes of values.</param>
/// <param name="store">Changes them.</param>
/// <param name="regions">Where code is.</param>
/// <param name="metadata">The type of metadata, where it is known.</param>
internal sealed class LibraryCalls(Fate fate, Store store, Regions regions, ModelType? metadata)
{
    /// <summary>What a method does, and returns.</summary>
    public Value Call(string method, Value? receiver, Slot[] arguments, SyntaxNode place)
    {
        switch (method, arguments)
        {
            case ("Initialize", _) when receiver is not null:
                return receiver;
            case ("EnsureMetadata", _) when receiver is MapValue:
                return MetadataOf(receiver, place);
            case ("Labels" or "EnsureLabels", _) when receiver is MapValue:
                return Ensure(MetadataOf(receiver, place), "labels", place);
            case ("Annotations" or "EnsureAnnotations", _) when receiver is MapValue:
                return Ensure(MetadataOf(receiver, place), "annotations", place);
            case ("SetLabel" or "SetAnnotation", [var key, var value]):
                var (name, property) = method == "SetLabel" ? ("labels", "Labels") : ("annotations", "Annotations");
                if (receiver is not MapValue) fate.WriteBlindly(receiver!, property, null);
                else if (Ensure(MetadataOf(receiver, place), name, place) is MapValue map) store.Write(map, Store.TextOf(key.Value), new Slot(key.KeyPlace, value.Value));
                return new UnknownValue(place);
            case ("Name", []) when receiver is MapValue:
                return (MetadataOf(receiver, place) as MapValue)?.Find("name")?.Value ?? new UnknownValue(place);
            case ("SetNamespace", [var space]) when receiver is MapValue:
                return WriteMetadata(receiver, "namespace", space.Value, place);
            case ("AddFinalizer" or "RemoveFinalizer" or "EnsureFinalizers", _) when receiver is MapValue:
                return WriteMetadata(receiver, "finalizers", new UnknownValue(place), place);
            case ("AddOwnerReference" or "RemoveOwnerReference" or "RemoveOwnerReferences", _) when receiver is MapValue:
                return WriteMetadata(receiver, "ownerReferences", new UnknownValue(place), place);
            default:
                // Clients and serializers read what they are given, and give what the cluster or a text says.
                foreach (var argument in arguments) fate.HandOn(argument.Value);
                if (receiver is not null) fate.HandOn(receiver);
                return new UnknownValue(place) { IsOfCluster = true };
        }
    }

    // Some of these methods are of the object, and some of its metadata.
    private Value MetadataOf(Value receiver, SyntaxNode place) => receiver is MapValue { Type: { } type } && type == metadata ? receiver : Ensure(receiver, "metadata", place);

    private Value WriteMetadata(Value receiver, string key, Value value, SyntaxNode place)
    {
        if (MetadataOf(receiver, place) is MapValue map) store.Write(map, key, new Slot(place, value));
        return new UnknownValue(place);
    }

    private Value Ensure(Value holder, string key, SyntaxNode place)
    {
        if (holder is not MapValue { IsLost: false } map) return Store.Either(place, holder);
        if (map.Find(key) is { Value: var there } && there is not ConstantValue { Content: null }) return there;
        if (!map.IsComplete) return Store.Either(place, holder);
        var made = new MapValue(place, regions.Current, key == "metadata" ? metadata : null);
        store.Write(map, key, new Slot(place, made));
        return made;
    }
}
