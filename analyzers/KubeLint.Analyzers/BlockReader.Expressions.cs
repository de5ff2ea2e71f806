using Microsoft.CodeAnalysis;
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
            case IConversionOperation { OperatorMethod: { } user } conversion when !ModelType.IsModelsNamespace(user.ContainingNamespace):
                var converted = Evaluate(conversion.Operand);
                fate.GiveAway(converted);
                return Either(conversion.Syntax, converted);
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
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return self is not null ? self : new UnknownValue(operation.Syntax);
            case ILocalReferenceOperation local:
                return variables.ValueOf(local.Local) ?? new UnknownValue(local.Syntax);
            case IParameterReferenceOperation parameter:
                return variables.ValueOf(parameter.Parameter) ?? Names.Of(parameter, variables);
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
            case ISwitchExpressionOperation choice:
                return Choose(choice);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Either(both.Syntax, Evaluate(both.LeftOperand), EvaluateApart(both.RightOperand));
            case IIsPatternOperation match:
                var matched = Evaluate(match.Value);
                Match(matched, match.Pattern);
                return Either(match.Syntax, matched);
            case IWithOperation with:
                return Copy(with);
            case IAwaitOperation wait:
                var awaited = Evaluate(wait.Operation);
                return awaited as UnknownValue ?? Either(wait.Syntax, awaited);
            case IConditionalAccessInstanceOperation when conditionals.Count > 0:
                return conditionals.Peek();
            case IConditionalAccessOperation access:
                return Perchance(access);
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts.OfType<IInterpolationOperation>()) Evaluate(part.Expression);
                return Names.Of(text, variables);
            case IAnonymousFunctionOperation function:
                return Follow(function, []);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                foreach (var child in operation.ChildOperations) fate.GiveAway(Evaluate(child));
                return new UnknownValue(operation.Syntax);
            case IBlockOperation:
                Run(operation);
                return new UnknownValue(operation.Syntax);
            default:
                // What runs inside it runs, and what it gives is unknown; so is what becomes of the objects that it takes.
                var values = operation.ChildOperations.Select(Evaluate).ToArray();
                foreach (var value in values) fate.Escape(value);
                return Either(operation.Syntax, values);
        }
    }

    // A lambda may be called at any time, with any of some values.
    private UnknownValue Follow(IAnonymousFunctionOperation function, Value?[] arguments)
    {
        variables.Capture(function);
        var outer = returned;
        returned = [];
        Apart(
            () =>
            {
                foreach (var parameter in function.Symbol.Parameters) variables.Declare(parameter, Either(function.Syntax, arguments), region);
                Run(function.Body);
            },
            mayRepeat: true);
        var result = Either(function.Syntax, [.. returned.Select(r => r.Value)]);
        returned = outer;
        return result;
    }

    // The names that a pattern gives to a value, or to parts of it.
    private void Match(Value value, IOperation pattern)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var name = part switch { IDeclarationPatternOperation p => p.DeclaredSymbol, IRecursivePatternOperation p => p.DeclaredSymbol, IListPatternOperation p => p.DeclaredSymbol, _ => null };
            if (name is not null) variables.Declare(name, Either(part.Syntax, value), region);
        }
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var place = Names.OfCreation(creation.Syntax);
        var type = creation.Type as INamedTypeSymbol;
        if (type is { Name: "Dictionary" or "SortedDictionary", TypeArguments.Length: 2 }) return Fill(StartingWith(new MapValue(place, region, null), creation), creation);
        if (type is { Name: "List" or "Collection" or "HashSet", TypeArguments.Length: 1 }) return Fill(StartingWith(new ListValue(place, region), creation), creation);

        // Numbers or texts in a coat of their own.
        if (type is { Name: "ResourceQuantity" or "IntOrString" or "IntstrIntOrString" } && ModelType.IsModelsNamespace(type.ContainingNamespace))
            return creation.Arguments is [var only] ? Evaluate(only.Value) : new UnknownValue(place);

        // A patch holds a part of an object.
        if (models.Of(type) is not { } model || type!.Name == "V1Patch")
        {
            var arguments = creation.Arguments.Select(a => Evaluate(a.Value)).ToArray();
            var unknown = new MapValue(place, region, null) { IsLost = !IsFramework(type?.ContainingNamespace) };
            foreach (var argument in arguments)
            {
                if (unknown.IsLost) fate.GiveAway(argument);
                else fate.Escape(argument);
            }

            unknown.Perhaps.AddRange(arguments);
            Fill(unknown, creation);
            return Either(place, unknown);
        }

        var made = new MapValue(place, region, model) { IsComplete = model.IsPlain };
        foreach (var argument in creation.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit))
        {
            var value = Evaluate(argument.Value);
            if (argument.Parameter is { } parameter && model.IsPlain && model.KeyOfParameter(parameter.Name) is { } key) made.Set(key, new Slot(argument.Syntax, value));
            else fate.GiveAway(value);
        }

        if (model.Kind is not null) this.made.Add(made);
        return Fill(made, creation);
    }

    // A collection may start as a copy of another, or with room for some.
    private MutableValue StartingWith(MutableValue made, IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            var value = Evaluate(argument.Value);
            switch (made, value)
            {
                case (MapValue map, MapValue { IsLost: false, Type: null } other):
                    foreach (var pair in other.Slots) map.Set(pair.Key, pair.Value);
                    map.IsComplete &= other.IsComplete;
                    break;
                case (ListValue list, ListValue { IsLost: false } other):
                    list.Items.AddRange(other.Items);
                    list.IsComplete &= other.IsComplete;
                    break;
                default:
                    made.IsComplete &= IsHarmless(argument.Value);
                    break;
            }

            made.Perhaps.Add(value);
        }

        return made;
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
                    else fate.Lose(target);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property, Value: var value }:
                    var given = Evaluate(value);
                    if (target is MapValue { Type: { } type } model) Write(model, type.KeyOfProperty(property.Property.Name), new Slot(Names.PropertyIn(property.Syntax), given));
                    else fate.Escape(given);
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property, Initializer: var inner }:
                    FillMember(target, property, inner);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add" } add:
                    Add(target, add);
                    break;
                default:
                    foreach (var child in member.ChildOperations) fate.Escape(Evaluate(child));
                    fate.Lose(target);
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
        if (key is not null) Write((MapValue)target, key, new Slot(Names.PropertyIn(property.Syntax), part));
    }

    private void Add(MutableValue target, IInvocationOperation add)
    {
        switch (target, add.Arguments.Length)
        {
            case (MapValue { Type: null } map, 2):
                Write(map, TextOf(Evaluate(add.Arguments[0].Value)), new Slot(add.Arguments[0].Syntax, Evaluate(add.Arguments[1].Value)));
                break;
            case (ListValue list, 1):
                Add(list, Evaluate(add.Arguments[0].Value));
                break;
            default:
                foreach (var argument in add.Arguments) target.Perhaps.Add(Evaluate(argument.Value));
                fate.Lose(target);
                break;
        }
    }

    private ListValue ListOf(SyntaxNode place, IEnumerable<IOperation> elements, bool isComplete, IEnumerable<IOperation>? others = null)
    {
        var list = new ListValue(place, region) { IsComplete = isComplete };
        list.Items.AddRange(elements.Select(Evaluate));
        foreach (var other in others ?? [])
        {
            var items = Evaluate(other);
            if (items is ListValue { IsLost: false } known) list.Items.AddRange(known.Items);
            list.Perhaps.Add(items);
        }

        return list;
    }

    private Value FieldValue(IFieldReferenceOperation reference)
    {
        if (reference.Instance is { } holder) Evaluate(holder);
        if (depth >= DeepestCall || source.InitializerOf(reference.Field, cancellation) is not { } initializer) return Names.Of(reference, variables);
        var value = Inside(reader => reader.Evaluate(initializer));
        if (value is MutableValue shared) shared.SharedName = reference.Field.Name;
        fate.Escape(value);
        return value;
    }

    private Value PropertyValue(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is null) return property is { IsStatic: true, GetMethod: { } getter } ? Inline(getter, []) ?? Names.Of(reference, variables) : Names.Of(reference, variables);
        var instance = Evaluate(reference.Instance);
        if (property.IsIndexer)
        {
            var indexes = reference.Arguments.Select(a => Evaluate(a.Value)).ToList();
            return (instance, indexes) switch
            {
                (MapValue { IsLost: false } map, [ConstantValue { Content: string key }]) when map.Find(key) is { } slot => slot.Value,
                (ListValue { IsLost: false } list, [ConstantValue { Content: int i }]) when i >= 0 && i < list.Items.Count => list.Items[i],
                _ => Either(reference.Syntax, instance),
            };
        }

        if (instance is MapValue { Type: { } type } model)
        {
            var slot = type.KeyOfProperty(property.Name) is { } name && !model.IsLost ? model.Find(name) : null;
            if (slot is not null) return slot.Value;
            return model is { IsLost: false, IsComplete: true } && type.KeyOfProperty(property.Name) is not null ? new ConstantValue(reference.Syntax, null) : Either(reference.Syntax, instance);
        }

        if (reference.Instance is IInstanceReferenceOperation && property.GetMethod is { } own && Inline(own, []) is { } inlined) return inlined;
        if (instance is UnknownValue { Candidates.Count: 0, IsOfCluster: false }) return Names.Of(reference, variables);
        return instance is UnknownValue { IsOfCluster: true } ? instance : Either(reference.Syntax, instance);
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
        var value = EvaluateApart(assignment.Value);
        Apart(() => Assign(assignment.Target, value));
        return Either(assignment.Syntax, before, value);
    }

    private Value Overwrite(IOperation operation)
    {
        var values = operation.ChildOperations.Skip(1).Select(Evaluate).ToArray();
        foreach (var value in values) fate.Escape(value);
        var unknown = Either(operation.Syntax, values);
        Assign(operation.ChildOperations.First(), unknown);
        return unknown;
    }

    private Value Choose(IConditionalOperation choice)
    {
        Evaluate(choice.Condition);
        return OneOf(choice.Syntax, EvaluateApart(choice.WhenTrue), EvaluateApart(choice.WhenFalse!));
    }

    private Value Choose(ISwitchExpressionOperation choice)
    {
        var value = Evaluate(choice.Value);
        var results = new List<Value>();
        foreach (var arm in choice.Arms)
        {
            Apart(() =>
            {
                Match(value, arm.Pattern);
                if (arm.Guard is { } guard) Evaluate(guard);
                results.Add(Evaluate(arm.Value));
            });
        }

        return OneOf(choice.Syntax, [.. results]);
    }

    private static Value OneOf(SyntaxNode place, params Value[] values) =>
        values is [ConstantValue first, ..] && values.All(v => v is ConstantValue constant && Equals(constant.Content, first.Content)) ? new ConstantValue(place, first.Content) : Either(place, values);

    private Value Coalesce(ICoalesceOperation coalesce)
    {
        var first = Evaluate(coalesce.Value);
        if (first is ConstantValue { Content: not null } or MutableValue { IsLost: false }) return first;
        return first is ConstantValue ? Evaluate(coalesce.WhenNull) : Either(coalesce.Syntax, first, EvaluateApart(coalesce.WhenNull));
    }

    private Value Copy(IWithOperation with)
    {
        var original = Evaluate(with.Operand);
        if (original is not MapValue { Type: { } type } known)
        {
            var unknown = new MapValue(with.Syntax, region, models.Of(with.Type)) { IsComplete = false };
            unknown.Perhaps.Add(original);
            Fill(unknown, with.Initializer);
            return Either(with.Syntax, unknown);
        }

        var copy = new MapValue(with.Syntax, region, type) { IsComplete = known.IsComplete, IsLost = known.IsLost };
        foreach (var pair in known.Slots) copy.Set(pair.Key, pair.Value);
        copy.Perhaps.AddRange(known.Perhaps);
        if (type.Kind is not null) made.Add(copy);
        Fill(copy, with.Initializer);
        return copy;
    }

    // What follows `?.` runs where there is an object, and where the object is made here there is one.
    private Value Perchance(IConditionalAccessOperation access)
    {
        var holder = Evaluate(access.Operation);
        conditionals.Push(holder);
        var value = holder is MutableValue ? Evaluate(access.WhenNotNull) : EvaluateApart(access.WhenNotNull);
        conditionals.Pop();
        return value;
    }
}
