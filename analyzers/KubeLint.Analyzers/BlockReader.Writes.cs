using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

internal sealed partial class BlockReader
{
    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                variables.Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                variables.Assign(parameter.Parameter, value);
                if (parameter.Parameter.RefKind != RefKind.None) fate.Escape(value);
                break;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                variables.Declare(local.Local, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: [var index] }:
                AssignAt(instance, Evaluate(index.Value), new Slot(index.Syntax, value));
                break;
            case IArrayElementReferenceOperation element:
                fate.Lose(Evaluate(element.ArrayReference));
                fate.Escape(value);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Assign(element, Store.Either(element.Syntax, value));
                fate.Escape(value);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } reference:
                AssignProperty(Evaluate(instance), reference, value);
                break;
            case IDynamicMemberReferenceOperation { Instance: { } instance }:
                fate.GiveAway(Evaluate(instance));
                fate.GiveAway(value);
                break;
            case IDiscardOperation:
                break;
            default:
                fate.Escape(value);
                foreach (var child in target.ChildOperations) Evaluate(child);
                break;
        }
    }

    private void AssignAt(IOperation collection, Value index, Slot slot)
    {
        var holder = Evaluate(collection);
        switch (holder)
        {
            case MapValue map:
                store.Write(map, Store.TextOf(index), slot);
                break;
            case ListValue list:
                list.MayHold(slot.Value);
                fate.Lose(list);
                break;
            default:
                ChangeBlindly(collection, holder);
                fate.Escape(slot.Value);
                break;
        }
    }

    private void AssignProperty(Value holder, IPropertyReferenceOperation reference, Value value)
    {
        if (holder is MapValue { Type: { } type } model)
        {
            store.Write(model, type.KeyOfProperty(reference.Property.Name), new Slot(Names.PropertyIn(reference.Syntax), value));
            return;
        }

        fate.WriteBlindly(holder, reference.Property.Name, reference.Property.ContainingType);
        fate.Escape(value);
    }

    // A collection that a property of something unknown holds may be one of an object that is made here.
    private void ChangeBlindly(IOperation collection, Value holder)
    {
        if (collection is IPropertyReferenceOperation { Property: { IsIndexer: false } property }) fate.WriteBlindly(holder, property.Name, property.ContainingType);
        else fate.Lose(holder);
    }
}
