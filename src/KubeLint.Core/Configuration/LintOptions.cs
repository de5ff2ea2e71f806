using System.Globalization;
using KubeLint.Providers;

namespace KubeLint.Configuration;

/// <summary>What a user configured for a file: the <c>kubelint.</c> keys and the severities of its configuration chain.</summary>
public sealed record LintOptions
{
    /// <summary>What every configuration key of KubeLint starts with.</summary>
    public const string Prefix = "kubelint.";

    private static readonly char[] Comma = [','];

    private static readonly Dictionary<string, Func<LintOptions, string, LintOptions?>> Parsers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kubelint.zones"] = (options, value) => List(value) is { Count: > 0 } zones ? options with { Zones = zones } : null,
        ["kubelint.zone_keys"] = (options, value) => List(value) is { Count: > 0 } keys ? options with { ZoneKeys = keys } : null,
        ["kubelint.provider"] = (options, value) => Provider.Find(value) is { } provider ? options with { Provider = provider }
            : value.Equals("none", StringComparison.OrdinalIgnoreCase) ? options with { Provider = Provider.None } : null,
        ["kubelint.kubernetes_version"] = (options, value) =>
            Version.TryParse(value.TrimStart('v'), out var version) && version.Major == 1 ? options with { KubernetesVersion = version } : null,
        ["kubelint.assumed_replicas"] = (options, value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? options with { AssumedReplicas = number } : null,
        ["kubelint.analyze_tests"] = (options, value) => bool.TryParse(value, out var on) ? options with { AnalyzeTests = on } : null,
    };

    /// <summary>Nothing configured.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The zones of the cluster; empty where not configured.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Node labels that stand for zones beside the well-known ones.</summary>
    public IReadOnlyList<string> ZoneKeys { get; init; } = [];

    /// <summary>The cloud; null where not configured.</summary>
    public Provider? Provider { get; init; }

    /// <summary>The Kubernetes version, as 1.31; null where not configured.</summary>
    public Version? KubernetesVersion { get; init; }

    /// <summary>The number of replicas to judge by where it is unknown; null: stay silent there.</summary>
    public int? AssumedReplicas { get; init; }

    /// <summary>Whether C# in test projects is judged too.</summary>
    public bool AnalyzeTests { get; init; }

    /// <summary>Severities by rule id, where configured.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Every key that KubeLint knows.</summary>
    public static IEnumerable<string> Keys => Parsers.Keys;

    /// <summary>The severity that a rule has in this file.</summary>
    public Severity SeverityOf(RuleDescriptor rule) => Severities.TryGetValue(rule.Id, out var severity) ? severity : rule.DefaultSeverity;

    /// <summary>These options with one more key set; an unknown key or a value that can't be understood changes nothing.</summary>
    public LintOptions With(string key, string value) =>
        Parsers.TryGetValue(key, out var parse) && value.Trim().Length > 0 ? parse(this, value.Trim()) ?? this : this;

    /// <summary>What is wrong with a key and its value, for people; null where nothing is.</summary>
    public static string? Problem(string key, string value)
    {
        if (!Parsers.TryGetValue(key, out var parse))
            return $"'{key}' is no option of KubeLint; there are {string.Join(", ", Keys.OrderBy(k => k, StringComparer.Ordinal))}";
        if (value.Trim().Length == 0) return null;
        if (parse(Default, value.Trim()) is not null) return null;
        return $"'{key} = {value.Trim()}' can't be understood; it takes " + key.ToLowerInvariant() switch
        {
            "kubelint.provider" => $"one of {string.Join(", ", Provider.All.Select(p => p.Id))} or none",
            "kubelint.kubernetes_version" => "a version such as 1.31",
            "kubelint.assumed_replicas" => "a whole number",
            "kubelint.analyze_tests" => "true or false",
            _ => "names with commas between them",
        };
    }

    private static List<string> List(string value) =>
        [.. value.Split(Comma).Select(item => item.Trim()).Where(item => item.Length > 0).Distinct(StringComparer.Ordinal)];
}
