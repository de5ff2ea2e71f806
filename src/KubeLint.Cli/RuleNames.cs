using KubeLint.Configuration;
using KubeLint.Engine.Fixing;
using KubeLint.Findings;
using KubeLint.Rules;

namespace KubeLint.Cli;

/// <summary>Understands the names of rules and repairs that users type.</summary>
internal static class RuleNames
{
    /// <summary>Says that there is no such rule, and which one was meant, perhaps.</summary>
    public static string NoSuchRule(string name)
    {
        var near = Nearest(name, RuleCatalogue.Descriptors.SelectMany(d => new[] { d.Id, d.Name }));
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

    /// <summary>The preferences that options name: <c>hard</c>, or <c>KUBE1003=hard</c>.</summary>
    /// <param name="values">The options' values.</param>
    /// <param name="choicesOf">The ids of the repairs that a rule offers.</param>
    /// <param name="problem">What is wrong with them, for people; else null.</param>
    public static IReadOnlyList<FixPreference> Preferences(IEnumerable<string> values, Func<RuleDescriptor, IReadOnlyList<string>> choicesOf, out string? problem)
    {
        var preferences = new List<FixPreference>();
        problem = null;
        foreach (var value in values.SelectMany(Split))
        {
            var equals = value.IndexOf('=');
            var choice = value[(equals + 1)..].Trim();
            var rule = equals < 0 ? null : RuleCatalogue.Find(value[..equals].Trim());
            if (equals >= 0 && rule is null) problem ??= NoSuchRule(value[..equals].Trim());
            else problem ??= Problem(choice, rule, choicesOf);
            preferences.Add(new FixPreference(rule?.Id, choice));
        }

        return preferences;
    }

    private static string? Problem(string choice, RuleDescriptor? rule, Func<RuleDescriptor, IReadOnlyList<string>> choicesOf)
    {
        var offered = (rule is null ? RuleCatalogue.Descriptors : [rule]).SelectMany(choicesOf).Distinct().Order(StringComparer.Ordinal).ToList();
        if (offered.Contains(choice, StringComparer.OrdinalIgnoreCase)) return null;
        if (offered.Count == 0) return $"{rule?.Id ?? "every rule"} has no fixes to choose among";
        return $"'{Visible.Text(choice)}' is {(rule is null ? "a fix of no rule" : $"no fix of {rule.Id}")}; there are {string.Join(", ", offered)}";
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What differs in no more than a third of its letters.
    private static string? Nearest(string name, IEnumerable<string> known) => known
        .Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant())))
        .Where(k => k.Distance * 3 <= k.Name.Length).OrderBy(k => k.Distance).Select(k => k.Name).FirstOrDefault();

    // Levenshtein's.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[b.Length];
    }
}
