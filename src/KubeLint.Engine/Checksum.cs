namespace KubeLint.Engine;

/// <summary>
/// The 64-bit FNV-1a hash: the same in every process, tells damage and names apart, and unlike SHA-256 loads no library
/// of cryptography in each build. No protection against anybody.
/// </summary>
public static class Checksum
{
    /// <summary>The hash of bytes.</summary>
    public static ulong Of(IEnumerable<byte> bytes) => bytes.Aggregate(14695981039346656037UL, (hash, b) => unchecked((hash ^ b) * 1099511628211UL));
}
