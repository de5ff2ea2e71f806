using KubeLint.Configuration;
using KubeLint.Findings;
using KubeLint.Kustomize;
using KubeLint.NodePools;
using KubeLint.Resources;
using KubeLint.Rules;
using KubeLint.Syntax;
using KubeLint.Views;

namespace KubeLint;

/// <summary>Runs the rules over a set and says what is left after suppressions and configured severities.</summary>
public sealed class Linter
{
    private readonly Run[] runs;

    /// <summary>Creates a linter. It can be used again and again, by several threads at once.</summary>
    /// <param name="rules">The rules to run; by default all.</param>
    public Linter(IReadOnlyList<Rule>? rules = null)
    {
        var left = new HashSet<Rule>(rules ?? RuleCatalogue.Rules);
        runs =
        [
            About(left, (inventory, r) => inventory.WorkloadsIn(r)),
            About(left, (inventory, r) => inventory.SpreadsIn(r)),
            About(left, (inventory, r) => ZoneKeyUse.In(r, inventory)),
            About(left, (inventory, r) => inventory.ClustersFrom(r)),
            About(left, (inventory, r) => inventory.PoolVolumesIn(r)),
            About(left, (inventory, r) => inventory.PoolsIn(r)),
            About(left, One((_, r) => ManagedCluster.From(r))),
            About(left, (inventory, r) => DeclaredZone.In(r, inventory)),
            About(left, One((inventory, r) => inventory.StorageClassIn(r))),
            About(left, (inventory, r) => inventory.ClaimsIn(r)),
            About(left, One((inventory, r) => inventory.VolumeIn(r))),
            About(left, (inventory, r) => inventory.PodClaimsIn(r)),
            About(left, One((inventory, r) => inventory.LoadBalancerIn(r))),
            About(left, One((inventory, r) => inventory.ServiceIn(r))),
            About(left, One((inventory, r) => inventory.DnsRecordIn(r))),
            About(left, One((inventory, r) => inventory.BudgetIn(r))),
        ];
        if (left.FirstOrDefault() is { } idle) throw new InvalidOperationException($"{idle.Descriptor.Id} is about a view that {nameof(Linter)} has no line for.");
    }

    private delegate void Run(List<Finding> found, Inventory inventory, Resource resource);

    /// <summary>Lints a set.</summary>
    /// <param name="inventory">What the set declares.</param>
    /// <param name="comments">The suppression comments in its files.</param>
    /// <param name="problems">What was found while reading the files; it can be suppressed as well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings in source order.</returns>
    public IReadOnlyList<Finding> Lint(Inventory inventory, IEnumerable<Suppression> comments, IEnumerable<Finding> problems, CancellationToken cancellation = default) =>
        Lint([inventory.Set], inventory, comments, problems, cancellation);

    /// <summary>Lints sets of one run. What is found in several of them alike is told once.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="comments">The suppression comments in their files.</param>
    /// <param name="problems">What was found while reading the files; it can be suppressed as well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings in source order.</returns>
    public IReadOnlyList<Finding> Lint(ResourceSets sets, IEnumerable<Suppression> comments, IEnumerable<Finding> problems, CancellationToken cancellation = default) =>
        Lint(sets.All, null, comments, problems.Concat(sets.Problems), cancellation);

    // The inventory is that of the only set, where there is one already.
    private IReadOnlyList<Finding> Lint(IReadOnlyList<ResourceSet> sets, Inventory? inventory, IEnumerable<Suppression> comments, IEnumerable<Finding> problems, CancellationToken cancellation)
    {
        var found = new List<Finding>(problems);
        foreach (var set in sets) Judge(found, inventory ?? new Inventory(set), cancellation);
        List<Suppression> suppressions = [.. comments, .. AnnotationsOf(sets)];
        found = BuiltFindings.Merge(found);
        return InSourceOrder(suppressions.Count == 0 ? found : Suppress(found, suppressions, sets));
    }

    private void Judge(List<Finding> found, Inventory inventory, CancellationToken cancellation)
    {
        foreach (var resource in inventory.Set.Judged)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var run in runs) run(found, inventory, resource);
        }
    }

    /// <summary>Sorts findings by file, place and rule.</summary>
    public static IReadOnlyList<Finding> InSourceOrder(IEnumerable<Finding> findings) => findings is IReadOnlyList<Finding> { Count: < 2 } few ? few :
    [
        .. findings.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
    ];

    private static Func<Inventory, Resource, IReadOnlyList<TView>> One<TView>(Func<Inventory, Resource, TView?> viewOf)
        where TView : class =>
        (inventory, resource) => viewOf(inventory, resource) is { } view ? [view] : [];

    // What to do with each object: run the rules about one kind of view on the views that it gives. Most objects give none of most kinds.
    private static Run About<TView>(HashSet<Rule> left, Func<Inventory, Resource, IReadOnlyList<TView>> viewsOf)
    {
        var own = left.OfType<Rule<TView>>().ToList();
        left.ExceptWith(own);
        return (found, inventory, resource) =>
        {
            IReadOnlyList<TView>? views = null;
            foreach (var rule in own)
            {
                if (views?.Count == 0) return;
                var severity = resource.Options.SeverityOf(rule.Descriptor);
                if (severity == Severity.None) continue;
                try
                {
                    views ??= viewsOf(inventory, resource);
                    for (var i = 0; i < views.Count; i++)
                    {
                        foreach (var finding in rule.Check(views[i])) found.Add(finding with { Severity = severity, Fixes = IsEditable(resource) ? BuiltFixes.InSource(finding.Fixes, inventory.Set) : [] });
                    }
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

    // Edits are those of the object, and what declares it in another language has a shape of its own.
    private static bool IsEditable(Resource resource) => resource.Document.Declaration is null;

    // The findings that are left, and what is to be said of the suppressions.
    private static List<Finding> Suppress(List<Finding> found, List<Suppression> suppressions, IReadOnlyList<ResourceSet> sets)
    {
        var byFile = suppressions.ToLookup(s => s.Span.File);

        // Every suppression that covers a finding is used, not only the first.
        List<Finding> result = [.. found.Where(f => FilesOf(f).SelectMany(file => byFile[file]).Count(s => s.Silences(f)) == 0)];

        // Where a kustomization hides something, or a rule failed, a suppression may silence what is not seen here.
        var unseen = new HashSet<SourceFile>(sets.SelectMany(s => s.ChangedFiles).Concat(found.Where(f => f.Rule == HostRules.RuleFailed).Select(f => f.Span.File)));
        foreach (var suppression in suppressions) result.AddRange(Judge(suppression, !unseen.Contains(suppression.Span.File)));
        return result;
    }

    // What a patch wrote stands in another file than the object that it is part of.
    private static IEnumerable<SourceFile> FilesOf(Finding finding) =>
        finding.Resource is { BuiltBy: not null } built && built.Document.File != finding.Span.File ? [finding.Span.File, built.Document.File] : [finding.Span.File];

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

    // Kustomizations make several objects of one, and the annotation is that of all of them.
    private static IEnumerable<Suppression> AnnotationsOf(IReadOnlyList<ResourceSet> sets)
    {
        List<Annotated>? found = null;
        foreach (var set in sets)
        {
            foreach (var resource in set.Judged)
            {
                var own = AnnotationIn(resource.Annotations);
                if (own is not null) (found ??= []).Add(new Annotated(resource, own));
                foreach (var pods in PodTemplate.In(resource))
                {
                    if (AnnotationIn(pods.Annotations) is { } template && template.Path != own?.Path) (found ??= []).Add(new Annotated(resource, template));
                }
            }
        }

        return found is null ? [] : found.GroupBy(f => f.Annotation.Span).Select(g => Suppression.ForResources([.. g.Select(f => f.Resource)], g.First().Annotation));
    }

    private static Field? AnnotationIn(Field annotations) =>
        annotations.IsPresent && annotations[Suppression.Annotation] is { Text: not null } annotation ? annotation : null;

    private sealed record Annotated(Resource Resource, Field Annotation);
}
