using KubeLint.Configuration;
using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>An object that code makes.</summary>
/// <param name="Value">The object as it is at the code's end.</param>
/// <param name="Tree">The file that it is made in.</param>
/// <param name="Options">What the user configured for the file.</param>
/// <param name="HasEscaped">Whether other code has it, and may change it.</param>
/// <param name="WrittenBlindly">Properties that its own code may have written later.</param>
internal sealed record MadeObject(MapValue Value, SyntaxTree Tree, LintOptions Options, bool HasEscaped, IReadOnlyCollection<WrittenProperty> WrittenBlindly);
