using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    /// <summary>Names of methods that change a collection.</summary>
    public static readonly HashSet<string> ChangingNames = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAll", "RemoveAt", "RemoveRange", "Clear", "TryAdd", "Sort", "Reverse" };

    private Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is { } instance ? Evaluate(instance) : null;
        var arguments = call.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => (a.Parameter, Value: Evaluate(a.Value), a.Syntax)).ToList();
        if (method.IsExtensionMethod && receiver is null && arguments.Count > 0)
        {
            receiver = arguments[0].Value;
            arguments.RemoveAt(0);
        }

        var values = arguments.Select(a => a.Value).ToList();
        if (ModelType.IsLibraryNamespace(method.ContainingNamespace)) return CallLibrary(call, receiver, [.. arguments.Select(a => new Slot(a.Syntax, a.Value))]);
        if (receiver is MutableValue { IsLost: false } target && ChangeCollection(target, method.Name, [.. arguments.Select(a => new Slot(a.Syntax, a.Value))]) is { } result) return result;
        if (receiver is UnknownValue && ReceiverOf(call) is { } collection && ChangingNames.Contains(method.Name)) ChangeBlindly(collection);
        if (method.Name is "ToList" or "ToArray" or "AsEnumerable" && receiver is ListValue { IsLost: false } list && values.Count == 0) return CopyOf(list, call.Syntax);
        if (method.Name == "Empty" && method.IsStatic && method.ContainingType.Name is "Array" or "Enumerable") return ListOf(call.Syntax, [], true);

        // The framework reads what it is given, or hands it on; any other code may change it.
        if (IsFramework(method.ContainingNamespace) && method.MethodKind != MethodKind.DelegateInvoke)
        {
            foreach (var value in values.Append(receiver).OfType<Value>()) Escape(value);
            return new UnknownValue(call.Syntax);
        }

        if ((method.IsStatic || call.Instance is IInstanceReferenceOperation) && !method.IsVirtual && !method.IsAbstract && !method.IsOverride
            && Inline(method, arguments.Where(a => a.Parameter is not null).Select(a => (a.Parameter!, a.Value))) is { } inlined) return inlined;
        foreach (var value in values.Append(receiver).OfType<Value>()) Lose(value);
        return new UnknownValue(call.Syntax);
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments is [var first, ..] ? first.Value : null);

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
                WrittenBlindly.Add(call.TargetMethod.Name == "SetLabel" ? "Labels" : "Annotations");
                return new UnknownValue(call.Syntax);
            case ("SetLabel" or "SetAnnotation", [var key, var value]) when model is not null:
                if (Ensure(Ensure(model, "metadata", call), call.TargetMethod.Name == "SetLabel" ? "labels" : "annotations", call) is MapValue map) Write(map, TextOf(key.Value), new Slot(key.KeyPlace, value.Value));
                return new UnknownValue(call.Syntax);
            case ("Name", []) when model is not null:
                return ((Ensure(model, "metadata", call) as MapValue)?.Find("name")?.Value) ?? new UnknownValue(call.Syntax);
            case ("SetNamespace" or "AddFinalizer" or "RemoveFinalizer" or "AddOwnerReference" or "RemoveOwnerReference" or "RemoveOwnerReferences", _) when model is not null:
                Lose(Ensure(model, "metadata", call));
                return new UnknownValue(call.Syntax);
            default:
                // Clients and serializers read what they are given.
                return new UnknownValue(call.Syntax);
        }
    }

    private Value Ensure(Value holder, string key, IInvocationOperation call)
    {
        if (holder is not MapValue { IsLost: false } map) return new UnknownValue(call.Syntax);
        if (map.Find(key)?.Value is { } there && there is not ConstantValue { Content: null }) return there;
        if (!map.IsComplete) return new UnknownValue(call.Syntax);
        var made = new MapValue(call.Syntax, region, key == "metadata" ? models.Of(compilation.GetTypesByMetadataName("k8s.Models.V1ObjectMeta").FirstOrDefault()) : null);
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
            case (ListValue list, "Add", [var item]) when list.Region == region:
                list.Items.Add(item.Value);
                break;
            case (ListValue list, "Add", [var item]):
                list.IsComplete = false;
                Lose(item.Value);
                break;
            case (ListValue list, "AddRange", [{ Value: ListValue { IsLost: false } others }]) when list.Region == region:
                list.Items.AddRange(others.Items);
                list.IsComplete &= others.IsComplete;
                break;
            case (ListValue list, "AddRange", [var others]):
                list.IsComplete = false;
                Lose(others.Value);
                break;
            case (MapValue { Type: null }, "ContainsKey" or "ToString" or "GetHashCode" or "Equals", _) or (ListValue, "Contains" or "IndexOf" or "ToString" or "GetHashCode" or "Equals", _):
                break;
            case (ListValue or MapValue { Type: null }, _, _) when ChangingNames.Contains(method):
                foreach (var argument in arguments) Lose(argument.Value);
                Lose(target);
                break;
            default:
                return null;
        }

        return new UnknownValue(target.Place);
    }

    private ListValue CopyOf(ListValue list, SyntaxNode place)
    {
        var copy = new ListValue(place, region) { IsComplete = list.IsComplete };
        copy.Items.AddRange(list.Items);
        return copy;
    }

    // What a helper in source returns, where it makes parts of objects and returns once.
    private Value? Inline(IMethodSymbol method, IEnumerable<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        if (depth >= DeepestCall || method.ReturnsVoid || models.Of(method.ReturnType)?.Kind is not null || method.IsAsync) return null;
        if (method.DeclaringSyntaxReferences is not [var declaration]) return null;
        var syntax = declaration.GetSyntax(cancellation);
        if (syntax is PropertyDeclarationSyntax { ExpressionBody: { } arrow }) syntax = arrow;
        if (OperationOf(syntax) is not { } body) return null;
        return Inside(
            reader =>
            {
                foreach (var parameter in method.Parameters) reader.variables[parameter] = new Variable(new UnknownValue(syntax), region);
                foreach (var (parameter, value) in arguments) reader.variables[parameter.OriginalDefinition] = new Variable(value, region);
                if (body is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } only }] }) return reader.Evaluate(only);
                reader.Run(body);
                return reader.returnsOnce ? reader.returned : null;
            });
    }

    // Regions go on being counted, so that what comes from here is as certain in there as here.
    private Value? Inside(Func<BlockReader, Value?> read)
    {
        var reader = new BlockReader(models, compilation, cancellation, depth + 1) { region = region, start = region, lastRegion = lastRegion };
        var value = read(reader);
        lastRegion = reader.lastRegion;
        return value;
    }

    private IOperation? InitializerOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: { } initializer }
            && OperationOf(initializer) is IFieldInitializerOperation { Value: var value } ? value : null;

    private IOperation? OperationOf(SyntaxNode syntax) =>
#pragma warning disable RS1030 // A helper may stand in any file, and few are followed.
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;
#pragma warning restore RS1030

    private static bool IsFramework(INamespaceSymbol? space)
    {
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
            if (at is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } || at.ToDisplayString() == "Microsoft.Extensions.Logging") return true;
        return false;
    }
}
