using KubeLint.Findings;
using KubeLint.Syntax;

namespace KubeLint.Provisioner.Declarations;

/// <summary>Something that is wrong, or to be known, about a declaration.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What, and what to do, for people.</param>
/// <param name="IsError">Whether nothing can be planned.</param>
internal sealed record Diagnostic(SourceSpan Place, string Message, bool IsError = true)
{
    /// <summary>One line, as editors and build logs understand it.</summary>
    public override string ToString()
    {
        var (line, column) = Place.StartPosition;
        return $"{Visible.Text(Place.File.Path)}({line},{column}): {(IsError ? "error" : "warning")}: {Visible.Text(Message)}";
    }
}
