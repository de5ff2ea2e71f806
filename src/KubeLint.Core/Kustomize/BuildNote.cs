using KubeLint.Syntax;

namespace KubeLint.Kustomize;

/// <summary>What of a kustomization is not built, and what to do instead. It is no finding: nothing is wrong.</summary>
/// <param name="Place">Where the kustomization says it.</param>
/// <param name="Message">What, on one line for people.</param>
public sealed record BuildNote(SourceSpan Place, string Message);
