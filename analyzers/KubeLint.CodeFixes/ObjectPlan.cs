using KubeLint.Analyzers;
using KubeLint.Edits;
using KubeLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeLint.CodeFixes;

/// <summary>
/// Plans the changes of code that make of an object what it shall be: it follows the object's parts down to where the two
/// trees part, and changes what wrote them there.
/// </summary>
/// <param name="made">The object.</param>
/// <param name="code">The code.</param>
/// <param name="edits">Takes the changes.</param>
internal sealed class ObjectPlan(MadeObject made, CodeFiles code, TextEdits edits)
{
    private readonly KnownExpressions known = new(made.Value, ReadCode.NodeOf(made));

    /// <summary>The code that is changed.</summary>
    public List<SyntaxNode> Touched { get; } = [];

    /// <summary>Plans the changes.</summary>
    /// <param name="wanted">What the object shall be.</param>
    /// <exception cref="RefusedEditException">There is no certain way.</exception>
    public void Make(MappingNode wanted) => Change(made.Value, ReadCode.NodeOf(made), wanted);

    private void Change(MapValue map, MappingNode old, MappingNode wanted)
    {
        var added = wanted.Entries.Where(e => old.Find(e.Key) is null).ToList();
        var removed = new List<SyntaxNode>();
        foreach (var entry in old.Entries)
        {
            var now = wanted.Find(entry.Key);
            if (now is not null && ReferenceEquals(now.Value.Value, entry.Value)) continue;
            var slot = map.Find(entry.Key) ?? throw new RefusedEditException($"'{entry.Key}' is not written in code");
            if (now is null && added.FindIndex(a => a.KeySpan == entry.KeySpan && a.KeySpan.File is not null) is >= 0 and var renamed)
            {
                Rename(map, slot, added[renamed].Key);
                now = added[renamed];
                added.RemoveAt(renamed);
                if (ReferenceEquals(now.Value.Value, entry.Value)) continue;
            }

            if (now is { Value: var value }) Change(slot, entry.Value, value);
            else removed.Add(Touch(Written.PartAt(slot.KeyPlace)));
        }

        RemoveStatements(removed);
        if (added.Count == 0 && removed.Count == 0) return;
        if (map.Type is null) AddEntries(map, removed, added);
        else AddMembers(map, removed, added);
    }

    private void Change(Slot slot, Node old, Node wanted)
    {
        switch (slot.Value, old, wanted)
        {
            case (MapValue { Type: null } map, MappingNode before, MappingNode after) when code.IsShared(map) && Written.ValueAt(slot.KeyPlace) is { } name:
                CopyWithMore(name, before, after);
                break;
            case (MapValue map, MappingNode before, MappingNode after) when !ReferenceEquals(before, after) && after.Entries.Count + before.Entries.Count > 0 && (map.Type is not null || before.Entries.Count > 0):
                Change(map, before, after);
                break;
            case (ListValue list, SequenceNode before, SequenceNode after) when before.Items.Count > 0 || HasSpreads(Braces.Of(Written.Creation(list.Place))):
                Change(list, before, after);
                break;
            default:
                Replace(code.ArgumentOf(Written.ValueAt(slot.KeyPlace), slot.Value), wanted);
                break;
        }
    }

    private void Change(ListValue list, SequenceNode old, SequenceNode wanted)
    {
        var creation = Written.Creation(list.Place);
        var braces = Braces.Of(creation);
        var left = wanted.Items.ToList();
        var removed = new List<SyntaxNode>();
        for (var i = 0; i < old.Items.Count; i++)
        {
            var at = left.FindIndex(item => ReferenceEquals(item, old.Items[i]));
            if (at < 0) at = left.FindIndex(item => item.Span.File is not null && item.Span == old.Items[i].Span && item.GetType() == old.Items[i].GetType());

            // As many items as before: one of them was set anew.
            if (at < 0 && old.Items.Count <= wanted.Items.Count && i < wanted.Items.Count && left.Contains(wanted.Items[i])) at = left.IndexOf(wanted.Items[i]);
            if (at < 0)
            {
                removed.Add(Touch(ItemOf(list.Items[i].Place, braces)));
                continue;
            }

            if (!ReferenceEquals(left[at], old.Items[i])) ChangeItem(list.Items[i], old.Items[i], left[at]);
            left.RemoveAt(at);
        }

        RemoveStatements(removed);
        if (left.Count == 0 && removed.Count == 0) return;
        AddItems(list, creation, braces, removed, left);
    }

    private void ChangeItem(Value value, Node old, Node wanted)
    {
        switch (value, old, wanted)
        {
            case (MapValue map, MappingNode before, MappingNode after):
                Change(map, before, after);
                break;
            case (ListValue list, SequenceNode before, SequenceNode after):
                Change(list, before, after);
                break;
            default:
                Replace(value.Place as ExpressionSyntax, wanted);
                break;
        }
    }

    private void AddItems(ListValue list, SyntaxNode creation, Braces? braces, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<Node> added)
    {
        var type = ValueWriter.ItemTypeOf(TypeOf(creation)) ?? throw new RefusedEditException("the list's type is not known");

        // What is spread into it was added to another.
        var statement = !HasSpreads(braces) && list.Items.Count > 0 && ItemOf(list.Items[list.Items.Count - 1].Place, braces) is StatementSyntax last ? last : null;
        if (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax add } } && added.Count > 0)
        {
            var items = Render(statement.Span.End, statement, writer => added.Select(a => new Item($"{add}(", writer.Write(a, type, isNamed: true), ");")).ToList());
            code.EditorOf(statement.SyntaxTree, edits).AddBehind(statement, items);
            return;
        }

        if (braces is null) throw new RefusedEditException("the list is not written as one");
        var isNamed = creation is ImplicitArrayCreationExpressionSyntax;
        code.EditorOf(creation.SyntaxTree, edits).Change(braces, [.. removed.Where(r => r is not StatementSyntax)], Render(creation.SpanStart, creation, writer => added.Select(a => new Item("", writer.Write(a, type, isNamed))).ToList()));
    }

    private void AddMembers(MapValue map, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<MappingEntry> added)
    {
        var creation = Written.Creation(map.Place);
        var braces = Braces.Of(creation);
        var type = TypeOf(creation) ?? throw new RefusedEditException("the object's type is not known");
        if (braces is not { Items.Count: > 0 } && added.Count > 0 && LastStatement(map) is { } statement)
        {
            if (statement is not { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var holder } } }) throw new RefusedEditException("there is no place for another statement");

            // What fills its parts stays together with them.
            var last = StatementsOf(map, 0).Where(s => s.Parent == statement.Parent).Append(statement).OrderBy(s => s.SpanStart).Last();
            var statements = Render(last.Span.End, statement, writer => added.Select(e => Statement($"{holder}.", writer.Member(e.Key, e.Value, type))).ToList());
            code.EditorOf(last.SyntaxTree, edits).AddBehind(last, statements);
            return;
        }

        Fill(creation, braces, removed, Render(creation.SpanStart, creation, writer => added.Select(e => writer.Member(e.Key, e.Value, type)).ToList()));
    }

    private void AddEntries(MapValue map, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<MappingEntry> added)
    {
        var creation = Written.Creation(map.Place);
        var braces = Braces.Of(creation);
        if (braces is not { Items.Count: > 0 } && added.Count > 0 && LastStatement(map) is { } statement)
        {
            code.EditorOf(statement.SyntaxTree, edits).AddBehind(statement, Render(statement.Span.End, statement, writer => added.Select(e => EntryStatement(statement, e, writer)).ToList()));
            return;
        }

        var values = ValueWriter.ValueTypeOf(TypeOf(creation)) ?? throw new RefusedEditException("the dictionary's type is not known");
        var style = code.StyleOf(creation.SyntaxTree);
        var isAdded = braces is { Items: [var first, ..] } ? first.IsKind(SyntaxKind.ComplexElementInitializerExpression) : style.AddsEntries;
        Fill(creation, braces, removed, Render(creation.SpanStart, creation, writer => added.Select(e => writer.Entry(e.Key, e.Value, values, isAdded)).ToList()));
    }

    private void Fill(SyntaxNode creation, Braces? braces, IReadOnlyCollection<SyntaxNode> removed, IReadOnlyList<Item> added)
    {
        var tree = creation.SyntaxTree;
        if (braces is not null)
        {
            code.EditorOf(tree, edits).Change(braces, [.. removed.Where(r => r is not StatementSyntax)], added);
            return;
        }

        if (added.Count == 0) return;
        if (creation is not BaseObjectCreationExpressionSyntax bare) throw new RefusedEditException("it is not made by a creation");
        var style = code.StyleOf(tree);
        var (indent, line) = (style.IndentAt(bare.SpanStart), bare.SpanStart - tree.GetText().Lines.GetLineFromPosition(bare.SpanStart).Start);
        if (bare is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Type: var type })
            edits.Replace(tree, bare.Span, new Group($"new {type}", false, added).Write(style, indent, line));
        else
            edits.Replace(tree, bare.Span, new Group(bare.ToString(), false, added).Write(style, indent, line));
    }

    // What others hold, too, stays as it is: this place gets a copy with more.
    private void CopyWithMore(ExpressionSyntax name, MappingNode old, MappingNode wanted)
    {
        Touch(name);
        if (name is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || old.Entries.Any(e => wanted.Find(e.Key) is not { } now || !ReferenceEquals(now.Value, e.Value)))
            throw new RefusedEditException("others hold the same dictionary");
        var style = code.StyleOf(name.SyntaxTree);
        var items = Render(name.SpanStart, name, writer =>
        {
            var values = ValueWriter.ValueTypeOf(TypeOf(name)) ?? throw new RefusedEditException("the dictionary's type is not known");
            return [new Item("", writer.Dictionary([.. wanted.Entries.Where(e => old.Find(e.Key) is null)], values, name.ToString()))];
        });
        edits.Replace(name.SyntaxTree, name.Span, items[0].Write(style, style.IndentAt(name.SpanStart)));
    }

    private void Replace(ExpressionSyntax? expression, Node wanted)
    {
        if (expression is null) throw new RefusedEditException("what writes it is not an expression of its own");
        expression = Touch(code.DefinitionOf(expression));
        var type = code.ModelOf(expression.SyntaxTree).GetTypeInfo(expression).ConvertedType ?? throw new RefusedEditException("its type is not known");
        var style = code.StyleOf(expression.SyntaxTree);
        var indent = style.IndentAt(expression.SpanStart);
        var before = expression.SpanStart - expression.SyntaxTree.GetText().Lines.GetLineFromPosition(expression.SpanStart).Start;
        var piece = Render(expression.SpanStart, expression, writer => [new Item("", writer.Write(wanted, type))])[0].Value;
        var isOnLine = expression.Ancestors().Select(Braces.Of).FirstOrDefault(b => b is not null) is { } around && style.IsOneLine(around);
        var written = piece.Write(style, indent, before, staysFlat: isOnLine);
        var start = expression.SpanStart;

        // What goes on in the next line leaves no blank behind.
        if (written[0] is '\r' or '\n') start = expression.GetFirstToken().GetPreviousToken().Span.End;
        edits.Replace(expression.SyntaxTree, TextSpan.FromBounds(start, expression.Span.End), written);
    }

    private void Rename(MapValue map, Slot slot, string key)
    {
        var written = Touch(slot.KeyPlace switch { ArgumentSyntax { NameColon: null, Parent: not ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax } } argument => argument.Expression, ExpressionSyntax expression => expression, _ => null });
        var name = map.Type is null ? ValueWriter.Text(key) : Render(written.SpanStart, written, writer => [writer.Member(key, Literal.Null, TypeOf(Written.Creation(map.Place))!)])[0].Prefix;
        edits.Replace(written.SyntaxTree, written.Span, name.TrimEnd(' ', '='));
    }

    private void RemoveStatements(IEnumerable<SyntaxNode> removed)
    {
        foreach (var statement in removed.OfType<StatementSyntax>()) code.EditorOf(statement.SyntaxTree, edits).Remove(statement);
    }

    private IReadOnlyList<Item> Render(int position, SyntaxNode place, Func<ValueWriter, IReadOnlyList<Item>> write)
    {
        Touch(place);
        var writer = new ValueWriter(code.ModelOf(place.SyntaxTree), position, code.StyleOf(place.SyntaxTree), code.Models, known);
        var items = write(writer);
        if (writer.NeedsCollections) edits.Add(place.SyntaxTree, Usings.AddCollections(place.SyntaxTree, code.StyleOf(place.SyntaxTree)));
        return items;
    }

    private static Item Statement(string holder, Item member) => member with { Prefix = holder + member.Prefix, Suffix = member.Suffix + ";" };

    private static Item EntryStatement(ExpressionStatementSyntax statement, MappingEntry entry, ValueWriter writer)
    {
        var text = writer.Model.Compilation.GetSpecialType(SpecialType.System_String);
        return statement.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call, ArgumentList.Arguments.Count: 2 } => new Item($"{call}({ValueWriter.Text(entry.Key)}, ", writer.Write(entry.Value, text), ");"),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax access } => new Item($"{access.Expression}[{ValueWriter.Text(entry.Key)}] = ", writer.Write(entry.Value, text), ";"),
            _ => throw new RefusedEditException("there is no place for another statement"),
        };
    }

    private static ExpressionStatementSyntax? LastStatement(MapValue map) =>
        map.Slots.Select(s => Written.PartAt(s.KeyPlace)).OfType<ExpressionStatementSyntax>().OrderBy(s => s.SpanStart).LastOrDefault();

    // The statements that write into an object or its parts.
    private static IEnumerable<ExpressionStatementSyntax> StatementsOf(Value value, int depth) => (depth, value) switch
    {
        ( > 16, _) => [],
        (_, MapValue map) => map.Slots.SelectMany(s => StatementsOf(s.Value, depth + 1).Concat(Written.PartAt(s.KeyPlace) is ExpressionStatementSyntax own ? [own] : [])),
        (_, ListValue list) => list.Items.SelectMany(i => StatementsOf(i, depth + 1).Concat(ItemOf(i.Place, null) is ExpressionStatementSyntax own ? [own] : [])),
        _ => [],
    };

    private static bool HasSpreads(Braces? braces) => braces?.Items.Any(i => i is SpreadElementSyntax) == true;

    private static SyntaxNode? ItemOf(SyntaxNode place, Braces? braces) =>
        (braces is null ? null : Written.ItemAt(place, braces)) ?? place.AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault() switch
        {
            { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Add" }, Parent: ExpressionStatementSyntax statement } } => statement,
            _ => null,
        };

    private ITypeSymbol? TypeOf(SyntaxNode node)
    {
        var model = code.ModelOf(node.SyntaxTree);
        if (node is InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var member } }) return model.GetTypeInfo(member).Type;
        var info = model.GetTypeInfo(node);
        return node is CollectionExpressionSyntax or LiteralExpressionSyntax ? info.ConvertedType : info.Type ?? info.ConvertedType;
    }

    private T Touch<T>(T? node)
        where T : SyntaxNode
    {
        if (node is null) throw new RefusedEditException("what writes it is no part of its own");
        Touched.Add(node);
        return node;
    }
}
