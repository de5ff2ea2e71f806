namespace KubeLint.Yaml.Tests.Editing;

/// <summary>Edits of blocks: what stands around them is how they are written.</summary>
public sealed class BlockStyleTests
{
    // What to do, and the lines below the head before and after.
    public static TheoryData<string, string, string> Cases { get; } = new()
    {
        // A scalar in the place of a scalar.
        { "set v = 3", "v: 2\n", "v: 3\n" },
        { "set v = 3", "v: 2 # why\n", "v: 3 # why\n" },
        { "set v = 3", "v:    2   # why\n", "v:    3   # why\n" },
        { "set v = b", "v: 'a'\n", "v: 'b'\n" },
        { "set v = b", "v: \"a\" # why\n", "v: \"b\" # why\n" },
        { "set v = it's", "v: 'a'\n", "v: 'it''s'\n" },
        { "set v = 3", "v: \"2\"\n", "v: 3\n" },
        { "set v = 'yes'", "v: a\n", "v: \"yes\"\n" },
        { "set v = 'yes'", "v: a\nw: 'b'\n", "v: 'yes'\nw: 'b'\n" },
        { "set v = '3'", "v: a\n", "v: \"3\"\n" },
        { "set v = '010'", "v: a\n", "v: \"010\"\n" },
        { "set v = '2001-01-01'", "v: a\n", "v: \"2001-01-01\"\n" },
        { "set v = '1:30'", "v: a\n", "v: \"1:30\"\n" },
        { "set v = 'a: b'", "v: a\n", "v: \"a: b\"\n" },
        { "set v = 'a #b'", "v: a\n", "v: \"a #b\"\n" },
        { "set v = '- a'", "v: a\n", "v: \"- a\"\n" },
        { "set v = '*a'", "v: a\n", "v: \"*a\"\n" },
        { "set v = ''", "v: a\n", "v: \"\"\n" },
        { "set v = ' a'", "v: a\n", "v: \" a\"\n" },
        { "set v = 10.0.0.1", "v: a\n", "v: 10.0.0.1\n" },
        { "set v = topology.kubernetes.io/zone", "v: zone\n", "v: topology.kubernetes.io/zone\n" },
        { "set v = true", "v: \"false\"\n", "v: true\n" },
        { "set v = a", "v:\n", "v: a\n" },
        { "set v = a", "v: # why\nw: b\n", "v: a # why\nw: b\n" },
        { "set v = a", "v: ~\n", "v: a\n" },
        { "set v = b", "v:\n  a\n", "v:\n  b\n" },
        { "set v = b", "v: # why\n  a # how\n", "v: # why\n  b # how\n" },
        { "set v = x", "v: a\n  b\n  c\nw: d\n", "v: x\nw: d\n" },
        { "set v = x", "v: \"a\n  b\" # why\nw: d\n", "v: \"x\" # why\nw: d\n" },
        { "set v = x", "v: |\n  a\n  b\nw: d\n", "v: x\nw: d\n" },
        { "set v = x", "v: >- # why\n  a\n\n  b\n\n# w\nw: d\n", "v: x # why\n\n# w\nw: d\n" },
        { "set v = \"a\\nb\\n\"", "v: x # why\nw: d\n", "v: | # why\n  a\n  b\nw: d\n" },
        { "set v = \"a\\nb\"", "v: |\n  x\nw: d\n", "v: |-\n  a\n  b\nw: d\n" },
        { "set v = x", "v: &a y\n", "v: &a x\n" },
        { "set v = '4'", "v: !!str 3\n", "v: \"4\"\n" },
        { "set v.a = 2", "v:\n  ? a\n  : 1\n  b: 3\n", "v:\n  ? a\n  : 2\n  b: 3\n" },

        // Mappings and lists come and go.
        { "set v = {a: 1, b: [x]}", "v: y # why\nw: d\n", "v: # why\n  a: 1\n  b:\n    - x\nw: d\n" },
        { "set v = {a: 1}", "v: {}\n", "v:\n  a: 1\n" },
        { "set v.a = 1", "v: {} # why\n", "v: # why\n  a: 1\n" },
        { "set v.a = 1", "v:\nw: d\n", "v:\n  a: 1\nw: d\n" },
        { "set v.a = 1", "v:\n  # b: 2\nw: d\n", "v:\n  a: 1\n  # b: 2\nw: d\n" },
        { "set v.a = 1", "v: null\n", "v:\n  a: 1\n" },
        { "set v.a.b.c = 1", "w: d\n", "w: d\nv:\n  a:\n    b:\n      c: 1\n" },
        { "set v = x", "v: # why\n  a: 1 # one\n  b: 2 # two\nw: d\n", "v: x # why\nw: d\n" },
        { "set v = {}", "v:\n  a: 1\nw: d\n", "v: {}\nw: d\n" },
        { "set v = []", "v:\n- a\n- b\nw: d\n", "v: []\nw: d\n" },
        { "set v = {x: 1}", "v: # why\n  - a\n  - b\nw: d\n", "v: # why\n  x: 1\nw: d\n" },
        { "set v = {x: 1}", "v: |\n  text\nw: d\n", "v:\n  x: 1\nw: d\n" },
        { "set v = {x: 1}", "v: &a\n  - b\nw: d\n", "v: &a\n  x: 1\nw: d\n" },

        // Only what differs changes.
        { "set v = {a: 1, b: 3}", "v:\n  a: 1 # one\n  b: 2 # two\n", "v:\n  a: 1 # one\n  b: 3 # two\n" },
        { "set v = {a: 1, c: 4}", "v:\n  a: 1 # one\n  b: 2\n", "v:\n  a: 1 # one\n  c: 4\n" },
        { "set v = [a, c]", "v:\n- a # one\n- b # two\n- c # three\n", "v:\n- a # one\n- c # three\n" },
        { "set v = [a, b, d]", "v: [a, b, c]\n", "v: [a, b, d]\n" },
        { "set v = [a, b, c]", "v:\n- a\n- x\n", "v:\n- a\n- b\n- c\n" },
        { "set v = {b: 2, a: 1}", "v:\n  a: 1\n  b: 2\n", "v:\n  b: 2\n  a: 1\n" },

        // New keys.
        { "set v.c = 1", "v:\n    a:\n        b: 1\n", "v:\n    a:\n        b: 1\n    c: 1\n" },
        { "set v.c = {d: {e: 1}}", "v:\n    a:\n        b: 1\n", "v:\n    a:\n        b: 1\n    c:\n        d:\n            e: 1\n" },
        { "set v.c = [x]", "v:\n  a:\n  - b\n", "v:\n  a:\n  - b\n  c:\n  - x\n" },
        { "set v.c = [x]", "v:\n  a:\n    - b\n", "v:\n  a:\n    - b\n  c:\n    - x\n" },
        { "set v.c = [x]", "v:\n  a: 1\nw:\n- b\n", "v:\n  a: 1\n  c:\n  - x\nw:\n- b\n" },
        { "set v.c = [x]", "v:\n  a: 1\nw:\n-   b\n", "v:\n  a: 1\n  c:\n  -   x\nw:\n-   b\n" },
        { "set v.c = [x]", "k:\n  l:\n  - a\nl:\n  m:\n  - a\nm:\n  p:\n  - a\np:\n  q:\n    - a\nv:\n  a: 1\n", "k:\n  l:\n  - a\nl:\n  m:\n  - a\nm:\n  p:\n  - a\np:\n  q:\n    - a\nv:\n  a: 1\n  c:\n  - x\n" },
        { "set v.b = '1'", "v:\n  a: \"2\"\n  k: '3'\n  l: '4'\n", "v:\n  a: \"2\"\n  k: '3'\n  l: '4'\n  b: '1'\n" },
        { "set v.b = 1", "v:\n  a: 1 # one\n# w\nw: d\n", "v:\n  a: 1 # one\n  b: 1\n# w\nw: d\n" },
        { "set v.b = 1", "v:\n  a: 1\n  # c: 1\nw: d\n", "v:\n  a: 1\n  b: 1\n  # c: 1\nw: d\n" },
        { "set v.b = 1", "v:\n  a:\n    x: 1\n    # y: 1\n\n    # z: 1\n\n# w\nw: d\n", "v:\n  a:\n    x: 1\n    # y: 1\n\n    # z: 1\n  b: 1\n\n# w\nw: d\n" },
        { "set v.b = 1", "v:\n  a: |\n    x\n\nw: d\n", "v:\n  a: |\n    x\n  b: 1\n\nw: d\n" },
        { "set v.b = 1", "v:\n  a: >+\n    x\n\nw: d\n", "v:\n  a: >+\n    x\n\n  b: 1\nw: d\n" },
        { "set v.b = 1", "v:\n  a: [x,\n    y]\nw: d\n", "v:\n  a: [x,\n    y]\n  b: 1\nw: d\n" },
        { "set v.b = 1", "v:\n  a:\nw: d\n", "v:\n  a:\n  b: 1\nw: d\n" },
        { "set v.c = 1", "v:\n\n  a: 1\n\n  b: 2\n\nw: d\n", "v:\n\n  a: 1\n\n  b: 2\n\n  c: 1\n\nw: d\n" },
        { "set v[0].c = 1", "v:\n- a: 1\n  b: 2\n- a: 3\n", "v:\n- a: 1\n  b: 2\n  c: 1\n- a: 3\n" },
        { "set v[0].c = 1", "v:\n-   a: 1\n    # end\n-   a: 3\n", "v:\n-   a: 1\n    c: 1\n    # end\n-   a: 3\n" },
        { "set v[0][0].c = 1", "v:\n- - a: 1\n  - b\n", "v:\n- - a: 1\n    c: 1\n  - b\n" },
        { "set v[1].c = {d: [x]}", "v:\n  -\n    a: 1\n  - &p\n    a: 3\nw: d\n", "v:\n  -\n    a: 1\n  - &p\n    a: 3\n    c:\n      d:\n        - x\nw: d\n" },
        { "set v.on = 1", "v:\n  a: 1\n", "v:\n  a: 1\n  \"on\": 1\n" },
        { "set v.b = 1", "v:\n  ? a\n  : 1\n", "v:\n  ? a\n  : 1\n  b: 1\n" },
        { "set w = {a: 1, b: '2'}", "v: !!map\n  a: 1\n", "v: !!map\n  a: 1\nw:\n  a: 1\n  b: \"2\"\n" },

        // List items.
        { "append v = c", "v:\n- a\n- b # two\nw: d\n", "v:\n- a\n- b # two\n- c\nw: d\n" },
        { "append v = {a: 2, b: [x]}", "v:\n  - a: 1\n    # end\n\n  # more\nw: d\n", "v:\n  - a: 1\n    # end\n  - a: 2\n    b:\n      - x\n\n  # more\nw: d\n" },
        { "append v = [b, c]", "v:\n- - a\n", "v:\n- - a\n- - b\n  - c\n" },
        { "append v[0] = b", "v:\n- - a\n- - x\n", "v:\n- - a\n  - b\n- - x\n" },
        { "append v = {a: 1}", "w: d\n", "w: d\nv:\n  - a: 1\n" },
        { "append v = {a: 1}", "v:\nw:\n- d\n", "v:\n- a: 1\nw:\n- d\n" },
        { "append v = a", "v: [] # none\nw:\n- d\n", "v: # none\n- a\nw:\n- d\n" },
        { "append v = a", "v: null\n", "v:\n  - a\n" },
        { "append v = c", "v:\n\n- a\n\n- b\n\nw: d\n", "v:\n\n- a\n\n- b\n\n- c\n\nw: d\n" },
        { "append v = '*'", "v:\n- '1'\n", "v:\n- '1'\n- '*'\n" },
        { "set v[1] = {a: 1, b: 2}", "v:\n- x\n- y # why\n- z\n", "v:\n- x\n- a: 1 # why\n  b: 2\n- z\n" },
        { "set v[0] = x", "v:\n- a: 1\n  b: 2\n- c\n", "v:\n- x\n- c\n" },
        { "set v[0] = x", "v:\n-\n- c\n", "v:\n- x\n- c\n" },

        // Keys.
        { "rename v = w", "v: 1 # why\n", "w: 1 # why\n" },
        { "rename v = w", "\"v\": 1\n", "\"w\": 1\n" },
        { "rename v = yes", "v: 1\n", "\"yes\": 1\n" },
        { "rename v.a = b", "v:\n  ? a # why\n  : 1\n", "v:\n  ? b # why\n  : 1\n" },
        { "rename v = w", "v:\n- a\n", "w:\n- a\n" },
        { "rename v.a = b", "v: {a: 1}\n", "v: {b: 1}\n" },
        { "set v.a = 2\nrename v.a = b\nrename v = w", "v:\n  a: 1\n", "w:\n  b: 2\n" },

        // Removals.
        { "remove v", "u: 1\nv: 2 # why\n# w\nw: 3\n", "u: 1\n# w\nw: 3\n" },
        { "remove w", "u: 1\nv: 2\nw: 3\n", "u: 1\nv: 2\n" },
        { "remove v", "u: 1\n# v\nv:\n  a: 1\n  # end\n\nw: 3\n", "u: 1\n# v\n\nw: 3\n" },
        { "remove v", "u: 1\n\nv: 2\n\nw: 3\n", "u: 1\n\nw: 3\n" },
        { "remove v.a", "v:\n  a: 1\nw: 3\n", "v: {}\nw: 3\n" },
        { "remove v[0]", "v: # why\n- a\nw: 3\n", "v: [] # why\nw: 3\n" },
        { "remove v[0].a", "v:\n- a: 1\n  b: 2\n- c: 3\n", "v:\n- b: 2\n- c: 3\n" },
        { "remove v[0].a", "v:\n- a:\n    x: 1\n  b: 2\n", "v:\n- b: 2\n" },
        { "remove v[0].a", "v:\n- a: 1 # one\n  # two\n  b: 2\n", "v:\n-\n  # two\n  b: 2\n" },
        { "remove v[0].a", "v:\n- a: 1\n- c: 3\n", "v:\n- {}\n- c: 3\n" },
        { "remove v[0]", "v:\n- a # one\n- b # two\n", "v:\n- b # two\n" },
        { "remove v[1]", "v:\n- a # one\n- b # two\nw: 3\n", "v:\n- a # one\nw: 3\n" },
        { "remove v[0][0]", "v:\n- - a\n  - b\n", "v:\n- - b\n" },
        { "remove v[0]\nremove v[2]", "v:\n- a\n- b\n- c\n- d\n", "v:\n- b\n- d\n" },
        { "remove v.a\nremove v.b", "v:\n  a: 1\n  b: 2\n", "v: {}\n" },
        { "remove v.b", "v:\n  a: 1\n  b: |\n    x\n\n    y\n  c: 3\n", "v:\n  a: 1\n  c: 3\n" },

        // Several at once.
        { "set v.a = 2\nset v.b = 3\nappend v.c = y\nset v.d = 4", "v:\n  a: 1 # one\n  b: 2\n  c:\n  - x\n", "v:\n  a: 2 # one\n  b: 3\n  c:\n  - x\n  - y\n  d: 4\n" },
        { "set v.m.a = 1\nset v.m.b = 2\nset v.k.o.p = 3", "v:\n  x: 0\n", "v:\n  x: 0\n  m:\n    a: 1\n    b: 2\n  k:\n    o:\n      p: 3\n" },
        { "append v = a\nappend v = b", "v: []\n", "v:\n  - a\n  - b\n" },
        { "remove v.a\nset v.b = 2\nset v.c = 3", "v:\n  a: 1\n", "v:\n  b: 2\n  c: 3\n" },
        { "set v[0].a = 2\nremove v[1]\nappend v = {a: 4}", "v:\n- a: 1\n- a: 2\n- a: 3\n", "v:\n- a: 2\n- a: 3\n- a: 4\n" },
        { "set v = 1\nset v = 1", "v: 0\n", "v: 1\n" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_block_is_edited_as_it_is_written(string edits, string before, string after)
    {
        Assert.Equal(EditText.Head + after, EditText.Edited(EditText.Head + before, edits));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Line_breaks_stay_as_they_are(string edits, string before, string after)
    {
        var expected = (EditText.Head + after).Replace("\n", "\r\n");
        Assert.Equal(expected, EditText.Edited((EditText.Head + before).Replace("\n", "\r\n"), edits));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_last_line_without_a_break_stays_one(string edits, string before, string after)
    {
        // Where the text ends in a blank line of a block, that line is no missing break.
        if (before.EndsWith("\n\n", StringComparison.Ordinal)) return;
        Assert.Equal((EditText.Head + after).TrimEnd('\n'), EditText.Edited((EditText.Head + before).TrimEnd('\n'), edits));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Other_documents_stay_as_they_are(string edits, string before, string after)
    {
        const string Before = "# first\napiVersion: v1\nkind: Service\nv:   x\n--- # second\n";
        const string Behind = "...\n# between\n%YAML 1.1\n---\n# third\napiVersion: v1\nkind: Service\nv:   x";
        Assert.Equal(Before + EditText.Head + after + Behind, EditText.Edited(Before + EditText.Head + before + Behind, edits, 1));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_item_of_a_list_is_edited_in_its_place(string edits, string before, string after)
    {
        static string Item(string lines) => "    " + string.Join("\n    ", (EditText.Head + lines).TrimEnd('\n').Split('\n')).Replace("\n    \n", "\n\n") + "\n";
        const string Before = "apiVersion: v1\nkind: List\nitems:\n  - # first\n";
        Assert.Equal(Before + Item(after), EditText.Edited(Before + Item(before), edits));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Once_is_enough(string edits, string before, string after)
    {
        // What was removed or renamed is not there again, and what was appended is appended again.
        if (edits.Contains("remove") || edits.Contains("append") || edits.Contains("rename")) return;
        Assert.Empty(EditText.Edit(EditText.Head + after, edits).Changes);
        Assert.NotEmpty(EditText.Edit(EditText.Head + before, edits).Changes);
    }
}
