using System.Globalization;

namespace k8s.Serialization;

/// <summary>Times as the API writes them: in UTC, with microseconds where there are any.</summary>
internal static class Rfc3339
{
    public static DateTime Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;

    public static string Format(DateTime time)
    {
        var utc = time.ToUniversalTime();
        var format = utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ";
        return utc.ToString(format, CultureInfo.InvariantCulture);
    }
}
