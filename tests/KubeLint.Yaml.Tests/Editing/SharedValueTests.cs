namespace KubeLint.Yaml.Tests.Editing;

/// <summary>Anchors, aliases and merge keys: what is written once and stands in several places.</summary>
public sealed class SharedValueTests
{
    [Theory]
    [InlineData("set v.a = 2\nset w.a = 2", "v: &x\n  a: 1 # one\nw: *x", "v: &x\n  a: 2 # one\nw: *x")]
    [InlineData("set v.b = 2\nset w.b = 2", "v: &x {a: 1}\nw: *x", "v: &x {a: 1, b: 2}\nw: *x")]
    [InlineData("append v = b\nappend w = b", "v: &x\n- a\nw: *x", "v: &x\n- a\n- b\nw: *x")]
    [InlineData("rename v.a = b\nrename w.a = b", "v: &x\n  a: 1\nw: *x", "v: &x\n  b: 1\nw: *x")]
    [InlineData("remove v.a\nremove w.a", "v: &x\n  a: 1\n  b: 2\nw: *x", "v: &x\n  b: 2\nw: *x")]
    [InlineData("set v = 2\nset w = 2", "v: &x 1\nw: *x", "v: &x 2\nw: 2")]
    [InlineData("set w = {b: 1}", "v: &x {a: 1}\nw: *x # why", "v: &x {a: 1}\nw: # why\n  b: 1")]
    [InlineData("set w = 2", "v: &x 1\nw: *x # why", "v: &x 1\nw: 2 # why")]
    [InlineData("set w[0] = 2", "v: &x 1\nw: [*x, *x]", "v: &x 1\nw: [2, *x]")]
    [InlineData("set u = 2", "v: &x 1\nw: *x\nu: 1", "v: &x 1\nw: *x\nu: 2")]
    [InlineData("remove w", "v: &x 1\nw: *x", "v: &x 1")]
    [InlineData("rename w = u", "v: &x 1\nw: *x", "v: &x 1\nu: *x")]
    public void A_shared_value_changes_where_all_its_places_are_meant(string edits, string before, string after) =>
        Assert.Equal(EditText.Head + after + "\n", EditText.Edited(EditText.Head + before + "\n", edits));

    [Theory]
    [InlineData("set v.a = 2", "v: &x\n  a: 1\nw: *x")]
    [InlineData("set w.a = 2", "v: &x\n  a: 1\nw: *x")]
    [InlineData("set v.b = 2", "v: &x {a: 1}\nw: *x")]
    [InlineData("append w = b", "v: &x [a]\nw: *x")]
    [InlineData("remove v.a", "v: &x {a: 1, b: 2}\nw: *x")]
    [InlineData("remove w.a", "v: &x {a: 1, b: 2}\nw: *x")]
    [InlineData("rename w.a = b", "v: &x {a: 1}\nw: *x")]
    [InlineData("set v = 2", "v: &x 1\nw: *x")]
    [InlineData("remove v", "v: &x 1\nw: *x")]
    [InlineData("set v.a = 2", "v: &x {a: 1}\nw:\n  <<: *x")]
    [InlineData("remove w.a", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 2")]
    [InlineData("rename w.a = c", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 2")]
    [InlineData("append w.a = 2", "v: &x {a: [1]}\nw:\n  <<: *x")]
    public void A_shared_value_is_left_where_only_one_place_is_meant(string edits, string lines)
    {
        var text = EditText.Head + lines + "\n";
        var outcome = EditText.Edit(text, edits);
        Assert.StartsWith("an anchor or a merge key shares", outcome.Refusal);
        Assert.Empty(outcome.Changes);
        Assert.Equal(text, outcome.Text);
    }

    [Theory]
    [InlineData("set w.a = 2", "v: &x {a: 1}\nw:\n  <<: *x", "v: &x {a: 1}\nw:\n  <<: *x\n  a: 2")]
    [InlineData("set w.a = 2", "v: &x {a: 1}\nw:\n  b: 1\n  <<: *x # why", "v: &x {a: 1}\nw:\n  b: 1\n  <<: *x # why\n  a: 2")]
    [InlineData("set w.c = 2", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 1", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 1\n  c: 2")]
    [InlineData("set w.b = 2", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 1", "v: &x {a: 1}\nw:\n  <<: *x\n  b: 2")]
    [InlineData("set w.a = 2", "v: &x {a: 1}\ny: &y {b: 1}\nw: {<<: [*x, *y]}", "v: &x {a: 1}\ny: &y {b: 1}\nw: {<<: [*x, *y], a: 2}")]
    public void A_key_of_ones_own_overrides_what_a_merge_key_brings(string edits, string before, string after) =>
        Assert.Equal(EditText.Head + after + "\n", EditText.Edited(EditText.Head + before + "\n", edits));
}
