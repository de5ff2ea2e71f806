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
                return GiveAway(conversion, conversion.Operand);
            case IConversionOperation conversion:
                return Evaluate(conversion.Operand);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IArrayCreationOperation array:
                return ListOf(array.Syntax, array.Initializer?.ElementValues ?? [], array.Initializer is not null || array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]);
            case ICollectionExpressionOperation collection:
                return collection.Type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" } && collection.Elements.IsEmpty
                    ? new MapValue(collection.Syntax, regions.Current, null)
                    : ListOf(collection.Syntax, collection.Elements);
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
                return Store.Either(both.Syntax, Evaluate(both.LeftOperand), EvaluateApart(both.RightOperand));
            case IBinaryOperation { OperatorMethod: { } user } both when !IsFramework(user.ContainingNamespace):
                return GiveAway(both, both.LeftOperand, both.RightOperand);
            case IUnaryOperation { OperatorMethod: { } user } single when !IsFramework(user.ContainingNamespace):
                return GiveAway(single, single.Operand);
            case IIsPatternOperation match:
                var matched = Evaluate(match.Value);
                Match(matched, match.Pattern);
                return Store.Either(match.Syntax, matched);
            case IWithOperation with:
                return Copy(with);
            case IAwaitOperation wait:
                var awaited = Evaluate(wait.Operation);
                return awaited as UnknownValue ?? Store.Either(wait.Syntax, awaited);
            case IConditionalAccessInstanceOperation when conditionals is { Count: > 0 }:
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
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation or IInvalidOperation:
                // What is called is not known, when it runs or as long as the code does not compile.
                return GiveAway(operation, [.. operation.ChildOperations]);
            case IBlockOperation:
                Run(operation);
                return new UnknownValue(operation.Syntax);
            default:
                // What runs inside it runs, and what it gives is unknown; so is what becomes of the objects that it takes.
                var values = operation.ChildOperations.Select(Evaluate).ToArray();
                foreach (var value in values) fate.Escape(value);
                return Store.Either(operation.Syntax, values);
        }
    }

    private UnknownValue GiveAway(IOperation operation, params IOperation[] operands)
    {
        var values = operands.Select(Evaluate).ToArray();
        foreach (var value in values) fate.GiveAway(value);
        return Store.Either(operation.Syntax, values);
    }

    // A lambda may be called at any time, with any of some values.
    private UnknownValue Follow(IAnonymousFunctionOperation function, Value?[] arguments)
    {
        variables.Capture(function);
        var outer = returned;
        returned = [];
        regions.Apart(
            () =>
            {
                foreach (var parameter in function.Symbol.Parameters) variables.Declare(parameter, Store.Either(function.Syntax, arguments));
                Run(function.Body);
            },
            mayRepeat: true);
        var result = Store.Either(function.Syntax, [.. returned.Select(r => r.Value)]);
        returned = outer;
        return result;
    }

    // The names that a pattern gives to a value, or to parts of it.
    private void Match(Value value, IOperation pattern)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var name = part switch { IDeclarationPatternOperation p => p.DeclaredSymbol, IRecursivePatternOperation p => p.DeclaredSymbol, IListPatternOperation p => p.DeclaredSymbol, _ => null };
            if (name is not null) variables.Declare(name, Store.Either(part.Syntax, value));
        }
    }

    private Value FieldValue(IFieldReferenceOperation reference)
    {
        if (reference.Instance is { } holder) Evaluate(holder);
        if (depth >= DeepestCall || source.InitializerOf(reference.Field, cancellation) is not { } initializer) return Names.Of(reference, variables);
        var value = Inside(reader => reader.Evaluate(initializer));
        fate.ShareAs(reference.Field.Name, value);
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
                (MutableValue { SharedNames.Count: > 0 }, _) => Store.Either(reference.Syntax, instance),
                (MapValue { IsLost: false } map, [ConstantValue { Content: string key }]) when map.Find(key) is { Value: var value } => value,
                (ListValue { IsLost: false } list, [ConstantValue { Content: int i }]) when i >= 0 && i < list.Items.Count => list.Items[i],
                _ => Store.Either(reference.Syntax, instance),
            };
        }

        if (instance is MapValue { Type: { } type } model)
        {
            var value = type.KeyOfProperty(property.Name) is { } name && !model.IsLost ? model.Find(name)?.Value : null;
            if (model.SharedNames.Count > 0 && value is null or ConstantValue) return Names.Of(reference, variables);
            if (value is not null) return value;
            return model is { IsLost: false, IsComplete: true } && type.KeyOfProperty(property.Name) is not null ? new ConstantValue(reference.Syntax, null) : Store.Either(reference.Syntax, instance);
        }

        if (reference.Instance is IInstanceReferenceOperation && property.GetMethod is { } own && Inline(own, []) is { } inlined) return inlined;
        if (instance is UnknownValue { Candidates.Count: 0, IsOfCluster: false }) return Names.Of(reference, variables);
        return instance is UnknownValue { IsOfCluster: true } ? instance : Store.Either(reference.Syntax, instance);
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
        regions.Apart(() => Assign(assignment.Target, value));
        return Store.Either(assignment.Syntax, before, value);
    }

    private Value Overwrite(IOperation operation)
    {
        var values = operation.ChildOperations.Skip(1).Select(Evaluate).ToArray();
        foreach (var value in values) fate.Escape(value);
        var unknown = Store.Either(operation.Syntax, values);
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
            regions.Apart(() =>
            {
                Match(value, arm.Pattern);
                if (arm.Guard is { } guard) Evaluate(guard);
                results.Add(Evaluate(arm.Value));
            });
        }

        return OneOf(choice.Syntax, [.. results]);
    }

    private static Value OneOf(SyntaxNode place, params Value[] values) =>
        values is [ConstantValue first, ..] && values.All(v => v is ConstantValue constant && Equals(constant.Content, first.Content)) ? new ConstantValue(place, first.Content) : Store.Either(place, values);

    private Value Coalesce(ICoalesceOperation coalesce)
    {
        var first = Evaluate(coalesce.Value);
        if (first is ConstantValue { Content: not null } or MutableValue { IsLost: false }) return first;
        return first is ConstantValue ? Evaluate(coalesce.WhenNull) : Store.Either(coalesce.Syntax, first, EvaluateApart(coalesce.WhenNull));
    }

    // What follows `?.` runs where there is an object, and where the object is made here there is one.
    private Value Perchance(IConditionalAccessOperation access)
    {
        var holder = Evaluate(access.Operation);
        (conditionals ??= new()).Push(holder);
        var value = holder is MutableValue ? Evaluate(access.WhenNotNull) : EvaluateApart(access.WhenNotNull);
        conditionals.Pop();
        return value;
    }
}
