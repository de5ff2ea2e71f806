using System.Text;
using YamlDotNet.Core;

namespace KubernetesClient.Models.Tests;

public sealed class YamlTests
{
    [Fact]
    public void A_deployment_is_written_as_people_write_it() => Assert.Equal(Samples.DeploymentYaml, KubernetesYaml.Serialize(Samples.Deployment()));

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void A_full_object_of_each_kind_comes_back_as_it_was(Type type)
    {
        var written = KubernetesYaml.Serialize(ModelTypes.Full(type));
        var read = Assert.Single(KubernetesYaml.LoadAllFromString(written, strict: true));

        Assert.IsType(type, read);
        Assert.Equal(written, KubernetesYaml.Serialize(read));
        Assert.Equal(KubernetesJson.Serialize(ModelTypes.Full(type)), KubernetesJson.Serialize(read));
        Assert.DoesNotContain('&', written);
        var lines = written.Split('\n');
        Assert.StartsWith("apiVersion: ", lines[0]);
        Assert.Equal($"kind: {((IKubernetesObject)read).Kind}", lines[1]);
        Assert.Equal("metadata:", lines[2]);
    }

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void Nothing_is_written_of_what_is_not_set(Type type)
    {
        var empty = (IKubernetesObject)Activator.CreateInstance(type)!;
        empty.Kind = "x";

        Assert.Equal("kind: x\n", KubernetesYaml.Serialize(empty));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("False")]
    [InlineData("yes")]
    [InlineData("NO")]
    [InlineData("on")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("007")]
    [InlineData("0x1F")]
    [InlineData("0o17")]
    [InlineData("0b11")]
    [InlineData("1_000")]
    [InlineData("1.5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("12e03")]
    [InlineData(".inf")]
    [InlineData("-.Inf")]
    [InlineData(".nan")]
    [InlineData("12:30")]
    [InlineData("12:30:45.5")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02 03:04:05")]
    [InlineData("=")]
    public void Text_that_looks_like_something_else_stands_in_quotes(string text)
    {
        var map = new V1ConfigMap { Data = new Dictionary<string, string> { ["k"] = text, [text] = "v" } };
        var written = KubernetesYaml.Serialize(map);

        Assert.Contains($"  k: \"{text}\"\n", written);
        Assert.Contains($"  \"{text}\": v\n", written);
        Assert.Equal(map.Data, KubernetesYaml.Deserialize<V1ConfigMap>(written).Data);
    }

    [Fact]
    public void A_key_that_would_merge_stands_in_quotes() =>
        Assert.Equal("data:\n  \"<<\": \"<<\"\n", KubernetesYaml.Serialize(new V1ConfigMap { Data = new Dictionary<string, string> { ["<<"] = "<<" } }));

    [Theory]
    [InlineData("web")]
    [InlineData("a<<b")]
    [InlineData("1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.0/8")]
    [InlineData("10s")]
    [InlineData("1Gi")]
    [InlineData("25%")]
    [InlineData("nginx:1.27")]
    [InlineData("fr-par-1")]
    [InlineData("topology.kubernetes.io/zone")]
    [InlineData("e3")]
    [InlineData("a b")]
    public void Other_text_stands_plain(string text)
    {
        var written = KubernetesYaml.Serialize(new V1ConfigMap { Data = new Dictionary<string, string> { ["k"] = text } });
        Assert.Equal($"data:\n  k: {text}\n", written);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\nb\n")]
    [InlineData("a\nb\n\n\n")]
    [InlineData("\na")]
    [InlineData("\n")]
    [InlineData("  a\nb")]
    [InlineData("a\n  b\n c")]
    [InlineData("a\n\n\nb")]
    [InlineData("a \nb")]
    [InlineData("a\n ")]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("\ta")]
    [InlineData(" a ")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b\nc")]
    [InlineData("a\u2028b\nc")]
    [InlineData("\ufeffa")]
    [InlineData("é 💡\nß")]
    [InlineData("---")]
    [InlineData("--- a\nb")]
    [InlineData("a\n---\nb")]
    [InlineData("...")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a:")]
    [InlineData("a #b")]
    [InlineData("# a\nb")]
    [InlineData("{a}")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("`a")]
    [InlineData("'a'")]
    [InlineData("\"a\"")]
    [InlineData("a\\nb")]
    [InlineData("?")]
    [InlineData("? a")]
    [InlineData("|")]
    [InlineData("> a")]
    public void Any_text_comes_back(string text)
    {
        var map = new V1ConfigMap { Metadata = new() { Name = "m" }, Data = new Dictionary<string, string> { ["a"] = text, ["z"] = text } }.Initialize();
        foreach (var value in new object[] { map, new V1ConfigMapList { ApiVersion = "v1", Kind = "ConfigMapList", Items = [map, map] } })
        {
            var written = KubernetesYaml.SerializeAll([value, map]);
            var read = KubernetesYaml.LoadAllFromString(written, strict: true);
            var first = read[0] as V1ConfigMap ?? ((V1ConfigMapList)read[0]).Items[1];

            Assert.Equal(map.Data, first.Data);
            Assert.Equal(map.Data, Assert.IsType<V1ConfigMap>(read[1]).Data);
        }
    }

    [Fact]
    public void Numbers_quantities_and_bytes_are_written_plainly()
    {
        var secret = KubernetesYaml.Serialize(Samples.Secret());
        Assert.Contains("  text: aGVsbG8=\n  number: \"1234\"\n  empty: \"\"\n", secret);
        Assert.Equal(Samples.Secret().Data, KubernetesYaml.Deserialize<V1Secret>(secret).Data);

        Assert.Contains("  - port: 80\n    targetPort: 8080\n  - port: 443\n    targetPort: https\n", KubernetesYaml.Serialize(Samples.Service()));
        Assert.Contains("maxUnavailable: 1\n", KubernetesYaml.Serialize(Samples.Budget()));
        Assert.Equal("hard:\n  cpu: 2\n  memory: 1Gi\n", KubernetesYaml.Serialize(
            new { Hard = new Dictionary<string, ResourceQuantity> { ["cpu"] = 2m, ["memory"] = "1024Mi" } }));
    }

    [Fact]
    public void Times_are_written_in_UTC_and_read_in_UTC()
    {
        var meta = new V1ObjectMeta { CreationTimestamp = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddMilliseconds(6) };
        Assert.Equal("creationTimestamp: \"2026-01-02T03:04:05.006000Z\"\n", KubernetesYaml.Serialize(meta));

        foreach (var text in new[] { "2026-01-02T04:04:05+01:00", "\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05.000000000Z" })
        {
            var time = KubernetesYaml.Deserialize<V1ObjectMeta>($"creationTimestamp: {text}").CreationTimestamp;
            Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), time);
            Assert.Equal(DateTimeKind.Utc, time?.Kind);
        }

        Assert.Null(KubernetesYaml.Deserialize<V1ObjectMeta>("creationTimestamp: null").CreationTimestamp);
    }

    [Fact]
    public void All_documents_are_read_by_their_kinds()
    {
        var written = KubernetesYaml.SerializeAll(Samples.All.Append(null!));
        var read = KubernetesYaml.LoadAllFromString(written);

        // As the real library (20.0) writes them: marks stand between documents.
        Assert.StartsWith("apiVersion: apps/v1\n", written);
        Assert.Equal(read.Count - 1, written.Split('\n').Count(l => l == "---"));
        Assert.Equal([typeof(V1Deployment), typeof(V1Service), typeof(V1StorageClass), typeof(V1Secret), typeof(V1PodDisruptionBudget)], read.Select(o => o.GetType()));
        Assert.Equal(written, KubernetesYaml.SerializeAll(read));
    }

    [Fact]
    public void A_map_adds_types_and_replaces_them()
    {
        const string Text = "apiVersion: example.org/v1\nkind: Thing\nthe-size: 3\n---\napiVersion: v1\nkind: Service\n";
        var read = KubernetesYaml.LoadAllFromString(Text, new Dictionary<string, Type> { ["example.org/v1/Thing"] = typeof(Thing), ["v1/Service"] = typeof(Thing) });

        Assert.Equal([3, 0], read.Cast<Thing>().Select(t => t.Size));
        Assert.Equal("apiVersion: v1\nkind: Service\nthe-size: 0\n", KubernetesYaml.Serialize(read[1]));
        Assert.Contains("example.org/v1/Thing", Assert.Throws<KeyNotFoundException>(() => KubernetesYaml.LoadAllFromString(Text)).Message);
    }

    [Fact]
    public async Task Streams_and_files_are_read_as_text_is()
    {
        Stream Open() => new MemoryStream(Encoding.UTF8.GetBytes(Samples.DeploymentYaml));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Samples.DeploymentYaml);
        object[] all =
        [
            KubernetesYaml.Deserialize<V1Deployment>(Open()),
            await KubernetesYaml.LoadFromStreamAsync<V1Deployment>(Open()),
            await KubernetesYaml.LoadFromFileAsync<V1Deployment>(file),
            .. await KubernetesYaml.LoadAllFromStreamAsync(Open()),
            .. await KubernetesYaml.LoadAllFromFileAsync(file),
        ];
        File.Delete(file);

        Assert.Equal(5, all.Length);
        Assert.All(all, o => Assert.Equal(Samples.DeploymentYaml, KubernetesYaml.Serialize(o)));
    }

    [Fact]
    public void Anchors_and_merges_are_read()
    {
        var pod = KubernetesYaml.Deserialize<V1Pod>("metadata: { labels: &l { app: web }, annotations: { <<: *l, x: y } }");
        Assert.Equal(new Dictionary<string, string> { ["app"] = "web", ["x"] = "y" }, pod.Metadata.Annotations);
    }

    [Fact]
    public void Unknown_keys_are_passed_over_unless_that_is_strict()
    {
        const string Text = "spec: { replica: 3, replicas: 2 }";
        Assert.Equal(2, KubernetesYaml.Deserialize<V1Deployment>(Text).Spec.Replicas);
        Assert.Throws<YamlException>(() => KubernetesYaml.Deserialize<V1Deployment>(Text, strict: true));
        Assert.Throws<YamlException>(() => KubernetesYaml.Deserialize<V1Deployment>("spec: { replicas: 1, replicas: 2 }", strict: true));
        Assert.Throws<YamlException>(() => KubernetesYaml.Deserialize<V1Container>("resources: { limits: { cpu: many } }"));
        Assert.Throws<YamlException>(() => KubernetesYaml.Deserialize<V1Secret>("data: { x: '%' }"));
    }

    [Fact]
    public void Nothing_is_empty_text()
    {
        Assert.Equal("", KubernetesYaml.Serialize(null));
        Assert.Equal("", KubernetesYaml.SerializeAll(null));
        Assert.Empty(KubernetesYaml.LoadAllFromString(""));
    }

    private sealed class Thing : IKubernetesObject
    {
        public string ApiVersion { get; set; } = "";
        public string Kind { get; set; } = "";

        [System.Text.Json.Serialization.JsonPropertyName("the-size")]
        public int Size { get; set; }
    }
}
