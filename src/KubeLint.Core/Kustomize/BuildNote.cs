using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>What of a kustomization is not built. It is no finding: nothing is wrong.</summary>
/// <param name="Place">Where the kustomization says it.</param>
/// <param name="Message">What, and what is taken of it, on one line for people.</param>
/// <param name="Folder">The folder that another tool builds whole, relative to the root of the run.</param>
public sealed record BuildNote(SourceSpan Place, string Message, string Folder)
{
    /// <summary>Whether that takes Helm.</summary>
    public bool HasCharts { get; init; }
}
