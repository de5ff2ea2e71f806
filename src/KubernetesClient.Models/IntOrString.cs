using System.Globalization;
using k8s.Serialization;

namespace k8s.Models;

/// <summary>A number, or a text such as a port's name or a percentage.</summary>
[JsonConverter(typeof(IntOrStringJsonConverter))]
public class IntOrString
{
    /// <summary>The number's digits, or the text.</summary>
    public string Value { get; private init; }

    public static implicit operator IntOrString(int v) => v.ToString(CultureInfo.InvariantCulture);

    public static implicit operator IntOrString(long v) => v.ToString(CultureInfo.InvariantCulture);

    public static implicit operator IntOrString(string v) => new() { Value = v };

    public static implicit operator string(IntOrString v) => v?.Value;

    /// <summary>The number.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public int ToInt() => int.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
