using System.Globalization;
using System.Numerics;

namespace KubernetesClient.Models.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0Gi", "0")]
    [InlineData("1", "1")]
    [InlineData("+1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("0.5", "500m")]
    [InlineData(".5", "500m")]
    [InlineData("5.", "5")]
    [InlineData("500m", "500m")]
    [InlineData("1000m", "1")]
    [InlineData("1500m", "1500m")]
    [InlineData("1000", "1k")]
    [InlineData("1024", "1024")]
    [InlineData("0.1", "100m")]
    [InlineData("100u", "100u")]
    [InlineData("1n", "1n")]
    [InlineData("0.1n", "1n")]
    [InlineData("-0.1n", "-1n")]
    [InlineData("1Ki", "1Ki")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("1536Mi", "1536Mi")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("0.5Gi", "512Mi")]
    [InlineData("0.5Ki", "512")]
    [InlineData("1025", "1025")]
    [InlineData("1000Ki", "1000Ki")]
    [InlineData("0.001Ki", "1024m")]
    [InlineData("1E", "1E")]
    [InlineData("1e3", "1e3")]
    [InlineData("1E3", "1e3")]
    [InlineData("100e-1", "10")]
    [InlineData("15e-1", "1500e-3")]
    [InlineData("12e4", "120e3")]
    [InlineData("64Ei", "9223372036854775807")]
    [InlineData(" 1Gi ", "1Gi")]
    public void Quantities_are_written_canonically(string text, string expected)
    {
        Assert.Equal(expected, new ResourceQuantity(text).ToString());
        Assert.Equal(expected, new ResourceQuantity(expected).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1gi")]
    [InlineData("1 Gi")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1Gi1")]
    [InlineData(".")]
    [InlineData("--1")]
    [InlineData("1e999999999999")]
    [InlineData("1e500")]
    public void What_is_no_quantity_is_an_error(string text) => Assert.Throws<FormatException>(() => new ResourceQuantity(text));

    [Fact]
    public void Quantities_convert()
    {
        ResourceQuantity fromText = "1.5", fromNumber = 1.5m, fromInteger = 2;
        Assert.Equal(("1500m", "1500e-3", "2"), (fromText.ToString(), fromNumber.ToString(), fromInteger.ToString()));
        Assert.Equal((1.5m, 1.5, 1, 1L, BigInteger.One), ((decimal)fromText, fromText.ToDouble(), fromText.ToInt32(), fromText.ToInt64(), fromText.ToBigInteger()));
        Assert.Equal("1200k", new ResourceQuantity(1.2m, 6, ResourceQuantity.SuffixFormat.DecimalSI).ToString());
        Assert.Equal("-1200m", new ResourceQuantity(-1.2m, 0, ResourceQuantity.SuffixFormat.DecimalSI).ToString());
        Assert.Equal("0", new ResourceQuantity(null).ToString());
        Assert.Equal(ResourceQuantity.SuffixFormat.BinarySI, new ResourceQuantity("1Gi").Format);
        Assert.Equal("1073741824", new ResourceQuantity("1Gi").CanonicalizeString(ResourceQuantity.SuffixFormat.DecimalSI));
    }

    [Fact]
    public void Quantities_are_equal_by_amount()
    {
        Assert.Equal(new ResourceQuantity("1"), new ResourceQuantity("1000m"));
        Assert.Equal(new ResourceQuantity("1").GetHashCode(), new ResourceQuantity("1000m").GetHashCode());
        Assert.True(new ResourceQuantity("1Gi") == new ResourceQuantity("1024Mi"));
        Assert.True(new ResourceQuantity("1Gi") != new ResourceQuantity("1G"));
        Assert.False(new ResourceQuantity("1Gi") == null);
    }

    [Fact]
    public void Values_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "~";
        try
        {
            IntOrString number = -1;
            Assert.Equal(("-1500m", "-15e-1", "-1"), (new ResourceQuantity("-1.5").ToString(), "-15e-1", number.Value));
            Assert.Equal("-1500e-3", ((ResourceQuantity)(-1.5m)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Numbers_and_texts_become_IntOrString()
    {
        IntOrString number = 80, large = 5_000_000_000, text = "25%";
        Assert.Equal(("80", "5000000000", "25%", 80), (number.Value, large.ToString(), (string)text, number.ToInt()));
        Assert.Null((string)(IntOrString)null!);
        Assert.Throws<FormatException>(() => text.ToInt());
    }

    [Theory]
    [InlineData("8080", "targetPort: 8080\n", "\"targetPort\":8080")]
    [InlineData("http", "targetPort: http\n", "\"targetPort\":\"http\"")]
    [InlineData("1.5", "targetPort: \"1.5\"\n", "\"targetPort\":\"1.5\"")]
    [InlineData(null, "targetPort: null\n", "\"targetPort\":null")]
    public void IntOrString_is_written_as_what_it_holds(string? value, string yaml, string json)
    {
        var port = new V1ServicePort { TargetPort = value };
        Assert.EndsWith(yaml, KubernetesYaml.Serialize(port));
        Assert.Contains(json, KubernetesJson.Serialize(port));
        Assert.Equal(value, KubernetesYaml.Deserialize<V1ServicePort>(yaml).TargetPort?.Value);
        Assert.Equal(value, KubernetesJson.Deserialize<V1ServicePort>($"{{{json}}}").TargetPort?.Value);
    }

    [Fact]
    public void Patches_are_their_bodies()
    {
        var body = new V1Deployment { Spec = new() { Replicas = 2 } };
        Assert.Equal("""{"spec":{"replicas":2}}""", KubernetesJson.Serialize(new V1Patch(body, V1Patch.PatchType.StrategicMergePatch)));
        Assert.Equal("""[{"op":"remove"}]""", KubernetesJson.Serialize(new V1Patch("""[{"op":"remove"}]""", V1Patch.PatchType.JsonPatch)));
        Assert.Throws<ArgumentException>(() => new V1Patch(body, V1Patch.PatchType.Unknown));
        Assert.Throws<ArgumentNullException>(() => new V1Patch(null, V1Patch.PatchType.MergePatch));
    }

    [Theory]
    [MemberData(nameof(ModelTypes.KindData), MemberType = typeof(ModelTypes))]
    public void JSON_comes_back_as_it_was(Type type)
    {
        var written = KubernetesJson.Serialize(ModelTypes.Full(type));
        var read = typeof(KubernetesJson).GetMethod("Deserialize", [typeof(string), typeof(System.Text.Json.JsonSerializerOptions)])!.MakeGenericMethod(type).Invoke(null, [written, null]);
        Assert.Equal(written, KubernetesJson.Serialize(read));
    }
}
