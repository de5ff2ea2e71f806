using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class JsonTests
{
    private const string Class = """{"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"fast"},"provisioner":"ebs.csi.aws.com","volumeBindingMode":"Immediate"}""";

    [Fact]
    public void One_line_is_read_with_its_places()
    {
        var finding = Assert.Single(Lint(Class));
        Assert.Equal("\"Immediate\"", At(Class, finding.Span));
        Assert.Equal(1, finding.Span.StartPosition.Line);
    }

    [Fact]
    public void Tabs_indent_JSON()
    {
        const string text = "{\n\t\"apiVersion\": \"storage.k8s.io/v1\",\n\t\"kind\": \"StorageClass\",\n\t\"provisioner\": \"ebs.csi.aws.com\",\n\t\"volumeBindingMode\":\t\"Immediate\"\n}\n";
        Assert.Equal("KUBE3001@5:23", Found(text));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\r\n")]
    public void Objects_may_stand_one_behind_the_other(string between)
    {
        var text = Class + between + Class.Replace("fast", "slow") + between;
        Assert.Equal(["fast", "slow"], Objects(text).Select(r => r.Name));
        Assert.Equal(["\"Immediate\"", "\"Immediate\""], Lint(text).Select(f => At(text, f.Span)));
    }

    [Fact]
    public void A_list_holds_objects()
    {
        var text = $$"""{"kind": "List", "apiVersion": "v1", "items": [{{Class}}, {"apiVersion": "v1", "kind": "Service"}]}""";
        Assert.Equal("StorageClass Service", Kinds(text));
    }

    [Theory]
    [InlineData(""" "a\"b" """, "a\"b")]
    [InlineData(""" "a\\b" """, "a\\b")]
    [InlineData(""" "a\/b" """, "a/b")]
    [InlineData(""" "a\u00f6b" """, "aöb")]
    [InlineData(""" "\ud83d\udea2" """, "🚢")]
    [InlineData(""" "a\tb\nc" """, "a\tb\nc")]
    [InlineData(""" "\b\f\r" """, "\b\f\r")]
    public void Escapes_are_those_of_JSON(string written, string text)
    {
        var resource = Assert.Single(Objects($$"""{"apiVersion": "v1", "kind": "Service", "v": {{written.Trim()}}}"""));
        Assert.Equal(text, resource.Root["v"].Text);
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("-2", "-2")]
    [InlineData("1e3", "1000")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("\"true\"", "'true'")]
    [InlineData("\"3\"", "'3'")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public void Values_keep_their_types(string written, string shown)
    {
        var document = Assert.Single(Read($$"""{"apiVersion": "v1", "kind": "Service", "v": {{written}}}""").Documents);
        Assert.Equal(shown, Show(((Syntax.MappingNode)document.Root).Find("v")!.Value.Value));
    }

    [Fact]
    public void A_fault_is_told_where_it_stands()
    {
        var finding = Assert.Single(Lint("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Service\",\n  \"metadata\": {\"name\": \"a\" \"b\"}\n}\n"));
        Assert.Equal("KUBE0001", finding.Rule.Id);
        Assert.Equal(4, finding.Span.StartPosition.Line);
    }

    [Theory]
    [InlineData("""{"$schema": "x", /* c */ "resources": [{"apiVersion": "2021-01-01", "kind": "StorageV2"}]}""")]
    [InlineData("{ // \"c\" ]\n  \"resources\": [{\"apiVersion\": \"2021-01-01\", \"kind\": \"StorageV2\"}, }}]}")]
    [InlineData("""[{"apiVersion": "v1", "kind": "Service", }} ]""")]
    public void Broken_JSON_of_another_format_is_silent(string text) => Assert.Empty(Lint(text));

    [Fact]
    public void A_hundred_thousand_objects_are_read_one_after_the_other()
    {
        var text = string.Concat(Enumerable.Repeat("{\"apiVersion\":\"v1\",\"kind\":\"Service\"}\n", 100_000));
        Assert.Equal(100_000, Read(text, "a.json").Counts.Read);
    }
}
