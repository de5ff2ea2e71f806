using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    private Value Create(IObjectCreationOperation creation)
    {
        var place = Names.OfCreation(creation.Syntax);
        var type = creation.Type as INamedTypeSymbol;
        if (type is { Name: "Dictionary" or "SortedDictionary", TypeArguments.Length: 2 }) return Fill(StartingWith(new MapValue(place, regions.Current, null, creation.Initializer?.Initializers.Length ?? 0), creation), creation);
        if (type is { Name: "List" or "Collection" or "HashSet", TypeArguments.Length: 1 }) return Fill(StartingWith(new ListValue(place, regions.Current), creation), creation);

        // Numbers or texts in a coat of their own.
        if (type is { Name: "ResourceQuantity" or "IntOrString" or "IntstrIntOrString" } && ModelType.IsModelsNamespace(type.ContainingNamespace))
            return creation.Arguments is [var only] ? Evaluate(only.Value) : new UnknownValue(place);

        // A patch holds a part of an object.
        if (models.Of(type) is not { } model || type!.Name == "V1Patch")
        {
            var arguments = creation.Arguments.Select(a => Evaluate(a.Value)).ToArray();
            var unknown = new MapValue(place, regions.Current, null) { IsLost = !IsFramework(type?.ContainingNamespace) };
            foreach (var argument in arguments)
            {
                if (unknown.IsLost) fate.GiveAway(argument);
                else fate.Escape(argument);
            }

            unknown.MayHold(arguments);
            Fill(unknown, creation);
            return Store.Either(place, unknown);
        }

        var made = new MapValue(place, regions.Current, model, creation.Initializer?.Initializers.Length ?? 0) { IsComplete = model.IsPlain };
        Construct(made, model, creation);
        if (model.Kind is not null) this.made.Add(made);
        return Fill(made, creation);
    }

    private void Construct(MapValue made, ModelType model, IObjectCreationOperation creation)
    {
        if (model.IsPlain && creation.Arguments.IsEmpty) return;
        var given = new List<Given>(creation.Arguments.Length);
        foreach (var argument in creation.Arguments)
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null }) given.Add(new Given(argument, Evaluate(argument.Value)));
        var setsProperties = model.IsPlain || (creation.Constructor is { } own && SourceCode.SetsProperties(own, cancellation));
        if (!setsProperties && creation.Constructor is { } constructor && source.Has(constructor) && Inline(constructor, given, made) is not null) return;
        foreach (var argument in given)
        {
            if (setsProperties && model.KeyOfParameter(argument.Operation.Parameter!.Name) is { } key) made.Set(key, new Slot(argument.Operation.Syntax, argument.Value));
            else fate.GiveAway(argument.Value);
        }
    }

    // A collection may start as a copy of another, or with room for some.
    private MutableValue StartingWith(MutableValue made, IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            var value = Evaluate(argument.Value);
            if (!IsHarmless(argument.Value)) store.AddAll(made, value);
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
                    if (target is MapValue map) store.Write(map, Store.TextOf(Evaluate(index.Value)), new Slot(index.Syntax, Evaluate(value)));
                    else fate.Lose(target);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property, Value: var value }:
                    var given = Evaluate(value);
                    if (target is MapValue { Type: { } type } model) store.Write(model, type.KeyOfProperty(property.Property.Name), new Slot(Names.PropertyIn(property.Syntax), given));
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
        MutableValue part = property.Type is { Name: "IList" or "List" } ? new ListValue(property.Syntax, regions.Current) { IsComplete = false } : new MapValue(property.Syntax, regions.Current, property.Type is { Name: "IDictionary" or "Dictionary" } ? null : models.Of(property.Type)) { IsComplete = false };
        Fill(part, inner);
        if (key is not null) store.Write((MapValue)target, key, new Slot(Names.PropertyIn(property.Syntax), part));
    }

    private void Add(MutableValue target, IInvocationOperation add)
    {
        switch (target, add.Arguments.Length)
        {
            case (MapValue { Type: null } map, 2):
                store.Write(map, Store.TextOf(Evaluate(add.Arguments[0].Value)), new Slot(add.Arguments[0].Syntax, Evaluate(add.Arguments[1].Value)));
                break;
            case (ListValue list, 1):
                store.Add(list, Evaluate(add.Arguments[0].Value));
                break;
            default:
                foreach (var argument in add.Arguments) target.MayHold(Evaluate(argument.Value));
                fate.Lose(target);
                break;
        }
    }

    private ListValue ListOf(SyntaxNode place, ImmutableArray<IOperation> elements, bool isComplete = true)
    {
        var list = new ListValue(place, regions.Current) { IsComplete = isComplete };
        foreach (var element in elements)
        {
            if (element is ISpreadOperation spread) store.AddAll(list, Evaluate(spread.Operand));
            else list.Items.Add(Evaluate(element));
        }

        return list;
    }

    private Value Copy(IWithOperation with)
    {
        var original = Evaluate(with.Operand);
        if (original is not MapValue { Type: { } type } known)
        {
            var unknown = new MapValue(with.Syntax, regions.Current, models.Of(with.Type)) { IsComplete = false };
            unknown.MayHold(original);
            Fill(unknown, with.Initializer);
            return Store.Either(with.Syntax, unknown);
        }

        var copy = new MapValue(with.Syntax, regions.Current, type, known.Count) { IsComplete = known.IsComplete, IsLost = known.IsLost };
        for (var i = 0; i < known.Count; i++) copy.Set(known[i].Key, known[i].Slot);
        copy.MayHold(known.Perhaps);
        if (type.Kind is not null) made.Add(copy);
        Fill(copy, with.Initializer);
        return copy;
    }
}
