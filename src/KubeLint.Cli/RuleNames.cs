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
