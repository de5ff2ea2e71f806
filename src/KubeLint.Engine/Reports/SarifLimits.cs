using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KubeLint.Engine.Reports;

/// <summary>
/// What GitHub's code scanning takes: a report beyond one of its limits is refused as a whole. See
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.
/// </summary>
internal static class SarifLimits
{
    /// <summary>How many related places are told of a finding: a result may have 1,000 places, and 100 are shown.</summary>
    public const int MostRelated = 100;

    /// <summary>How many results a run may have.</summary>
    public const int MostResults = 25_000;

    // A file may have 10 MB when compressed. The rules and what stands around the results take a part of it, and so does
    // compressing them in another order.
    private const int MostBytes = 9_000_000;

    /// <summary>The results that fit, in the order of their findings: the gravest of them.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="write">Writes one of them.</param>
    /// <param name="missing">What does not fit, for people; null where all does.</param>
    public static IReadOnlyList<string> Cut(IReadOnlyList<ReportedFinding> findings, Func<ReportedFinding, string> write, out string? missing)
    {
        var kept = findings.Select((finding, i) => (finding, i)).OrderByDescending(f => f.finding.Severity).Take(MostResults).Select(f => (Text: write(f.finding), Order: f.i)).ToList();
        if (kept.Sum(r => (long)r.Text.Length) > MostBytes) kept = [.. Compressible(kept)];
        missing = kept.Count == findings.Count ? null
            : $"{findings.Count - kept.Count} of {findings.Count} findings were left out of the SARIF report, the least grave: GitHub takes {MostResults.ToString("N0", CultureInfo.InvariantCulture)} results and 10 MB at most";
        return [.. kept.OrderBy(r => r.Order).Select(r => r.Text)];
    }

    private static IEnumerable<(string Text, int Order)> Compressible(IEnumerable<(string Text, int Order)> results)
    {
        var counted = new CountingStream();
        using var gzip = new GZipStream(counted, CompressionLevel.Optimal);
        foreach (var result in results)
        {
            var bytes = Encoding.UTF8.GetBytes(result.Text);
            gzip.Write(bytes, 0, bytes.Length);
            if (counted.Count > MostBytes) yield break;
            yield return result;
        }
    }

    private sealed class CountingStream : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Count += count;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
