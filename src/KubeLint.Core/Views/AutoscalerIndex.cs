using KubeLint.Resources;
using KubeLint.Syntax;

namespace KubeLint.Views;

/// <summary>Finds the autoscalers of a workload without comparing all with all.</summary>
internal sealed class AutoscalerIndex
{
    // What stands for a target name that is not written anywhere.
    private const string Unwritten = "";

    private readonly List<Autoscaler> all = [];
    private readonly HashSet<Resource> doubtful;
    private Tables? tables;

    private AutoscalerIndex(List<Resource> sure, IEnumerable<Resource> unsure)
    {
        doubtful = [.. unsure];
        foreach (var resource in sure) Add(resource);
        foreach (var resource in doubtful) Add(resource);
    }

    /// <summary>Finds those of a set; null where it holds none.</summary>
    public static AutoscalerIndex? Of(ResourceSet set)
    {
        List<Resource>? sure = null;
        foreach (var kind in Autoscaler.Kinds)
        {
            if (set.OfKind(kind.Group, kind.Kind) is { Count: > 0 } own) (sure ??= []).AddRange(own);
        }

        var unsure = set.Doubtful.Count == 0 ? [] : set.Doubtful.Where(r => Autoscaler.Kinds.Contains(r.GroupKind)).ToList();
        return sure is null && unsure.Count == 0 ? null : new AutoscalerIndex(sure ?? [], unsure);
    }

    /// <summary>The autoscalers that target a workload, and those of which it cannot be known.</summary>
    public IEnumerable<(Autoscaler Autoscaler, bool? Targets)> Of(Resource workload)
    {
        // Of one there is nothing to choose.
        foreach (var autoscaler in all.Count < 2 ? all : Candidates(workload).Distinct())
        {
            var targets = autoscaler.Targets(workload) & (doubtful.Contains(autoscaler.Resource) ? null : true);
            if (targets != false) yield return (autoscaler, targets);
        }
    }

    private void Add(Resource resource)
    {
        var autoscaler = new Autoscaler(resource);
        if (autoscaler.IsComplete) all.Add(autoscaler);
    }

    private IEnumerable<Autoscaler> Candidates(Resource workload)
    {
        var name = workload.NameField;
        if (name is { IsUnknown: true, Written: null }) return all;
        tables ??= new Tables(all, doubtful);

        // A placeholder and a plain name may be one where they stand in one file.
        return tables.ByTargetName.Find(workload, name.Written ?? Unwritten)
            .Concat(tables.ByTargetName.Find(workload, Unwritten))
            .Concat((name.IsUnknown ? tables.ByFile : tables.PlaceholdersByFile)[workload.Document.File]);
    }

    private sealed class Tables
    {
        public Tables(IReadOnlyList<Autoscaler> all, HashSet<Resource> doubtful)
        {
            var said = new HashSet<object>();
            foreach (var autoscaler in all)
            {
                // Of variants that say the same one is enough, so that many cost little. A placeholder may be what stands in their file.
                if (autoscaler.Saying is { } saying && !doubtful.Contains(autoscaler.Resource) && !said.Add(saying)) continue;
                ByTargetName.Add(autoscaler.Resource, autoscaler.TargetName.Written ?? Unwritten, autoscaler);
            }

            ByFile = all.ToLookup(a => a.Resource.Document.File);
            PlaceholdersByFile = all.Where(a => a.TargetName.IsUnknown).ToLookup(a => a.Resource.Document.File);
        }

        public NamespaceIndex<string, Autoscaler> ByTargetName { get; } = new();

        public ILookup<SourceFile, Autoscaler> ByFile { get; }

        public ILookup<SourceFile, Autoscaler> PlaceholdersByFile { get; }
    }
}
