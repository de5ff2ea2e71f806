using System.Collections.Immutable;
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
    private readonly ModelType.Cache models;
    private readonly SourceCode source;
    private readonly CancellationToken cancellation;
    private readonly Regions regions;
    private readonly Fate fate;
    private readonly Store store;
    private readonly LibraryCalls library;
    private readonly Variables variables;
    private readonly int depth;
    private readonly MutableValue? self;
    private readonly List<MapValue> made = [];

    // What stands before the `?.` that is being followed.
    private Stack<Value>? conditionals;
    private readonly int start;
    private List<(Value Value, bool IsCertain)> returned = [];

    /// <summary>Creates a reader for one stretch of code.</summary>
    public BlockReader(ModelType.Cache models, SourceCode source, CancellationToken cancellation)
    {
        this.models = models;
        this.source = source;
        this.cancellation = cancellation;
        regions = new Regions();
        fate = new Fate();
        store = new Store(fate, regions);
        library = new LibraryCalls(fate, store, regions, models.Of(source.Metadata));
        variables = new Variables(fate, regions);
    }

    private BlockReader(BlockReader caller, MutableValue? self)
    {
        this.self = self;
        models = caller.models;
        source = caller.source;
        cancellation = caller.cancellation;
        regions = caller.regions;
        fate = caller.fate;
        store = caller.store;
        library = caller.library;
        depth = caller.depth + 1;
        start = regions.Current;
        variables = new Variables(fate, regions);
    }

    /// <summary>The objects that are made and then handed on, in the order they are made in.</summary>
    public IEnumerable<MapValue> Made => made.Where(m => m.IsHandedOn);

    /// <summary>What becomes of them.</summary>
    public Fate Fate => fate;

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
                RunAll(block);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    foreach (var declarator in declaration.Declarators) Declare(declarator);
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                break;
            case IReturnOperation { ReturnedValue: { } value } result:
                Return(Evaluate(value), isOnly: result.Kind != OperationKind.YieldReturn && regions.Current == start);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                returned.Add((new UnknownValue(result.Syntax), regions.Current == start));
                break;
            case ISymbolInitializerOperation initializer:
                fate.Escape(Evaluate(initializer.Value));
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
                foreach (var handler in attempt.Catches)
                {
                    Perhaps(handler.Filter);
                    Perhaps(handler.Handler);
                }

                Run(attempt.Finally);
                break;
            case IConditionalOperation choice:
                Evaluate(choice.Condition);
                Perhaps(choice.WhenTrue);
                Perhaps(choice.WhenFalse);
                break;
            case ISwitchOperation choice:
                Switch(choice);
                break;
            case ILocalFunctionOperation function:
                Perhaps(function.Body, mayRepeat: true);
                break;
            case ILabeledOperation labeled:
                Perhaps(labeled.Operation, mayRepeat: true);
                break;
            case ILoopOperation repeated:
                Loop(repeated);
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private void RunAll(IBlockOperation block)
    {
        // A local function changes what it captures whenever it is called, also of what is declared behind it.
        foreach (var statement in block.Operations)
        {
            if (statement is not ILocalFunctionOperation function) continue;
            variables.Capture(function);
            Run(function);
        }

        RunAll(block.Operations, 0);
    }

    private void RunAll(ImmutableArray<IOperation> statements, int from)
    {
        for (var i = from; i < statements.Length; i++)
        {
            if (statements[i] is ILocalFunctionOperation) continue;
            var before = returned.Count;
            Run(statements[i]);
            if (depth == 0 || returned.Count == before) continue;

            // What a helper's caller gets may have been ready before the rest.
            RunApart(statements, i + 1);
            return;
        }
    }

    // These stand apart, so that nothing is allocated for code that all runs.
    private void RunApart(ImmutableArray<IOperation> statements, int from) => regions.Apart(() => RunAll(statements, from));

    private void Perhaps(IOperation? operation, bool mayRepeat = false) => regions.Apart(() => Run(operation), mayRepeat);

    private void Loop(ILoopOperation repeated) => regions.Apart(() => Repeat(repeated), mayRepeat: true);

    private Value EvaluateApart(IOperation operation)
    {
        Value? value = null;
        regions.Apart(() => value = Evaluate(operation));
        return value!;
    }

    private void Repeat(ILoopOperation repeated)
    {
        if (repeated is not IForEachLoopOperation each)
        {
            foreach (var child in repeated.ChildOperations) Run(child);
            return;
        }

        var collection = Evaluate(each.Collection);
        foreach (var local in each.Locals) variables.Declare(local, Store.Either(each.LoopControlVariable.Syntax, collection));
        Run(each.Body);
    }

    private void Switch(ISwitchOperation choice)
    {
        var value = Evaluate(choice.Value);
        foreach (var section in choice.Cases)
        {
            regions.Apart(() =>
            {
                foreach (var clause in section.Clauses)
                {
                    Match(value, clause);
                    if (clause is IPatternCaseClauseOperation { Guard: { } guard }) Evaluate(guard);
                }

                foreach (var inner in section.Body) Run(inner);
            });
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        var value = initializer is null ? new UnknownValue(declarator.Syntax) : Evaluate(initializer.Value);
        variables.Declare(declarator.Symbol, value);
        if (declarator.Symbol.RefKind == RefKind.None || initializer is null) return;

        // Each is the other by another name.
        variables.MakeUncertain(declarator.Symbol);
        foreach (var other in Variables.In(initializer)) variables.MakeUncertain(other.Symbol);
    }

    private void Return(Value value, bool isOnly)
    {
        returned.Add((value, isOnly));
        if (depth == 0) fate.Escape(value);
    }
}
