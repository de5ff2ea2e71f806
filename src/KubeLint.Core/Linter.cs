using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.NodePools;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint;

/// <summary>Runs the rules over a set and says what is left after suppressions and configured severities.</summary>
public sealed class Linter
{
    private readonly IReadOnlyList<Rule> rules;
    private readonly HashSet<Rule> claimed = [];

    /// <summary>Creates a linter.</summary>
    /// <param name="rules">The rules to run; by default all.</param>
    public Linter(IReadOnlyList<Rule>? rules = null) => this.rules = rules ?? RuleCatalogue.Rules;

    /// <summary>Lints a set.</summary>
    /// <param name="inventory">What the set declares.</param>
    /// <param name="comments">The suppression comments in its files.</param>
    /// <param name="problems">What was found while reading the files; it can be suppressed as well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings in source order.</returns>
    public IReadOnlyList<Finding> Lint(Inventory inventory, IEnumerable<Suppression> comments, IEnumerable<Finding> problems, CancellationToken cancellation = default)
    {
        var found = new List<Finding>(problems);
        var runs = new Action<Resource>[]
        {
            Run(found, inventory.WorkloadsIn),
            Run(found, inventory.SpreadsIn),
            Run(found, r => ZoneKeyUse.In(r, inventory)),
            Run(found, inventory.ClustersFrom),
            Run(found, inventory.PoolVolumesIn),
            Run(found, inventory.PoolsIn),
            Run(found, r => One(ManagedCluster.From(r))),
            Run(found, r => DeclaredZone.In(r, inventory)),
            Run(found, r => One(inventory.StorageClassIn(r))),
            Run(found, inventory.ClaimsIn),
            Run(found, r => One(inventory.VolumeIn(r))),
            Run(found, inventory.PodClaimsIn),
            Run(found, r => One(inventory.LoadBalancerIn(r))),
            Run(found, r => One(inventory.ServiceIn(r))),
            Run(found, r => One(inventory.BudgetIn(r))),
        };
        if (rules.Except(claimed).FirstOrDefault() is { } idle) throw new InvalidOperationException($"{idle.Descriptor.Id} is about a view that {nameof(Lint)} has no line for.");
        foreach (var resource in inventory.Set.All)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var run in runs) run(resource);
        }

        var suppressions = comments.Concat(inventory.Set.All.SelectMany(AnnotationsOf)).ToList();
        var result = Suppress(found, suppressions);

        // Where a kustomization hides something, or a rule failed, a suppression may silence what is not seen here.
        var unseen = new HashSet<SourceFile>(inventory.Set.ChangedFiles.Concat(found.Where(f => f.Rule == HostRules.RuleFailed).Select(f => f.Span.File)));
        foreach (var suppression in suppressions) result.AddRange(Judge(suppression, !unseen.Contains(suppression.Span.File)));
        return InSourceOrder(result);
    }

    /// <summary>Sorts findings by file, place and rule.</summary>
    public static IReadOnlyList<Finding> InSourceOrder(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
    ];

    private static IEnumerable<TView> One<TView>(TView? view)
        where TView : class =>
        view is null ? [] : [view];

    // What to do with each object: run the rules about one kind of view on the views that it gives.
    private Action<Resource> Run<TView>(List<Finding> found, Func<Resource, IEnumerable<TView>> viewsOf)
    {
        var own = rules.OfType<Rule<TView>>().ToList();
        claimed.UnionWith(own);
        return resource =>
        {
            List<TView>? views = null;
            foreach (var rule in own)
            {
                var severity = resource.Options.SeverityOf(rule.Descriptor);
                if (severity == Severity.None) continue;
                try
                {
                    views ??= [.. viewsOf(resource)];
                    foreach (var view in views) found.AddRange(rule.Check(view).Select(f => f with { Severity = severity }));
                }
                // A rule or a view that throws must not take the others' findings with it.
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    found.Add(new Finding(HostRules.RuleFailed, resource, resource.Root, $"{rule.Descriptor.Id} failed on {resource.DisplayName} and was passed over there: {e.GetType().Name}: {e.Message}; please report this with the manifest")
                    {
                        Severity = resource.Options.SeverityOf(HostRules.RuleFailed),
                    });
                }
            }
        };
    }

    private static List<Finding> Suppress(List<Finding> found, List<Suppression> suppressions)
    {
        if (suppressions.Count == 0) return found;
        var byFile = suppressions.ToLookup(s => s.Span.File);

        // Every suppression that covers a finding is used, not only the first.
        return [.. found.Where(f => byFile[f.Span.File].Count(s => s.Silences(f)) == 0)];
    }

    private static IEnumerable<Finding> Judge(Suppression suppression, bool isSeenInFull)
    {
        var options = suppression.Options;
        foreach (var id in suppression.RuleIds.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var rule = RuleCatalogue.FindById(id);
            if (rule is null)
                yield return Told(HostRules.UnknownSuppression, $"'{id}' is no rule of KubeLint, so this suppression does nothing{(id.Contains(' ') ? "; ids have commas between them, and the reason follows --" : "")}");
            else if (options.SeverityOf(rule) != Severity.None && !suppression.HasSilenced(rule.Id) && isSeenInFull)
                yield return Told(HostRules.UnusedSuppression, $"there is no {rule.Id} here to suppress; remove it");
        }

        if (suppression.RuleIds.Count == 0) yield return Told(HostRules.UnknownSuppression, "this suppression names no rule; write the ids, as in KUBE1001");

        Finding Told(RuleDescriptor rule, string message) => new(rule, suppression.Span, message) { Severity = options.SeverityOf(rule) };
    }

    private static IEnumerable<Suppression> AnnotationsOf(Resource resource)
    {
        var own = resource.Annotations[Suppression.Annotation];
        if (own.Text is not null) yield return Suppression.ForResource(resource, own);
        foreach (var template in PodTemplate.In(resource).Select(pods => pods.Annotations[Suppression.Annotation]))
        {
            if (template.Text is not null && template.Path != own.Path) yield return Suppression.ForResource(resource, template);
        }
    }
}
