using System.CommandLine.Completions;
using System.Text.RegularExpressions;
using KubeLint.Engine.Fixing;
using KubeLint.Findings;
using KubeLint.Rules;
using KubeLint.Syntax;

namespace KubeLint.Cli;

/// <summary>Understands the names of rules and repairs that users type.</summary>
internal static class RuleNames
{
    /// <summary>What can be typed where a rule is asked for.</summary>
    public static IEnumerable<CompletionItem> Completions => RuleCatalogue.Descriptors.SelectMany(d => new[] { new CompletionItem(d.Id), new CompletionItem(d.Name) });

    /// <summary>Whether a word names a rule, or would, were it one.</summary>
    public static bool LooksLikeRule(string word) => RuleCatalogue.Find(word) is not null || Regex.IsMatch(word, @"^KUBE\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Says that there is no such rule, and which one was meant, perhaps.</summary>
    public static string NoSuchRule(string name)
    {
        var near = Spelling.Nearest(name, RuleCatalogue.Descriptors.SelectMany(d => new[] { d.Id, d.Name }));
        return $"'{Visible.Text(name)}' is no rule;{(near is null ? "" : $" did you mean {near}?")} 'kubelint rules' lists them";
    }

    /// <summary>The rules that are named.</summary>
    /// <param name="names">Their ids or names.</param>
    /// <param name="problem">What is wrong with them, for people; else null.</param>
    public static IReadOnlyList<string> Rules(IEnumerable<string> names, out string? problem)
    {
        var ids = new List<string>();
        problem = null;
        foreach (var name in names)
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
        foreach (var value in Split(values))
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

    /// <summary>The words of an option that is repeated, or has commas between them.</summary>
    public static IEnumerable<string> Split(IEnumerable<string> values) => values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
