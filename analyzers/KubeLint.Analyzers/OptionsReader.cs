using KubeLint.Configuration;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeLint.Analyzers;

/// <summary>Reads KubeLint's options as the compiler gives them. Severities are the compiler's own business.</summary>
internal static class OptionsReader
{
    /// <summary>What is configured for a file.</summary>
    public static LintOptions Read(AnalyzerConfigOptions options)
    {
        var result = LintOptions.Default;
        foreach (var key in LintOptions.Keys)
        {
            if (options.TryGetValue(key, out var value)) result = result.With(key, value);
        }

        return result;
    }
}
