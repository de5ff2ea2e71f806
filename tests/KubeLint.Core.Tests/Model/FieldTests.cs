using KubeLint.Syntax;
using static KubeLint.Tests.Model.Tree;

namespace KubeLint.Tests.Model;

/// <summary>Lookups answer one of three: present, absent, unknown.</summary>
public sealed class FieldTests
{
    private static readonly MappingNode Root = Map(
        ("kind", "Thing"),
        ("text", "a"),
        ("number", 3),
        ("truth", true),
        ("nothing", null),
        ("hidden", Unknown),
        ("map", Map(("inner", "x"))),
        ("open", Incomplete(Map(("inner", "x")))),
        ("list", Seq("a", Unknown, null)),
        ("openList", Incomplete(Seq("a"))));

    private static Field At(params string[] path) => Field.Root(Root).At(path);

    [Theory]
    [InlineData("text", "present")]
    [InlineData("nothing", "absent")]
    [InlineData("missing", "absent")]
    [InlineData("hidden", "unknown")]
    [InlineData("missing/below", "absent")]
    [InlineData("nothing/below", "absent")]
    [InlineData("hidden/below", "unknown")]
    [InlineData("hidden/below/deeper", "unknown")]
    [InlineData("text/below", "unknown")]
    [InlineData("list/below", "unknown")]
    [InlineData("map", "present")]
    [InlineData("map/inner", "present")]
    [InlineData("map/other", "absent")]
    [InlineData("open", "present")]
    [InlineData("open/inner", "present")]
    [InlineData("open/other", "unknown")]
    public void Lookups(string path, string expected)
    {
        var field = At(path.Split('/'));
        Assert.Equal(expected, field.IsPresent ? "present" : field.IsAbsent ? "absent" : "unknown");
        Assert.Equal(1, new[] { field.IsPresent, field.IsAbsent, field.IsUnknown }.Count(x => x));
    }

    [Theory]
    [InlineData("text", "a", null, null)]
    [InlineData("number", null, 3L, null)]
    [InlineData("truth", null, null, true)]
    [InlineData("hidden", null, null, null)]
    [InlineData("nothing", null, null, null)]
    [InlineData("map", null, null, null)]
    public void A_value_of_another_type_is_none(string key, string? text, long? number, bool? truth)
    {
        Assert.Equal(text, At(key).Text);
        Assert.Equal(number, At(key).Integer);
        Assert.Equal(truth, At(key).Boolean);
    }

    [Theory]
    [InlineData("map", true)]
    [InlineData("open", false)]
    [InlineData("list", true)]
    [InlineData("openList", false)]
    [InlineData("missing", true)]
    [InlineData("hidden", false)]
    [InlineData("text", true)]
    public void Completeness(string key, bool expected) => Assert.Equal(expected, At(key).IsComplete);

    [Fact]
    public void Items_of_a_list_may_be_unknown_or_null() =>
        Assert.Equal([(true, false), (false, false), (false, true)], At("list").Items.Select(i => (i.IsPresent, i.IsAbsent)));

    [Fact]
    public void What_is_no_list_has_no_items_and_what_is_no_mapping_no_entries()
    {
        Assert.Empty(At("map").Items);
        Assert.Empty(At("list").Entries);
        Assert.Empty(At("hidden").Entries);
        Assert.Equal(["inner"], At("map").Entries.Select(e => e.Key));
    }

    [Fact]
    public void What_is_written_is_shown_for_placeholders_too()
    {
        Assert.Equal("${ZONE}", Field.Root(Map(("zone", Placeholder("${ZONE}"))))["zone"].Written);
        Assert.Equal("3", At("number").Written);
        Assert.Null(At("hidden").Written);
    }

    [Fact]
    public void Paths()
    {
        var root = Field.Root(Map(("spec", Map(("items", Seq(Map(("a-b_1", "x"), ("x.y/z", "q"), ("say \"hi\"", "w")))), ("", "empty")))));
        Assert.Equal("", root.Path);
        Assert.Equal("spec.items[0]", root.At("spec", "items").Items.First().Path);
        Assert.Equal(["spec.items[0].a-b_1", "spec.items[0][\"x.y/z\"]", "spec.items[0][\"say \\\"hi\\\"\"]"], root.At("spec", "items").Items.First().Entries.Select(e => e.Path));
        Assert.Equal("spec[\"\"]", root.At("spec", "").Path);
        Assert.Equal("spec.not.there", root.At("spec", "not", "there").Path);
    }

    [Fact]
    public void A_span_is_the_value_or_where_it_should_stand()
    {
        var root = Field.Root(Root);
        SourceSpan KeyOf(string key) => Root.Find(key)!.Value.KeySpan;

        Assert.Equal(Root.Find("text")!.Value.Value.Span, root["text"].Span);       // present: the value
        Assert.Equal(KeyOf("map"), root.At("map", "other").Span);                   // absent: the key of the mapping
        Assert.Equal(KeyOf("nothing"), root["nothing"].Span);                       // null: its own key
        Assert.Equal(KeyOf("kind"), root["missing"].Span);                          // absent at the root: the kind line
        Assert.Equal(KeyOf("kind"), root.At("missing", "below").Span);              // the mapping is missing too: the kind line
        Assert.Equal(KeyOf("kind"), root.Span);
        Assert.Equal(Root.Find("hidden")!.Value.Value.Span, root["hidden"].Span);   // unknown, but written
    }

    [Fact]
    public void A_field_missing_in_a_list_item_points_at_the_first_line_of_the_item()
    {
        var item = Map(("first", 1), ("second", 2));
        var field = Field.Root(Map(("kind", "Thing"), ("list", Seq(item, "text")))).At("list").Items.ToList();
        Assert.Equal(item.Entries[0].KeySpan, field[0]["third"].Span);
        Assert.Equal(item.Entries[0].KeySpan, field[0].At("third", "below", "deeper").Span);
        Assert.Equal(item.Entries[0].KeySpan, field[0].KeySpan);
        Assert.Equal(field[1].Node!.Span, field[1].KeySpan);
    }

    public static TheoryData<object?, object?, bool?> Pairs => new()
    {
        { "a", "a", true },
        { "a", "b", false },
        { null, null, true },
        { "a", null, false },
        { 1, "1", true },
        { Unknown, "a", null },
        { Unknown, Unknown, null },
        { Unknown, null, null },
        { Placeholder("${A}"), Placeholder("${A}"), true },
        { Placeholder("${A}"), Placeholder("${B}"), null },
        { Placeholder("${A}"), "${A}", null },
        { Map(), "a", null },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Equal_texts(object? a, object? b, bool? expected)
    {
        var root = Field.Root(Map(("a", a), ("b", b)));
        Assert.Equal(expected, Field.SameText(root["a"], root["b"]));
        Assert.Equal(expected, Field.SameText(root["b"], root["a"]));
    }
}
