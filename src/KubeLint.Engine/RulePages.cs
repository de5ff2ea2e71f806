using System.Text.RegularExpressions;
using KubeLint.Configuration;

namespace KubeLint.Engine;

/// <summary>The pages of <c>rules/</c>, which every host carries with it.</summary>
public static class RulePages
{
    private static readonly Regex Choice = new(@"^```yaml fixed ([a-z0-9-]+)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Read(RuleDescriptor rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(rule.PageName)
            ?? throw new InvalidOperationException($"The page {rule.PageName} is missing in {typeof(RulePages).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The ids of the repairs among which a user chooses; none where a rule has one repair or none. Its page shows all of them.</summary>
    public static IReadOnlyList<string> ChoicesOf(RuleDescriptor rule) =>
        rule.HasFixes ? [.. Choice.Matches(Read(rule)).Cast<Match>().Select(m => m.Groups[1].Value).Distinct()] : [];
}
