using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>What code does to the objects and collections that it has: surely where their region does it, else perhaps.</summary>
/// <param name="fate">What becomes of them.</param>
/// <param name="regions">Where code is.</param>
internal sealed class Store(Fate fate, Regions regions)
{
    /// <summary>Names of methods that change a collection.</summary>
    public static readonly HashSet<string> ChangingNames = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAll", "RemoveAt", "RemoveRange", "Clear", "TryAdd", "Sort", "Reverse" };

    /// <summary>One of some values, or a part of one.</summary>
    public static UnknownValue Either(SyntaxNode place, params Value?[] values)
    {
        List<Value>? candidates = null;
        foreach (var value in values)
        {
            if (value is MutableValue) Add(value);
            else if (value is UnknownValue { Candidates: { Count: > 0 } others }) foreach (var other in others) Add(other);
        }

        return new UnknownValue(place) { Candidates = candidates switch { null => [], [_] => candidates, _ => [.. candidates.Distinct()] } };

        void Add(Value candidate)
        {
            if (candidate is MutableValue) (candidates ??= []).Add(candidate);
        }
    }

    /// <summary>Writes a key, which may be any where it is null.</summary>
    public void Write(MapValue map, string? key, Slot slot)
    {
        if (key is null)
        {
            map.MayHold(slot.Value);
            fate.Lose(map);
            return;
        }

        fate.Share(map, slot.Value);
        if (map.Region == regions.Current)
        {
            map.Set(key, slot);
            return;
        }

        var either = Either(slot.KeyPlace, map.Find(key)?.Value, slot.Value);

        // Code of the loop that was followed already gets it when it runs again.
        if (regions.Loop > map.Region) fate.Lose(either);
        map.Set(key, new Slot(slot.KeyPlace, either));
    }

    /// <summary>Adds an item.</summary>
    public void Add(ListValue list, Value item)
    {
        fate.Share(list, item);
        if (list.Region == regions.Current)
        {
            list.Items.Add(item);
            return;
        }

        list.IsComplete = false;
        list.MayHold(item);
    }

    /// <summary>Adds all of another collection, as far as that is known.</summary>
    public void AddAll(MutableValue target, Value others)
    {
        switch (target, others)
        {
            case (MapValue map, MapValue { IsLost: false, Type: null } other):
                for (var i = 0; i < other.Count; i++) Write(map, other[i].Key, other[i].Slot);
                break;
            case (ListValue list, ListValue { IsLost: false } other):
                foreach (var item in other.Items) Add(list, item);
                break;
            default:
                target.IsComplete = false;
                break;
        }

        fate.Share(target, others);
        target.MayHold(others);
        if (others is not MutableValue known) return;
        target.IsComplete &= known.IsComplete;
        if (known.SharedNames.Count > 0) target.ShareAs(known.SharedNames);
    }

    /// <summary>What a collection's own method does to it, and returns; null where that is not known.</summary>
    public Value? Call(MutableValue target, string method, Slot[] arguments, SyntaxNode place)
    {
        switch (target, method, arguments)
        {
            case (MapValue { Type: null } map, "Add" or "TryAdd", [var key, var value]):
                Write(map, TextOf(key.Value), new Slot(key.KeyPlace, value.Value));
                break;
            case (MapValue { Type: null } map, "Remove", [var key]) when map.Region == regions.Current && TextOf(key.Value) is { } name:
                map.Remove(name);
                break;
            case (ListValue list, "Add", [var item]):
                Add(list, item.Value);
                break;
            case (ListValue, "AddRange", [var others]):
                AddAll(target, others.Value);
                break;
            case (ListValue, "ToList" or "ToArray" or "AsEnumerable", []):
                var copy = new ListValue(place, regions.Current);
                AddAll(copy, target);
                return copy;
            case (MapValue { Type: null }, "ContainsKey" or "ToString" or "GetHashCode" or "Equals", _) or (ListValue, "Contains" or "IndexOf" or "ToString" or "GetHashCode" or "Equals", _):
                break;
            case (ListValue or MapValue { Type: null }, _, _) when ChangingNames.Contains(method):
                target.MayHold(arguments.Select(a => a.Value));
                fate.Lose(target);
                break;
            default:
                return null;
        }

        return Either(place, target);
    }

    /// <summary>The text that a value surely is, or null.</summary>
    public static string? TextOf(Value value) => (value as ConstantValue)?.Content as string;
}
