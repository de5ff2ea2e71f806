using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    // Helpers are followed so far: deeper ones are rare, and may call each other.
    private const int DeepestCall = 2;

    /// <summary>Names of methods that change a collection.</summary>
    public static readonly HashSet<string> ChangingNames = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAll", "RemoveAt", "RemoveRange", "Clear", "TryAdd", "Sort", "Reverse" };

    private Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is { } instance ? Evaluate(instance) : null;
        var given = call.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => (Operation: a, Slot: new Slot(a.Syntax, EvaluateArgument(a)))).ToList();

        // A lambda gets what the call gets.
        foreach (var (argument, _) in given.Where(g => LambdaIn(g.Operation) is not null)) Follow(LambdaIn(argument)!, [receiver, .. given.Select(g => g.Slot.Value)]);
        var result = CallWith(call, method, receiver, given);
        foreach (var (argument, _) in given.Where(g => g.Operation.Parameter?.RefKind is RefKind.Ref or RefKind.Out)) Assign(argument.Value, Either(argument.Syntax, [receiver, .. given.Select(g => g.Slot.Value)]));
        return result;
    }

    private Value EvaluateArgument(IArgumentOperation argument) => LambdaIn(argument) is null ? Evaluate(argument.Value) : new UnknownValue(argument.Syntax);

    private static IAnonymousFunctionOperation? LambdaIn(IArgumentOperation argument)
    {
        var value = argument.Value;
        while (value is IConversionOperation or IDelegateCreationOperation) value = value.ChildOperations.First();
        return value as IAnonymousFunctionOperation;
    }

    private Value CallWith(IInvocationOperation call, IMethodSymbol method, Value? receiver, List<(IArgumentOperation Operation, Slot Slot)> given)
    {
        var all = given.Select(g => g.Slot.Value).Append(receiver).OfType<Value>().ToArray();
        var (target, arguments) = method.IsExtensionMethod && receiver is null && given.Count > 0
            ? (given[0].Slot.Value, given.Skip(1).Select(g => g.Slot).ToList())
            : (receiver, given.Select(g => g.Slot).ToList());
        if (ModelType.IsLibraryNamespace(method.ContainingNamespace) && !source.Has(method)) return CallLibrary(call, target, arguments);
        if (target is MutableValue { IsLost: false } collection && ChangeCollection(collection, method.Name, arguments) is { } result) return result;
        if (target is UnknownValue && ReceiverOf(call) is { } changed && ChangingNames.Contains(method.Name)) ChangeBlindly(changed, target);
        if (method.Name is "ToList" or "ToArray" or "AsEnumerable" && target is ListValue { IsLost: false } list && arguments.Count == 0) return CopyOf(list, call.Syntax);
        if (method.Name == "Empty" && method.IsStatic && method.ContainingType.Name is "Array" or "Enumerable") return ListOf(call.Syntax, [], true);
        if (IsFramework(method.ContainingNamespace) && method.MethodKind != MethodKind.DelegateInvoke)
        {
            // It reads what it is given, or hands it on: maybe to a method that is not seen.
            foreach (var value in all)
            {
                if (given.Any(g => IsForeignMethod(g.Operation.Value))) fate.Lose(value);
                fate.Share(target as MutableValue, value);
                fate.Escape(value);
            }

            return Either(call.Syntax, all);
        }

        if (Inline(method, given.Where(g => g.Operation.Parameter is not null).Select(g => (g.Operation.Parameter!, g.Slot.Value)), receiver) is { } inlined)
            return call.Instance is null or IInstanceReferenceOperation ? inlined : Either(call.Syntax, [.. all, inlined]);
        if (source.HasImplementation(method.ContainingType))
        {
            foreach (var value in all) fate.Escape(value);
            return Either(call.Syntax, all);
        }

        foreach (var argument in given.Where(g => CanHold(g.Operation.Value))) fate.GiveAway(argument.Slot.Value);
        if (receiver is not null && method.MethodKind != MethodKind.DelegateInvoke && CanHold(call.Instance!)) fate.GiveAway(receiver);
        return Either(call.Syntax, all);
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments is [var first, ..] ? first.Value : null);

    // Whether something of an expression's type may hold an object.
    private static bool CanHold(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation.Type is not ({ IsValueType: true } or { SpecialType: SpecialType.System_String });
    }

    private static bool IsForeignMethod(IOperation argument)
    {
        while (argument is IConversionOperation or IDelegateCreationOperation) argument = argument.ChildOperations.First();
        return argument is IMethodReferenceOperation { Method: var method } && !IsFramework(method.ContainingNamespace) && !ModelType.IsLibraryNamespace(method.ContainingNamespace);
    }

    private Value CallLibrary(IInvocationOperation call, Value? receiver, List<Slot> arguments)
    {
        var model = receiver as MapValue;
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Initialize", _) when receiver is not null:
                return receiver;
            case ("EnsureMetadata", _) when model is not null:
                return Ensure(model, "metadata", call);
            case ("Labels" or "EnsureLabels", _) when model is not null:
                return Ensure(Ensure(model, "metadata", call), "labels", call);
            case ("Annotations" or "EnsureAnnotations", _) when model is not null:
                return Ensure(Ensure(model, "metadata", call), "annotations", call);
            case ("SetLabel" or "SetAnnotation", _) when model is null:
                fate.WriteBlindly(receiver!, call.TargetMethod.Name == "SetLabel" ? "Labels" : "Annotations", null);
                return new UnknownValue(call.Syntax);
            case ("SetLabel" or "SetAnnotation", [var key, var value]) when model is not null:
                if (Ensure(Ensure(model, "metadata", call), call.TargetMethod.Name == "SetLabel" ? "labels" : "annotations", call) is MapValue map) Write(map, TextOf(key.Value), new Slot(key.KeyPlace, value.Value));
                return new UnknownValue(call.Syntax);
            case ("Name", []) when model is not null:
                return ((Ensure(model, "metadata", call) as MapValue)?.Find("name")?.Value) ?? new UnknownValue(call.Syntax);
            case ("SetNamespace" or "AddFinalizer" or "RemoveFinalizer" or "AddOwnerReference" or "RemoveOwnerReference" or "RemoveOwnerReferences", _) when model is not null:
                fate.Lose(Ensure(model, "metadata", call));
                return new UnknownValue(call.Syntax);
            default:
                // Clients and serializers read what they are given, and give what the cluster or a text says.
                foreach (var argument in arguments) fate.HandOn(argument.Value);
                if (receiver is not null) fate.HandOn(receiver);
                return new UnknownValue(call.Syntax) { IsOfCluster = true };
        }
    }

    private Value Ensure(Value holder, string key, IInvocationOperation call)
    {
        if (holder is not MapValue { IsLost: false } map) return Either(call.Syntax, holder);
        if (map.Find(key)?.Value is { } there && there is not ConstantValue { Content: null }) return there;
        if (!map.IsComplete) return Either(call.Syntax, holder);
        var made = new MapValue(call.Syntax, region, key == "metadata" ? models.Of(source.Compilation.GetTypesByMetadataName("k8s.Models.V1ObjectMeta").FirstOrDefault()) : null);
        Write(map, key, new Slot(call.Syntax, made));
        return made;
    }

    // What a collection's own methods do to it; null where they are not known.
    private Value? ChangeCollection(MutableValue target, string method, List<Slot> arguments)
    {
        switch (target, method, arguments)
        {
            case (MapValue { Type: null } map, "Add" or "TryAdd", [var key, var value]):
                Write(map, TextOf(key.Value), new Slot(key.KeyPlace, value.Value));
                break;
            case (MapValue { Type: null } map, "Remove", [var key]) when map.Region == region && TextOf(key.Value) is { } name:
                map.Remove(name);
                break;
            case (ListValue list, "Add", [var item]):
                Add(list, item.Value);
                break;
            case (ListValue list, "AddRange", [{ Value: ListValue { IsLost: false } others }]):
                foreach (var other in others.Items) Add(list, other);
                list.IsComplete &= others.IsComplete;
                list.Perhaps.Add(others);
                break;
            case (ListValue list, "AddRange", [var others]):
                list.IsComplete = false;
                list.Perhaps.Add(others.Value);
                fate.Share(list, others.Value);
                break;
            case (MapValue { Type: null }, "ContainsKey" or "ToString" or "GetHashCode" or "Equals", _) or (ListValue, "Contains" or "IndexOf" or "ToString" or "GetHashCode" or "Equals", _):
                break;
            case (ListValue or MapValue { Type: null }, _, _) when ChangingNames.Contains(method):
                target.Perhaps.AddRange(arguments.Select(a => a.Value));
                fate.Lose(target);
                break;
            default:
                return null;
        }

        return Either(target.Place, target);
    }

    private ListValue CopyOf(ListValue list, SyntaxNode place)
    {
        var copy = new ListValue(place, region) { IsComplete = list.IsComplete };
        copy.Items.AddRange(list.Items);
        copy.Perhaps.AddRange(list.Perhaps);
        return copy;
    }

    // Follows a helper in source; null where it can't be followed.
    private Value? Inline(IMethodSymbol method, IEnumerable<(IParameterSymbol Parameter, Value Value)> arguments, Value? receiver = null)
    {
        if (depth >= DeepestCall || source.BodyOf(method, cancellation) is not { } body) return null;
        return Inside(
            reader =>
            {
                foreach (var parameter in method.OriginalDefinition.Parameters) reader.variables.Declare(parameter, new UnknownValue(body.Syntax), region);
                foreach (var (parameter, value) in arguments) reader.variables.Declare(parameter.OriginalDefinition, value, region);
                reader.Run(body);
                if (!method.IsAsync && reader.returned is [(var only, true)]) return only;
                return Either(body.Syntax, [receiver, .. reader.returned.Select(r => r.Value)]);
            },
            receiver as MutableValue);
    }

    private Value Inside(Func<BlockReader, Value> read, MutableValue? self = null)
    {
        var reader = new BlockReader(this, self);
        var value = read(reader);
        lastRegion = reader.lastRegion;
        return value;
    }

    private static bool IsFramework(INamespaceSymbol? space)
    {
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
            if (at is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } || at.ToDisplayString() == "Microsoft.Extensions.Logging") return true;
        return false;
    }
}
