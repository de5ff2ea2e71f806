namespace KubeLint.Yaml.Editing;

/// <summary>A change of a text.</summary>
/// <param name="Start">Offset in the old text, in UTF-16 units.</param>
/// <param name="Length">How much of the old text goes.</param>
/// <param name="NewText">What comes in its place.</param>
public readonly record struct TextChange(int Start, int Length, string NewText)
{
    /// <summary>Offset behind what goes.</summary>
    public int End => Start + Length;
}
