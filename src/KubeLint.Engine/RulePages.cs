using KubeLint.Configuration;

namespace KubeLint.Engine;

/// <summary>The pages of <c>rules/</c>, which every host carries with it.</summary>
public static class RulePages
{
    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Read(RuleDescriptor rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(rule.PageName)
            ?? throw new InvalidOperationException($"The page {rule.PageName} is missing in {typeof(RulePages).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
