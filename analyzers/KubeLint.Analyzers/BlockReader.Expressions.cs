using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    private Value Evaluate(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue.HasValue && operation.Type?.TypeKind != TypeKind.Enum) return new ConstantValue(operation.Syntax, operation.ConstantValue.Value);
        switch (operation)
        {
            case IConversionOperation conversion:
                return Evaluate(conversion.Operand);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IArrayCreationOperation array:
                return ListOf(array.Syntax, array.Initializer?.ElementValues ?? [], array.Initializer is not null || array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]);
            case ICollectionExpressionOperation collection:
                return collection.Type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" } && collection.Elements.IsEmpty
                    ? new MapValue(collection.Syntax, region, null)
                    : ListOf(collection.Syntax, collection.Elements.Where(e => e is not ISpreadOperation), !collection.Elements.Any(e => e is ISpreadOperation), collection.Elements.OfType<ISpreadOperation>().Select(s => s.Operand));
            case ILocalReferenceOperation local:
                return variables.TryGetValue(local.Local, out var variable) ? variable.Value : new UnknownValue(local.Syntax);
            case IParameterReferenceOperation parameter:
                return variables.TryGetValue(parameter.Parameter, out var argument) ? argument.Value : Named(parameter);
            case IFieldReferenceOperation field:
                return FieldValue(field);
            case IPropertyReferenceOperation property:
                return PropertyValue(property);
            case IInvocationOperation call:
                return Call(call);
            case ISimpleAssignmentOperation assignment:
                return AssignTo(assignment.Target, Evaluate(assignment.Value));
            case ICoalesceAssignmentOperation assignment:
                return CoalesceInto(assignment);
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation:
                return Overwrite(operation);
            case IConditionalOperation { WhenFalse: not null } choice:
                return Choose(choice);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce);
            case IWithOperation with:
                return Copy(with);
            case IAwaitOperation wait:
                Evaluate(wait.Operation);
                return new UnknownValue(wait.Syntax);
            case IConditionalAccessInstanceOperation when conditionals.Count > 0:
                return conditionals.Peek();
            case IConditionalAccessOperation access:
                return Perchance(access);
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts.OfType<IInterpolationOperation>()) Evaluate(part.Expression);
                return Named(text);
            case IAnonymousFunctionOperation function:
                LoseCaptured(function);
                Perhaps(function.Body);
                return new UnknownValue(function.Syntax);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            default:
                // What runs inside it runs, and what it gives is unknown; so is what becomes of the objects that it takes.
                foreach (var child in operation.ChildOperations) Escape(Evaluate(child));
                return new UnknownValue(operation.Syntax);
        }
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var place = PlaceOf(creation.Syntax);
        var type = creation.Type as INamedTypeSymbol;
        if (type is { Name: "Dictionary" or "SortedDictionary", TypeArguments.Length: 2 }) return Fill(new MapValue(place, region, null) { IsComplete = creation.Arguments.All(a => IsHarmless(a.Value)) }, creation);
        if (type is { Name: "List" or "Collection" or "HashSet", TypeArguments.Length: 1 }) return Fill(new ListValue(place, region) { IsComplete = creation.Arguments.All(a => IsHarmless(a.Value)) }, creation);

        // Numbers or texts in a coat of their own.
        if (type is { Name: "ResourceQuantity" or "IntOrString" or "IntstrIntOrString" } && ModelType.IsModelsNamespace(type.ContainingNamespace))
            return creation.Arguments is [var only] ? Evaluate(only.Value) : new UnknownValue(place);

        // A patch holds a part of an object.
        if (models.Of(type) is not { } model || type!.Name == "V1Patch")
        {
            foreach (var argument in creation.Arguments) Lose(Evaluate(argument.Value));
            Fill(new MapValue(place, region, null), creation);
            return new UnknownValue(place);
        }

        var made = new MapValue(place, region, model) { IsComplete = model.HasPlainConstructors };
        foreach (var argument in creation.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit))
        {
            var value = Evaluate(argument.Value);
            if (argument.Parameter is { } parameter && model.HasPlainConstructors && model.KeyOfParameter(parameter.Name) is { } key) made.Set(key, new Slot(argument.Syntax, value));
            else Lose(value);
        }

        if (model.Kind is not null) this.made.Add(made);
        return Fill(made, creation);
    }

    private static bool IsHarmless(IOperation argument) =>
        argument.Type is { SpecialType: SpecialType.System_Int32 } || argument.Type?.Name is "StringComparer" or "IEqualityComparer" or "IComparer";

    private Value Fill(MutableValue target, IObjectCreationOperation creation)
    {
        if (creation.Initializer is { } initializer) Fill(target, initializer);
        return target;
    }

    private void Fill(MutableValue target, IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var member in initializer.Initializers)
        {
            switch (member)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] }, Value: var value }:
                    if (target is MapValue map) Write(map, TextOf(Evaluate(index.Value)), new Slot(index.Syntax, Evaluate(value)));
                    else Lose(target);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property, Value: var value }:
                    var given = Evaluate(value);
                    if (target is MapValue { Type: { } type } model) Write(model, type.KeyOfProperty(property.Property.Name), new Slot(NameOf(property.Syntax), given));
                    else Escape(given);
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property, Initializer: var inner }:
                    FillMember(target, property, inner);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add" } add:
                    Add(target, add);
                    break;
                default:
                    foreach (var child in member.ChildOperations) Escape(Evaluate(child));
                    Lose(target);
                    break;
            }
        }
    }

    // `Metadata = { Name = "web" }` changes what is there already.
    private void FillMember(MutableValue target, IPropertyReferenceOperation property, IObjectOrCollectionInitializerOperation inner)
    {
        var key = (target as MapValue)?.Type?.KeyOfProperty(property.Property.Name);
        if (key is not null && ((MapValue)target).Find(key)?.Value is MutableValue there)
        {
            Fill(there, inner);
            return;
        }

        // What a constructor has put there is unknown, but for what is written here.
        MutableValue part = property.Type is { Name: "IList" or "List" } ? new ListValue(property.Syntax, region) { IsComplete = false } : new MapValue(property.Syntax, region, property.Type is { Name: "IDictionary" or "Dictionary" } ? null : models.Of(property.Type)) { IsComplete = false };
        Fill(part, inner);
        if (key is not null) Write((MapValue)target, key, new Slot(NameOf(property.Syntax), part));
    }

    private void Add(MutableValue target, IInvocationOperation add)
    {
        switch (target, add.Arguments.Length)
        {
            case (MapValue { Type: null } map, 2):
                Write(map, TextOf(Evaluate(add.Arguments[0].Value)), new Slot(add.Arguments[0].Syntax, Evaluate(add.Arguments[1].Value)));
                break;
            case (ListValue list, 1):
                var item = Evaluate(add.Arguments[0].Value);
                if (list.Region == region)
                {
                    list.Items.Add(item);
                }
                else
                {
                    list.IsComplete = false;
                    Lose(item);
                }

                break;
            default:
                foreach (var argument in add.Arguments) Lose(Evaluate(argument.Value));
                Lose(target);
                break;
        }
    }

    private ListValue ListOf(SyntaxNode place, IEnumerable<IOperation> items, bool isComplete, IEnumerable<IOperation>? others = null)
    {
        var list = new ListValue(place, region) { IsComplete = isComplete };
        list.Items.AddRange(items.Select(Evaluate));
        foreach (var other in others ?? [])
        {
            if (Evaluate(other) is ListValue known) list.Items.AddRange(known.Items);
        }

        return list;
    }

    private Value FieldValue(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.Instance is { } holder) Evaluate(holder);
        return field is { IsStatic: true, IsReadOnly: true } && depth < DeepestCall && InitializerOf(field) is { } initializer
            ? Inside(reader => reader.Evaluate(initializer)) ?? Named(reference)
            : Named(reference);
    }

    private Value PropertyValue(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is null)
        {
            return reference.Property is { IsStatic: true, GetMethod: { } getter } && Inline(getter, []) is { } value ? value : Named(reference);
        }

        var instance = Evaluate(reference.Instance);
        if (reference.Property.IsIndexer)
        {
            var indexes = reference.Arguments.Select(a => Evaluate(a.Value)).ToList();
            return (instance, indexes) switch
            {
                (MapValue { IsLost: false } map, [ConstantValue { Content: string key }]) when map.Find(key) is { } slot => slot.Value,
                (ListValue { IsLost: false } list, [ConstantValue { Content: int i }]) when i >= 0 && i < list.Items.Count => list.Items[i],
                _ => new UnknownValue(reference.Syntax),
            };
        }

        if (instance is MapValue { Type: { } type } model && type.KeyOfProperty(reference.Property.Name) is { } name)
        {
            if (model.IsLost) return new UnknownValue(reference.Syntax);
            if (model.Find(name) is { } slot) return slot.Value;
            return model.IsComplete ? new ConstantValue(reference.Syntax, null) : new UnknownValue(reference.Syntax);
        }

        if (reference.Instance is IInstanceReferenceOperation && reference.Property.GetMethod is { IsVirtual: false, IsAbstract: false, IsOverride: false } own && Inline(own, []) is { } inlined) return inlined;
        return Named(reference);
    }

    private Value AssignTo(IOperation target, Value value)
    {
        Assign(target, value);
        return value;
    }

    private Value CoalesceInto(ICoalesceAssignmentOperation assignment)
    {
        var before = Evaluate(assignment.Target);
        if (before is ConstantValue { Content: null }) return AssignTo(assignment.Target, Evaluate(assignment.Value));
        if (before is not UnknownValue) return before;
        var outside = region;
        region = ++lastRegion;
        Lose(Evaluate(assignment.Value));
        region = outside;
        return before;
    }

    private Value Overwrite(IOperation operation)
    {
        var values = operation.ChildOperations.Skip(1).Select(Evaluate).ToList();
        foreach (var value in values) Escape(value);
        var target = operation.ChildOperations.First();
        var unknown = new UnknownValue(operation.Syntax);
        Assign(target, unknown);
        return unknown;
    }

    private Value Choose(IConditionalOperation choice)
    {
        Evaluate(choice.Condition);
        var outside = region;
        region = ++lastRegion;
        var first = Evaluate(choice.WhenTrue);
        region = ++lastRegion;
        var second = Evaluate(choice.WhenFalse!);
        region = outside;
        if (first is ConstantValue a && second is ConstantValue b && Equals(a.Content, b.Content)) return new ConstantValue(choice.Syntax, a.Content);
        Lose(first);
        Lose(second);
        return new UnknownValue(choice.Syntax);
    }

    private Value Coalesce(ICoalesceOperation coalesce)
    {
        var first = Evaluate(coalesce.Value);
        if (first is ConstantValue { Content: not null } or MutableValue { IsLost: false }) return first;
        if (first is ConstantValue) return Evaluate(coalesce.WhenNull);
        var outside = region;
        region = ++lastRegion;
        Lose(Evaluate(coalesce.WhenNull));
        region = outside;
        return new UnknownValue(coalesce.Syntax);
    }

    private Value Copy(IWithOperation with)
    {
        if (Evaluate(with.Operand) is not MapValue { Type: { } type } source)
        {
            Fill(new MapValue(with.Syntax, region, models.Of(with.Type)) { IsComplete = false }, with.Initializer);
            return new UnknownValue(with.Syntax);
        }

        var copy = new MapValue(with.Syntax, region, type) { IsComplete = source.IsComplete, IsLost = source.IsLost };
        foreach (var pair in source.Slots) copy.Set(pair.Key, pair.Value);
        if (type.Kind is not null) made.Add(copy);
        Fill(copy, with.Initializer);
        return copy;
    }

    // What follows `?.` runs where there is an object, and where the object is made here there is one.
    private Value Perchance(IConditionalAccessOperation access)
    {
        conditionals.Push(Evaluate(access.Operation));
        var value = Evaluate(access.WhenNotNull);
        conditionals.Pop();
        return value;
    }

    // Where nothing in between can change it, one name is one value.
    private Value Named(IOperation reference) =>
        IsStable(reference) ? new UnknownValue(reference.Syntax, reference.Syntax.ToString(), ScopeOf(reference)) : new UnknownValue(reference.Syntax);

    // In another method, or in another type, the same words may mean something else.
    private static string ScopeOf(IOperation reference) => reference switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol.ToDisplayString(),
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member.ContainingType.ToDisplayString(),
        IMemberReferenceOperation { Instance: { } instance } => ScopeOf(instance),
        _ => string.Join(" ", reference.ChildOperations.Select(ScopeOf)),
    };

    private bool IsStable(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } } parameter => !variables.ContainsKey(parameter.Parameter),
        IFieldReferenceOperation field => field.Instance is null || IsStable(field.Instance),
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Instance is null || IsStable(property.Instance),
        IInstanceReferenceOperation or ILiteralOperation => true,
        IConversionOperation conversion => IsStable(conversion.Operand),
        IInterpolatedStringOperation text => text.Parts.All(p => p is IInterpolatedStringTextOperation || (p is IInterpolationOperation { Expression: var e } && (e.ConstantValue.HasValue || IsStable(e)))),
        _ => false,
    };

    private void LoseCaptured(IAnonymousFunctionOperation function)
    {
        foreach (var local in function.Body.Descendants().OfType<ILocalReferenceOperation>())
            if (variables.TryGetValue(local.Local, out var variable) && !IsOnlyRead(local)) Lose(variable.Value);
    }

    // A number or a text of it, or the whole handed to a client, as in a call that is tried again.
    private static bool IsOnlyRead(IOperation local)
    {
        var whole = local;
        while (whole.Parent is IPropertyReferenceOperation { Property.IsIndexer: false } property && property.Instance == whole) whole = property;
        if (whole.Parent is IAssignmentOperation assignment && assignment.Target == whole) return false;
        if (whole.Type is { IsValueType: true } or { SpecialType: SpecialType.System_String }) return true;
        while (whole.Parent is IConversionOperation conversion) whole = conversion;
        return whole.Parent is IArgumentOperation { Parent: IInvocationOperation call } && ModelType.IsLibraryNamespace(call.TargetMethod.ContainingNamespace);
    }

    private static SyntaxNode NameOf(SyntaxNode syntax) => syntax is MemberAccessExpressionSyntax access ? access.Name : syntax;

    // A creation is named by its type, or by the word that stands for it.
    private static SyntaxNode PlaceOf(SyntaxNode syntax) => syntax is ObjectCreationExpressionSyntax creation ? creation.Type : syntax;
}
