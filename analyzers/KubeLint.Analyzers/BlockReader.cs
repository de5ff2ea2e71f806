using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

/// <summary>
/// Follows a stretch of code, statement by statement as it would run, and remembers the Kubernetes objects that it makes. What
/// is written under a condition or in a loop to something from before it leaves that part unknown; what goes to code that
/// is not seen is lost as a whole. Each such stretch is a region: a write is certain where its region made the object.
/// </summary>
internal sealed partial class BlockReader
{
    // Helpers that return parts of an object are followed so far: deeper ones are rare, and may call each other.
    private const int DeepestCall = 2;

    private readonly ModelType.Cache models;
    private readonly Compilation compilation;
    private readonly CancellationToken cancellation;
    private readonly int depth;
    private readonly Dictionary<ISymbol, Variable> variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<MapValue> made = [];

    // What stands before the `?.` that is being followed.
    private readonly Stack<Value> conditionals = new();
    private int start;
    private int region;
    private int lastRegion;
    private Value? returned;
    private bool returnsOnce;

    /// <summary>Creates a reader for one stretch of code.</summary>
    public BlockReader(ModelType.Cache models, Compilation compilation, CancellationToken cancellation)
        : this(models, compilation, cancellation, 0)
    {
    }

    private BlockReader(ModelType.Cache models, Compilation compilation, CancellationToken cancellation, int depth)
    {
        this.models = models;
        this.compilation = compilation;
        this.cancellation = cancellation;
        this.depth = depth;
    }

    private sealed class Variable(Value value, int region)
    {
        public Value Value { get; set; } = value;

        public int Region { get; } = region;
    }

    /// <summary>The objects that were made, in no order; those of which nothing is known are among them.</summary>
    public IReadOnlyCollection<MapValue> Made => made;

    /// <summary>The objects that other code has got, and may change at another place.</summary>
    public HashSet<MapValue> Escaped { get; } = [];

    /// <summary>Names of properties that were written through something unknown, which may be any of the objects.</summary>
    public HashSet<string> WrittenBlindly { get; } = new(StringComparer.Ordinal);

    /// <summary>Follows a method's, accessor's or initializer's code.</summary>
    public void Read(IOperation block) => Run(block);

    private void Run(IOperation? operation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case null or IEmptyOperation:
                break;
            case IMethodBodyOperation method:
                Run(method.BlockBody);
                Run(method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Run(constructor.Initializer);
                Run(constructor.BlockBody);
                Run(constructor.ExpressionBody);
                break;
            case IBlockOperation block:
                // A local function changes what it captures whenever it is called, also of what is declared behind it.
                foreach (var inner in block.Operations.OrderBy(o => o is ILocalFunctionOperation)) Run(inner);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators)) Declare(declarator);
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                Return(Evaluate(value));
                break;
            case ISymbolInitializerOperation initializer:
                Escape(Evaluate(initializer.Value));
                break;
            case IUsingOperation use:
                Run(use.Resources);
                Run(use.Body);
                break;
            case IUsingDeclarationOperation use:
                Run(use.DeclarationGroup);
                break;
            case ILockOperation locked:
                Evaluate(locked.LockedValue);
                Run(locked.Body);
                break;
            case ITryOperation attempt:
                // Who gets past it has run the body to its end, or a handler, which may have run at any point of it.
                Run(attempt.Body);
                foreach (var handler in attempt.Catches) Perhaps(handler.Handler);
                Run(attempt.Finally);
                break;
            case IConditionalOperation choice:
                Evaluate(choice.Condition);
                Perhaps(choice.WhenTrue);
                Perhaps(choice.WhenFalse);
                break;
            case ISwitchOperation choice:
                Evaluate(choice.Value);
                foreach (var section in choice.Cases)
                    foreach (var inner in section.Body) Perhaps(inner);
                break;
            case ILocalFunctionOperation function:
                Perhaps(function.Body);
                break;
            case ILabeledOperation labeled:
                Perhaps(labeled.Operation);
                break;
            case ILoopOperation loop:
                Perhaps(loop);
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    // Runs code that may run, once, several times, or never.
    private void Perhaps(IOperation? operation)
    {
        if (operation is null) return;
        var outside = region;
        region = ++lastRegion;
        if (operation is IForEachLoopOperation each)
        {
            Escape(Evaluate(each.Collection));
            Run(each.Body);
        }
        else if (operation is ILoopOperation loop)
        {
            foreach (var child in loop.ChildOperations) Run(child);
        }
        else
        {
            Run(operation);
        }

        region = outside;
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        var value = initializer is null ? new UnknownValue(declarator.Syntax) : Evaluate(initializer.Value);
        variables[declarator.Symbol] = new Variable(value, region);
    }

    private void Return(Value value)
    {
        returnsOnce = returned is null && region == start;
        returned = value;
        Escape(value);
    }

    // Other code has it from here on.
    private void Escape(Value value)
    {
        foreach (var map in Reachable(value).OfType<MapValue>().Where(m => m.Type?.Kind is not null)) Escaped.Add(map);
    }

    // Other code may change anything about it, now or later.
    private void Lose(Value value)
    {
        foreach (var part in Reachable(value)) part.IsLost = true;
    }

    private static IEnumerable<MutableValue> Reachable(Value value)
    {
        var seen = new HashSet<MutableValue>();
        var left = new Stack<Value>();
        left.Push(value);
        while (left.Count > 0)
        {
            if (left.Pop() is not MutableValue part || !seen.Add(part)) continue;
            yield return part;
            foreach (var inner in part.Parts) left.Push(inner);
        }
    }

    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(parameter.Parameter, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: [var index] }:
                AssignAt(instance, Evaluate(index.Value), new Slot(index.Syntax, value));
                break;
            case IArrayElementReferenceOperation element:
                Lose(Evaluate(element.ArrayReference));
                Escape(value);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Assign(element, new UnknownValue(element.Syntax));
                Escape(value);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } reference:
                AssignProperty(Evaluate(instance), reference, value);
                break;
            case IDiscardOperation:
                break;
            default:
                Escape(value);
                foreach (var child in target.ChildOperations) Evaluate(child);
                break;
        }
    }

    private void AssignAt(IOperation collection, Value index, Slot slot)
    {
        switch (Evaluate(collection))
        {
            case MapValue map:
                Write(map, TextOf(index), slot);
                break;
            case ListValue list:
                Lose(list);
                break;
            default:
                ChangeBlindly(collection);
                Escape(slot.Value);
                break;
        }
    }

    private void AssignProperty(Value holder, IPropertyReferenceOperation reference, Value value)
    {
        if (holder is MapValue { Type: { } type } model)
        {
            Write(model, type.KeyOfProperty(reference.Property.Name), new Slot(NameOf(reference.Syntax), value));
            return;
        }

        WrittenBlindly.Add(reference.Property.Name);
        Escape(value);
    }

    // A collection that a property of something unknown holds may be one of an object that is made here.
    private void ChangeBlindly(IOperation collection)
    {
        if (collection is IPropertyReferenceOperation { Property.IsIndexer: false } property) WrittenBlindly.Add(property.Property.Name);
    }

    private void AssignVariable(ISymbol symbol, Value value)
    {
        if (!variables.TryGetValue(symbol, out var variable)) variable = variables[symbol] = new Variable(new UnknownValue(value.Place), start);
        if (variable.Region == region)
        {
            variable.Value = value;
            return;
        }

        // Which of both it holds is unknown, so what is done through it may be done to either.
        Lose(variable.Value);
        Lose(value);
        variable.Value = new UnknownValue(value.Place);
    }

    private void Write(MapValue map, string? key, Slot slot)
    {
        if (key is null)
        {
            // It may be any key.
            Lose(map);
            Lose(slot.Value);
        }
        else if (map.Region == region)
        {
            map.Set(key, slot);
        }
        else
        {
            Lose(slot.Value);
            map.Set(key, new Slot(slot.KeyPlace, new UnknownValue(slot.KeyPlace)));
        }
    }

    private static string? TextOf(Value value) => (value as ConstantValue)?.Content as string;
}
