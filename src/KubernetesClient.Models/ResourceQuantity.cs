using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using k8s.Serialization;

namespace k8s.Models;

/// <summary>An amount of a resource, such as <c>500m</c> processors or <c>1Gi</c> bytes; exact to a billionth, rounded away from zero.</summary>
[JsonConverter(typeof(ResourceQuantityJsonConverter))]
public partial class ResourceQuantity
{
    /// <summary>The largest amount that is written with a binary suffix; more is cut to it.</summary>
    public static readonly decimal MaxAllowed = long.MaxValue;

    private const int NanoDigits = 9;
    private const int LargestExponent = 64;
    private static readonly BigInteger Nano = BigInteger.Pow(10, NanoDigits);
    private static readonly string[] BinarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    // From the smallest unit, 10^-9, by steps of a thousand.
    private static readonly string[] DecimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];

    private readonly BigInteger _nanos;

    /// <summary>An amount from its text.</summary>
    /// <param name="v">A number, perhaps with a suffix or an exponent; null means 0.</param>
    /// <exception cref="FormatException">The text is no amount.</exception>
    public ResourceQuantity(string v)
    {
        if (v is null)
        {
            Format = SuffixFormat.BinarySI;
            return;
        }

        var match = Pattern().Match(v.Trim());
        if (!match.Success) throw new FormatException($"'{v}' is no quantity.");
        var (factor, exponent) = (BigInteger.One, 0);
        var suffix = match.Groups["suffix"].Value;
        if (match.Groups["exponent"] is { Success: true } digits)
        {
            Format = SuffixFormat.DecimalExponent;
            if (!int.TryParse(digits.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > LargestExponent)
                throw new FormatException($"The exponent of '{v}' is too large.");
        }
        else if (suffix.EndsWith('i'))
        {
            Format = SuffixFormat.BinarySI;
            factor = BigInteger.Pow(1024, Array.IndexOf(BinarySuffixes, suffix));
        }
        else
        {
            Format = SuffixFormat.DecimalSI;
            exponent = (3 * Array.IndexOf(DecimalSuffixes, suffix)) - NanoDigits;
        }

        var fraction = match.Groups["fraction"].Value;
        var number = BigInteger.Parse("0" + match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        _nanos = Scale(number * factor, exponent - fraction.Length + NanoDigits);
        if (match.Groups["sign"].Value == "-") _nanos = -_nanos;
        var most = long.MaxValue * Nano;
        if (Format == SuffixFormat.BinarySI && _nanos > most) _nanos = most;
    }

    /// <summary>The amount <paramref name="n"/> · 10^<paramref name="exp"/>.</summary>
    public ResourceQuantity(decimal n, int exp, SuffixFormat format)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)exp), LargestExponent, nameof(exp));
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(n, bits);
        var digits = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        _nanos = Scale(n < 0 ? -digits : digits, exp - n.Scale + NanoDigits);
        Format = format;
    }

    /// <summary>How an amount is written.</summary>
    public enum SuffixFormat
    {
        /// <summary>With an exponent, as <c>12e6</c>.</summary>
        DecimalExponent,

        /// <summary>By powers of 1024, as <c>12Mi</c>.</summary>
        BinarySI,

        /// <summary>By powers of 1000, as <c>12M</c>.</summary>
        DecimalSI,
    }

    /// <summary>How the amount is written.</summary>
    public SuffixFormat Format { get; private set; }

    public static implicit operator ResourceQuantity(string v) => new(v);

    public static implicit operator ResourceQuantity(decimal v) => new(v, 0, SuffixFormat.DecimalExponent);

    public static implicit operator decimal(ResourceQuantity v) => v.ToDecimal();

    public static bool operator ==(ResourceQuantity left, ResourceQuantity right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ResourceQuantity left, ResourceQuantity right) => !(left == right);

    /// <summary>The canonical text: the largest unit of the format that leaves a whole number.</summary>
    public string CanonicalizeString() => CanonicalizeString(Format);

    /// <summary>The canonical text in some format.</summary>
    public string CanonicalizeString(SuffixFormat suffixFormat)
    {
        if (_nanos.IsZero) return "0";

        // Binary units begin at 1Ki, and know no fractions.
        var isBinary = suffixFormat == SuffixFormat.BinarySI && BigInteger.Abs(_nanos) >= 1024 * Nano && (_nanos % Nano).IsZero;
        var (number, steps) = isBinary ? Reduce(_nanos / Nano, 1024, BinarySuffixes.Length)
            : Reduce(_nanos, 1000, suffixFormat == SuffixFormat.DecimalExponent ? int.MaxValue : DecimalSuffixes.Length);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (isBinary) return digits + BinarySuffixes[steps];
        if (suffixFormat != SuffixFormat.DecimalExponent) return digits + DecimalSuffixes[steps];
        var exponent = (3 * steps) - NanoDigits;
        return exponent == 0 ? digits : string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}");
    }

    public int ToInt32() => (int)ToBigInteger();

    public long ToInt64() => (long)ToBigInteger();

    public uint ToUInt32() => (uint)ToBigInteger();

    public ulong ToUInt64() => (ulong)ToBigInteger();

    /// <summary>The amount without its fraction.</summary>
    public BigInteger ToBigInteger() => _nanos / Nano;

    public decimal ToDecimal() => (decimal)ToBigInteger() + ((decimal)(_nanos % Nano) / (decimal)Nano);

    public double ToDouble() => (double)ToBigInteger() + ((double)(_nanos % Nano) / (double)Nano);

    /// <summary>Whether the amounts are equal, however they are written.</summary>
    public bool Equals(ResourceQuantity other) => other is not null && _nanos == other._nanos;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as ResourceQuantity);

    /// <inheritdoc/>
    public override int GetHashCode() => _nanos.GetHashCode();

    /// <summary>The canonical text.</summary>
    public override string ToString() => CanonicalizeString();

    /// <summary>The number divided by the base as often as it goes evenly, and how often that was.</summary>
    private static (BigInteger Number, int Steps) Reduce(BigInteger number, int by, int count)
    {
        var steps = 0;
        while (steps + 1 < count && (number % by).IsZero)
        {
            number /= by;
            steps++;
        }

        return (number, steps);
    }

    private static BigInteger Scale(BigInteger number, int exponent)
    {
        if (exponent >= 0) return number * BigInteger.Pow(10, exponent);
        var quotient = BigInteger.DivRem(number, BigInteger.Pow(10, -exponent), out var remainder);
        return quotient + remainder.Sign;
    }

    [GeneratedRegex(@"^(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+)|(?<suffix>[KMGTPE]i|[numkMGTPE]?))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
