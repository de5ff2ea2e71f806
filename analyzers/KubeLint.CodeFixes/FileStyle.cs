using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.CodeFixes;

/// <summary>How lists are made.</summary>
internal enum ListForm
{
    /// <summary><c>[a, b]</c>.</summary>
    Collection,

    /// <summary><c>new List&lt;T&gt; { a, b }</c>.</summary>
    List,

    /// <summary><c>new T[] { a, b }</c>.</summary>
    Array,

    /// <summary><c>new[] { a, b }</c>.</summary>
    ImplicitArray,
}

/// <summary>How a file's own code makes objects: what most of it does, new code does, too.</summary>
internal sealed class FileStyle
{
    private readonly SourceText text;

    private FileStyle(SyntaxNode root, SourceText text, LanguageVersion version)
    {
        this.text = text;
        var nodes = root.DescendantNodes().ToList();
        var creations = nodes.OfType<BaseObjectCreationExpressionSyntax>().Where(c => IsValue(c.Parent)).ToList();
        var dictionaries = creations.Where(c => NameOf(c) is "Dictionary" or "SortedDictionary").ToList();
        var lists = creations.Where(c => NameOf(c) is "List").ToList();
        var named = creations.OfType<ObjectCreationExpressionSyntax>().Except([.. dictionaries, .. lists]).Count();
        IsTargetTyped = version >= LanguageVersion.CSharp9 && creations.OfType<ImplicitObjectCreationExpressionSyntax>().Count() >= Math.Max(named, 1);
        if (creations.Count == 0) IsTargetTyped = version >= LanguageVersion.CSharp9;
        Lists = ListsOf(nodes, lists.Count, version);
        var elements = nodes.OfType<InitializerExpressionSyntax>().SelectMany(i => i.Expressions).ToList();
        AddsEntries = elements.Count(e => e.IsKind(SyntaxKind.ComplexElementInitializerExpression)) > elements.Count(e => e is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax });

        var braces = nodes.Where(n => n is InitializerExpressionSyntax { RawKind: not (int)SyntaxKind.ComplexElementInitializerExpression } or CollectionExpressionSyntax).Select(Braces.Of).OfType<Braces>().Where(b => b.Items.Count > 0).ToList();
        var (folded, flat) = (braces.Where(b => !IsOneLine(b)).ToList(), braces.Where(IsOneLine).ToList());
        HasOneLiners = flat.Count > 0 || folded.Count == 0;
        OpensOnOwnLine = folded.Count == 0 || folded.Count(b => IsFirstOnLine(b.Open)) * 2 >= folded.Count;
        EndsWithComma = folded.Count == 0 || folded.Count(b => b.HasLastComma) * 2 >= folded.Count;
        NewLine = text.Lines.Count > 1 && text.Lines[0] is var first ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
        Unit = UnitOf(folded);
    }

    /// <summary>Whether creations leave out the name of what they make where it is clear.</summary>
    public bool IsTargetTyped { get; }

    /// <summary>How lists are made.</summary>
    public ListForm Lists { get; }

    /// <summary>Whether the entries of a dictionary are written as <c>{ "k", "v" }</c>, and not as <c>["k"] = "v"</c>.</summary>
    public bool AddsEntries { get; }

    /// <summary>Whether small objects may stand on one line.</summary>
    public bool HasOneLiners { get; }

    /// <summary>Whether braces open on a line of their own.</summary>
    public bool OpensOnOwnLine { get; }

    /// <summary>Whether a comma stands behind the last item where each has its line.</summary>
    public bool EndsWithComma { get; }

    /// <summary>The end of a line.</summary>
    public string NewLine { get; }

    /// <summary>One step of indentation.</summary>
    public string Unit { get; }

    /// <summary>The style of a file.</summary>
    public static FileStyle Of(SyntaxTree tree, CancellationToken cancellation) =>
        new(tree.GetRoot(cancellation), tree.GetText(cancellation), ((CSharpParseOptions)tree.Options).LanguageVersion);

    /// <summary>The white space that the line of a place begins with.</summary>
    public string IndentAt(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t') end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether braces open and close on one line.</summary>
    public bool IsOneLine(Braces braces) => LineOf(braces.Open.SpanStart) == LineOf(braces.Close.SpanStart);

    /// <summary>Whether a token is the first of its line.</summary>
    public bool IsFirstOnLine(SyntaxToken token)
    {
        var line = text.Lines.GetLineFromPosition(token.SpanStart);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, token.SpanStart)));
    }

    /// <summary>The number of a place's line.</summary>
    public int LineOf(int position) => text.Lines.GetLineFromPosition(position).LineNumber;

    /// <summary>How long the line of a place is.</summary>
    public int LengthOfLineAt(int position) => text.Lines.GetLineFromPosition(position).Span.Length;

    private static bool IsValue(SyntaxNode? parent) => parent is AssignmentExpressionSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or ArgumentSyntax;

    private static string? NameOf(BaseObjectCreationExpressionSyntax creation) => (creation as ObjectCreationExpressionSyntax)?.Type switch
    {
        QualifiedNameSyntax { Right: var right } => right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => null,
    };

    private static ListForm ListsOf(IReadOnlyList<SyntaxNode> nodes, int lists, LanguageVersion version)
    {
        var votes = new[]
        {
            (Form: ListForm.Collection, Count: version >= LanguageVersion.CSharp12 ? nodes.Count(n => n is CollectionExpressionSyntax) : 0),
            (Form: ListForm.List, Count: lists),
            (Form: ListForm.Array, Count: nodes.OfType<ArrayCreationExpressionSyntax>().Count(a => a.Initializer is not null)),
            (Form: ListForm.ImplicitArray, Count: nodes.OfType<ImplicitArrayCreationExpressionSyntax>().Count()),
        };
        var most = votes.OrderByDescending(v => v.Count).First();
        return most.Count > 0 ? most.Form : version >= LanguageVersion.CSharp12 ? ListForm.Collection : ListForm.List;
    }

    private string UnitOf(IReadOnlyList<Braces> folded)
    {
        foreach (var braces in folded.Where(b => IsFirstOnLine(b.Items[0].GetFirstToken())))
        {
            var (outer, inner) = (IndentAt(braces.Close.SpanStart), IndentAt(braces.Items[0].SpanStart));
            if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal)) return inner.Substring(outer.Length);
        }

        var shortest = text.Lines.Select(l => IndentAt(l.Start)).Where(i => i.Length > 0).OrderBy(i => i.Length).FirstOrDefault();
        return shortest is null ? "    " : shortest[0] == '\t' ? "\t" : shortest;
    }
}
