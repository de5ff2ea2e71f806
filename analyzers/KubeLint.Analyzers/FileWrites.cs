using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeLint.Analyzers;

/// <summary>What code does with a property.</summary>
internal enum Usage
{
    /// <summary>It is written, or what it holds is changed.</summary>
    Written,

    /// <summary>What it holds is handed to other code.</summary>
    HandedOut,

    /// <summary>What it holds is used as a whole, and may then be a part of something else, too.</summary>
    Taken,
}

/// <summary>
/// What the code of one file writes, or hands to other code, by the names of properties and variables. Only its syntax is looked
/// at, so that it is remembered with the file's tree: who types changes one of many.
/// </summary>
internal sealed class FileWrites
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileWrites> Known = new();

    /// <summary>What the names of methods that give a property's value start with.</summary>
    public const string Ensuring = "Ensure";

    private readonly object gate = new();
    private readonly LocalNames locals = new();
    private readonly Dictionary<string, List<Use>> byName = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxNode> lookedThrough = [];
    private readonly HashSet<string> lookedFor = new(StringComparer.Ordinal);
    private readonly SyntaxNode root;
    private readonly SourceNames words;

    // All there are, in order: what stands in one follows it.
    private readonly SyntaxNode[] members;

    private FileWrites(SyntaxTree tree, CancellationToken cancellation)
    {
        root = tree.GetRoot(cancellation);
        words = SourceNames.Of(tree, cancellation);
        members = [.. FileDeclarations.MembersIn(root)];
    }

    /// <summary>Whether what has a name is also reached by methods with other names, such as SetLabel and GetLabels.</summary>
    public static bool HasOtherWays(string name) => name is "Labels" or "Annotations";

    /// <summary>The method that sets one of such things.</summary>
    public static string SetterOf(string name) => "Set" + name.TrimEnd('s');

    /// <summary>What the code of a file writes and hands on.</summary>
    public static FileWrites Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known) ? known : Read(tree, cancellation);

    /// <summary>
    /// Where a name of something is used in a way so that its code has not just made; null stands for places that have not the name itself.
    /// </summary>
    public IReadOnlyList<SyntaxNode?> PlacesOf(string name, Usage usage)
    {
        if (usage == Usage.Taken) return PlacesTaken(name);
        lock (gate)
        {
            LookFor(name);
            if (!byName.TryGetValue(name, out var uses)) return [];
            List<SyntaxNode?>? places = null;
            foreach (var use in uses)
                if (use.Usage == usage && !IsOfMade(use)) (places ??= []).Add(use.Place);
            return places ?? (IReadOnlyList<SyntaxNode?>)[];
        }
    }

    // No other method has a use of it: a variable that stands for it is set in the same one. What is no method may have a field's.
    private void LookFor(string name)
    {
        if (!lookedFor.Add(name)) return;
        if (lookedFor.Count == 1)
        {
            foreach (var member in members)
                if (member is not BaseMethodDeclarationSyntax) LookOnceThrough(member);
        }

        foreach (var member in MembersWith(name)) LookOnceThrough(member);
    }

    private IEnumerable<SyntaxNode> MembersWith(string name)
    {
        if (words.PlacesOf(name, isWhole: !HasOtherWays(name)) is not { } places) return members;
        if (HasOtherWays(name)) places = places.Concat(words.PlacesOf(SetterOf(name), isWhole: false)!);
        return places.Select(MemberBefore);
    }

    private void LookOnceThrough(SyntaxNode member)
    {
        if (lookedThrough.Add(member)) LookThrough(member);
    }

    // What stands in a method stands in the last member that starts before it, for there is none in a method.
    private SyntaxNode MemberBefore(int at)
    {
        var (first, last) = (0, members.Length - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            if (members[middle].FullSpan.Start <= at) first = middle;
            else last = middle - 1;
        }

        return members[first];
    }

    private IReadOnlyList<SyntaxNode?> PlacesTaken(string name) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => (n.Identifier.ValueText == name || n.Identifier.ValueText == Ensuring + name) && IsTaken(n))];

    // Apart, so that nothing is allocated for what is known.
    private static FileWrites Read(SyntaxTree tree, CancellationToken cancellation) => Known.GetValue(tree, t => new FileWrites(t, cancellation));

    private void LookThrough(SyntaxNode member)
    {
        // Types, names and constants are most of what there is, and nothing is written in them.
        foreach (var node in member.DescendantNodes(n => n == member || (!FileDeclarations.IsMember(n) && n is not (TypeSyntax or LiteralExpressionSyntax or ParameterListSyntax or AttributeListSyntax or UsingDirectiveSyntax)))) Look(node);
    }

    // What is looked into, written, called or compared is left where it is.
    private static bool IsTaken(SimpleNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax { Name: var member } access && member == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : (ExpressionSyntax)name;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax || (whole.Parent is ConditionalAccessExpressionSyntax around && around.WhenNotNull == whole)) whole = (ExpressionSyntax)whole.Parent;
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var method } => !LocalNames.Passing.Contains(method) && !Store.ChangingNames.Contains(method),
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => false,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var method } } } => !Store.ChangingNames.Contains(method),
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax or ElementBindingExpressionSyntax } => false,
            AssignmentExpressionSyntax { Left: var target } when target == whole => false,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => false,
            _ => true,
        };
    }

    private bool IsOfMade(Use use) => use.IsInside ? locals.IsInMade(use.Whole) : locals.IsMade(use.Whole);

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: WithExpressionSyntax with }, Left: var target }:
                Add(target, with.Expression);
                break;
            case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var target, Right: var value }:
                // What a class writes of its own is its own, or that of a class that is derived from a model.
                if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })) Add(target, target, isInside: true);
                HandOut(value);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var target }:
                Add(target, target, isInside: true);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var target }:
                Add(target, target, isInside: true);
                break;
            case InvocationExpressionSyntax call:
                Look(call);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax, Expression: var value }:
                HandOut(value);
                break;
            case ReturnStatementSyntax { Expression: { } value }:
                HandOut(value);
                break;
            case ArrowExpressionClauseSyntax { Expression: var value }:
                HandOut(value);
                break;
        }
    }

    private void Look(InvocationExpressionSyntax call)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, LocalNames.HolderOf(binding)),
            _ => ("", null),
        };
        if (receiver is null) return;
        if (name is "SetLabel" or "SetAnnotation") Add(name == "SetLabel" ? "Labels" : "Annotations", new Use(null, receiver));
        if (Store.ChangingNames.Contains(name)) Add(receiver, receiver);
    }

    private void HandOut(ExpressionSyntax value) => Add(value, value, usage: Usage.HandedOut);

    private void Add(ExpressionSyntax target, ExpressionSyntax whole, bool isInside = false, Usage usage = Usage.Written)
    {
        foreach (var (name, place) in locals.NamesOf(target)) Add(name, new Use(place, whole, isInside, usage));
    }

    private void Add(string name, Use use)
    {
        if (!byName.TryGetValue(name, out var uses)) byName.Add(name, uses = []);
        uses.Add(use);
    }

    /// <summary>A use of a name.</summary>
    /// <param name="Place">Where the name stands; null where it does not.</param>
    /// <param name="Whole">What must be something that the code has made, for the use not to matter.</param>
    /// <param name="IsInside">Whether that is what it belongs to.</param>
    /// <param name="Usage">How it is used.</param>
    private sealed record Use(SyntaxNode? Place, ExpressionSyntax Whole, bool IsInside = false, Usage Usage = Usage.Written);
}
