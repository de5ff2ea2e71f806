using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KubeLint.Analyzers;

/// <summary>What the variables of a method hold, while it is followed.</summary>
/// <param name="fate">What becomes of the values.</param>
/// <param name="regions">Where code is.</param>
internal sealed class Variables(Fate fate, Regions regions)
{
    private readonly int start = regions.Current;

    private readonly Dictionary<ISymbol, Variable> all = new(SymbolEqualityComparer.Default);

    // Lambdas, local functions and references write these, or hand on what they hold, at a time that is not followed.
    private HashSet<ISymbol>? uncertain;

    /// <summary>What a variable holds; null where nothing was put into it.</summary>
    public Value? ValueOf(ISymbol symbol) => all.TryGetValue(symbol, out var variable) ? variable.Value : null;

    /// <summary>Creates a variable.</summary>
    public void Declare(ISymbol symbol, Value value)
    {
        var held = IsUncertain(symbol) ? LostIn(value) : value;
        all[symbol] = new Variable(held, regions.Current);
    }

    /// <summary>Writes a variable.</summary>
    public void Assign(ISymbol symbol, Value value)
    {
        if (!all.TryGetValue(symbol, out var variable)) variable = all[symbol] = new Variable(new UnknownValue(value.Place), start);
        if (IsUncertain(symbol))
        {
            variable.Value = LostIn(value);
        }
        else if (variable.Region == regions.Current)
        {
            variable.Value = value;
        }
        else
        {
            var either = new UnknownValue(value.Place) { Candidates = [variable.Value, value] };

            // Code of the loop that was followed already gets it when it runs again.
            if (regions.Loop > variable.Region) fate.Lose(either);
            variable.Value = either;
        }
    }

    /// <summary>Something else may use a variable from here on.</summary>
    public void MakeUncertain(ISymbol symbol)
    {
        (uncertain ??= new(SymbolEqualityComparer.Default)).Add(symbol);
        if (all.TryGetValue(symbol, out var variable)) variable.Value = LostIn(variable.Value);
    }

    /// <summary>A lambda or local function may use the variables that it captures whenever it is called.</summary>
    public void Capture(IOperation body)
    {
        foreach (var (symbol, use) in In(body))
            if (!IsOnlyRead(use) && !symbol.Locations.Any(l => l.SourceTree == body.Syntax.SyntaxTree && body.Syntax.Span.Contains(l.SourceSpan))) MakeUncertain(symbol);
    }

    /// <summary>The variables that code uses, and where.</summary>
    public static IEnumerable<(ISymbol Symbol, IOperation Use)> In(IOperation code)
    {
        foreach (var use in code.Descendants())
        {
            if (use is ILocalReferenceOperation local) yield return (local.Local, use);
            if (use is IParameterReferenceOperation parameter) yield return (parameter.Parameter, use);
        }
    }

    private bool IsUncertain(ISymbol symbol) => uncertain?.Contains(symbol) == true;

    private UnknownValue LostIn(Value value)
    {
        fate.Lose(value);
        return new UnknownValue(value.Place) { Candidates = [value] };
    }

    // A number or a text of it, or the whole handed to a client, as in a call that is tried again.
    private static bool IsOnlyRead(IOperation variable)
    {
        var whole = variable;
        while (whole.Parent is IPropertyReferenceOperation { Property.IsIndexer: false } property && property.Instance == whole) whole = property;
        if (whole.Parent is IIncrementOrDecrementOperation or ITupleOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }) return false;
        if (whole.Parent is IAssignmentOperation assignment && assignment.Target == whole) return false;
        if (whole.Type is { IsValueType: true } or { SpecialType: SpecialType.System_String }) return true;
        while (whole.Parent is IConversionOperation conversion) whole = conversion;
        return whole.Parent is IArgumentOperation { Parent: IInvocationOperation call } && ModelType.IsLibraryNamespace(call.TargetMethod.ContainingNamespace);
    }

    private sealed class Variable(Value value, int region)
    {
        public Value Value { get; set; } = value;

        public int Region { get; } = region;
    }
}
