namespace KubeLint.Yaml;

/// <summary>Reads a part of a text without copying it.</summary>
internal sealed class SegmentReader(string text, int start, int end) : TextReader
{
    private int position = start;

    /// <inheritdoc/>
    public override int Peek() => position < end ? text[position] : -1;

    /// <inheritdoc/>
    public override int Read() => position < end ? text[position++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, end - position);
        text.CopyTo(position, buffer, index, length);
        position += length;
        return length;
    }
}
