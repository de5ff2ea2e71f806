using System.Text;
using static KubeLint.Yaml.Tests.Reading;

namespace KubeLint.Yaml.Tests;

public sealed class DocumentTests
{
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n";

    [Theory]
    [InlineData("---\n")]
    [InlineData("--- # the class\n")]
    [InlineData("---   \n")]
    [InlineData("---\t\n")]
    [InlineData("...\n")]
    [InlineData("...\n---\n")]
    [InlineData("---\n---\n")]
    [InlineData("# between\n---\n# before\n")]
    [InlineData("...\n%YAML 1.1\n---\n")]
    [InlineData("...\n%YAML 1.2\n---\n")]
    [InlineData("...\n%TAG !k! tag:k8s.io,2000:\n---\n")]
    [InlineData("...\n# c\n%YAML 1.1\n# d\n---\n")]
    [InlineData("---\n%YAML 1.1\n---\n")]
    public void A_marker_parts_documents(string marker)
    {
        Assert.Equal("Service StorageClass", Kinds(Service + marker + StorageClass));
        var lines = marker.Count(c => c == '\n');
        Assert.Equal($"KUBE3001@{4 + lines + 6}:20", Found(Service + marker + StorageClass));
    }

    [Theory]
    [InlineData("--- {apiVersion: v1, kind: Service, metadata: {name: a}}\n")]
    [InlineData("--- !!map\napiVersion: v1\nkind: Service\nmetadata: {name: a}\n")]
    [InlineData("--- &anchor\napiVersion: v1\nkind: Service\n")]
    [InlineData("---\n{\"apiVersion\": \"v1\", \"kind\": \"Service\"}\n")]
    [InlineData("%TAG ! tag:example.com,2000:\n---\napiVersion: v1\nkind: Service\n")]
    [InlineData("# licence\n\n# more\n---\napiVersion: v1\nkind: Service\n")]
    [InlineData("  apiVersion: v1\n  kind: Service\n")]
    [InlineData("\"apiVersion\": v1\n'kind': Service\n")]
    [InlineData("? apiVersion\n: v1\n? kind\n: Service\n")]
    [InlineData("apiVersion : v1\nkind :   \"Service\" # c\n")]
    [InlineData("\n\n\n---\n\napiVersion: v1\nkind: Service")]
    public void A_document_may_start_in_many_ways(string text)
    {
        Assert.Equal("Service", Kinds(text));
        Assert.Equal("Service StorageClass", Kinds(text.TrimEnd('\n') + "\n---\n" + StorageClass));
    }

    [Fact]
    public void The_last_line_needs_no_end()
    {
        Assert.Equal("KUBE3001@6:20", Found(StorageClass.TrimEnd('\n')));
        Assert.Equal("Service", Kinds(Service + "---"));
        Assert.Equal("Service", Kinds(Service + "..."));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_all_systems_count_alike(string lineEnd)
    {
        var text = (Service + "--- # c\n" + Deployment + "---\n" + StorageClass).Replace("\n", lineEnd);
        Assert.Equal("Service Deployment StorageClass", Kinds(text));
        Assert.Equal("KUBE1001@17:5 KUBE3001@27:20", Found(text));
        Assert.All(Lint(text), f => Assert.Contains(At(text, f.Span), new[] { "spec", "Immediate" }));
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("  ---")]
    [InlineData("----")]
    [InlineData("  ...")]
    public void What_only_looks_like_a_marker_is_none(string line)
    {
        var text = "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations:\n    text: |\n      a\n" + (line[0] == '-' ? "      " + line : "    " + line) + "\n      b\n";
        Assert.Equal("Service", Kinds(text));
        Assert.Empty(Lint(text));
    }

    [Theory]
    [InlineData("metadata:\n  name: \"open\n", "KUBE0001@4:9")]
    [InlineData("metadata:\n  name: 'open\n", "KUBE0001@4:9")]
    [InlineData("metadata: {name: open\n", "KUBE0001@3:11")]
    [InlineData("metadata: {a: [b],\n  name: [open\n\n", "KUBE0001@4:9")]
    [InlineData("spec:\n  containers: [open\n\n", "KUBE0001@4:15")]
    [InlineData("metadata: [\n", "KUBE0001@3:11")]
    public void A_marker_ends_a_document_in_an_open_quote_or_bracket_too(string broken, string place)
    {
        var file = Read("apiVersion: v1\nkind: Service\n" + broken + "---\n" + StorageClass);
        Assert.Equal(1, file.Counts.Unreadable);
        Assert.Equal("StorageClass", Assert.Single(Objects(file)).Kind);
        Assert.Equal(place, Show(file.Problems));
    }

    [Fact]
    public void A_marker_ends_a_block_scalar() =>
        Assert.Equal("Service StorageClass", Kinds("apiVersion: v1\nkind: Service\ntext: |\n  a\n---\n" + StorageClass));

    [Fact]
    public void What_stands_behind_the_root_is_a_fault() =>
        Assert.Equal("KUBE0001@4:1", Found("{apiVersion: v1,\nkind: Service,\nx: y}\napiVersion: v1\n"));

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-16", true }, { "utf-16BE", true }, { "utf-32", true }, { "utf-32BE", true },
        { "utf-8", false }, { "utf-16", false }, { "utf-16BE", false }, { "utf-32", false }, { "utf-32BE", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_of_YAML_is_read(string name, bool hasByteOrderMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasByteOrderMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("# größe 🚢\n" + StorageClass)];
        Assert.Equal("KUBE3001@7:20", Show(Lint(Read(bytes))));
    }

    [Fact]
    public void Each_of_several_files_in_one_may_have_its_byte_order_mark()
    {
        Assert.Equal("Service StorageClass", Kinds("\ufeff" + Service + "\ufeff---\n" + StorageClass));
        Assert.Equal("Service StorageClass", Kinds("\ufeff---\n" + Service + "---\n\ufeff" + StorageClass));
    }

    [Fact]
    public void Columns_count_UTF16_units() =>
        Assert.Equal("KUBE0001@3:18", Found("apiVersion: v1\nkind: Service\nmetadata: {🚢: a,🚢: b}\n"));

    [Fact]
    public void Bytes_that_are_no_text_cost_their_own_document_alone()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Deployment + "---\n" + Service + "  labels:\n    city: K"), 0xF6, .. Encoding.UTF8.GetBytes("ln\n---\n" + StorageClass)];
        var file = Read(bytes);
        Assert.Equal("KUBE1001@12:5 KUBE0001@22:12 KUBE3001@29:20", Show(Lint(file)));
        Assert.Contains("UTF-8", Assert.Single(file.Problems).Message);
    }

    [Fact]
    public void Half_a_character_of_UTF16_is_told_at_its_place()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(StorageClass), 0x41];
        var finding = Assert.Single(Lint(Read(bytes)));
        Assert.Equal("KUBE0001", finding.Rule.Id);
        Assert.Equal((7, 1), (finding.Span.StartPosition.Line, finding.Span.StartPosition.Column));
    }
}
