using KubeLint.Findings;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Views;

namespace KubeLint;

/// <summary>Runs the rules over a set and says what is left after suppressions and configured severities.</summary>
public sealed class Linter
{
    private readonly IReadOnlyList<Rule> rules;

    /// <summary>Creates a linter.</summary>
    /// <param name="rules">The rules to run; by default all.</param>
    public Linter(IReadOnlyList<Rule>? rules = null) => this.rules = rules ?? RuleCatalogue.Rules;

    /// <summary>Lints a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="documents">The documents that the set was read from, for their suppression comments.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings in source order.</returns>
    public IReadOnlyList<Finding> Lint(ResourceSet set, IEnumerable<Document> documents, CancellationToken cancellation = default)
    {
        var found = new List<Finding>();
        Run(set.Workloads, v => v.Resource, found, cancellation);
        Run(set.PodTemplates, v => v.Resource, found, cancellation);
        Run(set.ZoneKeyUses, v => v.Resource, found, cancellation);
        Run(set.Clusters, v => v.Pools[0].Resource, found, cancellation);
        Run(set.StorageClasses, v => v.Resource, found, cancellation);
        Run(set.LoadBalancers, v => v.Resource, found, cancellation);
        var suppressions = documents.SelectMany(d => d.Suppressions, (d, suppression) => new { Suppression = suppression, d.Options })
            .Concat(set.All.SelectMany(AnnotationsOf, (r, suppression) => new { Suppression = suppression, r.Options })).ToList();
        var result = Suppress(found, [.. suppressions.Select(s => s.Suppression)]);
        foreach (var s in suppressions) result.AddRange(Judge(s.Suppression, s.Options));
        return InSourceOrder(result);
    }

    /// <summary>Sorts findings by file, place and rule.</summary>
    public static IReadOnlyList<Finding> InSourceOrder(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
    ];

    private void Run<TView>(IEnumerable<TView> views, Func<TView, Resource> resourceOf, List<Finding> found, CancellationToken cancellation)
    {
        var own = rules.OfType<Rule<TView>>().ToList();
        if (own.Count == 0) return;
        foreach (var view in views)
        {
            cancellation.ThrowIfCancellationRequested();
            var resource = resourceOf(view);
            foreach (var rule in own)
            {
                if (resource.Options.SeverityOf(rule.Descriptor) == Severity.None) continue;
                try
                {
                    found.AddRange(rule.Check(view).Select(f => f with { Severity = resource.Options.SeverityOf(rule.Descriptor) }));
                }
#pragma warning disable CA1031 // A rule that throws must not take the others' findings with it.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    found.Add(new Finding(HostRules.RuleFailed, resource, resource.Root, $"{rule.Descriptor.Id} failed on {resource.DisplayName} and was passed over there: {e.GetType().Name}: {e.Message}; please report this with the manifest")
                    {
                        Severity = resource.Options.SeverityOf(HostRules.RuleFailed),
                    });
                }
            }
        }
    }

    private static List<Finding> Suppress(List<Finding> found, List<Suppression> suppressions)
    {
        if (suppressions.Count == 0) return found;
        var byFile = suppressions.ToLookup(s => s.Span.File);

        // Every suppression that covers a finding is used, not only the first.
        return [.. found.Where(f => byFile[f.Span.File].Count(s => s.Silences(f)) == 0)];
    }

    private static IEnumerable<Finding> Judge(Suppression suppression, Configuration.LintOptions options)
    {
        foreach (var id in suppression.RuleIds.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var rule = RuleCatalogue.Find(id) is { } found && found.Id.Equals(id, StringComparison.OrdinalIgnoreCase) ? found : null;
            if (rule is null)
                yield return Told(HostRules.UnknownSuppression, $"'{id}' is no rule of KubeLint, so this suppression does nothing");
            else if (rule.Scope != RuleScope.Host && options.SeverityOf(rule) != Severity.None && !suppression.HasSilenced(rule.Id))
                yield return Told(HostRules.UnusedSuppression, $"there is no {rule.Id} here to suppress; remove it");
        }

        if (suppression.RuleIds.Count == 0) yield return Told(HostRules.UnknownSuppression, "this suppression names no rule; write the ids, as in KUBE1001");

        Finding Told(RuleDescriptor rule, string message) => new(rule, suppression.Span, message) { Severity = options.SeverityOf(rule) };
    }

    private static IEnumerable<Suppression> AnnotationsOf(Resource resource)
    {
        var own = resource.Annotations[Suppression.Annotation];
        if (own.Text is not null) yield return Suppression.ForResource(resource, own);
        var template = PodTemplate.From(resource)?.Annotations[Suppression.Annotation];
        if (template?.Text is not null && template.Path != own.Path) yield return Suppression.ForResource(resource, template);
    }
}
