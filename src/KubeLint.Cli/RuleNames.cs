using KubeLint.Engine.Fixing;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Syntax;

namespace KubeLint.Cli;

/// <summary>Understands the names of rules and repairs that users type.</summary>
internal static class RuleNames
{
    /// <summary>Says that there is no such rule, and which one was meant, perhaps.</summary>
    public static string NoSuchRule(string name)
    {
        var near = Spelling.Nearest(name, RuleCatalogue.Descriptors.SelectMany(d => new[] { d.Id, d.Name }));
        return $"'{Visible.Text(name)}' is no rule;{(near is null ? "" : $" did you mean {near}?")} 'kubelint rules' lists them";
    }

    /// <summary>The rules that options name, with commas between names or not.</summary>
    /// <param name="values">The options' values.</param>
    /// <param name="problem">What is wrong with them, for people; else null.</param>
    public static IReadOnlyList<string> Rules(IEnumerable<string> values, out string? problem)
    {
        var ids = new List<string>();
        problem = null;
        foreach (var name in values.SelectMany(Split))
        {
            if (RuleCatalogue.Find(name) is { } rule) ids.Add(rule.Id);
            else problem ??= NoSuchRule(name);
        }

        return ids;
    }

    /// <summary>The preferences that options name: <c>hard</c>, or <c>KUBE1003=hard</c>. Which choices there are only findings tell.</summary>
    /// <param name="values">The options' values.</param>
    /// <param name="problem">What is wrong with them, for people; else null.</param>
    public static IReadOnlyList<FixPreference> Preferences(IEnumerable<string> values, out string? problem)
    {
        var preferences = new List<FixPreference>();
        problem = null;
        foreach (var value in values.SelectMany(Split))
        {
            var equals = value.IndexOf('=');
            var (name, choice) = (equals < 0 ? null : value[..equals].Trim(), value[(equals + 1)..].Trim());
            var rule = name is null ? null : RuleCatalogue.Find(name);
            if (name is not null && rule is null) problem ??= NoSuchRule(name);
            if (rule is { HasFixes: false }) problem ??= $"{rule.Id} has no fixes to choose among";
            if (choice.Length == 0) problem ??= $"'{Visible.Text(value)}' names no fix; write it as in KUBE1003=hard";
            preferences.Add(new FixPreference(rule?.Id, choice));
        }

        return preferences;
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
