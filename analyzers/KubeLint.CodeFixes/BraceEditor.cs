using KubeLint.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.CodeFixes;

/// <summary>Adds items between braces, and takes items out, as the lines around them are written.</summary>
/// <param name="edits">The changes.</param>
/// <param name="tree">The file.</param>
/// <param name="style">How it is written.</param>
internal sealed class BraceEditor(TextEdits edits, SyntaxTree tree, FileStyle style)
{
    // A line that is long already may grow a little.
    private const int Longest = 150;

    // More single values than these on a line that holds others are hard to read.
    private const int MostAdded = 4;

    private readonly SourceText text = tree.GetText();

    /// <summary>Makes the changes of one pair of braces.</summary>
    /// <exception cref="RefusedEditException">Directives or comments stand in the way.</exception>
    public void Change(Braces braces, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<Item> added)
    {
        if (added.Any(a => Mentions(braces.LeftOut, a.Prefix))) throw new RefusedEditException("code that is left out here writes it, too");
        var isOneLine = style.IsOneLine(braces);
        if (isOneLine && removed.Count > 0)
        {
            Rebuild(braces, removed, added);
            return;
        }

        foreach (var item in removed) Remove(braces, item);
        var kept = braces.Items.Except(removed).ToList();
        if (added.Count > 0)
        {
            if (kept.Count == 0) FillEmpty(braces, removed.Count > 0, added);
            else if (braces.FirstDirective is { } first) AddBeforeDirective(braces, first, added);
            else if (isOneLine) AddToLine(braces, kept[kept.Count - 1], added);
            else AddLines(braces, kept[kept.Count - 1], added);
        }
        else if (removed.Count > 0 && !braces.HasLastComma && kept.Count > 0 && CommaBehind(braces, kept[kept.Count - 1]) is { } comma)
        {
            edits.Replace(tree, comma.Span, "");
        }
    }

    /// <summary>Takes a statement out.</summary>
    public void Remove(StatementSyntax statement) => edits.Replace(tree, LinesOf(statement, statement.GetLastToken()), "");

    /// <summary>Adds statements behind one.</summary>
    public void AddBehind(StatementSyntax statement, IReadOnlyList<Item> added)
    {
        if (statement is not { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } || !style.IsFirstOnLine(statement.GetFirstToken())) throw new RefusedEditException("there is no place for another statement");
        var indent = style.IndentAt(statement.SpanStart);
        edits.Insert(tree, EndOfLine(statement.GetLastToken()), string.Concat(added.Select(a => style.NewLine + indent + a.Write(style, indent))));
    }

    private static bool Mentions(string code, string prefix) => prefix.Length > 0 && code.IndexOf(prefix.TrimEnd(' ', '=', ','), StringComparison.Ordinal) >= 0;

    private static SyntaxToken? CommaBehind(Braces braces, SyntaxNode item)
    {
        var i = 0;
        while (braces.Items[i] != item) i++;
        return i < braces.Commas.Count ? braces.Commas[i] : null;
    }

    // Behind the comment of its line.
    private static int EndOfLine(SyntaxToken token)
    {
        var comments = token.TrailingTrivia.Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)).ToList();
        return comments.Count > 0 ? comments[comments.Count - 1].Span.End : token.Span.End;
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));

    private void AddLines(Braces braces, SyntaxNode last, IReadOnlyList<Item> added)
    {
        if (!style.IsFirstOnLine(last.GetFirstToken()))
        {
            // Its line begins with something else, and new items go on behind it.
            var inline = style.IndentAt(last.Span.End);
            var behind = string.Concat(added.Select(a => " " + a.Write(style, inline) + ","));
            if (CommaBehind(braces, last) is { } follows) edits.Insert(tree, follows.Span.End, braces.HasLastComma ? behind : behind.TrimEnd(','));
            else edits.Insert(tree, last.Span.End, "," + behind.TrimEnd(','));
            return;
        }

        var indent = style.IndentAt(last.SpanStart);
        var lines = string.Concat(added.Select(a => style.NewLine + indent + a.Write(style, indent) + ","));
        if (!braces.HasLastComma) lines = lines.Substring(0, lines.Length - 1);
        if (CommaBehind(braces, last) is { } comma)
        {
            edits.Insert(tree, EndOfLine(comma), lines);
            return;
        }

        var end = EndOfLine(last.GetLastToken());
        if (end == last.Span.End) lines = "," + lines;
        else edits.Insert(tree, last.Span.End, ",");
        edits.Insert(tree, end, lines);
    }

    private void AddBeforeDirective(Braces braces, int first, IReadOnlyList<Item> added)
    {
        var before = first > 0 ? braces.Items[first - 1] : null;
        var anchor = before is null ? braces.Open : CommaBehind(braces, before) ?? before.GetLastToken();
        if (style.IsOneLine(braces) || (before is not null && !style.IsFirstOnLine(before.GetFirstToken()))) throw new RefusedEditException("a directive stands in the way");
        var indent = before is not null ? style.IndentAt(before.SpanStart) : style.IndentAt(braces.Close.SpanStart) + style.Unit;
        var lines = string.Concat(added.Select(a => style.NewLine + indent + a.Write(style, indent) + ","));
        if (before is not null && CommaBehind(braces, before) is null)
        {
            if (EndOfLine(anchor) == before.Span.End) lines = "," + lines;
            else edits.Insert(tree, before.Span.End, ",");
        }

        edits.Insert(tree, EndOfLine(anchor), lines);
    }

    private void AddToLine(Braces braces, SyntaxNode last, IReadOnlyList<Item> added)
    {
        var line = style.LengthOfLineAt(last.SpanStart);
        var flat = string.Join(", ", added.Select(a => a.Flat));
        var isLong = line + flat.Length + 2 > (line > Piece.Width ? Longest + 20 : Longest);
        var isLarge = added.Sum(a => a.Value.Count) > MostAdded;
        if ((isLong || isLarge) && CanUnfold(braces) && Unfold(braces, added, isLarge ? int.MaxValue : flat.Length + 2)) return;
        if (braces.HasLastComma) edits.Insert(tree, braces.Commas[braces.Commas.Count - 1].Span.End, $" {flat},");
        else edits.Insert(tree, last.Span.End, ", " + flat);
    }

    private void FillEmpty(Braces braces, bool hadItems, IReadOnlyList<Item> added)
    {
        var between = TextSpan.FromBounds(braces.Open.Span.End, braces.Close.SpanStart);
        if (hadItems || HasComment(braces.Open.TrailingTrivia) || HasComment(braces.Close.LeadingTrivia)) throw new RefusedEditException("what stands between the braces stays");
        var indent = style.IndentAt(braces.Open.SpanStart);
        var isList = braces.Open.IsKind(SyntaxKind.OpenBracketToken);
        if (style.IsOneLine(braces))
        {
            var group = new Group("", isList, added).Write(style, indent, braces.Open.SpanStart - text.Lines.GetLineFromPosition(braces.Open.SpanStart).Start).TrimStart(' ');
            edits.Replace(tree, TextSpan.FromBounds(braces.Open.SpanStart, braces.Close.Span.End), group);
            return;
        }

        var inner = style.IndentAt(braces.Close.SpanStart) + style.Unit;
        var lines = string.Concat(added.Select((a, i) => style.NewLine + inner + a.Write(style, inner) + (i < added.Count - 1 || style.EndsWithComma ? "," : "")));
        edits.Replace(tree, between, lines + style.NewLine + style.IndentAt(braces.Close.SpanStart));
    }

    private void Rebuild(Braces braces, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<Item> added)
    {
        if (text.ToString(TextSpan.FromBounds(braces.Open.SpanStart, braces.Close.Span.End)).Contains("/*")) throw new RefusedEditException("comments stand in the way");
        var items = braces.Items.Except(removed).Select(i => i.ToString()).Concat(added.Select(a => a.Flat)).ToList();
        var pad = braces.Open.IsKind(SyntaxKind.OpenBracketToken) ? "" : " ";
        edits.Replace(tree, TextSpan.FromBounds(braces.Open.Span.End, braces.Close.SpanStart), items.Count == 0 ? pad : pad + string.Join(", ", items) + (braces.HasLastComma ? "," : "") + pad);
    }

    private void Remove(Braces braces, SyntaxNode item) => edits.Replace(tree, LinesOf(item, CommaBehind(braces, item) ?? item.GetLastToken()), "");

    // The lines of a part, with its comment and those right above it. Other parts of these lines keep them.
    private TextSpan LinesOf(SyntaxNode part, SyntaxToken last)
    {
        var end = EndOfLine(last);
        if (!style.IsFirstOnLine(part.GetFirstToken()) || !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(end, text.Lines.GetLineFromPosition(end).End))))
            throw new RefusedEditException("it shares its line with something else");
        var first = text.Lines.GetLineFromPosition(part.SpanStart).LineNumber;
        while (first > 0 && text.Lines[first - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal)) first--;
        var next = text.Lines.GetLineFromPosition(end).LineNumber + 1;

        // An empty line that parts nothing any more goes, too.
        string Line(int number) => number < text.Lines.Count ? text.Lines[number].ToString().Trim() : "";
        if (first > 0 && Line(first - 1).Length == 0 && (Line(next).Length == 0 || Line(next)[0] is '}' or ']')) first--;
        return TextSpan.FromBounds(text.Lines[first].Start, text.Lines.GetLineFromPosition(end).EndIncludingLineBreak);
    }

    private static bool CanUnfold(Braces braces) => !HasComment(braces.Open.TrailingTrivia) && braces.Items.All(i => !HasComment(i.GetLeadingTrivia()) && !HasComment(i.GetTrailingTrivia())) && !HasComment(braces.Close.LeadingTrivia);

    // Each item gets its line: in the braces around these that begin on the same line, from outside, until what is added
    // fits, else in these, too. Tells whether they were reached.
    private bool Unfold(Braces braces, IReadOnlyList<Item> added, int growth)
    {
        var line = style.LineOf(braces.Open.SpanStart);
        var chain = braces.Node.AncestorsAndSelf().Select(Braces.Of).OfType<Braces>().GroupBy(b => b.Open.SpanStart).Select(g => g.First())
            .Where(b => style.LineOf(b.Open.SpanStart) == line && style.IsOneLine(b) && CanUnfold(b)).Reverse().ToList();
        var indent = style.IndentAt(braces.Open.SpanStart);
        foreach (var one in chain)
        {
            var inner = indent + style.Unit;
            Unfold(one, indent, inner, one.Open == braces.Open ? added : []);
            if (one.Open == braces.Open) return true;
            var next = one.Items.First(i => i.Span.Contains(braces.Open.SpanStart));
            if (growth < int.MaxValue && inner.Length + next.Span.Length + growth < Piece.Width) return false;
            indent = inner;
        }

        return false;
    }

    private void Unfold(Braces braces, string indent, string inner, IReadOnlyList<Item> added)
    {
        var before = braces.Open.GetPreviousToken();
        if (style.OpensOnOwnLine && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(before.Span.End, braces.Open.SpanStart))) && !IsBracketItem(before))
            edits.Replace(tree, TextSpan.FromBounds(before.Span.End, braces.Open.SpanStart), style.NewLine + indent);
        var from = braces.Open.Span.End;
        foreach (var (item, comma) in braces.Items.Select((item, i) => (item, i < braces.Commas.Count ? braces.Commas[i] : default)))
        {
            edits.Replace(tree, TextSpan.FromBounds(from, item.SpanStart), style.NewLine + inner);
            from = comma.RawKind == 0 ? item.Span.End : comma.Span.End;
        }

        var more = string.Concat(added.Select(a => "," + style.NewLine + inner + a.Write(style, inner)));
        if (braces.HasLastComma && more.Length > 0) more = more.Substring(1);
        edits.Replace(tree, TextSpan.FromBounds(from, braces.Close.SpanStart), more + (style.EndsWithComma && (!braces.HasLastComma || more.Length > 0) ? "," : "") + style.NewLine + indent);
    }

    // The first thing in brackets moves with them.
    private static bool IsBracketItem(SyntaxToken before) => before.IsKind(SyntaxKind.OpenBracketToken) || before.IsKind(SyntaxKind.OpenBraceToken) || before.IsKind(SyntaxKind.CommaToken);
}
