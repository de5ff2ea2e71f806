using KubeLint.Edits;

namespace KubeLint.Yaml.Editing;

/// <summary>What became of edits: the changes that make them, or why they are not made.</summary>
/// <param name="Changes">The changes of the old text, in order; none where it says already what is asked for, or the edits are refused.</param>
/// <param name="Text">The new text; the old one where the edits are refused.</param>
/// <param name="Refusal">Why no edit is made, for people: lower case, without a full stop; null where all are made.</param>
public sealed record EditOutcome(IReadOnlyList<TextChange> Changes, string Text, string? Refusal);

/// <summary>
/// Makes edits in the text of a file of YAML or JSON, and changes nothing else in it. What it gives was read again, and
/// says what the edits ask for; where that can't be had it refuses.
/// </summary>
public static class YamlEditor
{
    internal const string Unsafe = "this place is written in a way that KubeLint can't edit safely";
    internal const string Shared = "an anchor or a merge key shares what stands here with other places, which would change too";

    /// <summary>Makes edits of objects that were read from a file; all of them, or none.</summary>
    /// <param name="path">The path of the file, as it was read.</param>
    /// <param name="text">The text that the objects were read from.</param>
    /// <param name="edits">The edits.</param>
    public static EditOutcome Edit(string path, string text, IReadOnlyList<Edit> edits)
    {
        try
        {
            var edited = new FileEditing(path, text).Make(edits);
            return new EditOutcome(edited.Changes, edited.Text, null);
        }
        catch (RefusedEditException e)
        {
            return new EditOutcome([], text, e.Message);
        }
    }
}
