using KubeLint.Findings;
using Microsoft.CodeAnalysis;

namespace KubeLint.Analyzers;

/// <summary>Hears what the analyzer reads and finds: for fixes, which change the code that made an object. Called from several threads.</summary>
internal interface IListener
{
    /// <summary>An object was read.</summary>
    void Made(MadeObject made);

    /// <summary>Something was found and is reported.</summary>
    void Found(Finding finding, Diagnostic diagnostic);
}
