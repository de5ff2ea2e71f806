using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    // Helpers are followed so far: deeper ones are rare, and may call each other.
    private const int DeepestCall = 2;

    // Methods of the framework that write into what they get.
    private static readonly HashSet<string> FillingNames = new(StringComparer.Ordinal) { "SetValue", "Fill", "Copy", "CopyTo", "Populate", "PopulateObject" };

    private Value Call(IInvocationOperation call)
    {
        var receiver = call.Instance is { } instance ? Evaluate(instance) : null;
        var given = new List<Given>(call.Arguments.Length);
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind != ArgumentKind.DefaultValue) given.Add(new Given(argument, EvaluateArgument(argument)));

        // A lambda gets what the call gets.
        foreach (var argument in given)
            if (LambdaIn(argument.Operation) is { } lambda) Follow(lambda, All());
        var result = CallWith(call, call.TargetMethod, receiver, given);
        foreach (var argument in given)
            if (argument.Operation.Parameter?.RefKind is RefKind.Ref or RefKind.Out) Assign(argument.Operation.Value, Store.Either(argument.Operation.Syntax, All()));
        return result;

        Value?[] All() => [receiver, .. given.Select(g => g.Value)];
    }

    private Value EvaluateArgument(IArgumentOperation argument) => LambdaIn(argument) is null ? Evaluate(argument.Value) : new UnknownValue(argument.Syntax);

    private static IAnonymousFunctionOperation? LambdaIn(IArgumentOperation argument)
    {
        var value = argument.Value;
        while (value is IConversionOperation or IDelegateCreationOperation) value = value.ChildOperations.First();
        return value as IAnonymousFunctionOperation;
    }

    private Value CallWith(IInvocationOperation call, IMethodSymbol method, Value? receiver, List<Given> given)
    {
        var isExtension = method.IsExtensionMethod && receiver is null && given.Count > 0;
        var target = isExtension ? given[0].Value : receiver;
        if (ModelType.IsLibraryNamespace(method.ContainingNamespace) && !source.Has(method)) return library.Call(method.Name, target, Arguments(), call.Syntax);
        if (target is MutableValue { IsLost: false } collection && store.Call(collection, method.Name, Arguments(), call.Syntax) is { } result) return result;
        if (target is UnknownValue && ReceiverOf(call) is { } changed && Store.ChangingNames.Contains(method.Name)) ChangeBlindly(changed, target);
        if (method.Name == "Empty" && method.IsStatic && method.ContainingType.Name is "Array" or "Enumerable") return ListOf(call.Syntax, []);
        var all = given.ConvertAll(g => g.Value);
        if (receiver is not null) all.Add(receiver);
        if (IsFramework(method.ContainingNamespace) && method.MethodKind != MethodKind.DelegateInvoke && !FillingNames.Contains(method.Name))
        {
            // It reads what it is given, or hands it on: maybe to a method that is not seen.
            var isLost = given.Exists(g => IsForeignMethod(g.Operation.Value));
            foreach (var value in all)
            {
                if (isLost) fate.Lose(value);
                fate.Share(target as MutableValue, value);
                fate.Escape(value);
            }

            return Store.Either(call.Syntax, [.. all]);
        }

        if (Inline(method, given, receiver) is { } inlined)
            return call.Instance is null or IInstanceReferenceOperation ? inlined : Store.Either(call.Syntax, [.. all, inlined]);
        if (source.HasImplementation(method.ContainingType, cancellation))
        {
            foreach (var value in all) fate.Escape(value);
            return Store.Either(call.Syntax, [.. all]);
        }

        foreach (var argument in given.Where(g => CanHold(g.Operation.Value))) fate.GiveAway(argument.Value);
        if (receiver is not null && method.MethodKind != MethodKind.DelegateInvoke && CanHold(call.Instance!)) fate.GiveAway(receiver);
        return Store.Either(call.Syntax, [.. all]);

        Slot[] Arguments()
        {
            var first = isExtension ? 1 : 0;
            var slots = new Slot[given.Count - first];
            for (var i = 0; i < slots.Length; i++) slots[i] = new Slot(given[first + i].Operation.Syntax, given[first + i].Value);
            return slots;
        }
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

    // Follows a helper in source; null where it can't be followed.
    private Value? Inline(IMethodSymbol method, IReadOnlyList<Given> arguments, Value? receiver = null)
    {
        if (depth >= DeepestCall || source.BodyOf(method, cancellation) is not { } body) return null;
        return Inside(
            reader =>
            {
                foreach (var parameter in method.OriginalDefinition.Parameters) reader.variables.Declare(parameter, new UnknownValue(body.Syntax));
                foreach (var argument in arguments)
                    if (argument.Operation.Parameter is { } parameter) reader.variables.Declare(parameter.OriginalDefinition, argument.Value);
                reader.Run(body);
                if (!method.IsAsync && reader.returned is [(var only, true)]) return only;
                return Store.Either(body.Syntax, [receiver, .. reader.returned.Select(r => r.Value)]);
            },
            receiver as MutableValue);
    }

    private Value Inside(Func<BlockReader, Value> read, MutableValue? self = null) => read(new BlockReader(this, self));

    // What ships with .NET, and what many write objects down with; but reflection changes what it gets.
    private static bool IsFramework(INamespaceSymbol? space)
    {
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at.Name is "Reflection" or "InteropServices") return false;
            if (at is { Name: "System" or "YamlDotNet", ContainingNamespace.IsGlobalNamespace: true }
                or { Name: "Json", ContainingNamespace: { Name: "Newtonsoft", ContainingNamespace.IsGlobalNamespace: true } }
                or { Name: "Logging", ContainingNamespace: { Name: "Extensions", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } } }) return true;
        }

        return false;
    }

    /// <summary>An argument, and what it gives.</summary>
    private sealed record Given(IArgumentOperation Operation, Value Value);
}
