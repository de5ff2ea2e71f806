using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>A kustomization can't be built.</summary>
/// <param name="place">Where it says what can't be done.</param>
/// <param name="reason">Why, for people: lower case, without a full stop.</param>
internal sealed class KustomizeException(SourceSpan place, string reason) : Exception(reason)
{
    /// <summary>Where it says what can't be done.</summary>
    public SourceSpan Place { get; } = place;

    /// <summary>Whether no tool can build it, as where a file is not there.</summary>
    public bool IsCertain { get; init; }
}
