using k8s.Models;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace k8s.Serialization;

/// <summary>Values that are one scalar in YAML.</summary>
internal abstract class ScalarYamlConverter<T> : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(T) || Nullable.GetUnderlyingType(type) == typeof(T);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        if (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null") return null;
        try
        {
            return Read(scalar.Value);
        }
        catch (FormatException error)
        {
            throw new YamlException(scalar.Start, scalar.End, error.Message, error);
        }
    }

    public void WriteYaml(IEmitter emitter, object value, Type type, ObjectSerializer serializer) => emitter.Emit(Write((T)value));

    protected abstract T Read(string text);

    protected abstract Scalar Write(T value);

    protected static Scalar Plain(string text) => new(text);

    protected static Scalar Quoted(string text) => new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, true, true);
}

/// <summary>Digits are written as a number, all else as text.</summary>
internal sealed class IntOrStringYamlConverter : ScalarYamlConverter<IntOrString>
{
    protected override IntOrString Read(string text) => text;

    protected override Scalar Write(IntOrString value) => value.Value switch
    {
        null => Plain("null"),
        var text => long.TryParse(text, out _) || !LooksTyped.Test(text) ? Plain(text) : Quoted(text),
    };
}

internal sealed class ResourceQuantityYamlConverter : ScalarYamlConverter<ResourceQuantity>
{
    protected override ResourceQuantity Read(string text) => text;

    protected override Scalar Write(ResourceQuantity value) => Plain(value.ToString());
}

/// <summary>Bytes as base64; some of it, such as <c>1234</c> or <c>true</c>, would be a number or a boolean without quotes.</summary>
internal sealed class BytesYamlConverter : ScalarYamlConverter<byte[]>
{
    protected override byte[] Read(string text) => Convert.FromBase64String(text);

    protected override Scalar Write(byte[] value)
    {
        var text = Convert.ToBase64String(value);
        return LooksTyped.Test(text) ? Quoted(text) : Plain(text);
    }
}

internal sealed class TimeYamlConverter : ScalarYamlConverter<DateTime>
{
    protected override DateTime Read(string text) => Rfc3339.Parse(text);

    protected override Scalar Write(DateTime value) => Quoted(Rfc3339.Format(value));
}
