using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Kustomize;
using KubeLint.Rules;
using KubeLint.Yaml;

namespace KubeLint.Tests.Running;

/// <summary>Lints YAML and tells what is found in a short form, so that tests read like tables.</summary>
internal static class Manifests
{
    public const string Zone = "topology.kubernetes.io/zone";
    public const string OldZone = "failure-domain.beta.kubernetes.io/zone";
    public const string Host = "kubernetes.io/hostname";
    public const string Region = "topology.kubernetes.io/region";
    public const string Web = "{matchLabels: {app: web}}";
    public const string Db = "{matchLabels: {app: db}}";

    /// <summary>The rules that don't speak of almost any workload.</summary>
    public static IReadOnlyList<Rule> Quiet { get; } = [.. RuleCatalogue.Rules.Where(r => !ChattyRules.Ids.Contains(r.Descriptor.Id))];

    /// <summary>One rule.</summary>
    public static IReadOnlyList<Rule> Only(string id) => [RuleCatalogue.Rules.Single(r => r.Descriptor.Id == id)];

    public static LintOptions Options(params string[] settings) =>
        settings.Select(s => s.Split('=')).Aggregate(LintOptions.Default, (options, s) => options.With("kubelint." + s[0], s[1]));

    /// <summary>Rules and places, as in <c>KUBE1001 9:5, KUBE1006 12:20</c>.</summary>
    public static string Lint(string yaml, LintOptions? options = null) =>
        string.Join(", ", Find(yaml, options).Select(f => $"{f.Rule.Id} {f.Span.StartPosition.Line}:{f.Span.StartPosition.Column}"));

    /// <summary>Rules alone, as in <c>KUBE1001 KUBE1006</c>.</summary>
    public static string Ids(string yaml, LintOptions? options = null, bool isOpen = false) =>
        string.Join(" ", Find([("app.yaml", yaml)], options, isOpen: isOpen).Select(f => f.Rule.Id).Order());

    /// <summary>The one finding's message.</summary>
    public static string Message(string yaml, LintOptions? options = null) => Assert.Single(Find(yaml, options)).Message;

    public static IReadOnlyList<Finding> Find(string yaml, LintOptions? options = null) => Find([("app.yaml", yaml)], options);

    public static IReadOnlyList<Finding> Find(IEnumerable<(string Path, string Text)> files, LintOptions? options = null, IReadOnlyList<Rule>? rules = null, bool isOpen = false)
    {
        var reader = new ManifestReader();
        var read = files.Select(f => reader.Read(f.Path, f.Text, options ?? LintOptions.Default)).ToList();
        Assert.Empty(read.SelectMany(r => r.Problems).Select(p => p.Message));
        var documents = read.SelectMany(r => r.Documents).ToList();
        return new Linter(rules ?? Quiet).Lint(ResourceSets.Of(documents, isOpen), read.SelectMany(r => r.Suppressions), []);
    }

    /// <summary>Whether one rule finds something.</summary>
    public static bool Tells(string id, string yaml, LintOptions? options = null, bool isOpen = false) => Find([("app.yaml", yaml)], options, Only(id), isOpen).Count > 0;

    /// <summary>The message of the one finding of one rule.</summary>
    public static string Message(string id, string yaml, LintOptions? options = null) => Assert.Single(Find([("app.yaml", yaml)], options, Only(id))).Message;

    /// <summary>Rules found in several files, with the file's name.</summary>
    public static string InFiles(params (string Path, string Text)[] files) =>
        string.Join(", ", Find(files).Select(f => $"{f.Rule.Id} {f.Span.File.Path}"));

    /// <summary>
    /// A workload of app: web in namespace shop. What is given stands in the pod's spec, from line 11 on:
    /// <c>spec</c> of the pod template is at 9:5.
    /// </summary>
    public static string App(string podSpec = "", object? replicas = null, string kind = "Deployment", string apiVersion = "apps/v1", string name = "web", string labels = "app: web", string ns = "shop") => $$"""
        apiVersion: {{apiVersion}}
        kind: {{kind}}
        metadata: {name: {{name}}, namespace: {{ns}} }
        spec:
          replicas: {{replicas ?? 3}}
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { {{labels}} } }
            spec:
              containers: [{name: main}]
              {{podSpec.Replace("\n", "\n      ")}}

        """;

    public static string Spread(params string[] constraints) => $"topologySpreadConstraints: [{string.Join(", ", constraints)}]";

    public static string Hard(string key = Zone, int skew = 1, string selector = Web, string more = "") => Constraint(key, skew, "DoNotSchedule", selector, more);

    public static string Soft(string key = Zone, string selector = Web) => Constraint(key, 1, "ScheduleAnyway", selector, "");

    public static string Apart(string key = Zone, string selector = Web, string more = "") =>
        $"affinity: {{podAntiAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{Term(key, selector, more)}]}}}}";

    public static string PreferApart(string key = Zone, string selector = Web) =>
        $"affinity: {{podAntiAffinity: {{preferredDuringSchedulingIgnoredDuringExecution: [{{weight: 1, podAffinityTerm: {Term(key, selector, "")}}}]}}}}";

    public static string Together(string key = Zone, string selector = Web, string more = "") =>
        $"affinity: {{podAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{Term(key, selector, more)}]}}}}";

    public static string OnZones(string name, params string[] zones) =>
        $"affinity: {{nodeAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: {{nodeSelectorTerms: [{{matchExpressions: [{{key: {Zone}, operator: {name}, values: [{string.Join(", ", zones)}]}}]}}]}}}}}}";

    /// <summary>Documents of one file.</summary>
    public static string Files(params string[] documents) => string.Join("---\n", documents);

    private static string Constraint(string key, int skew, string action, string selector, string more) =>
        $"{{maxSkew: {skew}, topologyKey: {key}, whenUnsatisfiable: {action}{(selector.Length > 0 ? ", labelSelector: " + selector : "")}{(more.Length > 0 ? ", " + more : "")}}}";

    private static string Term(string key, string selector, string more) =>
        $"{{topologyKey: {key}{(selector.Length > 0 ? ", labelSelector: " + selector : "")}{(more.Length > 0 ? ", " + more : "")}}}";
}
