using KubeLint.Edits;
using KubeLint.Syntax;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Edits;

public sealed class EditedTreeTests
{
    private static readonly Node Object = Map(
        ("a", Map(("b", 1), ("c", "x"))),
        ("list", Seq("x", Map(("k", 1)), "z")),
        ("nothing", null),
        ("empty", Seq()),
        ("unknown", Placeholder("${X}")),
        ("open", Incomplete(Map(("b", 1)))));

    private static readonly Field Root = Field.Root(Object);

    [Fact]
    public void A_value_is_replaced_where_it_stands() =>
        Is(Map(("a", Map(("b", 2), ("c", "x")))), Map(("a", Map(("b", 1), ("c", "x")))), r => new SetValue(r.At("a", "b"), Literal.Integer(2)));

    [Fact]
    public void A_key_that_is_missing_comes_last_with_all_that_is_missing_above_it()
    {
        Is(Map(("a", 1), ("b", Map(("c", Map(("d", true)))))), Map(("a", 1)), r => new SetValue(r.At("b", "c", "d"), Literal.Boolean(true)));
        Is(Map(("a", Map(("b", "x"))), ("c", 1)), Map(("a", null), ("c", 1)), r => new SetValue(r.At("a", "b"), Literal.Text("x")));
    }

    [Fact]
    public void Edits_of_one_missing_mapping_share_it() =>
        Is(Map(("m", Map(("a", 1), ("b", 2)))), Map(), r => new SetValue(r.At("m", "a"), Literal.Integer(1)), r => new SetValue(r.At("m", "b"), Literal.Integer(2)));

    [Fact]
    public void An_item_comes_last_in_a_list_that_is_there_or_not()
    {
        Is(Map(("l", Seq(1, 2))), Map(("l", Seq(1))), r => new AppendItem(r["l"], Literal.Integer(2)));
        Is(Map(("l", Seq(2))), Map(("l", Seq())), r => new AppendItem(r["l"], Literal.Integer(2)));
        Is(Map(("l", Seq(2))), Map(("l", null)), r => new AppendItem(r["l"], Literal.Integer(2)));
        Is(Map(("m", Map(("l", Seq(2, 3))))), Map(), r => new AppendItem(r.At("m", "l"), Literal.Integer(2)), r => new AppendItem(r.At("m", "l"), Literal.Integer(3)));
    }

    [Fact]
    public void A_key_gets_another_name_in_its_place() =>
        Is(Map(("a", 1), ("x", 2), ("c", 3)), Map(("a", 1), ("b", 2), ("c", 3)), r => new RenameKey(r["b"], "x"));

    [Fact]
    public void What_held_the_last_entry_stays() =>
        Is(Map(("a", Map()), ("l", Seq())), Map(("a", Map(("b", 1))), ("l", Seq(1))), r => new Remove(r.At("a", "b")), r => new Remove(r["l"][0]));

    [Fact]
    public void Places_are_those_of_the_tree_as_it_was() =>
        Is(
            Map(("l", Seq(1, Map(("y", 9)), 5))),
            Map(("l", Seq(0, 1, 2, Map(("x", 3)), 4))),
            r => new Remove(r["l"][0]),
            r => new RenameKey(r["l"][3]["x"], "y"),
            r => new Remove(r["l"][2]),
            r => new SetValue(r["l"][3]["x"], Literal.Integer(9)),
            r => new SetValue(r["l"][4], Literal.Integer(5)));

    [Fact]
    public void What_is_said_twice_is_done_once() =>
        Is(Map(("b", 2)), Map(("a", 1), ("b", 1), ("c", 1)), r => new SetValue(r["b"], Literal.Integer(2)), r => new SetValue(r["b"], Literal.Integer(2)), r => new Remove(r["a"]), r => new Remove(r["a"]), r => new Remove(r["c"]));

    [Fact]
    public void What_no_edit_touches_stays_the_same_node()
    {
        var edited = Assert.IsType<MappingNode>(EditedTree.Apply(Object, [new SetValue(Root.At("a", "b"), Literal.Integer(2))]));
        Assert.Same(Root["list"].Node, edited.Find("list")!.Value.Value);
        Assert.Same(Root.At("a", "c").Node, ((MappingNode)edited.Find("a")!.Value.Value).Find("c")!.Value.Value);
    }

    public static TheoryData<string, Edit[]> Refused { get; } = new()
    {
        { "'unknown' is not known", [new SetValue(Root["unknown"], Literal.Null)] },
        { "'unknown.x' is not known", [new SetValue(Root.At("unknown", "x"), Literal.Null)] },
        { "'unknown' is not known", [new AppendItem(Root["unknown"], Literal.Null)] },
        { "'open.c' is not known", [new SetValue(Root.At("open", "c"), Literal.Null)] },
        { "'a.b.c'", [new SetValue(Root.At("a", "b", "c"), Literal.Null)] },
        { "'list[3]'", [new SetValue(Root["list"][3], Literal.Null)] },
        { "'list.x'", [new SetValue(Root["list"]["x"], Literal.Null)] },
        { "'a[0]'", [new SetValue(Root["a"][0], Literal.Null)] },
        { "'a' is no list", [new AppendItem(Root["a"], Literal.Null)] },
        { "'gone'", [new Remove(Root["gone"])] },
        { "'list[3]'", [new Remove(Root["list"][3])] },
        { "'gone'", [new RenameKey(Root["gone"], "x")] },
        { "'list[0]'", [new RenameKey(Root["list"][0], "x")] },
        { "'list' stands beside 'a'", [new RenameKey(Root["a"], "list")] },
        { "'c' stands beside 'open.b'", [new RenameKey(Root.At("open", "b"), "c")] },
        { "an object itself", [new Remove(Root)] },
        { "'a'", [new SetValue(Root["a"], Literal.Null), new SetValue(Root["a"], Literal.Integer(1))] },
        { "'a.b'", [new SetValue(Root["a"], Literal.Null), new SetValue(Root.At("a", "b"), Literal.Integer(1))] },
        { "'a'", [new SetValue(Root.At("a", "b"), Literal.Null), new Remove(Root["a"])] },
        { "'list'", [new AppendItem(Root["list"], Literal.Null), new Remove(Root["list"])] },
        { "'list'", [new SetValue(Root["list"], Literal.List()), new AppendItem(Root["list"], Literal.Null)] },
        { "'list'", [new AppendItem(Root["list"], Literal.Null), new SetValue(Root["list"], Literal.List())] },
        { "'a'", [new RenameKey(Root["a"], "x"), new RenameKey(Root["a"], "y")] },
        { "'a'", [new RenameKey(Root["a"], "x"), new Remove(Root["a"])] },
        { "'a.b'", [new SetValue(Root["a"], Literal.Null), new RenameKey(Root.At("a", "b"), "y")] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_known_or_contradicts_itself_is_refused(string reason, Edit[] edits) =>
        Assert.Contains(reason, Assert.Throws<RefusedEditException>(() => EditedTree.Apply(Object, edits)).Message);

    [Fact]
    public void Equal_trees_say_the_same_wherever_they_stand()
    {
        Assert.True(EditedTree.AreEqual(Object, Object));
        Assert.True(EditedTree.AreEqual(Map(("a", Seq(1, "x", true, null))), Map(("a", Seq(1, "x", true, null)))));
        Assert.True(EditedTree.AreEqual(Placeholder("${X}"), Placeholder("${X}")));
        Assert.True(EditedTree.AreEqual(ScalarNode.OfNull(default, "~"), ScalarNode.OfNull(default)));
        Assert.True(EditedTree.AreEqual(Map(("a", 1), ("b", Map(("c", 1), ("d", 2)))), Map(("b", Map(("d", 2), ("c", 1))), ("a", 1)), inAnyOrder: true));
    }

    public static TheoryData<Node, Node> Different { get; } = new()
    {
        { Map(("a", 1)), Map(("a", 2)) },
        { Map(("a", 1)), Map(("a", "1")) },
        { Map(("a", 1)), Map(("b", 1)) },
        { Map(("a", 1)), Map(("a", 1), ("b", 1)) },
        { Map(("a", 1), ("b", 1)), Map(("b", 1), ("a", 1)) },
        { Seq(1, 2), Seq(2, 1) },
        { Seq(1), Seq(1, 2) },
        { Seq(), Map() },
        { Of(null), Of("null") },
        { ScalarNode.OfInteger(default, 8, "010"), ScalarNode.OfInteger(default, 8) },
        { Placeholder("${X}"), Placeholder("${Y}") },
        { Placeholder("${X}"), Of("${X}") },
        { Map(("a", 1)), Incomplete(Map(("a", 1))) },
        { Seq(1), Incomplete(Seq(1)) },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Trees_that_say_something_else_are_different(Node one, Node other)
    {
        Assert.False(EditedTree.AreEqual(one, other));
        Assert.False(EditedTree.AreEqual(other, one));
    }

    [Fact]
    public void Steps_lead_to_the_same_place_in_another_tree()
    {
        var place = Root["list"][1]["k"];
        Assert.Equal([new FieldStep("list", 0), new FieldStep(null, 1), new FieldStep("k", 0)], place.Steps);
        Assert.Equal(("list[1].k", 1L), (Root.At(place.Steps).Path, Root.At(place.Steps).Integer));
        Assert.True(Field.Root(Map(("list", Seq()))).At(place.Steps).IsAbsent);
        Assert.True(Field.Root(Map(("list", Unknown))).At(place.Steps).IsUnknown);
    }

    [Theory]
    [InlineData("list", 3, true, false)]
    [InlineData("empty", 0, true, false)]
    [InlineData("nothing", 0, true, false)]
    [InlineData("unknown", 0, false, true)]
    [InlineData("a", 0, false, true)]
    public void An_item_behind_the_last_is_absent_and_one_of_what_is_no_list_unknown(string key, int index, bool isAbsent, bool isUnknown)
    {
        var item = Root[key][index];
        Assert.Equal((isAbsent, isUnknown), (item.IsAbsent, item.IsUnknown));
    }

    private static void Is(Node expected, Node before, params Func<Field, Edit>[] edits)
    {
        foreach (var ordered in new[] { edits, [.. edits.Reverse()] })
        {
            var after = EditedTree.Apply(before, ordered.Select(e => e(Field.Root(before))));

            // What comes last was asked for last.
            Assert.True(EditedTree.AreEqual(expected, after, inAnyOrder: ordered != edits) || (ordered != edits && edits.Count(e => e(Field.Root(before)) is AppendItem) > 1));
        }
    }
}
