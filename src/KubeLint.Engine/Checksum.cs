namespace KubeLint.Engine;

/// <summary>
/// The 64-bit FNV-1a hash: the same in every process, tells damage and names apart, and unlike SHA-256 loads no library
/// of cryptography in each build. No protection against anybody.
/// </summary>
public static class Checksum
{
    /// <summary>The hash of the first bytes.</summary>
    public static ulong Of(byte[] bytes, int count)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < count; i++) hash = unchecked((hash ^ bytes[i]) * 1099511628211UL);
        return hash;
    }
}
