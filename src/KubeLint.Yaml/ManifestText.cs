using System.Text;

namespace KubeLint.Yaml;

/// <summary>Turns the bytes of a file into text: UTF-8, or UTF-16 and UTF-32 as YAML 1.2 tells them apart (section 5.2).</summary>
public static class ManifestText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, false, true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(true, false, true);
    private static readonly Encoding Utf32 = new UTF32Encoding(false, false, true);
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(true, false, true);

    /// <summary>Decodes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="error">What is wrong, where they can't be decoded; the text then has replacement characters.</param>
    public static string Decode(byte[] bytes, int length, out string? error)
    {
        var (encoding, skip) = Detect(bytes, length);
        error = null;
        try
        {
            return encoding.GetString(bytes, skip, length - skip);
        }
        catch (DecoderFallbackException e)
        {
            error = $"this is not valid {encoding.WebName.ToUpperInvariant()} (byte {Math.Max(0, e.Index) + skip})";
            return Encoding.GetEncoding(encoding.CodePage).GetString(bytes, skip, length - skip);
        }
    }

    /// <summary>Encodes a text as the bytes of a file are, with their byte order mark where they have one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="like">The bytes of the file.</param>
    /// <param name="length">How many of them count.</param>
    public static byte[] Encode(string text, byte[] like, int length)
    {
        var (encoding, skip) = Detect(like, length);
        var bytes = new byte[skip + encoding.GetByteCount(text)];
        Array.Copy(like, bytes, skip);
        encoding.GetBytes(text, 0, text.Length, bytes, skip);
        return bytes;
    }

    private static (Encoding Encoding, int Skip) Detect(byte[] bytes, int length)
    {
        int At(int i) => i < length ? bytes[i] : -1;
        return (At(0), At(1), At(2), At(3)) switch
        {
            (0xEF, 0xBB, 0xBF, _) => (Utf8, 3),
            (0xFF, 0xFE, 0, 0) => (Utf32, 4),
            (0, 0, 0xFE, 0xFF) => (Utf32BigEndian, 4),
            (0xFF, 0xFE, _, _) => (Utf16, 2),
            (0xFE, 0xFF, _, _) => (Utf16BigEndian, 2),
            ( > 0, 0, 0, 0) => (Utf32, 0),
            (0, 0, 0, > 0) => (Utf32BigEndian, 0),
            ( > 0, 0, > 0, 0) => (Utf16, 0),
            (0, > 0, 0, > 0) => (Utf16BigEndian, 0),
            _ => (Utf8, 0),
        };
    }
}
