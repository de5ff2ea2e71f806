using System.Text;

namespace KubeLint.Yaml.Editing;

/// <summary>A text that is changed in turns, and remembers what all of them together changed.</summary>
public sealed class EditedText
{
    private readonly string original;

    // What stands in the text now, in order: stretches of the original (Inserted is null), and new text.
    private List<Piece> pieces;

    /// <summary>Starts with a text as it is.</summary>
    public EditedText(string original)
    {
        this.original = Text = original;
        pieces = [new Piece(0, original.Length, null)];
    }

    /// <summary>The text as it is now.</summary>
    public string Text { get; private set; }

    /// <summary>The changes from the original to the text as it is now, in order.</summary>
    public IReadOnlyList<TextChange> Changes
    {
        get
        {
            var changes = new List<TextChange>();
            var reached = 0;
            var inserted = new StringBuilder();
            foreach (var piece in pieces.Append(new Piece(original.Length, 0, null)))
            {
                if (piece.Inserted is not null)
                {
                    inserted.Append(piece.Inserted);
                    continue;
                }

                if (piece.Start > reached || inserted.Length > 0) changes.Add(new TextChange(reached, piece.Start - reached, inserted.ToString()));
                inserted.Clear();
                reached = piece.Start + piece.Length;
            }

            return [.. changes.Where(c => c.Length != c.NewText.Length || string.CompareOrdinal(original, c.Start, c.NewText, 0, c.Length) != 0)];
        }
    }

    /// <summary>Makes changes of the text as it is now.</summary>
    /// <param name="changes">Changes in order that don't overlap.</param>
    public void Apply(IReadOnlyList<TextChange> changes)
    {
        var result = new List<Piece>();
        var text = new StringBuilder(Text.Length);
        var reached = 0;
        foreach (var change in changes)
        {
            Copy(result, reached, change.Start);
            text.Append(Text, reached, change.Start - reached).Append(change.NewText);
            if (change.NewText.Length > 0) result.Add(new Piece(0, change.NewText.Length, change.NewText));
            reached = change.End;
        }

        Copy(result, reached, Text.Length);
        Text = text.Append(Text, reached, Text.Length - reached).ToString();
        pieces = result;
    }

    private void Copy(List<Piece> result, int from, int to)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            var (start, end) = (Math.Max(from - at, 0), Math.Min(to - at, piece.Length));
            at += piece.Length;
            if (start < end) result.Add(new Piece(piece.Start + start, end - start, piece.Inserted?.Substring(start, end - start)));
        }
    }

    private readonly record struct Piece(int Start, int Length, string? Inserted);
}
