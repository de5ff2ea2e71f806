namespace KubeLint.Yaml.Tests.Editing;

/// <summary>Edits of what stands in brackets, and of JSON.</summary>
public sealed class FlowStyleTests
{
    [Theory]
    [InlineData("set v.a = 2", "v: {a: 1, b: 3} # why", "v: {a: 2, b: 3} # why")]
    [InlineData("set v.c = x", "v: {a: 1, b: 3} # why", "v: {a: 1, b: 3, c: x} # why")]
    [InlineData("set v.c = x", "v: { a: 1 }", "v: { a: 1, c: x }")]
    [InlineData("set v.c = {d: 1}", "v: { a: 1 }", "v: { a: 1, c: { d: 1 } }")]
    [InlineData("set v.c = x", "v: {a: 1,}", "v: {a: 1, c: x,}")]
    [InlineData("set v.c = {d: [x, y]}", "v: {a: 1,b: 3}", "v: {a: 1,b: 3,c: {d: [x,y]}}")]
    [InlineData("set v.c = 1", "v: {\"a\":1,\"b\":3}", "v: {\"a\":1,\"b\":3,\"c\":1}")]
    [InlineData("set v.c = x", "v: {\"a\": \"y\"}", "v: {\"a\": \"y\", \"c\": \"x\"}")]
    [InlineData("set v.a.c = x", "v: {a: {}}", "v: {a: {c: x}}")]
    [InlineData("set v.a.c = x", "v: {a: , b: 1}", "v: {a: {c: x}, b: 1}")]
    [InlineData("set v.a = x", "v: {a: }", "v: {a: x}")]
    [InlineData("set v.a = x", "v: {a, b: 1}", "v: {a: x, b: 1}")]
    [InlineData("set v.a = x", "v: {a: , b: 1}", "v: {a: x, b: 1}")]
    [InlineData("set v.a = 'x, y'", "v: {a: z}", "v: {a: \"x, y\"}")]
    [InlineData("set v.a = 'x:y'", "v: {a: z}", "v: {a: \"x:y\"}")]
    [InlineData("append v = c", "v: [a, b]", "v: [a, b, c]")]
    [InlineData("append v = c", "v: [a,b]", "v: [a,b,c]")]
    [InlineData("append v = c", "v: ['a', 'b']", "v: ['a', 'b', c]")]
    [InlineData("append v = c", "v: [\"a\", \"b\"]", "v: [\"a\", \"b\", \"c\"]")]
    [InlineData("append v = {a: 2}", "v: [{a: 1}]", "v: [{a: 1}, {a: 2}]")]
    [InlineData("append v = {a: 2}", "v: [{\"a\":1}]", "v: [{\"a\":1},{\"a\":2}]")]
    [InlineData("append v = c", "v: [a,]", "v: [a, c,]")]
    [InlineData("set v[1] = x", "v: [a, {b: c}, d]", "v: [a, x, d]")]
    [InlineData("remove v.a", "v: {a: 1, b: 2}", "v: {b: 2}")]
    [InlineData("remove v.b", "v: {a: 1, b: 2}", "v: {a: 1}")]
    [InlineData("remove v.b", "v: {a: 1, b: 2, c: 3}", "v: {a: 1, c: 3}")]
    [InlineData("remove v.a", "v: {a: 1}", "v: {}")]
    [InlineData("remove v[1]", "v: [a, b , c]", "v: [a , c]")]
    [InlineData("remove v[2]", "v: [a, b, c,]", "v: [a, b,]")]
    [InlineData("remove v[0]", "v: &x [a] # why", "v: &x [] # why")]
    [InlineData("rename v.a = c", "v: {a: 1}", "v: {c: 1}")]
    [InlineData("rename v.a = c", "v: {\"a\":1}", "v: {\"c\":1}")]
    [InlineData("rename v.a = c", "v: {'a': 1}", "v: {'c': 1}")]
    [InlineData("set v = x", "v: {a: 1, b: [2]} # why", "v: x # why")]
    [InlineData("set v = {b: 2}", "v: {a: 1} # why", "v: # why\n  b: 2")]
    [InlineData("set v[0].b = 2", "v: [a: 1]", null)]
    [InlineData("set v[0].a = 2", "v: [a: 1]", "v: [a: 2]")]
    public void Brackets_on_one_line(string edits, string before, string? after) => Check(edits, before, after);

    [Theory]
    [InlineData("set v.c = x", "v: {\n  a: 1,\n  b: 2\n}", "v: {\n  a: 1,\n  b: 2,\n  c: x\n}")]
    [InlineData("set v.c = x", "v: {\n  a: 1, # one\n  b: 2 # two\n  # end\n}", "v: {\n  a: 1, # one\n  b: 2, # two\n  c: x\n  # end\n}")]
    [InlineData("set v.c = x", "v: {\n  a: 1,\n  b: 2, # two\n}", "v: {\n  a: 1,\n  b: 2, # two\n  c: x,\n}")]
    [InlineData("set v.c = x", "v: {\n  a: 1,\n  b: 2}", "v: {\n  a: 1,\n  b: 2,\n  c: x}")]
    [InlineData("set v.c = x", "v: {a: 1,\n    b: 2}", "v: {a: 1,\n    b: 2, c: x}")]
    [InlineData("set v.c = {d: [x]}", "v: {\n    \"a\": 1\n  }", "v: {\n    \"a\": 1,\n    \"c\": {\n      \"d\": [\n        \"x\"\n      ]\n    }\n  }")]
    [InlineData("append v = c", "v: [\n    a,\n    b\n  ]", "v: [\n    a,\n    b,\n    c\n  ]")]
    [InlineData("remove v.a", "v: {\n  a: 1, # one\n  b: 2\n}", "v: {\n  b: 2\n}")]
    [InlineData("remove v.b", "v: {\n  a: 1, # one\n  b: 2 # two\n}", "v: {\n  a: 1 # one\n}")]
    [InlineData("remove v.b", "v: {\n  a: 1,\n  b: 2,\n}", "v: {\n  a: 1,\n}")]
    [InlineData("remove v.b", "v: {\n  a: 1,\n  b: 2}", "v: {\n  a: 1}")]
    [InlineData("remove v.b", "v: {\n  a: 1,\n  b: {\n    x: 1\n  },\n  c: 3\n}", "v: {\n  a: 1,\n  c: 3\n}")]
    [InlineData("remove v.a", "v: {\n  a: 1\n}", "v: {}")]
    public void Brackets_on_many_lines(string edits, string before, string after) => Check(edits, before, after);

    [Theory]
    [InlineData("set spec.b = x", "\"spec\":{\"a\":1}", "\"spec\":{\"a\":1,\"b\":\"x\"}")]
    [InlineData("set spec.b.c = [x, 1, true, null]", "\"spec\":{}", "\"spec\":{\"b\":{\"c\":[\"x\",1,true,null]}}")]
    [InlineData("set meta.b = \"\\\"\\\\ \\t\\n\\x01é\"", "\"spec\":{}", "\"spec\":{},\"meta\":{\"b\":\"\\\"\\\\ \\t\\n\\u0001é\"}")]
    [InlineData("append spec = {a: 2}", "\"spec\":[{\"a\":1}]", "\"spec\":[{\"a\":1},{\"a\":2}]")]
    [InlineData("append spec = {a: 2}", "\"spec\":null", "\"spec\":[{\"a\":2}]")]
    [InlineData("remove spec.a", "\"spec\":{\"a\":1,\"b\":2}", "\"spec\":{\"b\":2}")]
    [InlineData("rename spec.a = b", "\"spec\":{\"a\":1}", "\"spec\":{\"b\":1}")]
    [InlineData("remove spec", "\"spec\":{\"a\":1,\"b\":2}", null)]
    public void Json_on_one_line(string edits, string before, string? after)
    {
        const string Start = "{\"apiVersion\":\"v1\",\"kind\":\"Service\"";
        Assert.Equal(Start + (after is null ? "" : "," + after) + "}", EditText.Edited(Start + "," + before + "}", edits, path: "a.json"));
        Assert.Equal(Start + (after is null ? "" : "," + after) + "}\n", EditText.Edited(Start + "," + before + "}\n", edits));
    }

    [Theory]
    [InlineData("set spec.b = x", "  \"spec\": {\n    \"a\": 1\n  }", "  \"spec\": {\n    \"a\": 1,\n    \"b\": \"x\"\n  }")]
    [InlineData("set spec = {b: [x]}", "  \"spec\": {}", "  \"spec\": {\n    \"b\": [\n      \"x\"\n    ]\n  }")]
    [InlineData("set spec.a[1].b = [x]", "  \"spec\": {\n    \"a\": [\n      1,\n      {}\n    ]\n  }", "  \"spec\": {\n    \"a\": [\n      1,\n      {\n        \"b\": [\n          \"x\"\n        ]\n      }\n    ]\n  }")]
    [InlineData("append spec.a = 2", "  \"spec\": { \"a\": [ 1 ] }", "  \"spec\": { \"a\": [ 1, 2 ] }")]
    [InlineData("remove spec", "  \"spec\": {\n    \"a\": 1\n  }", null)]
    public void Json_on_many_lines(string edits, string before, string? after)
    {
        foreach (var (indent, lineBreak) in new[] { ("  ", "\n"), ("\t", "\r\n") })
        {
            string Text(string? lines) => ("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Service\"" + (lines is null ? "" : ",\n" + lines) + "\n}\n").Replace("  ", indent).Replace("\n", lineBreak);
            Assert.Equal(Text(after), EditText.Edited(Text(before), edits, path: "a.json"));
        }
    }

    [Fact]
    public void Objects_of_a_JSON_stream_are_edited_each_in_its_place()
    {
        const string Text = "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"v\": 1}\n{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"v\": 2}\n";
        Assert.Equal(Text.Replace("1}", "3}"), EditText.Edited(Text, "set v = 3"));
        Assert.Equal(Text.Replace("2}", "2, \"w\": \"x\"}"), EditText.Edited(Text, "set w = x", 1));
    }

    private static void Check(string edits, string before, string? after)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var text = (EditText.Head + "u: a\n" + before + "\nw: z\n").Replace("\n", lineBreak);
            if (after is null) Assert.NotNull(EditText.Edit(text, edits).Refusal);
            else Assert.Equal((EditText.Head + "u: a\n" + after + "\nw: z\n").Replace("\n", lineBreak), EditText.Edited(text, edits));
        }
    }
}
